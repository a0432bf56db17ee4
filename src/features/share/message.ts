/** The words that go to a chat. Pure. */
import type { SharedNumber, SharedPart } from '#ui';

export interface Shared {
  city: string;
  topic: string;
  year: string;
  answer: string;
  numbers: SharedNumber[];
  split?: boolean;
  how: string[];
  unordered: boolean;
  source: string;
  checkedOn: string;
  query: string;
}

/** What the page shows, what the screen says of itself over it, and what was ticked over both. */
export function joined(page: Shared, plain: SharedPart, personal: SharedPart | undefined): Shared {
  const unordered = page.unordered && !plain.how && !personal?.how;
  return { ...page, ...plain, ...personal, unordered };
}

const sentence = (text: string): string => (/[。！？]$/.test(text) ? text : `${text}。`);

/** City, subject, year, the answer in one line, address. */
export function message({ city, topic, year, answer, numbers }: Shared, link: string): string {
  const head = city ? `【${city}少儿医保】${topic}` : `【娃医保】${topic}`;
  const said = [numbers.map(({ label, text }) => `${label} ${text}`).join('，'), answer].filter(Boolean).map(sentence);
  return [`${head}${year && `（${year} 年度）`}`, said.join(''), link, '非官方，仅供参考。'].filter(Boolean).join('\n');
}

/** Name of the downloaded picture. */
export const fileName = ({ city, topic }: Shared): string =>
  `${['娃医保', city, topic]
    .filter(Boolean)
    .join('-')
    .replace(/[^\p{L}\p{N}-]+/gu, '')}.png`;
