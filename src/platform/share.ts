/** What can be read off the page for sharing it, and its clean link. */

export interface SharedPage {
  /** Subject of the page: its title without the city. */
  topic: string;
  answer: string;
  how: string[];
  /** The lines of `how` are ways to choose from, not steps. */
  unordered: boolean;
  /** `2026` */
  year: string;
  /** `2026年11月22日` */
  checkedOn: string;
  /** The document the page names as its source. */
  source: string | undefined;
}

const words = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The first sentences, as far as they make one line for a chat. */
function oneLine(text: string, most = 64): string {
  const sentences = text.match(/[^。！？]+[。！？]?/g) ?? [];
  let line = '';
  for (const sentence of sentences) {
    if (line && (line + sentence).length > most) break;
    line += sentence;
  }
  return line.trim();
}

const pathLine = (block: Element): string => {
  const menu = Array.from(block.querySelectorAll('.wa-menu-name'), words).join(' → ');
  const account = `${words(block.querySelector('.wa-account-kind'))}“${words(block.querySelector('.wa-account-name'))}”`;
  return menu ? `${account}：${menu}` : account;
};

/** Three lines of how: menus and steps; on a result or a list what to tap first; else what the page has. */
function howOf(main: Element): Pick<SharedPage, 'how' | 'unordered'> {
  const ways = Array.from(main.querySelectorAll('.wa-path, .wa-steps > li'), (one) =>
    one.classList.contains('wa-path') ? pathLine(one) : words(one),
  );
  const steps = [...ways, ...Array.from(main.querySelectorAll('.wa-blocks .wa-facts > li'), words)];
  const links = Array.from(
    main.querySelectorAll<HTMLAnchorElement>('a.wa-button-primary, a.wa-cell-tap, a.home-journey'),
  ).filter((row) => words(row.querySelector('.wa-cell-value')) !== '修改');
  // The green button and the first cell often lead to the same page: the cell's words are the clearer ones.
  const byAddress = new Map(
    links.map((row) => [row.href, words(row.querySelector('.wa-cell-title, .home-journey-title') ?? row)]),
  );
  const rows = [...byAddress.values()];
  const parts = Array.from(main.querySelectorAll('h2'), words);
  const result = new URLSearchParams(window.location.search).get('at') === 'result';
  const found = [result ? rows : steps, result ? steps : rows, parts].find((lines) => lines.length > 0) ?? [];
  return { how: [...new Set(found)].slice(0, 3), unordered: found === rows };
}

export function readShared(): SharedPage {
  const main = document.querySelector('main') ?? document.body;
  const footer = words(document.querySelector('.wa-footer'));
  const { how, unordered } = howOf(main);
  const title = document.title.replace(/^[^：]*医保：/, '').replace(/ · 娃医保$/, '');
  const section = Array.from(main.querySelectorAll('section')).find((one) => words(one.querySelector('h2')) === '出处');
  return {
    topic: title,
    answer: oneLine(words(main.querySelector('.wa-lead'))) || `${how.join('、')}：一步一步写清楚，数字都有出处。`,
    how,
    unordered,
    year: /规则年度 (\d{4})/.exec(footer)?.[1] ?? '',
    checkedOn: /最后核对 (\S+日)/.exec(footer)?.[1] ?? '',
    source: /《[^》]+》/.exec(words(section))?.[0],
  };
}

/** Never part of a shared link: of this visit only. */
const OF_THIS_VISIT = ['edit', 'asof', 'v', 'record'];

/** The query of the page as it may be shared: a result with its answers, a comparison with its settings, else nothing. */
export function sharedQuery(): string {
  const query = new URLSearchParams(window.location.search);
  const comparison = /\/(tiers|compare)\/$/.test(window.location.pathname) && !query.has('at');
  if (query.get('at') !== 'result' && !comparison) return '';
  for (const key of OF_THIS_VISIT) query.delete(key);
  query.sort();
  return query.toString();
}

export function sharedLink(query: string): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}${query && `?${query}`}`;
}

/** The address this document was loaded with, whatever has been changed since. */
export function loadedAddress(): URL {
  const [load] = performance.getEntriesByType('navigation');
  try {
    return new URL(load?.name ?? '');
  } catch {
    return new URL(window.location.href);
  }
}

/** Taps on anything that matches, wherever it stands and whoever draws it. Returns how to stop. */
export function onTap(selector: string, handle: () => void): () => void {
  const listen = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest(selector)) handle();
  };
  document.addEventListener('click', listen);
  return () => document.removeEventListener('click', listen);
}

/** Loads the same entry of the history again, its state kept. */
export const reload = (): void => window.location.reload();

/** Hands a picture to the browser's downloads. Not inside WeChat, which refuses. */
export function download(data: string, name: string): void {
  const link = document.createElement('a');
  link.href = data;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

/** The same for a text of any length. */
export function downloadText(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  download(address, name);
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** What is in a file that somebody chose. */
export function textOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(file);
  });
}

/** Drawing and QR code come when a picture is asked for. */
export const loadPicture = () => import('./picture.ts');

/** Comes when somebody saves the days of the calendar. */
export const loadCalendarFile = () => import('./calendar-file.ts');

/** Calls back whenever the page comes to the front again. Returns how to stop. */
export function onShown(handle: () => void): () => void {
  const listen = () => {
    if (document.visibilityState === 'visible') handle();
  };
  document.addEventListener('visibilitychange', listen);
  return () => document.removeEventListener('visibilitychange', listen);
}
