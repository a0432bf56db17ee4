/**
 * The trace of a result: one record per operation with its operands and its result, kept with the numbers. Words are
 * made from it when it is shown (`#ui` explanation), so an explanation cannot drift from the calculation.
 */
import type { Fen } from './fen.ts';
import type { Rate } from './money.ts';
import type { Figure } from './parameters.ts';

/** The benefit line a step belongs to. */
export type Line = 'consultation' | 'care' | 'critical' | 'total';

/** Why a line pays nothing. */
export type Uncovered = 'notSelected' | 'awayNotSelected' | 'consultationAway' | 'tertiaryOutpatient';

/** One operation of a settlement. Money in fen; `result` is what goes on to the next step of the line. */
export type Step =
  /** Costs that go into a line: eligible, and a consultation fee where it is an ordinary cost. */
  | { op: 'cost'; line: Line; eligible: Fen; consultationFee: Fen; result: Fen }
  /** The family's first share of class-B items; `result` is what goes on as eligible. */
  | { op: 'firstShare'; line: Line; cost: Fen; classB: Fen; share: Figure; taken: Fen; result: Fen }
  /** `deductible − already met = open`, at most the cost; `result` is what lies above it. */
  | { op: 'deductible'; line: Line; cost: Fen; deductible: Figure; met: Fen; taken: Fen; later: boolean; result: Fen }
  /** Percentage points added to a rate, before it is applied. */
  | { op: 'points'; line: Line; rate: Figure; points: Figure; result: Rate }
  /** `base × rate × factor`, rounded once, half up. */
  | {
      op: 'rate';
      line: Line;
      base: Fen;
      rate: Figure;
      points: Figure | undefined;
      factor: Figure | undefined;
      applied: Rate;
      result: Fen;
    }
  /** At most what is left of a limit. `extra`: how many times `step` was added to the limit. */
  | {
      op: 'cap';
      line: Line;
      amount: Fen;
      limit: Figure;
      step: Figure | undefined;
      extra: number;
      total: Fen;
      used: Fen;
      result: Fen;
    }
  /** Nothing is paid, and why. */
  | { op: 'uncovered'; line: Line; cost: Fen; why: Uncovered; result: Fen }
  /**
   * The own share that counts for the second layer: `eligible − paid`. Where a factor cut the payment, `paid` is what it would
   * have been without, and `cut` what was lost.
   */
  | { op: 'ownShare'; line: Line; eligible: Fen; paid: Fen; cut: Fen; before: Fen; share: Fen; result: Fen }
  /** The second layer: benefit of the new yearly total less that of the old one. */
  | {
      op: 'secondLayer';
      line: Line;
      brackets: readonly Bracket[];
      ownBefore: Fen;
      ownAfter: Fen;
      benefitBefore: Fen;
      benefitAfter: Fen;
      result: Fen;
    }
  /** What is left for the family: the whole bill less both layers. */
  | { op: 'self'; line: 'total'; bill: Fen; fund: Fen; critical: Fen; result: Fen };

/** A stretch of own share: from `over` (exclusive) up to `to`, paid at `rate`. */
export interface Bracket {
  over: Figure;
  to?: Figure;
  rate: Figure;
}

/** The figures a step was computed with, in the order in which they are read. */
export function figuresOf(step: Step): Figure[] {
  switch (step.op) {
    case 'firstShare':
      return [step.share];
    case 'deductible':
      return [step.deductible];
    case 'points':
      return [step.rate, step.points];
    case 'rate':
      return [step.rate, step.points, step.factor].filter((f): f is Figure => f !== undefined);
    case 'cap':
      return step.step ? [step.limit, step.step] : [step.limit];
    case 'secondLayer':
      return step.brackets.flatMap((b) => (b.to ? [b.over, b.to, b.rate] : [b.over, b.rate]));
    case 'cost':
    case 'uncovered':
    case 'ownShare':
    case 'self':
      return [];
  }
}
