/** The newborn window on a day: how long it is open, what a payment today buys, and what the day after changes. Pure. */
import type { CityModule } from '#cities';
import {
  addDays,
  type CoverageOutcome,
  DEFAULT_MEMBER,
  type Deadline,
  type DeadlineOutcome,
  daysBetween,
  type Figure,
  type Member,
  makeDate,
  type NoAnswer,
  type Payment,
  type Policy,
  type PremiumOutcome,
  type Problem,
  type Tier,
  yearOf,
} from '#engine';
import type { IsoDate, Reading } from '#policy/types.ts';

export interface Newborn {
  birthDate: IsoDate;
  localHukou: boolean;
}

/** A payment, what it costs by tier and what it covers. */
export interface Way {
  payment: Payment;
  coverage: CoverageOutcome;
  prices: Price[];
  /** Paid together with this year, where the price of this year is not known: what is known, that of the year of birth. */
  birthYear?: { year: number; prices: Price[] };
}

export interface Price {
  tier: Tier;
  premium: PremiumOutcome;
}

/** The last day under the other reading of a rule. */
export interface OtherDay {
  reading: Reading;
  last: IsoDate;
  deadline: Deadline;
}

/** What a payment in the rest of this year buys, and what it takes from the first day of the next on. */
export interface Turn {
  from: IsoDate;
  before: Way;
  after: Way;
}

export interface Sooner extends OtherDay {
  daysLeft: number;
}

interface Known {
  deadline: Deadline;
  /** What the window rests on. */
  figures: Figure[];
  others: OtherDay[];
}

export type NewbornAnswer =
  /**
   * The window is open. `ways`: one, or two where the year has turned within it. `opens`: a payment today is refused, from this
   * one's day on it is not. `turn`: the window reaches into a year in which a payment buys less. `sooner`: the day to go by,
   * where another reading ends before this one and its day has not passed.
   */
  | (Known & { kind: 'open'; daysLeft: number; ways: Way[]; opens?: Way; after: Way; turn?: Turn; sooner?: Sooner })
  /**
   * The window is over. `nextYear`: paid ahead, where that means something else. `guardian`: what the year of birth still holds
   * for a child enrolled with a guardian.
   */
  | (Known & { kind: 'late'; daysPast: number; now: Way; nextYear?: Way; guardian?: CoverageOutcome })
  | { kind: 'refused'; reason: NoAnswer }
  | { kind: 'error'; problem: Problem };

/** The tiers a city sells; one where it has none. */
export const tiersOf = (policy: Policy): Tier[] =>
  policy.parameters.some(({ id }) => id === 'premium.tier2') ? [1, 2] : [1];

/** Whether the hukou makes a difference to a newborn. */
export const hukouMatters = (policy: Policy): boolean => policy.parameters.some(({ id }) => id === 'newborn.nonLocal');

/** The window as the policy has it, and the other last days its readings give. */
function windowDays(city: CityModule, member: Member): Known | Exclude<DeadlineOutcome, Deadline> {
  const { rules, policy } = city;
  const deadline = rules.deadline(policy, member);
  if (deadline.kind !== 'computed') return deadline;
  const last = deadline.newborn;
  const nonLocal = member.localHukou ? undefined : policy.on(last).find('newborn.nonLocal');
  return {
    deadline,
    figures: nonLocal ? [deadline.rule, nonLocal] : [deadline.rule],
    others: otherDays(city, member, last),
  };
}

/** The last day to go by on this day, and the day of the policy's own reading where that is another. */
export function lastDay(city: CityModule, member: Member, today: IsoDate) {
  const known = windowDays(city, member);
  if (!('deadline' in known)) return undefined;
  const { deadline, figures, others } = known;
  const { sooner } = soonerOf(others, today, deadline.newborn);
  return sooner
    ? { date: sooner.last, figures: [sooner.deadline.rule], other: deadline.newborn }
    : { date: deadline.newborn, figures };
}

