import { useEffect, useState } from 'react';
import { asOf } from './as-of.ts';
import { useMounted } from './hooks.ts';

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

/** Today; not yet known while a prerendered page is taken over, which must not print a day of its own. */
export function useToday(): Day | undefined {
  const [, look] = useState('');
  // A page stays open for days in a chat: it looks again when it is looked at again.
  useEffect(() => {
    const shown = () => look(today());
    document.addEventListener('visibilitychange', shown);
    return () => document.removeEventListener('visibilitychange', shown);
  }, []);
  return useMounted() ? today() : undefined;
}
