import { useEffect, useState } from 'react';
import { asOf } from './as-of.ts';

/** Local calendar date `YYYY-MM-DD`. */
type Day = string;

function localDay(date: Date): Day {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
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
