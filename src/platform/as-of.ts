import { search } from './page.ts';

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day in `?asof=YYYY-MM-DD`, if it exists in the calendar: the app as of that day, for those who check facts. */
export function asOf(): string | undefined {
  const day = new URLSearchParams(search()).get('asof') ?? '';
  return isDay(day) ? day : undefined;
}
