import type { Fen } from '../fen.ts';
import { type Rate, sumOfShares } from '../money.ts';
import type { Bracket } from '../trace.ts';
import type { Sheet } from './sheet.ts';

/** The benefit on a yearly own share: each bracket's part at its rate, the sum rounded to the fen. */
function benefitOn(own: Fen, brackets: readonly Bracket[]): Fen {
  const [lowest] = brackets;
  if (!lowest || own <= lowest.over.fen) return 0;
  const parts: { amount: Fen; rate: Rate }[] = [];
  for (const { over, to, rate } of brackets) {
    const amount = Math.min(own, to ? to.fen : own) - over.fen;
    if (amount > 0) parts.push({ amount, rate: rate.rate });
  }
  return sumOfShares(parts);
}

/**
 * 大病保险. The own share of this visit joins the year's; the benefit is that of the new total less that of the old.
 * @param share this visit's own share; `eligible` and `paid` are what it was made from, for the trace
 */
export function paySecondLayer(
  sheet: Sheet,
  own: { eligible: Fen; paid: Fen; cut: Fen; before: Fen },
  brackets: readonly Bracket[],
): { benefit: Fen; ownAfter: Fen } {
  const { eligible, paid, cut, before } = own;
  const share = eligible - paid;
  const ownAfter = before + share;
  sheet.steps.push({ op: 'ownShare', line: 'critical', eligible, paid, cut, before, share, result: ownAfter });
  const benefitBefore = benefitOn(before, brackets);
  const benefitAfter = benefitOn(ownAfter, brackets);
  const benefit = benefitAfter - benefitBefore;
  sheet.steps.push({
    op: 'secondLayer',
    line: 'critical',
    brackets,
    ownBefore: before,
    ownAfter,
    benefitBefore,
    benefitAfter,
    result: benefit,
  });
  return { benefit, ownAfter };
}
