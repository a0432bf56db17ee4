/**
 * Visits in order of date, sharing each calendar year's limits and deductibles. They are taken in order of date (ties as
 * given); every yearly total restarts on 1 January; a visit that is an error or not computable changes no total.
 */
import { isDate, yearOf } from './dates.ts';
import type { Outcome } from './outcome.ts';
import type { Policy } from './parameters.ts';
import type { CityRules } from './rules.ts';
import {
  checkVisit,
  earlierError,
  type InputError,
  type Member,
  NEW_YEAR,
  readNumbers,
  readUsed,
  type Used,
  type Visit,
  type YearTotals,
} from './visit.ts';

/**
 * Settles one visit. Errors come first, in the order of the case format.
 * @param totals what its year has used up before it
 * @param usedError what is wrong with the amounts used before, where they were typed
 */
export function settleVisit(
  rules: CityRules,
  policy: Policy,
  member: Member,
  visit: Visit,
  totals: YearTotals,
  usedError?: InputError,
): Outcome {
  const numbers = readNumbers(member, visit);
  let error = earlierError(checkVisit(visit, numbers), usedError);
  if (!rules.cares.includes(visit.care)) {
    error = earlierError(error, { kind: 'error', field: 'care', problem: 'careUnknownHere' });
  }
  // Days come before all that a city may object to, so a day that is none is still the error here.
  if (error?.problem !== 'notADate') error = earlierError(error, rules.conflicts(member, visit, numbers));
  return error ?? rules.settle(policy, member, visit, numbers, totals);
}

/**
 * Settles visits. `used` stands before the first visit of the earliest year.
 * @returns one outcome per visit, in the order given
 */
export function settleVisits(
  rules: CityRules,
  policy: Policy,
  member: Member,
  visits: readonly Visit[],
  used: Used,
): Outcome[] {
  const before = readUsed(used);
  const outcomes: Outcome[] = [];
  let year: number | undefined;
  let totals = before.totals;
  for (const index of byDate(visits)) {
    const visit = visits[index];
    if (!visit) continue;
    if (isDate(visit.date)) {
      if (year !== undefined && year !== yearOf(visit.date)) totals = NEW_YEAR;
      year = yearOf(visit.date);
    }
    const outcome = settleVisit(rules, policy, member, visit, totals, before.error);
    if (outcome.kind === 'computed') totals = outcome.totals;
    outcomes[index] = outcome;
  }
  return outcomes;
}

/** Places in order of date, ties as given (sorting is stable). */
function byDate(visits: readonly Visit[]): number[] {
  const dates = visits.map(({ date }) => date);
  const dateOf = (place: number) => dates[place] ?? '';
  return dates.map((_, place) => place).sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0));
}
