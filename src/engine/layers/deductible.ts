import type { Fen } from '../fen.ts';
import type { Figure } from '../parameters.ts';
import type { Line } from '../trace.ts';
import type { Sheet } from './sheet.ts';

/** What lies above a deductible, and how much of it this cost has filled. */
export interface AboveDeductible {
  above: Fen;
  taken: Fen;
}

/**
 * Takes a deductible from a cost: per stay (`met` = 0), or per year with what was met before.
 * @param later whether this is the lower deductible of a later stay, for the words only
 */
export function overDeductible(
  sheet: Sheet,
  line: Line,
  cost: Fen,
  deductible: Figure,
  met: Fen = 0,
  later = false,
): AboveDeductible {
  const open = Math.max(0, deductible.fen - met);
  const taken = Math.min(cost, open);
  const above = cost - taken;
  sheet.steps.push({ op: 'deductible', line, cost, deductible, met, taken, later, result: above });
  return { above, taken };
}
