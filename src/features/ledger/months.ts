/** A year's visits, month by month. Pure. */
import { type LedgerSums, type Row, sumOf } from '#journeys';
import type { LedgerEntry } from '#platform';

export interface Month {
  /** `YYYY-MM`. */
  month: string;
  /** Newest first. */
  rows: Row<LedgerEntry>[];
  /** What those come to that the rules settle. */
  sums: LedgerSums;
  /** How many are drawn before anybody asks for more. */
  first: number;
}

/** So many visits are drawn at first, the newest. */
const FIRST = 20;

const known = new WeakMap<readonly Row<LedgerEntry>[], Month[]>();

/** Newest first; worked out once for the same rows, also ahead of the moment in which they are shown. */
export function monthsOf(rows: readonly Row<LedgerEntry>[]): Month[] {
  let months = known.get(rows);
  if (!months) {
    months = inMonths(rows);
    known.set(rows, months);
  }
  return months;
}

function inMonths(rows: readonly Row<LedgerEntry>[]): Month[] {
  const months = new Map<string, Row<LedgerEntry>[]>();
  for (let place = rows.length - 1; place >= 0; place--) {
    const row = rows[place];
    if (!row) continue;
    const month = row.entry.date.slice(0, 7);
    const list = months.get(month);
    if (list) list.push(row);
    else months.set(month, [row]);
  }
  let room = FIRST;
  return Array.from(months, ([month, list]) => {
    const first = Math.min(room, list.length);
    room -= first;
    return { month, rows: list, sums: sumOf(list), first };
  });
}
