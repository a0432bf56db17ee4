import { search } from './page.ts';

/** The day in `?asof=YYYY-MM-DD`, if it exists in the calendar: the app as of that day, for those who check facts. */
export function asOf(): string | undefined {
  const day = new URLSearchParams(search()).get('asof') ?? '';
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  const date = new Date(`${day}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}
