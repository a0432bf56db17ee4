/** The estimate and the ledger: where the year stands, and a visit that is entered there. */
import { useEffect, useMemo, useRef } from 'react';
import type { Amounts, Answers } from '#journeys';
import { callOf, useChildren } from '#platform';
import { useEstimate } from './store.ts';
import type { Journey, Known, LedgerStart, Walked } from './types.ts';

/** `豆豆的`, where there are several children: whose ledger an estimate starts from. */
export const useWhose = (): string =>
  useChildren(({ children, at }) => {
    const child = children[at];
    return child && children.length > 1 ? `${callOf(child, at)}的` : '';
  });

/** The address says that a visit is entered. */
export const isRecording = (query: URLSearchParams): boolean => query.get('record') === '1';

interface Asked {
  graph: Walked;
  known: Known | undefined;
  /** Of the visit. */
  year: number;
  recording: boolean;
  /** The page has taken over what its address says; and nothing but what is known from here was said. */
  settled: boolean;
  prefilled: boolean;
}

interface WithLedger {
  start: LedgerStart | undefined;
  asking: Walked;
  answers: Answers;
  /** Amounts that stand over what was typed. */
  given: Amounts | undefined;
}

/**
 * While a visit is entered, what the ledger knows stands beside what was typed and is not asked. Else it is filled in and can be
 * changed.
 */
export function useLedgerStart({ graph, known, year, recording, settled, prefilled }: Asked): WithLedger {
  const answers = useEstimate((state) => state.answers);
  const entry = useEstimate((state) => state.entry);
  const door = known?.ledger;
  const start = useMemo(() => door?.start(year, entry), [door, year, entry]);
  const begun = useRef(false);
  useEffect(() => {
    if (!settled || !door || !start || recording) return;
    const filled = Object.keys(useEstimate.getState().fromLedger).length > 0;
    // The answers of a visit of the ledger came with the link to the check of its slip.
    const own = prefilled || entry !== '';
    if (!filled && (!own || start.visits === 0)) return;
    door.fill(start, prefilled && !begun.current && start.visits > 0);
    begun.current = true;
  }, [settled, door, start, recording, prefilled, entry]);
  if (!recording || !door) return { start, asking: graph, answers, given: undefined };
  return {
    start,
    asking: door.asking,
    answers: { ...answers, ...start?.answers },
    given: start?.amounts,
  };
}

/** The ledger is private: what it knows leaves neither in a link nor in words. The same journey if nothing of it is in there. */
export function withoutLedger(journey: Journey): Journey {
  const { recording, ledger } = journey;
  const known: Answers = recording ? { ...ledger?.answers, ...ledger?.amounts } : useEstimate.getState().fromLedger;
  const isOwn = ([id, value]: [string, string]) => known[id] !== value;
  const [answers, amounts] = [journey.answers, journey.amounts].map((given) => Object.entries(given));
  if (!answers || !amounts || [...answers, ...amounts].every(isOwn)) return journey;
  return {
    ...journey,
    answers: Object.fromEntries(answers.filter(isOwn)),
    amounts: Object.fromEntries(amounts.filter(isOwn)),
  };
}
