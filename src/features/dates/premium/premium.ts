/** What a payment on a day costs, what the public purse adds, how the price is made, and what it covers. Pure. */
import type { CityModule } from '#cities';
import {
  DEFAULT_MEMBER,
  type Fen,
  type Figure,
  type InputError,
  type Member,
  makeDate,
  type Payment,
  type Policy,
  type PremiumLine,
  type PremiumOutcome,
  yearOf,
} from '#engine';
import { windowOf } from '#journeys';
import type { DatedValue, IsoDate, Parameter } from '#policy/types.ts';
import { type Way, wayOf } from '../newborn.ts';

export interface Question {
  payDate: IsoDate;
  /** Of a newborn who pays from birth. */
  birthDate?: IsoDate;
  localHukou: boolean;
  /** The insurance year, where one is chosen. */
  year?: number;
}

/** How one price is made: `base × rate`. */
export interface Formula {
  line: PremiumLine;
  base: Figure;
  rate: Figure;
}

export interface PremiumAnswer {
  /** One, or two where the year has turned within the newborn window. */
  ways: Way[];
  formulas: Formula[];
  /** Printed prices of whole years, by line; none beside a monthly price of one's own. */
  printed: Figure[];
  /** Some month has no subsidy on record, though months are what is paid. */
  subsidyUnknown: boolean;
  /** What the public purse adds; only where it is known for every month. */
  subsidy?: { sum: Fen; lines: NonNullable<PremiumLine['subsidy']>[] };
  /** Where no price covers the day: how the next one will be made, and the newest that is known. */
  unknown?: { base?: Parameter; rate?: Figure; latest: Figure[] };
}

/** Whether one pays for a calendar year that can be chosen; else the day of payment decides. */
export const choosesYear = (policy: Policy): boolean =>
  policy.parameters.some(({ id, clock }) => id === 'premium.tier1' && clock === 'calendarYear');

export function premiumAnswer(city: CityModule, question: Question): PremiumAnswer {
  const { policy } = city;
  const { payDate, birthDate, localHukou, year } = question;
  // Without a newborn the fee does not depend on the birth date: any day before the payment and the year it is for will do.
  const anyDay = makeDate(Math.min(yearOf(payDate), year ?? yearOf(payDate)), 1, 1);
  const member: Member = { ...DEFAULT_MEMBER, birthDate: birthDate ?? anyDay, localHukou };
  const payment: Payment = {
    payDate,
    newborn: birthDate !== undefined,
    bothYears: false,
    ...(year && !birthDate ? { year } : {}),
  };
  const late = payment.newborn && windowOf(city, member, payDate) === 'past';
  const paid = (how: Payment): Way => (late ? tooLate(wayOf(city, member, how)) : wayOf(city, member, how));
  const one = paid(payment);
  const both = paid({ ...payment, bothYears: true });
  const turned =
    one.coverage.kind === 'computed' && both.coverage.kind === 'computed' && one.coverage.from !== both.coverage.from;
  const outcomes = one.prices.map(({ premium }) => premium);
  const lines = linesOf(leading(one));
  const unpublished = outcomes.every(({ kind }) => kind === 'notComputable');
  const onlyTier = one.prices.length === 1;
  const subsidies = lines.flatMap(({ subsidy }) => (subsidy ? [subsidy] : []));
  const complete = onlyTier && lines.length > 0 && subsidies.length === lines.length;
  return {
    ways: turned ? [both, one] : [one],
    formulas: lines.flatMap((line) => formulaOf(policy, line)),
    printed: lines.flatMap(({ from, price }) => (price.own ? [] : (policy.on(from).find('premium.year') ?? []))),
    subsidyUnknown: onlyTier && lines.length > 0 && !complete,
    ...(complete && { subsidy: { sum: subsidies.reduce((sum, one) => sum + one.sum, 0), lines: subsidies } }),
    ...(unpublished && { unknown: unknownOf(policy, outcomes.length) }),
  };
}

/** After the window nobody pays from birth on, whatever a fee of that year would be. */
function tooLate(way: Way): Way {
  const refused: InputError = { kind: 'error', field: 'payDate', problem: 'afterWindow' };
  return { ...way, coverage: refused, prices: way.prices.map(({ tier }) => ({ tier, premium: refused })) };
}

/** The outcome a result is headed with: that of the first tier that has a sum, else of the first. */
export const leading = (way: Way | undefined): PremiumOutcome | undefined =>
  (way?.prices.find(({ premium }) => premium.kind === 'computed') ?? way?.prices[0])?.premium;

const linesOf = (outcome: PremiumOutcome | undefined): readonly PremiumLine[] =>
  outcome?.kind === 'computed' ? outcome.lines : [];

function formulaOf(policy: Policy, line: PremiumLine): Formula[] {
  const figures = policy.on(line.from);
  const base = figures.find('premium.base');
  const rate = figures.find('premium.rate.own');
  const { price } = line;
  // A price of one's own was made from the base only where it says so.
  const made = price.own ? price.dated.derivation !== undefined : !base?.own;
  return base && rate && made ? [{ line, base, rate }] : [];
}

/** The newest figure of a parameter. */
function latestOf(policy: Policy, id: string): Figure | undefined {
  const values = policy.parameters.find((parameter) => parameter.id === id)?.values ?? [];
  const newest = values.reduce<DatedValue | undefined>(
    (best, one) => (best && best.from >= one.from ? best : one),
    undefined,
  );
  return newest && policy.on(newest.from).find(id);
}

function unknownOf(policy: Policy, tiers: number): NonNullable<PremiumAnswer['unknown']> {
  const base = policy.parameters.find(({ id }) => id === 'premium.base');
  const rate = latestOf(policy, 'premium.rate.own');
  const ids = tiers === 1 ? ['premium.month'] : (['premium.tier1', 'premium.tier2'] as const);
  const latest = ids.flatMap((id) => latestOf(policy, id) ?? []);
  return { ...(base && { base }), ...(rate && { rate }), latest };
}

/** The years one can pay for: that of the day and the next. */
export const yearsFrom = (today: IsoDate): number[] => [yearOf(today), yearOf(today) + 1];

/** Every figure the sums rest on. */
export const figuresIn = ({ ways }: PremiumAnswer): Figure[] =>
  ways.flatMap(({ prices }) =>
    prices.flatMap(({ premium }) => (premium.kind === 'computed' ? premium.lines.map(({ price }) => price) : [])),
  );
