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
  const query = new URLSearchParams();
  for (const key of Object.keys(answers).sort()) query.set(key, answers[key] ?? '');
  return query;
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
