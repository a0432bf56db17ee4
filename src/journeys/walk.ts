/**
 * The screens of a way, one after the other: what comes after one and before it, and which of how many it is. Pure functions; which
 * screens a way has is for the feature to say.
 */
import { type Answers, type Asking, everyAnswer, validAnswers } from './graph.ts';

/** `start`: the page that holds the first question. `result`: where the way ends. Else a question, or a form. */
export type ScreenId = string;

/** The screens on a way, from the first question to the last before the result. */
export type Way = readonly ScreenId[];

export interface Progress {
  at: number;
  of: number;
}

/** The screen after this one. A question that was answered by what is `known` is passed over. */
export function screenAfter(way: Way, at: ScreenId, answers: Answers, known: Answers = {}): ScreenId {
  const rest = way.slice(placeOf(way, at) + 1);
  return rest.find((id) => answers[id] === undefined || answers[id] !== known[id]) ?? 'result';
}

/** The screen before this one. */
export function screenBefore(way: Way, at: ScreenId): ScreenId {
  const place = at === 'result' ? way.length : placeOf(way, at);
  return place > 1 ? (way[place - 1] ?? 'start') : 'start';
}

/**
 * Which screen this is of how many; nothing where the number still depends on what will be answered, or where there are not
 * more than `few`.
 */
export function progressOn(
  graph: Asking,
  wayOf: (answers: Answers) => Way,
  answers: Answers,
  at: ScreenId,
  few: number,
): Progress | undefined {
  const way = wayOf(answers);
  const place = placeOf(way, at);
  const valid = validAnswers(graph, answers);
  const before = Object.fromEntries(way.slice(0, Math.max(place, 0)).map((id) => [id, valid[id] ?? '']));
  let of = 0;
  for (const all of everyAnswer(graph, before)) {
    const count = wayOf(all).length;
    if (of > 0 && of !== count) return undefined;
    of = count;
  }
  return place >= 0 && of > few ? { at: place + 1, of } : undefined;
}

const placeOf = (way: Way, at: ScreenId): number => (at === 'start' ? 0 : way.indexOf(at));
