/** What a city's rules must answer. `cities/<city>.ts` composes them from the layers. */
import type { IsoDate } from '#policy/types.ts';
import type {
  ClinicOutcome,
  CoverageOutcome,
  DeadlineOutcome,
  NotComputable,
  PremiumOutcome,
  Settled,
} from './outcome.ts';
import type { Policy } from './parameters.ts';
import type { Care, Costs, InputError, Member, Tier, Visit, YearTotals } from './visit.ts';

/** A payment of the yearly fee. */
export interface Payment {
  payDate: IsoDate;
  /** Overrides the member's. */
  tier?: Tier;
  /** Enrols as a newborn, from birth. */
  newborn: boolean;
  /** Over the new year: also the back-payment for the year of birth (Chongqing). */
  bothYears: boolean;
  /** The insurance year; that of `payDate` unless given (Chongqing). */
  year?: number;
}

export interface CityRules {
  /** Kinds of care that the city's rules know. */
  cares: readonly Care[];
  /** Every figure a visit may need: a day on which one is missing is not computable. */
  visitFigures: readonly string[];
  /** The city's own conflicts between answers, beside bad dates and amounts (`UNREAD` here); the first in order. */
  conflicts(member: Member, visit: Visit, costs: Costs): InputError | undefined;
  /** Settles one visit whose input is sound, given what the year has used up. Pure. */
  settle(policy: Policy, member: Member, visit: Visit, costs: Costs, totals: YearTotals): Settled | NotComputable;
  premium(policy: Policy, member: Member, payment: Payment): PremiumOutcome;
  coverage(policy: Policy, member: Member, payment: Payment): CoverageOutcome;
  deadline(policy: Policy, member: Member): DeadlineOutcome;
  clinic(policy: Policy, member: Member, on: IsoDate): ClinicOutcome;
}

/** Exactly one row of a decision table holds; two or none is a fault of the table, found by a test over all inputs. */
export function onlyRow<T, R extends { when: (facts: T) => boolean }>(rows: readonly R[], facts: T): R {
  let found: R | undefined;
  for (const row of rows) {
    if (!row.when(facts)) continue;
    if (found) throw new Error('two rows of a decision table hold');
    found = row;
  }
  if (!found) throw new Error('no row of a decision table holds');
  return found;
}
