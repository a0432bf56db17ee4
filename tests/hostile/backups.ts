/** Texts of a ledger, as the app writes them and as mail, chat, editors and strangers leave them. */
import { mutatedJson, type Random } from './mutate.ts';

const child = { id: 'aaaaaaaaaa', name: '豆豆', birth: { year: '2020', month: '5', day: '1' } };

/** A sound one: so many visits of one child, a month after the other. */
export function soundBackup(visits: number, note = ''): string {
  const records: object[] = [{ 'wa-yibao': 'ledger', version: 1 }, { child }];
  for (let n = 0; n < visits; n++) {
    const month = `2026-${String((n % 12) + 1).padStart(2, '0')}`;
    records.push({
      visit: {
        id: `${month}.${String(n).padStart(9, '0')}abc`,
        child: child.id,
        city: 'shenzhen',
        date: `${month}-05`,
        answers: { care: 'outpatient', place: 'local', level: 'primary', standing: 'selected' },
        amounts: { eligible: '300', excluded: '1.50' },
        note,
      },
    });
  }
  return `${[...records, { end: records.length }].map((record) => JSON.stringify(record)).join('\n')}\n`;
}

const SOUND = soundBackup(6, '感冒');

/** One line twisted, doubled, moved or gone, or the text cut off; sometimes only what is forgiven: line ends, blanks. */
export function mutatedBackup(random: Random): string {
  const lines = SOUND.trim().split('\n');
  for (let times = 1 + random.upTo(2); times > 0; times--) {
    const at = random.upTo(lines.length);
    const line = lines[at] ?? '';
    const what = random.upTo(8);
    if (what === 0) lines.splice(at, 1);
    else if (what === 1) lines.splice(random.upTo(lines.length), 0, line);
    else if (what === 2) lines.splice(at, 1, line.slice(0, random.upTo(line.length)));
    else if (what === 3) lines[at] = `  ${line} \r\n\r`;
    else if (what === 4) lines.length = at;
    else lines[at] = twisted(random, line);
  }
  return lines.join(random.upTo(2) === 0 ? '\n' : '\r\n');
}

function twisted(random: Random, line: string): string {
  try {
    return mutatedJson(random, JSON.parse(line));
  } catch {
    return `${line}${mutatedJson(random, line)}`;
  }
}
