/** Where the year stands by the ledger, and how that gets into the estimate. Comes with the rules. */
import {
  type Amounts,
  type Answers,
  asksForUsed,
  byDay,
  type LedgerCity,
  settleYear,
  usedAmounts,
  usedAnswers,
  type Who,
} from '#journeys';
import { isRecord, type LedgerEntry, loadLedger } from '#platform';
import type { EstimateGraph, IsoDate } from '#policy/types.ts';
import { visitDate } from './result.ts';
import { namesOf, shortTexts, useEstimate, YEAR } from './store.ts';
import type { LedgerDoor, LedgerStart, Walked } from './types.ts';

/**
 * @param city with the graph by which visits are settled
 * @param asked the graph whose questions are asked
 * @param child `id`; without one nothing was entered yet, and the ledger is not fetched
 */
export async function ledgerDoor(
  city: LedgerCity & { id: string },
  asked: Walked,
  child: string | undefined,
  who: Who,
  today: IsoDate,
): Promise<LedgerDoor> {
  const { graph, id } = city;
  const visits = child ? await visitsOf(id, child) : [];
  const start = (year: number, entry: string): LedgerStart => {
    const changed = visits.find((visit) => visit.id === entry);
    const last = visitDate(year, today);
    const before = visits.filter((visit) => (changed ? byDay(visit, changed) < 0 : visit.date <= last));
    const ofYear = `${changed?.date.slice(0, 4) ?? year}-`;
    const { totals, rows } = settleYear(
      city,
      before.filter(({ date }) => date.startsWith(ofYear)),
      who,
    );
    return {
      visits: rows.length,
      answers: usedAnswers(graph, totals),
      amounts: usedAmounts(graph, totals),
      ...(changed && { changed }),
    };
  };
  return {
    start,
    asking: withoutUsed(asked),
    takeUp: (...one) => takeUp(visits, graph, ...one),
    fill: (...one) => fill(id, graph, ...one),
  };
}

async function visitsOf(city: string, child: string): Promise<LedgerEntry[]> {
  const ledger = await loadLedger();
  return ledger.useLedger.getState().entries.filter((visit) => visit.city === city && visit.child === child);
}

const withoutUsed = (graph: Walked): Walked => ({
  ...graph,
  questions: graph.questions.filter((question) => !asksForUsed(question)),
  used: { ...graph.used, fields: [] },
});

/** The visit that is to be changed, as the ledger has it by now, or a bill with nothing in it. */
function takeUp(
  visits: readonly LedgerEntry[],
  graph: EstimateGraph,
  city: string,
  query: URLSearchParams,
  entry: unknown,
): void {
  const state = isRecord(entry) ? entry : {};
  if (isRecord(state.record)) {
    const { id, year } = state.record;
    const { answers, amounts } = visits.find((visit) => visit.id === id) ?? {
      answers: shortTexts(state.record.answers),
      amounts: shortTexts(state.record.amounts),
    };
    if (!answers || !amounts || typeof id !== 'string') return;
    const visit = { city, answers, names: namesOf(graph), amounts, year: YEAR.test(String(year)) ? Number(year) : 0 };
    useEstimate.getState().change(visit, id);
  } else if (!query.has('at') && state.inside !== true) useEstimate.getState().anew();
}

/** @param fresh a bill that was not begun yet: then also what was typed for the last one gives way */
function fill(city: string, graph: EstimateGraph, start: LedgerStart, fresh: boolean): void {
  const { answers, amounts, fromLedger } = useEstimate.getState();
  const nothing = Object.fromEntries(graph.used.fields.map(({ id }) => [id, '']));
  const known = { answers: start.visits > 0 ? start.answers : {}, amounts: { ...nothing, ...start.amounts } };
  useEstimate.setState({
    city,
    names: namesOf(graph),
    answers: filled(answers, fromLedger, known.answers, fresh),
    amounts: filled(amounts, fromLedger, known.amounts, fresh),
    fromLedger: Object.fromEntries(Object.entries({ ...known.answers, ...known.amounts }).filter(([, it]) => it)),
  });
}

/** What was put in before goes, what is known now comes; what somebody typed over it stays. */
function filled(given: Answers | Amounts, before: Answers, now: Answers, fresh: boolean): Answers {
  const kept = Object.entries(given).filter(
    ([id, value]) => value !== '' && value !== before[id] && !(fresh && id in now),
  );
  return { ...now, ...Object.fromEntries(kept) };
}
