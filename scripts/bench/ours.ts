/** This engine, as the app calls it: a bill in words and typed amounts; the trace is kept, its words are made when shown. */
import {
  amendLedger,
  type Ledger,
  NOTHING_USED,
  type Outcome,
  openLedger,
  settleBill,
  settleVisits,
  type Visit,
} from '#engine';
import { city } from '../../src/cities/shenzhen.ts';
import { explainedLine, explainStep } from '../../src/ui/explain.ts';
import { type Answer, type Contestant, randomTasks, toBill } from './job.ts';

const { rules, policy } = city;

function answer(outcome: Outcome): Answer {
  if (outcome.kind !== 'computed') throw new Error(`not computed: ${JSON.stringify(outcome)}`);
  const { fund, critical, self, outpatientLeft } = outcome;
  return { fund, critical, self, left: outpatientLeft };
}

export const estimates: Contestant<ReturnType<typeof toBill>, Outcome> = {
  name: 'this engine, trace kept',
  input: toBill,
  run: (bill) => settleBill(rules, policy, bill),
  answer,
};

export const estimatesWithTexts: Contestant<ReturnType<typeof toBill>, { outcome: Outcome; texts: string[] }> = {
  name: 'this engine, all texts built',
  input: toBill,
  run(bill) {
    const outcome = settleBill(rules, policy, bill);
    const texts: string[] = [];
    for (const step of outcome.kind === 'computed' ? outcome.steps : []) {
      const explained = explainStep(step);
      if (explained) texts.push(`${explained.title}：${explainedLine(explained)}`);
    }
    return { outcome, texts };
  },
  answer: ({ outcome }) => answer(outcome),
};

const { member } = toBill(randomTasks(1)[0] as never);

/** A year of visits, in order of date: one in a hundred is a stay. */
export function yearOf(visits: number): Visit[] {
  const bills = randomTasks(visits, 7).map((task, i) => toBill({ ...task, ...(i % 100 > 0 && OUTPATIENT) }).visit);
  return bills.sort((a, b) => (a.date < b.date ? -1 : 1));
}
const OUTPATIENT = { inpatient: false, eligible: 45_678, classB: 0 };

export const settleYear = (visits: readonly Visit[]): Outcome[] =>
  settleVisits(rules, policy, member, visits, NOTHING_USED);

export const openYear = (visits: readonly Visit[]): Ledger => openLedger(rules, policy, member, visits, NOTHING_USED);

/** One visit of the ledger with another amount outside the scope: what follows stands as before. */
export function editOne(ledger: Ledger, at: number, excluded: string): Ledger {
  const entry = ledger.entries[at];
  return entry ? amendLedger(ledger, at, 1, [{ ...entry.visit, excluded }]) : ledger;
}

/** How many entries of the second ledger had to be settled anew. */
export const settledAnew = (before: Ledger, after: Ledger): number =>
  after.entries.filter((entry, i) => entry !== before.entries[i]).length;
