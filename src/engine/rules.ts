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
import {
  CARES,
  type Care,
  type Costs,
  type InputError,
  LEVELS,
  type Member,
  type Numbers,
  PLACES,
  REASONS,
  type Tier,
  type Visit,
  type YearTotals,
} from './visit.ts';

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
  settle(policy: Policy, member: Member, visit: Visit, numbers: Numbers, totals: YearTotals): Settled | NotComputable;
  premium(policy: Policy, member: Member, payment: Payment): PremiumOutcome;
  coverage(policy: Policy, member: Member, payment: Payment): CoverageOutcome;
  deadline(policy: Policy, member: Member): DeadlineOutcome;
  clinic(policy: Policy, member: Member, on: IsoDate): ClinicOutcome;
}

/** Exactly one row of a decision table holds; two or none is a fault of the table. */
export function onlyRow<T, R extends { when: (facts: T) => boolean }>(rows: readonly R[], facts: T): R {
  let found: R | undefined;
  for (const row of rows) {
    if (!row.when(facts)) continue;
    if (found) throw new Error('two rows hold');
    found = row;
  }
  if (!found) throw new Error('no row holds');
  return found;
}

/** What decision tables ask of a visit: every answer but the amounts and the day. */
export type Choices = Pick<Visit, 'care' | 'level' | 'place' | 'reason' | 'registered' | 'selected'>;

/** Where a word stands in its list. A plain loop: `indexOf` compares letters where this compares words. */
function placeIn<T extends string>(words: readonly T[], word: T): number {
  let place = 0;
  while (place < words.length && words[place] !== word) place++;
  return place;
}

/** A number for every combination of answers, from 0. */
function combination({ care, level, place, reason, registered, selected }: Choices): number {
  const where =
    (placeIn(CARES, care) * LEVELS.length + placeIn(LEVELS, level)) * PLACES.length + placeIn(PLACES, place);
  return (where * REASONS.length + placeIn(REASONS, reason)) * 4 + (registered ? 2 : 0) + (selected ? 1 : 0);
}

/**
 * Lays a decision table out over every combination of answers, so that a visit costs one look-up, and so that a table in
 * which two rows hold, or none, is found when it is loaded.
 * @returns the row that holds for a visit
 */
export function layOut<R extends { when: (choices: Choices) => boolean }>(rows: readonly R[]): (choices: Choices) => R {
  const table: R[] = [];
  for (const care of CARES)
    for (const level of LEVELS)
      for (const place of PLACES)
        for (const reason of REASONS)
          for (const registered of [false, true])
            for (const selected of [false, true])
              table.push(onlyRow(rows, { care, level, place, reason, registered, selected }));
  return (choices) => table[combination(choices)] ?? onlyRow(rows, choices);
}
