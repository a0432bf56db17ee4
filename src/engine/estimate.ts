/** One bill, all its possible answers: the range where something is not known, and what disputed readings would change. */

import type { Fen } from './fen.ts';
import { settleVisits } from './ledger.ts';
import type { Outcome, Settled } from './outcome.ts';
import type { Policy } from './parameters.ts';
import type { CityRules } from './rules.ts';
import type { Member, Used, Visit } from './visit.ts';

export interface Bill {
  member: Member;
  visit: Visit;
  used: Used;
}

/** A reading under which the answer would be another. */
export interface ReadingEffect {
  reading: string;
  outcome: Settled;
  /** What the family would pay more (or, negative, less) than as computed. */
  selfMore: Fen;
}

/** The answer to one bill. `computed`: one figure. `range`: the lowest and the highest own payment. */
export type Estimate =
  | { kind: 'computed'; outcome: Settled; index: number; readings: readonly ReadingEffect[] }
  | { kind: 'range'; low: Settled; high: Settled; lowIndex: number; highIndex: number; settled: readonly Settled[] }
  | Exclude<Outcome, Settled>;

/** Settles a single bill. */
export const settleBill = (rules: CityRules, policy: Policy, { member, visit, used }: Bill): Outcome =>
  settleVisits(rules, policy, member, [visit], used)[0] ?? { kind: 'notComputable', reason: 'noRecord' };

/**
 * @param bills the ways in which the answers can be meant, at least one
 * @returns a single figure if they all give the same; a range otherwise; a refusal if any of them is refused
 */
export function estimate(rules: CityRules, policy: Policy, bills: readonly Bill[]): Estimate {
  const settled: Settled[] = [];
  for (const bill of bills) {
    const outcome = settleBill(rules, policy, bill);
    if (outcome.kind !== 'computed') return outcome;
    settled.push(outcome);
  }
  let lowIndex = 0;
  let highIndex = 0;
  settled.forEach((outcome, i) => {
    if (outcome.self < (settled[lowIndex]?.self ?? 0)) lowIndex = i;
    if (outcome.self > (settled[highIndex]?.self ?? 0)) highIndex = i;
  });
  const low = settled[lowIndex];
  const high = settled[highIndex];
  const bill = bills[lowIndex];
  if (!low || !high || !bill) return { kind: 'notComputable', reason: 'noRecord' };
  if (low.self !== high.self || settled.some((o) => o.fund !== low.fund)) {
    return { kind: 'range', low, high, lowIndex, highIndex, settled };
  }
  return { kind: 'computed', outcome: low, index: lowIndex, readings: readingEffects(rules, policy, bill, low) };
}

/** The readings that would change this answer, by how much. */
function readingEffects(rules: CityRules, policy: Policy, bill: Bill, taken: Settled): ReadingEffect[] {
  return policy.readings.flatMap(({ id }) => {
    const outcome = settleBill(rules, policy.under(id), bill);
    if (outcome.kind !== 'computed') return [];
    const changed = outcome.self !== taken.self || outcome.outpatientLeft !== taken.outpatientLeft;
    return changed ? [{ reading: id, outcome, selfMore: outcome.self - taken.self }] : [];
  });
}
