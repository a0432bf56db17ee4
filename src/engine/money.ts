/**
 * Rates on money, exact. The only file that knows decimal.js.
 *
 * Money is a whole number of fen in an ordinary number (`fen.ts`). A product of fen and rate stays exact as long as it is a safe
 * integer; `timesRate` checks that and otherwise goes to decimal.js with 60 digits (20, its default, are not enough).
 * Both ways round half up to the fen; no source gives a rounding rule, so half up is an assumption the app states.
 */
import Decimal from 'decimal.js';
import type { Fen } from './fen.ts';

/** An exact fraction `n / d`, `d` a power of ten: 72 % is `{ n: 72, d: 100 }`. */
export interface Rate {
  n: number;
  d: number;
}

const Wide = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** A percentage as printed (`"75"`, `"0.6"`) → the exact fraction. */
export function parsePercent(text: string): Rate {
  const value = new Wide(text);
  const d = 10 ** (value.decimalPlaces() + 2);
  return { n: value.times(d).div(100).toNumber(), d };
}

/** A rate as people write it, without the sign: `{ n: 72, d: 100 }` → `"72"`. */
export function formatPercent(rate: Rate): string {
  return new Wide(rate.n).div(rate.d).times(100).toString();
}

/** rate × factor: a factor on a rate multiplies, it does not subtract (90 % × 80 % = 72 %). */
export function multiplyRates(a: Rate, b: Rate): Rate {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** rate + percentage points. */
export function addRates(a: Rate, b: Rate): Rate {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  const d = Math.max(a.d, b.d);
  return { n: a.n * (d / a.d) + b.n * (d / b.d), d };
}

/** amount × rate, rounded half up to the fen, by decimal.js: right for every size, slow. */
export function timesRateWide(amount: Fen, rate: Rate): Fen {
  return new Wide(amount).times(rate.n).div(rate.d).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
}

/** amount × rate, rounded half up to the fen, in safe integers. Only right if `amount * rate.n` is a safe integer. */
export function timesRateSafe(amount: Fen, rate: Rate): Fen {
  const product = amount * rate.n;
  const rest = product % rate.d;
  const whole = (product - rest) / rate.d;
  return rest * 2 >= rate.d ? whole + 1 : whole;
}

/** amount × rate, rounded half up to the fen. `amount` is not negative. */
export function timesRate(amount: Fen, rate: Rate): Fen {
  return amount * rate.n <= Number.MAX_SAFE_INTEGER ? timesRateSafe(amount, rate) : timesRateWide(amount, rate);
}

/** Σ amount × rate over several stretches, rounded half up to the fen once, at the end. */
export function sumOfShares(parts: readonly { amount: Fen; rate: Rate }[]): Fen {
  const d = parts.reduce((most, { rate }) => Math.max(most, rate.d), 1);
  const n = parts.reduce((sum, { amount, rate }) => sum + amount * rate.n * (d / rate.d), 0);
  if (n <= Number.MAX_SAFE_INTEGER) return timesRateSafe(n, { n: 1, d });
  const exact = parts.reduce(
    (sum, { amount, rate }) => sum.plus(new Wide(amount).times(rate.n).div(rate.d)),
    new Wide(0),
  );
  return exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
}
