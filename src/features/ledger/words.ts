/** How the ledger puts things. No figures. */
import type { NoAnswer, Problem } from '#engine';
import { type Answers, askedQuestions, asksForUsed, type Incomplete, optionsOf, type Row } from '#journeys';
import type { EstimateGraph } from '#policy/types.ts';
import { withoutBrackets } from '#ui';

/** The label of an answer without what stands in brackets. */
export function answerWords(graph: EstimateGraph, answers: Answers): { name: string; value: string }[] {
  return askedQuestions(graph, answers)
    .filter((question) => !asksForUsed(question))
    .map((question) => ({
      name: question.short,
      value: optionsOf(question, answers).find(({ value }) => value === answers[question.id])?.label ?? '没有选',
    }));
}

/** A visit in two or three words: what kind, and the level of the hospital. */
export function visitWords(graph: EstimateGraph, answers: Answers): string {
  const chosen = askedQuestions(graph, answers).flatMap(
    (question) => optionsOf(question, answers).find(({ value }) => value === answers[question.id]) ?? [],
  );
  const [kind] = chosen;
  const level = chosen.filter(({ set }) => set?.visit?.level).pop();
  return (
    [kind, level]
      .map((option) => withoutBrackets(option?.label ?? ''))
      .filter(Boolean)
      .join(' · ') || '看病'
  );
}

const REASONS: Partial<Record<NoAnswer, string>> = {
  notPublished: '这一年的标准还没有公布，先记着，没有算进合计。公布并更新以后会自动算上。',
  noRecord: '没有查到这一年的标准，算不了，没有算进合计。',
  awayUnknown: '在外地看病的支付比例没有查到，没有算进合计。',
};

const PROBLEMS: Partial<Record<Problem, string>> = {
  beforeBirth: '这一天在孩子出生以前，没有算进合计。请改日期，或者改“我的孩子”里的生日。',
  guardianOnlyInBirthYear: '随监护人参保只限出生当年，没有算进合计。请改参保方式或者日期。',
  filedWithoutHukou: '这种备案要有本地户籍才能办，没有算进合计。请改异地情形，或者“我的孩子”里的户籍。',
  moreThanEligible: '乙类费用比医保范围内的费用还多，没有算进合计。请改金额。',
  notMoney: '金额填得不对，没有算进合计。请改金额。',
};

/** Whether a visit is refused for something that was said of the child: that can be put right there, too. */
export const isOfChild = ({ outcome }: Row): boolean =>
  outcome.kind === 'error' && (outcome.problem === 'beforeBirth' || outcome.problem === 'filedWithoutHukou');

/** Why a visit is not in the sums; nothing where it is. */
export function whyNot({ outcome }: Row): string | undefined {
  if (outcome.kind === 'computed') return undefined;
  const other = '有一项填得不对，没有算进合计。请点开改一下。';
  if (outcome.kind === 'error') return PROBLEMS[outcome.problem] ?? other;
  if (outcome.kind === 'notComputable') return REASONS[outcome.reason] ?? '这一笔算不了，没有算进合计。';
  return incomplete(outcome);
}

const incomplete = (_: Incomplete): string => '有一项没有选或者“不清楚”，没有算进合计。请点开补上。';
