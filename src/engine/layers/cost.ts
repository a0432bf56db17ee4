import type { Fen } from '../fen.ts';
import { timesRate } from '../money.ts';
import type { Figure } from '../parameters.ts';
import type { Line, Uncovered } from '../trace.ts';
import type { Sheet } from './sheet.ts';

/** The costs of a line: eligible ones, and a consultation fee where it is an ordinary cost. In fen. */
export function takeCost(sheet: Sheet, line: Line, eligible: Fen, consultationFee: Fen): Fen {
  const result = eligible + consultationFee;
  sheet.steps.push({ op: 'cost', line, eligible, consultationFee, result });
  return result;
}

/** The family's first share of class-B items, rounded to the fen; returns what goes on as eligible (S7). */
export function lessFirstShare(sheet: Sheet, line: Line, cost: Fen, classB: Fen, share: Figure): Fen {
  if (classB === 0) return cost;
  const taken = timesRate(classB, share.rate);
  const result = cost - taken;
  sheet.steps.push({ op: 'firstShare', line, cost, classB, share, taken, result });
  return result;
}

/** A line that pays nothing, with its reason. A cost of 0 leaves no step. */
export function payNothing(sheet: Sheet, line: Line, cost: Fen, why: Uncovered): Fen {
  if (cost > 0) sheet.steps.push({ op: 'uncovered', line, cost, why, result: 0 });
  return 0;
}
