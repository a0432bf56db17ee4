import { useEffect, useState } from 'react';
import { search } from './page.ts';

/** Local calendar date `YYYY-MM-DD`. */
type Day = string;

function localDay(date: Date): Day {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day in `?asof=YYYY-MM-DD`, if it exists in the calendar: the app as of that day, for those who check facts. */
export function asOf(): Day | undefined {
  const day = new URLSearchParams(search()).get('asof') ?? '';
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  const date = new Date(`${day}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}

/** Today in the phone's time zone, or the day in `?asof=`. Not for rendering: see `useToday`. */
export function today(): Day {
  return asOf() ?? localDay(new Date());
}

/** Today, known once the page is mounted: a prerendered page must not print a day of its own. */
export function useToday(): Day | undefined {
  const [day, setDay] = useState<Day>();
  useEffect(() => setDay(today()), []);
  return day;
}
