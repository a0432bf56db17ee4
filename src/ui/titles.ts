import type { IsoDate } from '#policy/types.ts';

/** `2026-09-01` → `2026年9月1日`; `2026-09` → `2026年9月`; `2026` → `2026年`. */
export function formatDate(date: IsoDate): string {
  const [year = '', month, day] = date.split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
}

/** Title of the document and of the link in a chat: subject first, at most 28 characters. */
export function documentTitle(title: string, city?: string): string {
  return city ? `${city}少儿医保：${title}`.slice(0, 28) : title;
}
