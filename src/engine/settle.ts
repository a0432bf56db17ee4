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
  readCosts,
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
  const costs = readCosts(visit);
  let error = earlierError(usedError, checkVisit(member, visit, costs));
  if (!rules.cares.includes(visit.care)) {
    error = earlierError(error, { kind: 'error', field: 'care', problem: 'careUnknownHere' });
  }
  if (isDate(visit.date) && isDate(member.birthDate)) {
    error = earlierError(error, rules.conflicts(member, visit, costs));
  }
  return error ?? rules.settle(policy, member, visit, costs, totals);
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
  const outcomes = new Array<Outcome>(visits.length);
  let year: number | undefined;
  let totals = before.totals;
  for (const [visit, index] of visits.map((visit, i): [Visit, number] => [visit, i]).sort(byDate)) {
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

/** Earlier days first, ties as given: sorting is stable. */
const byDate = ([a]: [Visit, number], [b]: [Visit, number]): number =>
  a.date === b.date ? 0 : a.date < b.date ? -1 : 1;
