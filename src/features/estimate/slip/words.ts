/** Words of the slip check: its lines, and what a cause comes to in this case. No figures. */
import { type Fen, formatMoney } from '#engine';
import type { Difference, Explanation, Found, SlipCheck } from '#journeys';
import { group } from '#ui';
import { onOwnFigures } from '../result.ts';
import type { Journey } from '../types.ts';
import { saidWords } from '../words.ts';

export const yuan = (fen: Fen): string => `${group(formatMoney(fen))} 元`;

export const LINES: Record<Difference['line'], string> = {
  fund: '统筹基金支付',
  critical: '大病保险支付',
  own: '个人自付（医保范围内）',
  deductible: '起付线',
};

/** `单子上少 12.00 元`. */
export const lessOrMore = ({ typed, byRules }: Difference): string =>
  `${typed < byRules ? '少' : '多'} ${yuan(Math.abs(typed - byRules))}`;

const PUBLISHED = { full: '公布的规定', short: '规定', asked: '公布的规定' };
const OWN = { full: '你填的数字', short: '你填的数字', asked: '我听说的新标准' };

/** What a check went by, in a sentence, beside a line, and as the hospital is asked: the published rules, or figures that the person put in. */
export const basisOf = (check: SlipCheck): typeof PUBLISHED =>
  'settlement' in check && onOwnFigures(check.settlement.outcome) ? OWN : PUBLISHED;

/** Hospitals round each line, or their sum: nothing to ask about. */
export const isRounding = ({ differences }: Extract<SlipCheck, { kind: 'differs' }>): boolean =>
  differences.every(({ typed, byRules }) => Math.abs(typed - byRules) <= 1);

export function headline(check: SlipCheck): string {
  switch (check.kind) {
    case 'agrees':
      return `和${basisOf(check).short}对得上`;
    case 'unbalanced':
      return '单子上的几行加不起来';
    case 'differs':
      return isRounding(check)
        ? `和${basisOf(check).short}只差 1 分`
        : `有 ${check.differences.length} 行和${basisOf(check).short}不一样`;
    case 'error':
      return '有一项要改一下';
    case 'notComputable':
      return '这张单子没法对';
  }
}

/** The amount that was solved for, in words. */
function amountWords({ from, to, open }: NonNullable<Found['amount']>): string {
  if (open) return `至少 ${yuan(from)}`;
  if (from === to) return yuan(from);
  return from === 0 ? `不超过 ${yuan(to)}` : `${yuan(from)}到 ${yuan(to)}之间`;
}

/** Amounts of the slip itself that may not have been typed. */
const ON_SLIP = { classB: '乙类费用', consultationFee: '诊查费', excluded: '自费' };

/** What the first cause names stands on the slip: it is filled in, and the slip checked again. */
export const isOnSlip = (explanation: Explanation | undefined): boolean =>
  (explanation?.found[0]?.cause.change.kind ?? '') in ON_SLIP;

/** An amount chosen so that it fits proves nothing by fitting. */
export const isGuess = ({ found }: Explanation): boolean => found.some(({ amount }) => amount && !amount.open);

/** What the cause comes to here: the other answer, the year, the amount. */
export function detail({ graph }: Journey, { cause, answer, year, amount }: Found): string | undefined {
  if (year !== undefined) return `${year} 年的标准`;
  if (answer) {
    const question = graph.questions.find(({ id }) => id === answer.question);
    const label = question?.options.find(({ value }) => value === answer.value)?.label;
    return question && label && `${question.short}：${label}`;
  }
  if (!amount) return undefined;
  const { change } = cause;
  const field = change.kind === 'used' ? graph.used.fields.find(({ id }) => id === change.field)?.label : undefined;
  return `${field ?? ON_SLIP[change.kind as keyof typeof ON_SLIP]}：${amountWords(amount)}`;
}

/** `如果是这样，统筹付 …，大病保险付 …`. */
export const outcomeWords = ({ outcome }: Explanation): string =>
  `统筹付 ${yuan(outcome.fund)}${outcome.critical > 0 ? `，大病保险付 ${yuan(outcome.critical)}` : ''}`;

/** To be shown to the hospital's office: polite, with the amounts, without a reproach. */
export function questionWords(journey: Journey, check: Extract<SlipCheck, { kind: 'differs' }>): string {
  const { differences, exact } = check;
  const basis = basisOf(check).asked;
  const lines = differences.map(
    (one) => `${LINES[one.line]}单子上是 ${yuan(one.typed)}，按${basis}算是 ${yuan(one.byRules)}`,
  );
  const [first] = exact;
  const causes = first?.found.map((found) => {
    const more = detail(journey, found);
    return more ? `${found.cause.title}（${more}）` : found.cause.title;
  });
  return [
    `您好，想请教一张${journey.year}年的医保结算单（${saidWords(journey.graph, check.settlement.supposed.answers)}）。`,
    `${lines.join('；')}。`,
    causes ? `是不是因为${causes.join('，并且')}？` : '想知道差在哪一项。',
    '麻烦帮忙看一下结算时是按哪种情形算的，谢谢。',
  ].join('');
}
