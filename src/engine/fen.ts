/**
 * Money as whole fen, read from and written as yuan. Apart from `money.ts`, so that a form can check what was typed
 * without loading the arithmetic.
 */

import { digits } from './digits.ts';

/** Whole fen, never negative on input. */
export type Fen = number;

/** The largest amount that is accepted: 100,000,000 yuan. */
export const MAX_FEN: Fen = 10_000_000_000;

const POINT = '.'.charCodeAt(0);
/**
 * Reads yuan from a decimal string such as `"1234.5"`.
 * @returns whole fen, or `undefined` if it is not a plain amount of at most 100000000 with at most two decimals
 */
export function parseMoney(text: string): Fen | undefined {
  // What was not asked stands at this, and that is most of a visit.
  if (text === '0') return 0;
  const { length } = text;
  const decimals = text.charCodeAt(length - 3) === POINT ? 2 : text.charCodeAt(length - 2) === POINT ? 1 : 0;
  const point = decimals === 0 ? length : length - decimals - 1;
  if (point < 1 || point > 9) return undefined;
  const yuan = digits(text, 0, point);
  const cents = digits(text, point + 1, length) * (decimals === 1 ? 10 : 1);
  const fen = yuan * 100 + cents;
  return yuan >= 0 && cents >= 0 && fen <= MAX_FEN ? fen : undefined;
}

/** Yuan with exactly two decimals, no separators: `"1234.50"`. Negative amounts keep their sign. */
export function formatMoney(fen: Fen): string {
  const sign = fen < 0 ? '-' : '';
  const abs = Math.abs(fen);
  const cents = abs % 100;
  return `${sign}${(abs - cents) / 100}.${cents < 10 ? '0' : ''}${cents}`;
}
