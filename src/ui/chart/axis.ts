/** Round ends and steps of an axis of money. */
import { type Fen, formatMoney } from '#engine';
import { formatYuan, group } from '../format.ts';

const YUAN = 100;
const TEN_THOUSAND = 10_000 * YUAN;

/** A round amount of at least `fen`: 1, 2 or 5 times a power of ten, in yuan. */
export function roundUp(fen: Fen): Fen {
  let unit = YUAN;
  for (;;) {
    for (const times of [1, 2, 5]) if (times * unit >= fen) return times * unit;
    unit *= 10;
  }
}

/** A few round amounts above nothing and below `top`. */
export function ticks(top: Fen): Fen[] {
  const step = roundUp(top / 4);
  const all: Fen[] = [];
  for (let at = step; at < top * 0.9; at += step) all.push(at);
  return all;
}

/** An amount on an axis: `¥500`, `¥2万`. */
export const axisYuan = (fen: Fen): string =>
  fen >= TEN_THOUSAND && fen % (TEN_THOUSAND / 10) === 0
    ? `¥${group(String(fen / TEN_THOUSAND))}万`
    : formatYuan(formatMoney(fen), true);
