/** The whole check of a slip: does it add up, does it agree, and if not, why. Pure. */
import type { Fen, InputError, NotComputable } from '#engine';
import { type Answers, withoutUnknowns } from './graph.ts';
import {
  agrees,
  type Difference,
  differencesOf,
  distance,
  eligibleOf,
  overTotal,
  type Settlement,
  type SlipLines,
  type SlipSubject,
  settled,
  settlementsOf,
  situationsFor,
} from './slip.ts';
import { type Explanation, explain } from './slip-search.ts';

export type SlipCheck =
  /** The lines do not add up to the total: `by` is what they have more (or, negative, less). */
  | { kind: 'unbalanced'; by: Fen; settlement: Settlement; differences: Difference[] }
  /** Everything agrees to the fen; `meant` where something was not known and only this makes it agree. */
  | { kind: 'agrees'; settlement: Settlement; meant: boolean }
  | {
      kind: 'differs';
      settlement: Settlement;
      differences: Difference[];
      /** Each makes every line agree to the fen, likeliest first. */
      exact: Explanation[];
      /** None does: these come closer than the case as it was said, closest first. */
      closer: Explanation[];
    }
  | NotComputable
  | InputError;

/** Holds the slip against the rules, and where they differ looks for what would make them agree. */
export function checkSlip(subject: SlipSubject): SlipCheck {
  const { lines, graph, answers, year } = subject;
  const meanings = [...withoutUnknowns(graph, answers)];
  const settlements = meanings.flatMap((meant) => settlementsOf(subject, { answers: meant, year }));
  const closest = nearest(lines, settlements);
  if (!closest) return refusalOf(subject, meanings[0] ?? answers);
  const by = overTotal(lines);
  const differences = differencesOf(lines, closest.outcome);
  if (by !== 0 || eligibleOf(lines) < 0) return { kind: 'unbalanced', by, settlement: closest, differences };
  if (agrees(lines, closest.outcome)) {
    return { kind: 'agrees', settlement: closest, meant: settlements.some((one) => !agrees(lines, one.outcome)) };
  }
  return { kind: 'differs', settlement: closest, differences, ...explain(subject, closest) };
}

/** The settlement that is closest to the slip; the first of those that are. One that agrees with all lines comes before. */
function nearest(lines: SlipLines, settlements: readonly Settlement[]): Settlement | undefined {
  let best: Settlement | undefined;
  for (const one of settlements) {
    if (agrees(lines, one.outcome)) return one;
    if (!best || distance(lines, one.outcome) < distance(lines, best.outcome)) best = one;
  }
  return best;
}

function refusalOf(subject: SlipSubject, answers: Answers): NotComputable | InputError {
  const supposed = { answers, year: subject.year };
  const [situation] = situationsFor(subject, supposed);
  const outcome = situation && settled(subject, supposed, situation);
  return outcome && outcome.kind !== 'computed' ? outcome : { kind: 'notComputable', reason: 'noRecord' };
}
