/** Sentences of the estimate: problems at a field, what to fill in. No figures. */
import type { Field, NoAnswer, Problem } from '#engine';
import { type Answers, askedQuestions, optionsOf, type ScreenId } from '#journeys';
import type { EstimateGraph } from '#policy/types.ts';
import { withoutBrackets } from '#ui';

const PROBLEMS: Partial<Record<Problem, string>> = {
  notMoney: '请只填数字，最多两位小数，不超过一亿，例如 300 或 1234.50。',
  notACount: '请填整数，例如 1。',
  moreThanEligible: '乙类费用是医保范围内费用的一部分，不能比它多。',
  filedWithoutHukou: '这种备案要有本地户籍才能办，“我的孩子”里填的不是。请改选一种情形，或者去“我的孩子”改户籍。',
  guardianOnlyInBirthYear: '随监护人参保只限出生当年，请改参保方式。',
};

export const problemWords = (problem: Problem): string => PROBLEMS[problem] ?? '这一项填得不对，请改一下。';

/** The answers in words that stand without their questions: `门诊，深圳市内，二级医院，不是选定的机构`. */
export const saidWords = (graph: EstimateGraph, answers: Answers): string =>
  askedQuestions(graph, answers)
    .flatMap((question) => {
      const option = optionsOf(question, answers).find(({ value }) => value === answers[question.id]);
      if (!option) return [];
      return option.unknown ? `${question.short}不清楚` : (option.said ?? withoutBrackets(option.label));
    })
    .join('，');

/** Whether another year may have what this one has not. */
export const isOfYear = (reason: NoAnswer): boolean => reason === 'notPublished' || reason === 'noRecord';

/** What to put in an empty required field. */
export const NEEDED = '请填金额，例如 300。没有分项就填总数。';

/** The same where the lines of a slip are copied. */
export const FROM_SLIP = '请照着单子填，例如 300；没有付就填 0。';

/** The same where nothing makes no sense. */
export const TOTAL_FROM_SLIP = '请照着单子填，例如 300。';

/** Where a slip has to say more than 0. */
export const NOTHING = '要比 0 多，请照着单子填。';

/** Where the running result stands, before there is one. */
export const RUNNING = '填好金额，这里马上算出来。';

/** Which screen holds the field an error is about: the question whose answer set it, else where it is typed. */
export function screenOfField({ questions, costs }: EstimateGraph, answers: Answers, field: Field): ScreenId {
  const setBy = questions.find(({ id, options }) =>
    options.some(({ value, set }) => value === answers[id] && field in { ...set?.visit, ...set?.member }),
  );
  return setBy?.id ?? (costs.fields.some(({ id }) => id === field) ? 'costs' : 'used');
}
