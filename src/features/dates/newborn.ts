/** The newborn window on a day: how long it is open, what a payment today buys, and what the day after changes. Pure. */
import type { CityModule } from '#cities';
import {
  addDays,
  type CoverageOutcome,
  DEFAULT_MEMBER,
  type Deadline,
  daysBetween,
  type Figure,
  type Member,
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
  prices: { tier: Tier; premium: PremiumOutcome }[];
}

/** The last day under the other reading of a rule. */
export interface OtherDay {
  reading: Reading;
  last: IsoDate;
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
   * one's day on it is not.
   */
  | (Known & { kind: 'open'; daysLeft: number; ways: Way[]; opens?: Way; after: Way })
  /** The window is over. `nextYear`: paid ahead, where that means something else. */
  | (Known & { kind: 'late'; daysPast: number; now: Way; nextYear?: Way })
  | { kind: 'refused'; reason: NoAnswer }
  | { kind: 'error'; problem: Problem };

/** The tiers a city sells; one where it has none. */
export const tiersOf = (policy: Policy): Tier[] =>
  policy.parameters.some(({ id }) => id === 'premium.tier2') ? [1, 2] : [1];

/** Whether the hukou makes a difference to a newborn. */
export const hukouMatters = (policy: Policy): boolean => policy.parameters.some(({ id }) => id === 'newborn.nonLocal');

export function newbornAnswer(city: CityModule, child: Newborn, today: IsoDate): NewbornAnswer {
  const { rules, policy } = city;
  const member: Member = { ...DEFAULT_MEMBER, ...child };
  const deadline = rules.deadline(policy, member);
  if (deadline.kind === 'error') return { kind: 'error', problem: deadline.problem };
  if (deadline.kind === 'notComputable') return { kind: 'refused', reason: deadline.reason };
  if (today < child.birthDate) return { kind: 'error', problem: 'beforeBirth' };

  const last = deadline.newborn;
  const nonLocal = child.localHukou ? undefined : policy.on(last).find('newborn.nonLocal');
  const known: Known = {
    deadline,
    figures: nonLocal ? [deadline.rule, nonLocal] : [deadline.rule],
    others: otherDays(city, member, last),
  };
  const way = (payDate: IsoDate, more: Partial<Payment>): Way =>
    wayOf(city, member, { payDate, newborn: false, bothYears: false, ...more });

  if (today > last) {
    const now = way(today, {});
    const nextYear = way(today, { year: yearOf(today) + 1 });
    const apart = nextYear.coverage.kind === 'computed' && startOf(nextYear) !== startOf(now);
    return { ...known, kind: 'late', daysPast: daysBetween(last, today), now, ...(apart && { nextYear }) };
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
  };
}

const startOf = ({ coverage }: Way): IsoDate | undefined => (coverage.kind === 'computed' ? coverage.from : undefined);

export function wayOf({ rules, policy }: CityModule, member: Member, payment: Payment): Way {
  return {
    payment,
    coverage: rules.coverage(policy, member, payment),
    prices: tiersOf(policy).map((tier) => ({ tier, premium: rules.premium(policy, member, { ...payment, tier }) })),
  };
}

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
    return other.kind === 'computed' && other.newborn !== last ? [{ reading, last: other.newborn }] : [];
  });
}