export function newbornAnswer(city: CityModule, child: Newborn, today: IsoDate): NewbornAnswer {
  const member: Member = { ...DEFAULT_MEMBER, ...child };
  const known = windowDays(city, member);
  if (!('deadline' in known))
    return known.kind === 'error'
      ? { kind: 'error', problem: known.problem }
      : { kind: 'refused', reason: known.reason };
  if (today < child.birthDate) return { kind: 'error', problem: 'beforeBirth' };

  const last = known.deadline.newborn;
  const way = (payDate: IsoDate, more: Partial<Payment>): Way =>
    wayOf(city, member, { payDate, newborn: false, bothYears: false, ...more });

  if (today > last) {
    const now = way(today, {});
    const nextYear = way(today, { year: yearOf(today) + 1 });
    const apart = nextYear.coverage.kind === 'computed' && startOf(nextYear) !== startOf(now);
    const guardian = underGuardian(city, member, today);
    return {
      ...known,
      kind: 'late',
      daysPast: daysBetween(last, today),
      now,
      ...(apart && { nextYear }),
      ...(guardian && { guardian }),
    };
  }
  const one = way(today, { newborn: true });
  const both = way(today, { newborn: true, bothYears: true });
  const choice =
    one.coverage.kind === 'computed' && both.coverage.kind === 'computed' && startOf(one) !== startOf(both);
  const opensOn = opening(city, member, one, today, last);
  const opens = opensOn && way(opensOn, { newborn: true });
  return {
    ...known,
    kind: 'open',
    daysLeft: daysBetween(today, last),
    ways: choice ? [both, one] : [one],
    ...(opens && { opens }),
    after: way(addDays(last, 1), {}),
    ...turnOf(one, today, last, way),
    ...soonerOf(known.others, today, last),
  };
}

/** Where the year turns within the window: a payment before it, and one after it that covers as much. */
function turnOf(
  before: Way,
  today: IsoDate,
  last: IsoDate,
  way: (payDate: IsoDate, more: Partial<Payment>) => Way,
): { turn?: Turn } {
  if (yearOf(last) === yearOf(today)) return {};
  const from = makeDate(yearOf(today) + 1, 1, 1);
  const alone = way(from, { newborn: true });
  const after = way(from, { newborn: true, bothYears: true });
  const less =
    before.coverage.kind === 'computed' && alone.coverage.kind === 'computed' && startOf(alone) !== startOf(after);
  return less ? { turn: { from, before, after } } : {};
}

/** The earliest of the other last days, if it comes before this one and can still be met. */
function soonerOf(others: readonly OtherDay[], today: IsoDate, last: IsoDate): { sooner?: Sooner } {
  const [first] = others.filter((one) => one.last < last).sort((a, b) => (a.last < b.last ? -1 : 1));
  return first && today <= first.last ? { sooner: { ...first, daysLeft: daysBetween(today, first.last) } } : {};
}

/** What enrolment with a guardian covers, where the city knows it and the child's first year is not over. */
function underGuardian({ rules, policy }: CityModule, member: Member, today: IsoDate): CoverageOutcome | undefined {
  if (!policy.on(today).find('guardian.shared')) return undefined;
  const payment = { payDate: today, newborn: false, bothYears: false };
  const coverage = rules.coverage(policy, { ...member, enrolment: 'withGuardian' }, payment);
  return coverage.kind === 'computed' && today <= coverage.to ? coverage : undefined;
}

const startOf = ({ coverage }: Way): IsoDate | undefined => (coverage.kind === 'computed' ? coverage.from : undefined);

export function wayOf({ rules, policy }: CityModule, member: Member, payment: Payment): Way {
  const pricesOf = (paid: Payment): Price[] =>
    tiersOf(policy).map((tier) => ({ tier, premium: rules.premium(policy, member, { ...paid, tier }) }));
  const prices = pricesOf(payment);
  const way = { payment, coverage: rules.coverage(policy, member, payment), prices };
  const year = yearOf(member.birthDate);
  if (!payment.bothYears || yearOf(payment.payDate) === year || !all(prices, 'notComputable')) return way;
  const before = pricesOf({ ...payment, payDate: makeDate(year, 12, 31), bothYears: false });
  return all(before, 'computed') ? { ...way, birthYear: { year, prices: before } } : way;
}

const all = (prices: readonly Price[], kind: PremiumOutcome['kind']): boolean =>
  prices.every(({ premium }) => premium.kind === kind);

/** Where a payment is refused today: the first day within the window on which a new rule lets it through. */
function opening(city: CityModule, member: Member, way: Way, today: IsoDate, last: IsoDate): IsoDate | undefined {
  if (way.coverage.kind === 'computed') return undefined;
  const starts = new Set(city.policy.parameters.flatMap(({ values }) => values.map(({ from }) => from)));
  return [...starts]
    .filter((day) => day > today && day <= last)
    .sort()
    .find((payDate) => city.rules.coverage(city.policy, member, { ...way.payment, payDate }).kind === 'computed');
}

function otherDays({ rules, policy }: CityModule, member: Member, last: IsoDate): OtherDay[] {
  return policy.readings.flatMap((reading) => {
    const other = rules.deadline(policy.under(reading.id), member);
    return other.kind === 'computed' && other.newborn !== last
      ? [{ reading, last: other.newborn, deadline: other }]
      : [];
  });
}
