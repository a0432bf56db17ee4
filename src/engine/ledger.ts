/**
 * A member's visits, settled and kept so that a change costs only what follows from it. In every outcome it is what
 * `settleVisits` makes of the same visits.
 */
import type { IsoDate } from '#policy/types.ts';
import { isDate, yearOf } from './dates.ts';
import type { Outcome } from './outcome.ts';
import type { Policy } from './parameters.ts';
import type { CityRules } from './rules.ts';
import { settleVisit } from './settle.ts';
import {
  type Before,
  type Member,
  NEW_YEAR,
  readUsed,
  sameTotals,
  type Used,
  type Visit,
  type YearTotals,
} from './visit.ts';

/** A visit with what it came to, and what its year had used up before it. */
export interface Entry {
  readonly visit: Visit;
  readonly before: YearTotals;
  readonly outcome: Outcome;
}

/** Everything that was settled for one member, kept so that a change costs only what follows from it. */
export interface Ledger {
  readonly rules: CityRules;
  readonly policy: Policy;
  readonly member: Member;
  readonly used: Before;
  /** In the order given. */
  readonly entries: readonly Entry[];
  /** Places in `entries`, by date; ties as given. */
  readonly order: readonly number[];
}

/** Settles visits and keeps what a later change needs. Another member, policy or `used` is another ledger. */
export function openLedger(
  rules: CityRules,
  policy: Policy,
  member: Member,
  visits: readonly Visit[],
  used: Used,
): Ledger {
  return amendLedger({ rules, policy, member, used: readUsed(used), entries: [], order: [] }, 0, 0, visits);
}

/**
 * The ledger with some visits taken out and others put in their place, as `Array.splice` does: change one (`removed` 1, one
 * added), delete one (nothing added), enter one (`removed` 0). The given ledger stays as it is. Only visits for which the
 * change makes a difference are settled again; the entries of all others are the same objects as before.
 * @param at place in `entries`, 0 … length
 */
export function amendLedger(ledger: Ledger, at: number, removed: number, added: readonly Visit[]): Ledger {
  const { rules, policy, member, used } = ledger;
  const fresh = added.map((visit): Mutable<Entry> => ({ visit, before: NEW_YEAR, outcome: PENDING }));
  const entries = [...ledger.entries.slice(0, at), ...fresh, ...ledger.entries.slice(at + removed)];
  const { order, first, last } = reorder(ledger.order, entries, at, removed, fresh.length);
  const amended = { ...ledger, entries, order };
  const opening = earliestYear(amended);
  const restart = opening === earliestYear(ledger) ? first : 0;
  let { year, totals } = stateAt(amended, restart, opening);
  for (let rank = restart; rank < order.length; rank++) {
    const index = order[rank] ?? 0;
    let entry: Mutable<Entry> | undefined = entries[index];
    if (!entry) continue;
    const dated = isDate(entry.visit.date);
    if (dated && yearOf(entry.visit.date) !== year) {
      year = yearOf(entry.visit.date);
      totals = NEW_YEAR;
    }
    // A visit without a day belongs to no year, and says nothing about the one that is running.
    const before = dated ? totals : NEW_YEAR;
    const settled = entry.outcome !== PENDING;
    if (settled && sameTotals(entry.before, before)) {
      if (dated && rank >= last) break;
    } else {
      if (settled) {
        entry = { ...entry };
        entries[index] = entry;
      }
      entry.before = before;
      entry.outcome = settleVisit(rules, policy, member, entry.visit, before, used.error);
    }
    if (entry.outcome.kind === 'computed') totals = entry.outcome.totals;
  }
  return amended;
}

/** What the year of this day has used up by its end: where the next visit starts from. */
export function totalsOn(ledger: Ledger, date: IsoDate): YearTotals {
  const { entries, order } = ledger;
  const rank = rankOf(order, (index) => (entries[index]?.visit.date ?? '') > date);
  const opening = Math.min(yearOf(date), earliestYear(ledger));
  const { year, totals } = stateAt(ledger, rank, opening);
  return year === yearOf(date) ? totals : NEW_YEAR;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Stands in an entry that was put in and is not settled yet; never leaves this file. */
const PENDING: Outcome = { kind: 'notComputable', reason: 'noRecord' };

/** The year of the first day that is one; days sort as strings. */
function earliestYear({ entries, order }: Ledger): number {
  for (const index of order) {
    const date = entries[index]?.visit.date ?? '';
    if (isDate(date)) return yearOf(date);
  }
  return Number.POSITIVE_INFINITY;
}

/** Where the settling stands before a rank: after the last visit that was computed, or at the opening. */
function stateAt(
  { entries, order, used }: Ledger,
  rank: number,
  opening: number,
): { year: number; totals: YearTotals } {
  for (let earlier = rank - 1; earlier >= 0; earlier--) {
    const entry = entries[order[earlier] ?? 0];
    if (entry?.outcome.kind === 'computed') return { year: yearOf(entry.visit.date), totals: entry.outcome.totals };
  }
  return { year: opening, totals: used.totals };
}

/** The first rank at which the condition holds; from there on it must. */
function rankOf(order: readonly number[], holds: (index: number) => boolean): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(order[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The order after a change: the kept places moved up or down, the new ones put in at their days.
 * @returns also the first rank that is another than before, and the one from which on all are as before again
 */
function reorder(
  before: readonly number[],
  entries: readonly Entry[],
  at: number,
  removed: number,
  added: number,
): { order: readonly number[]; first: number; last: number } {
  const kept: number[] = [];
  let first = before.length;
  let last = 0;
  for (const index of before) {
    if (index < at) kept.push(index);
    else if (index >= at + removed) kept.push(index + added - removed);
    else {
      first = Math.min(first, kept.length);
      last = kept.length;
    }
  }
  const isLater = (a: number, b: number): boolean => {
    const left = entries[a]?.visit.date ?? '';
    const right = entries[b]?.visit.date ?? '';
    return left === right ? a > b : left > right;
  };
  const fresh = Array.from({ length: added }, (_, i) => at + i).sort((a, b) => (isLater(a, b) ? 1 : -1));
  const order: number[] = [];
  let from = 0;
  for (const index of fresh) {
    const rank = rankOf(kept, (other) => isLater(other, index));
    for (; from < rank; from++) order.push(kept[from] ?? 0);
    first = Math.min(first, order.length);
    order.push(index);
  }
  last = Math.max(last, from) + fresh.length;
  for (; from < kept.length; from++) order.push(kept[from] ?? 0);
  return { order, first, last };
}
