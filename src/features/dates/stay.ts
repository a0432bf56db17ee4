/** The rate that a stay really gets, read from the trace of a settled stay. Pure. */
import type { CityModule } from '#cities';
import {
  addRates,
  DEFAULT_VISIT,
  type Fen,
  type Figure,
  figuresOf,
  formatMoney,
  formatPercent,
  type Level,
  MAX_FEN,
  type Member,
  NOTHING_USED,
  type Settled,
  settleVisits,
  type Visit,
} from '#engine';
import type { IsoDate } from '#policy/types.ts';

export interface RateSeen {
  /** `85` */
  percent: string;
  /** What it is made of: the rate, and the points where there are some. */
  figures: Figure[];
}

/** A visit of a day, in the city, with this much of it in the scope of the insurance. */
export const visitOf = (date: IsoDate, more: Partial<Visit> & Pick<Visit, 'care' | 'level'>, eligible: Fen): Visit => ({
  ...DEFAULT_VISIT,
  date,
  ...more,
  eligible: formatMoney(eligible),
});

/** The settled visits, or nothing where one of them cannot be settled. */
export function settle({ rules, policy }: CityModule, member: Member, visits: readonly Visit[]): Settled[] | undefined {
  const outcomes = settleVisits(rules, policy, member, visits, NOTHING_USED);
  const settled = outcomes.flatMap((outcome) => (outcome.kind === 'computed' ? [outcome] : []));
  return settled.length === visits.length ? settled : undefined;
}

/** The rate of a stay at a level. The bill is the largest there is, so that some of it lies above every deductible. */
export function stayRate(city: CityModule, member: Member, date: IsoDate, level: Level): RateSeen | undefined {
  const [settled] = settle(city, member, [visitOf(date, { care: 'inpatient', level }, MAX_FEN)]) ?? [];
  const step = settled?.steps.find((one) => one.op === 'rate' && one.line === 'care');
  if (step?.op !== 'rate') return undefined;
  const applied = step.points ? addRates(step.rate.rate, step.points.rate) : step.rate.rate;
  return { percent: formatPercent(applied), figures: figuresOf(step) };
}
