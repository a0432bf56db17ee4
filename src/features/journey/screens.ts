/** The order of the screens of a journey. Pure. */
import {
  type Answers,
  askedQuestions,
  nextQuestion,
  type Progress,
  progressOn,
  type ScreenId,
  screenAfter,
  screenBefore,
} from '#journeys';
import type { Graph } from '#policy/types.ts';

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
  const way = wayOf(graph, answers);
  const place = way.indexOf(wanted);
  if (place < 0) return 'start';
  if (open !== undefined && way.indexOf(open) < place) return screenOf(graph, open);
  return screenOf(graph, wanted);
}

const screenOf = (graph: Graph, question: string): ScreenId => (question === firstOf(graph) ? 'start' : question);

const wayOf = (graph: Graph, answers: Answers): ScreenId[] => askedQuestions(graph, answers).map(({ id }) => id);

/** The screen after this one. After a change one returns to the result, unless it opened a question not answered yet. */
export function nextScreen(
  graph: Graph,
  answers: Answers,
  at: ScreenId,
  editing: boolean,
  known: Answers = {},
): ScreenId {
  if (editing) return nextQuestion(graph, answers)?.id ?? 'result';
  return screenAfter(wayOf(graph, answers), at, answers, known);
}

/** The screen before this one. */
export const previousScreen = (graph: Graph, answers: Answers, at: ScreenId): ScreenId =>
  screenBefore(wayOf(graph, answers), at);

/** Which question this is of how many. A single one needs no count. */
export const progressOf = (graph: Graph, answers: Answers, at: ScreenId): Progress | undefined =>
  progressOn(graph, (all) => wayOf(graph, all), answers, at, 1);

/** The guides of a journey, those first that its conclusions name first. */
export function inOrder<T extends { group: string; id: string }>(guides: readonly T[], graph: Graph): T[] {
  const named = graph.conclusions.flatMap(({ ways }) => ways);
  const rank = ({ group, id }: T) => {
    const place = named.indexOf(`${group}/${id}`);
    return place < 0 ? named.length : place;
  };
  return [...guides].sort((a, b) => rank(a) - rank(b));
}
