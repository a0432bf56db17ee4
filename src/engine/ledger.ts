/** Visits in order of date, sharing each calendar year's limits and deductibles. */
import { isDate, yearOf } from './dates.ts';
import type { Outcome } from './outcome.ts';
import type { Policy } from './parameters.ts';
import type { CityRules } from './rules.ts';
import {
  firstComplaint,
  type Member,
  NEW_YEAR,
  readUsed,
  readVisit,
  type Used,
  type Visit,
  type YearTotals,
} from './visit.ts';

/**
 * Settles visits. They are taken in order of date (ties as given); every yearly total restarts on 1 January; a visit that
 * is an error or not computable changes no total. `used` stands before the first visit of the earliest year.
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
  const order = visits.map((_, i) => i).sort((a, b) => compareDates(visits, a, b));
  const earliest = visits.reduce(
    (year, v) => (isDate(v.date) ? Math.min(year, yearOf(v.date)) : year),
    Number.POSITIVE_INFINITY,
  );
  const outcomes = new Array<Outcome>(visits.length);
  let year = earliest;
  let totals: YearTotals = before.totals;
  for (const index of order) {
    const visit = visits[index];
    if (!visit) continue;
    const { costs, complaints } = readVisit(member, visit);
    const all = [...before.complaints, ...complaints];
    if (!rules.cares.includes(visit.care)) all.push(['care', 'careUnknownHere']);
    if (isDate(visit.date) && isDate(member.birthDate)) all.push(...rules.conflicts(member, visit, costs));
    const error = firstComplaint(all);
    if (error) {
      outcomes[index] = error;
      continue;
    }
    if (yearOf(visit.date) !== year) {
      year = yearOf(visit.date);
      totals = NEW_YEAR;
    }
    const outcome = rules.settle(policy, member, visit, costs, totals);
    if (outcome.kind === 'computed') totals = outcome.totals;
    outcomes[index] = outcome;
  }
  return outcomes;
}

function compareDates(visits: readonly Visit[], a: number, b: number): number {
  const left = visits[a]?.date ?? '';
  const right = visits[b]?.date ?? '';
  if (left === right) return a - b;
  return left < right ? -1 : 1;
}
