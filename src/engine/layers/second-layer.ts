import type { Fen } from '../fen.ts';
import { sumOfShares } from '../money.ts';
import type { Bracket } from '../trace.ts';
import type { Sheet } from './sheet.ts';

/** The benefit on a yearly own share: each bracket's part at its rate, the sum rounded to the fen. */
export function benefitOn(own: Fen, brackets: readonly Bracket[]): Fen {
  return sumOfShares(
    brackets.map(({ over, to, rate }) => ({
      amount: Math.max(0, Math.min(own, to ? to.fen : own) - over.fen),
      rate: rate.rate,
    })),
  );
}

/**
 * 大病保险. The own share of this visit joins the year's; the benefit is that of the new total less that of the old.
 * @param share this visit's own share; `eligible` and `paid` are what it was made from, for the trace
 */
export function paySecondLayer(
  sheet: Sheet,
  own: { eligible: Fen; paid: Fen; cut?: Fen; before: Fen },
  brackets: readonly Bracket[],
): { benefit: Fen; ownAfter: Fen } {
  const share = own.eligible - own.paid;
  const ownAfter = own.before + share;
  sheet.steps.push({ op: 'ownShare', line: 'critical', cut: 0, ...own, share, result: ownAfter });
  const benefitBefore = benefitOn(own.before, brackets);
  const benefitAfter = benefitOn(ownAfter, brackets);
  const benefit = benefitAfter - benefitBefore;
  sheet.steps.push({
    op: 'secondLayer',
    line: 'critical',
    brackets,
    ownBefore: own.before,
    ownAfter,
    benefitBefore,
    benefitAfter,
    result: benefit,
  });
  return { benefit, ownAfter };
}
