/** The order of the screens of the estimate. Pure. */
import { parseMoney } from '#engine';
import {
  type Amounts,
  type Answers,
  askedFields,
  askedQuestions,
  cleanAmount,
  nextQuestion,
  type Progress,
  progressOn,
  type ScreenId,
  screenAfter,
  screenBefore,
} from '#journeys';
import type { Question } from '#policy/types.ts';
import type { Walked } from './types.ts';

const FORMS = ['costs', 'used'] as const;

/** The screens on this way, the result left out. */
export function screensOf(graph: Walked, answers: Answers): ScreenId[] {
  const questions = askedQuestions(graph, answers).map((q) => q.id);
  const forms = (graph.asks ?? FORMS).filter((form) => askedFields(graph[form].fields, answers).length > 0);
  return [...questions, ...forms];
}

const decisive = new WeakMap<Walked, Question[]>();

/** The questions of a graph; one whose answer asks for nothing further has one option, so that a walk through all of them is short. */
function decisiveOf(graph: Walked): Question[] {
  const known = decisive.get(graph);
  if (known) return known;
  const { questions, costs, used } = graph;
  const asked = [...questions, ...questions.flatMap(({ options }) => options), ...costs.fields, ...used.fields];
  const ids = new Set(asked.flatMap(({ when = [] }) => when.flatMap((condition) => Object.keys(condition))));
  const found = questions.map((question) => {
    const always = question.options.find(({ when }) => !when);
    return ids.has(question.id) || !always ? question : { ...question, options: [always] };
  });
  decisive.set(graph, found);
  return found;
}

/** A bar of fewer says nothing. */
const FEW = 3;

/** Which screen this is of how many. */
export const progressOf = (graph: Walked, answers: Answers, at: ScreenId): Progress | undefined =>
  progressOn({ questions: decisiveOf(graph) }, (all) => screensOf(graph, all), answers, at, FEW);

/** Whether the bill has been typed in: every required field holds something, and more than nothing where it must. */
export const hasCosts = (graph: Walked, answers: Answers, amounts: Amounts): boolean =>
  askedFields(graph.costs.fields, answers).every(
    ({ id, required, positive }) =>
      !required || (Boolean(amounts[id]) && !(positive && parseMoney(cleanAmount(amounts[id] ?? '')) === 0)),
  );

/** Whether these amounts belong into the form of costs of this page, if there are any: the estimate and the check of a slip have one each. */
export const isBillOf = ({ costs }: Walked, amounts: Amounts): boolean =>
  costs.fields.some(({ id }) => amounts[id]) || !Object.values(amounts).some(Boolean);

/**
 * The screen after this one. After a change from the result one returns to it, unless the change opened a question that was
 * not answered yet.
 */
export function nextScreen(
  graph: Walked,
  answers: Answers,
  amounts: Amounts,
  at: ScreenId,
  editing: boolean,
  known: Answers = {},
): ScreenId {
  const open = nextQuestion(graph, answers)?.id;
  if (editing) {
    if (open) return open;
    return hasCosts(graph, answers, amounts) ? 'result' : 'costs';
  }
  return screenAfter(screensOf(graph, answers), at, answers, known);
}

/** The screen before this one. */
export const previousScreen = (graph: Walked, answers: Answers, at: ScreenId): ScreenId =>
  screenBefore(screensOf(graph, answers), at);

/** A screen that cannot be shown yet gives way to the first one that is missing. */
export function reachable(graph: Walked, answers: Answers, amounts: Amounts, at: ScreenId): ScreenId {
  if (at === 'start' || at === 'year') return at;
  // Changed from the result only.
  if (at === 'used' && graph.asks) return hasCosts(graph, answers, amounts) ? at : 'costs';
  const screens = screensOf(graph, answers);
  const wanted = at === 'result' ? screens.length : screens.indexOf(at);
  if (wanted < 0) return 'start';
  const open = nextQuestion(graph, answers)?.id;
  if (open && screens.indexOf(open) < wanted) return screens.indexOf(open) === 0 ? 'start' : open;
  if (!open && wanted > screens.indexOf('costs') && !hasCosts(graph, answers, amounts)) return 'costs';
  return at;
}
