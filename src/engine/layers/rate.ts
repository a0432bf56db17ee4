import type { Fen } from '../fen.ts';
import { addRates, multiplyRates, timesRate } from '../money.ts';
import type { Figure } from '../parameters.ts';
import type { Line } from '../trace.ts';
import type { Sheet } from './sheet.ts';

/**
 * `base × (rate + points) × factor`, rounded once, half up to the fen.
 * Points are a step of their own; a factor multiplies the rate (90 % × 80 % = 72 %).
 */
export function payRate(
  sheet: Sheet,
  line: Line,
  base: Fen,
  rate: Figure,
  more: { points?: Figure | undefined; factor?: Figure | undefined } = {},
): Fen {
  const { points, factor } = more;
  let applied = rate.rate;
  if (points) {
    applied = addRates(applied, points.rate);
    sheet.steps.push({ op: 'points', line, rate, points, result: applied });
  }
  if (factor) applied = multiplyRates(applied, factor.rate);
  const result = timesRate(base, applied);
  sheet.steps.push({ op: 'rate', line, base, rate, points, factor, applied, result });
  return result;
}
