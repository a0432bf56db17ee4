/**
 * Answers in an address: few, flat, readable keys, one per question, sorted. Unknown keys are dropped; what was meant for a
 * question but is not understood is reported. Money, dates of birth and names never come here.
 */
import type { Question } from '#policy/types.ts';
import { type Answers, validAnswers } from './graph.ts';

export interface ReadLink {
  answers: Answers;
  /** Keys of this graph whose value was not understood or no longer applies. */
  notUnderstood: string[];
}

const MAX_VALUE = 40;

/** Reads answers from query parameters; other keys are ignored. */
export function readAnswers(graph: { questions: readonly Question[] }, query: URLSearchParams): ReadLink {
  const given: Record<string, string> = Object.create(null);
  for (const { id } of graph.questions) {
    const value = query.get(id);
    if (value !== null) given[id] = value.slice(0, MAX_VALUE);
  }
  const answers = validAnswers(graph, given);
  return { answers, notUnderstood: Object.keys(given).filter((id) => answers[id] !== given[id]) };
}

/** Answers as query parameters, sorted by key. */
export function writeAnswers(answers: Answers): URLSearchParams {
  const query = new URLSearchParams(answers);
  query.sort();
  return query;
}

/** What an address says beside the answers. */
interface Beside {
  /** The screen; the first one, `start`, is not named. */
  at: string;
  /** Of the visit; 0: this year. */
  year?: number;
  /** Came to change one answer. */
  edit?: boolean;
  /** For the ledger. */
  record?: boolean;
  /** The app as of another day. */
  asof?: string | null;
}

/** Query of a screen, its keys sorted: the answers on the way, and what else is said; never an amount. */
export function queryOf(answers: Answers, { at, year, edit, record, asof }: Beside): string {
  const query = writeAnswers(answers);
  const own = { at: at !== 'start' && at, year, edit: edit && 1, record: record && 1, asof };
  for (const [key, value] of Object.entries(own)) if (value) query.set(key, String(value));
  query.sort();
  const text = query.toString();
  return text && `?${text}`;
}

/**
 * Whether an address says nothing but what was answered before, so that nothing is to be taken over. `inside`: of a screen one was on
 * before, after which more may have been answered.
 */
export function saysNothingNew({ answers, notUnderstood }: ReadLink, kept: Answers, inside: boolean): boolean {
  const said = Object.entries(answers);
  const isKnown = said.every(([id, value]) => kept[id] === value);
  return (
    said.length > 0 && notUnderstood.length === 0 && isKnown && (inside || said.length === Object.keys(kept).length)
  );
}
