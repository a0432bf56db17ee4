import type { Fen } from '../fen.ts';
import type { Figure } from '../parameters.ts';
import type { Line } from '../trace.ts';
import type { Sheet } from './sheet.ts';

/** What is left of a limit; never negative, also where more was used than it allows. */
export const leftOf = (limit: Fen, used: Fen): Fen => Math.max(0, limit - used);

/**
 * Pays at most what is left of a limit.
 * @param raise a limit that grows: `step` is added `times` times (chronic: 200 for each further disease)
 */
export function payWithin(
  sheet: Sheet,
  line: Line,
  amount: Fen,
  limit: Figure,
  used: Fen,
  raise?: { step: Figure; times: number },
): Fen {
  const step = raise?.step;
  const extra = raise?.times ?? 0;
  const total = limit.fen + (step ? step.fen * extra : 0);
  const result = Math.min(amount, leftOf(total, used));
  sheet.steps.push({ op: 'cap', line, amount, limit, step, extra, total, used, result });
  return result;
}
