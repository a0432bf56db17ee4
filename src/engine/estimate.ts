/** One bill, all its possible answers: the range where something is not known, and what disputed readings would change. */

import type { Fen } from './fen.ts';
import { type NoAnswer, notComputable, type Outcome, type Settled } from './outcome.ts';
import type { Policy } from './parameters.ts';
import type { CityRules } from './rules.ts';
import { settleVisit } from './settle.ts';
import { type Member, readUsed, type Used, type Visit } from './visit.ts';

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

/** One way in which the answers can be meant, settled; `index` is its place among the bills given. */
export interface Meaning {
  index: number;
  outcome: Settled;
}

/** One for which nothing can be computed, though another can: it is in no figure, and has to be said. */
export interface Unsettled {
  index: number;
  reason: NoAnswer;
}

/** The answer to one bill. `computed`: one figure. `range`: the lowest and the highest own payment. */
export type Estimate =
  | {
      kind: 'computed';
      outcome: Settled;
      index: number;
      readings: readonly ReadingEffect[];
      unsettled: readonly Unsettled[];
    }
  | { kind: 'range'; low: Meaning; high: Meaning; meanings: readonly Meaning[]; unsettled: readonly Unsettled[] }
  | Exclude<Outcome, Settled>;

/** Settles a single bill. */
export function settleBill(rules: CityRules, policy: Policy, { member, visit, used }: Bill): Outcome {
  const { totals, error } = readUsed(used);
  return settleVisit(rules, policy, member, visit, totals, error);
}

/**
 * @param bills the ways in which the answers can be meant, at least one
 * @returns a single figure if all that can be computed give the same; a range otherwise. A meaning that is not computable is
 * named beside the others (`unsettled`), and is the answer where there is no other; wrong input is always said
 */
export function estimate(rules: CityRules, policy: Policy, bills: readonly Bill[]): Estimate {
  const meanings: Meaning[] = [];
  const unsettled: Unsettled[] = [];
  for (const [index, bill] of bills.entries()) {
    const outcome = settleBill(rules, policy, bill);
    if (outcome.kind === 'error') return outcome;
    if (outcome.kind === 'computed') meanings.push({ index, outcome });
    else unsettled.push({ index, reason: outcome.reason });
  }
  const [first, ...others] = meanings;
  const bill = first && bills[first.index];
  if (!first || !bill) return notComputable(unsettled[unsettled.length - 1]?.reason ?? 'noRecord');
  let low = first;
  let high = first;
  for (const meaning of others) {
    if (meaning.outcome.self < low.outcome.self) low = meaning;
    if (meaning.outcome.self > high.outcome.self) high = meaning;
  }
  if (others.some(({ outcome }) => outcome.self !== first.outcome.self || outcome.fund !== first.outcome.fund)) {
    return { kind: 'range', low, high, meanings, unsettled };
  }
  const { index, outcome } = first;
  return { kind: 'computed', outcome, index, readings: readingEffects(rules, policy, bill, outcome), unsettled };
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
