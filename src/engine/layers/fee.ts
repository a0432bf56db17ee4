import type { IsoDate } from '#policy/types.ts';
import { makeDate, monthOf, monthsLeftInSchoolYear, schoolYearOf, schoolYearStart, yearOf } from '../dates.ts';
import { notComputable, type PremiumLine, type PremiumOutcome } from '../outcome.ts';
import type { Policy } from '../parameters.ts';

/** Adds up what is paid; months only where the price is monthly. */
function total(lines: readonly PremiumLine[], monthly: boolean): PremiumOutcome {
  const own = lines.reduce((sum, line) => sum + line.sum, 0);
  const months = lines.reduce((sum, line) => sum + line.months, 0);
  return monthly ? { kind: 'computed', own, months, lines } : { kind: 'computed', own, lines };
}

/**
 * A fee by the month: from the month of `start` to the end of the school year that holds `until`, each month at the price of
 * its school year. A school year without a price is not computable.
 * @param ids the parameters that hold the monthly price and, where it is known, the subsidy
 */
export function feeByMonth(
  policy: Policy,
  ids: { price: readonly [string]; subsidy: string },
  start: IsoDate,
  until: IsoDate,
): PremiumOutcome {
  const lines: PremiumLine[] = [];
  const first = schoolYearOf(start);
  for (let year = first; year <= schoolYearOf(until); year++) {
    const from = year === first ? makeDate(yearOf(start), monthOf(start), 1) : schoolYearStart(year);
    const months = monthsLeftInSchoolYear(from);
    const figures = policy.on(from);
    const gap = figures.gap(ids.price);
    if (gap) return notComputable(gap);
    const price = figures.get(ids.price[0]);
    const subsidy = figures.find(ids.subsidy);
    lines.push({
      from,
      months,
      price,
      sum: price.fen * months,
      ...(subsidy && { subsidy: { price: subsidy, sum: subsidy.fen * months } }),
    });
  }
  return total(lines, true);
}

/** A fee by the calendar year, for each of the years. A year without a price is not computable. */
export function feeByYear(policy: Policy, price: readonly [string], years: readonly number[]): PremiumOutcome {
  const lines: PremiumLine[] = [];
  for (const year of years) {
    const from = makeDate(year, 1, 1);
    const figures = policy.on(from);
    const gap = figures.gap(price);
    if (gap) return notComputable(gap);
    const figure = figures.get(price[0]);
    lines.push({ from, months: 12, price: figure, sum: figure.fen });
  }
  return total(lines, false);
}
