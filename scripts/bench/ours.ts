/** This engine, as the app calls it: a bill in words and typed amounts; the trace is kept, its words are made when shown. */
import { NOTHING_USED, type Outcome, settleBill, settleVisits, type Visit } from '#engine';
import { type Entry, everyAnswer, type LedgerYear, openQuestions, settleYear as settleLedgerYear } from '#journeys';
import estimateGraph from '#policy/shenzhen/journeys/estimate.json' with { type: 'json' };
import type { EstimateGraph } from '#policy/types.ts';
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

// ── the family's ledger, as the app keeps it ──────────────────────────────────────────────────────

const graph = estimateGraph as EstimateGraph;
const ways = [...everyAnswer(graph)].filter((answers) => openQuestions(graph, answers).length === 0);
const stays = ways.filter(({ care }) => care === 'inpatient');
const visits = ways.filter(({ care }) => care !== 'inpatient');

/** The same year as it is kept: answers and typed amounts. */
export function entriesOf(year: readonly Visit[]): Entry[] {
  return year.map(({ date, care, eligible, excluded }, i) => {
    const all = care === 'inpatient' ? stays : visits;
    const answers = all[i % all.length] ?? {};
    return { id: `2026-01.${String(i).padStart(8, '0')}`, date, answers, amounts: { eligible, excluded } };
  });
}

export const openLedger = (entries: readonly Entry[], last?: LedgerYear): LedgerYear =>
  settleLedgerYear({ rules, policy, graph }, entries, { birthDate: member.birthDate }, last);

/** One visit with another amount outside the scope: what follows stands as before. */
export const withOther = (entries: readonly Entry[], at: number, excluded: string): Entry[] =>
  entries.map((entry, i) => (i === at ? { ...entry, amounts: { ...entry.amounts, excluded } } : entry));

/** How many visits of the second year had to be settled anew. */
export function settledAnew(before: LedgerYear, after: LedgerYear): number {
  const kept = new Set(before.rows);
  return after.rows.filter((row) => !kept.has(row)).length;
}
