/**
 * Walking a question graph: which question comes next, which answers stay valid, what follows from them. Pure functions
 * over data of `#policy/types.ts`; no text and no figures here. Answers are keyed by question, not by position, so that a
 * changed early answer keeps every later one that still makes sense.
 */
import type { Conclusion, Condition, Option, Patch, Question } from '#policy/types.ts';

/** question id → option value */
export type Answers = Readonly<Record<string, string>>;

/** Whatever asks questions, one after the other. */
export interface Asking {
  questions: readonly Question[];
}

const holds = (condition: Condition, answers: Answers): boolean =>
  Object.entries(condition).every(([question, values]) => values.includes(answers[question] ?? ''));

/** One of the conditions holds; no conditions: always. */
export const applies = (conditions: readonly Condition[] | undefined, answers: Answers): boolean =>
  conditions === undefined || conditions.some((condition) => holds(condition, answers));

/** The options that are offered, given the answers so far. */
export const optionsOf = (question: Question, answers: Answers): Option[] =>
  question.options.filter((option) => applies(option.when, answers));

const chosen = (question: Question, answers: Answers): Option | undefined =>
  optionsOf(question, answers).find((option) => option.value === answers[question.id]);

/** Only the answers to questions that are asked, with options that are offered; the rest is dropped. */
export function validAnswers(graph: Asking, answers: Answers): Answers {
  const valid: Record<string, string> = {};
  for (const question of graph.questions) {
    if (!applies(question.when, valid)) continue;
    const option = chosen(question, { ...valid, [question.id]: answers[question.id] ?? '' });
    if (option) valid[question.id] = option.value;
  }
  return valid;
}

/** The questions on this way, in order: all that are asked given the answers, answered or not. */
export function askedQuestions(graph: Asking, answers: Answers): Question[] {
  const valid = validAnswers(graph, answers);
  return graph.questions.filter((question) => applies(question.when, valid));
}

/** The first question without a valid answer; `undefined` when all are answered. */
export function nextQuestion(graph: Asking, answers: Answers): Question | undefined {
  const valid = validAnswers(graph, answers);
  return graph.questions.find((question) => applies(question.when, valid) && !(question.id in valid));
}

/** Ids of answers that were given but no longer apply. */
export const droppedAnswers = (graph: Asking, answers: Answers): string[] => {
  const valid = validAnswers(graph, answers);
  return Object.keys(answers).filter((id) => !(id in valid));
};

/** The conclusion of complete answers. A test over all answers shows that exactly one holds. */
export const conclusionOf = (
  graph: Asking & { conclusions: readonly Conclusion[] },
  answers: Answers,
): Conclusion | undefined => graph.conclusions.find((c) => applies(c.when, validAnswers(graph, answers)));

/** Every complete set of answers a graph allows, in the order of its options. */
export function* everyAnswer(graph: Asking, so: Answers = {}): Generator<Answers> {
  const question = nextQuestion(graph, so);
  if (!question) {
    yield validAnswers(graph, so);
    return;
  }
  for (const option of optionsOf(question, so)) yield* everyAnswer(graph, { ...so, [question.id]: option.value });
}

/** What "不清楚" stands for: every complete set of answers in which it is replaced by one of the other options. */
export function* withoutUnknowns(graph: Asking, answers: Answers): Generator<Answers> {
  const valid = validAnswers(graph, answers);
  const unknown = graph.questions.find((q) => q.id in valid && chosen(q, valid)?.unknown);
  if (!unknown) {
    // Another option may ask a question that was never put: it, too, stands for all its options.
    const open = nextQuestion(graph, valid);
    if (!open) yield valid;
    else yield* replacing(graph, valid, open);
    return;
  }
  yield* replacing(graph, answers, unknown);
}

function* replacing(graph: Asking, answers: Answers, question: Question): Generator<Answers> {
  for (const option of optionsOf(question, answers)) {
    if (!option.unknown) yield* withoutUnknowns(graph, { ...answers, [question.id]: option.value });
  }
}

/** The questions answered with "不清楚". */
export const unknownQuestions = (graph: Asking, answers: Answers): Question[] => {
  const valid = validAnswers(graph, answers);
  return graph.questions.filter((q) => q.id in valid && chosen(q, valid)?.unknown);
};

/** What the answers say in the engine's vocabulary, later questions over earlier ones. */
export function patchOf(graph: Asking, answers: Answers): Required<Patch> {
  const valid = validAnswers(graph, answers);
  const patch: Required<Patch> = { visit: {}, member: {}, used: {} };
  for (const question of graph.questions) {
    const set = question.id in valid ? chosen(question, valid)?.set : undefined;
    Object.assign(patch.visit, set?.visit);
    Object.assign(patch.member, set?.member);
    Object.assign(patch.used, set?.used);
  }
  return patch;
}
