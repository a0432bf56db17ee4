/**
 * Money as whole fen, read from and written as yuan. Apart from `money.ts`, so that a form can check what was typed
 * without loading the arithmetic.
 */

/** Whole fen, never negative on input. */
export type Fen = number;

const MONEY = /^\d{1,9}(\.\d{1,2})?$/;

/** The largest amount that is accepted: 100,000,000 yuan. */
export const MAX_FEN: Fen = 10_000_000_000;

/**
 * Reads yuan from a decimal string such as `"1234.5"`.
 * @returns whole fen, or `undefined` if it is not a plain amount of at most 100000000 with at most two decimals
 */
export function parseMoney(text: string): Fen | undefined {
  if (!MONEY.test(text)) return undefined;
  const dot = text.indexOf('.');
  const yuan = Number(dot < 0 ? text : text.slice(0, dot));
  const cents = dot < 0 ? 0 : Number(text.slice(dot + 1).padEnd(2, '0'));
  const fen = yuan * 100 + cents;
  return fen <= MAX_FEN ? fen : undefined;
}

/** Yuan with exactly two decimals, no separators: `"1234.50"`. Negative amounts keep their sign. */
export function formatMoney(fen: Fen): string {
  const sign = fen < 0 ? '-' : '';
  const abs = Math.abs(fen);
  const cents = abs % 100;
  return `${sign}${(abs - cents) / 100}.${cents < 10 ? '0' : ''}${cents}`;
}
