/**
 * Rates on money, exact. The only file that knows decimal.js.
 *
 * Money is a whole number of fen in an ordinary number (`fen.ts`). A product of fen and rate is exact as long as it is a safe
 * integer, and that of any single bill is (`tests/laws/money.test.ts` tries the edge). Anything larger, such as a year's
 * total over thousands of visits, goes to decimal.js with 60 digits (20, its default, are not enough). It is fetched by
 * `loadWide`, apart from the first load of a page, which can do without.
 *
 * Both ways round half up to the fen; no source gives a rounding rule, so half up is an assumption the app states.
 */
import type { Decimal } from 'decimal.js';
import type { Fen } from './fen.ts';

/** An exact fraction `n / d`, `d` a power of ten: 72 % is `{ n: 72, d: 100 }`. */
export interface Rate {
  n: number;
  d: number;
}

let Wide: typeof Decimal | undefined;

/** Fetches decimal.js. To be awaited before sums of more than a few thousand visits; otherwise it may come when it comes. */
export async function loadWide(): Promise<void> {
  const library = await import('decimal.js');
  Wide = library.Decimal.clone({ precision: 60, rounding: library.Decimal.ROUND_HALF_UP });
}

function wide(amount: Fen): Decimal {
  if (!Wide) throw new Error('an amount beyond safe integers needs loadWide() first');
  return new Wide(amount);
}

const toFen = (exact: Decimal): Fen => exact.toDecimalPlaces(0).toNumber();

/** A percentage as printed (`"75"`, `"0.6"`) → the exact fraction. */
export function parsePercent(text: string): Rate {
  const [whole = '', decimals = ''] = text.split('.');
  return { n: Number(whole + decimals), d: 10 ** (decimals.length + 2) };
}

/** A rate as people write it, without the sign: `{ n: 72, d: 100 }` → `"72"`. */
export function formatPercent({ n, d }: Rate): string {
  const places = String(d).length - 3;
  const digits = String(n).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const decimals = digits.slice(digits.length - places).replace(/0+$/, '');
  return decimals === '' || places === 0 ? whole : `${whole}.${decimals}`;
}

/** rate × factor: a factor on a rate multiplies, it does not subtract (90 % × 80 % = 72 %). */
export function multiplyRates(a: Rate, b: Rate): Rate {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** rate + percentage points. */
export function addRates(a: Rate, b: Rate): Rate {
  const d = Math.max(a.d, b.d);
  return { n: a.n * (d / a.d) + b.n * (d / b.d), d };
}

/** amount × rate, rounded half up to the fen, by decimal.js: right for every size, slow. After `loadWide`. */
export const timesRateWide = (amount: Fen, { n, d }: Rate): Fen => toFen(wide(amount).times(n).div(d));

/** amount × rate, rounded half up to the fen, in safe integers. Only right if `amount * rate.n` is a safe integer. */
export function timesRateSafe(amount: Fen, { n, d }: Rate): Fen {
  const product = amount * n;
  // The quotient of safe integers, however it was rounded, never reaches the next whole number; so the rest is exact.
  const whole = Math.floor(product / d);
  const rest = product - whole * d;
  return rest * 2 >= d ? whole + 1 : whole;
}

/** amount × rate, rounded half up to the fen. `amount` is not negative. */
export function timesRate(amount: Fen, rate: Rate): Fen {
  return amount * rate.n <= Number.MAX_SAFE_INTEGER ? timesRateSafe(amount, rate) : timesRateWide(amount, rate);
}

/** Σ amount × rate over several stretches, rounded half up to the fen once, at the end. */
export function sumOfShares(parts: readonly { amount: Fen; rate: Rate }[]): Fen {
  if (parts.length === 0) return 0;
  const d = parts.reduce((most, { rate }) => Math.max(most, rate.d), 1);
  const n = parts.reduce((sum, { amount, rate }) => sum + amount * rate.n * (d / rate.d), 0);
  if (n <= Number.MAX_SAFE_INTEGER) return timesRateSafe(n, { n: 1, d });
  return toFen(parts.reduce((sum, { amount, rate }) => sum.plus(wide(amount).times(rate.n).div(rate.d)), wide(0)));
}
