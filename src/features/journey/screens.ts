/** The order of the screens of a journey. Pure. */
import { type Answers, askedQuestions, everyAnswer, nextQuestion, validAnswers } from '#journeys';
import type { Graph } from '#policy/types.ts';

/** `start`: the page with the first question and all guides. `result`: the conclusion. Else the id of a question. */
export type ScreenId = string;

/** Beside the answers: the screen, whether one came to change an answer, and the app as of another day. */
export const OWN_KEYS = ['at', 'edit', 'asof'];

const firstOf = (graph: Graph): ScreenId => graph.questions[0]?.id ?? 'start';

/** The first question stands on the start page; it has a screen of its own only when it is changed from the result. */
export function reachable(graph: Graph, answers: Answers, wanted: ScreenId, editing = false): ScreenId {
  if (wanted === 'start') return 'start';
  // Changed from the result, the first question has a screen of its own.
  if (editing && wanted === firstOf(graph)) return wanted;
  const open = nextQuestion(graph, answers)?.id;
  if (wanted === 'result') return open === undefined ? 'result' : screenOf(graph, open);
  const asked = askedQuestions(graph, answers).map(({ id }) => id);
  const place = asked.indexOf(wanted);
  if (place < 0) return 'start';
  if (open !== undefined && asked.indexOf(open) < place) return screenOf(graph, open);
  return screenOf(graph, wanted);
}

const screenOf = (graph: Graph, question: string): ScreenId => (question === firstOf(graph) ? 'start' : question);

/**
 * The screen after this one. After a change one returns to the result, unless it opened a question not answered yet. A question
 * that was answered by what is `known` is passed over.
 */
export function nextScreen(
  graph: Graph,
  answers: Answers,
  at: ScreenId,
  editing: boolean,
  known: Answers = {},
): ScreenId {
  if (editing) return nextQuestion(graph, answers)?.id ?? 'result';
  const asked = askedQuestions(graph, answers).map(({ id }) => id);
  const after = asked.slice(asked.indexOf(at === 'start' ? firstOf(graph) : at) + 1);
  return after.find((id) => answers[id] === undefined || answers[id] !== known[id]) ?? 'result';
}

/** The screen before this one. */
export function previousScreen(graph: Graph, answers: Answers, at: ScreenId): ScreenId {
  const asked = askedQuestions(graph, answers).map(({ id }) => id);
  const place = at === 'result' ? asked.length : asked.indexOf(at);
  return screenOf(graph, asked[place - 1] ?? firstOf(graph));
}

export interface Progress {
  at: number;
  of: number;
}

/** Which question this is of how many; nothing where the number still depends on what will be answered. */
export function progressOf(graph: Graph, answers: Answers, at: ScreenId): Progress | undefined {
  const question = at === 'start' ? firstOf(graph) : at;
  const asked = askedQuestions(graph, answers).map(({ id }) => id);
  const place = asked.indexOf(question);
  if (place < 0) return undefined;
  const valid = validAnswers(graph, answers);
  const before = Object.fromEntries(asked.slice(0, place).map((id) => [id, valid[id] ?? '']));
  const totals = new Set<number>();
  for (const all of everyAnswer(graph, before)) totals.add(Object.keys(all).length);
  const [of = 0] = totals;
  return totals.size === 1 && of > 1 ? { at: place + 1, of } : undefined;
}

/** The guides of a journey, those first that its conclusions name first. */
export function inOrder<T extends { group: string; id: string }>(guides: readonly T[], graph: Graph): T[] {
  const named = graph.conclusions.flatMap(({ ways }) => ways);
  const rank = ({ group, id }: T) => {
    const place = named.indexOf(`${group}/${id}`);
    return place < 0 ? named.length : place;
  };
  return [...guides].sort((a, b) => rank(a) - rank(b));
}
