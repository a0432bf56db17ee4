/** What a result says when it is shared: without amounts, and with them where that is ticked. Fetched when asked for. */
import { type CityModule, loadSource } from '#cities';
import { type Figure, figuresOf, formatMoney, type Settled } from '#engine';
import { type Answers, askedFields, askedQuestions, optionsOf, queryOf } from '#journeys';
import {
  type ExplainedStep,
  explainStep,
  formatValue,
  formatYuan,
  group,
  ownWords,
  type SharedPart,
  type ShareOffer,
} from '#ui';
import { cleaned } from './amounts.ts';
import { shownOwn } from './own.ts';
import type { Answered } from './result.ts';
import { useEstimate } from './store.ts';
import type { Journey } from './types.ts';

export async function offerOf(
  whole: Journey,
  answered: Answered,
  city: CityModule,
  printed: CityModule,
): Promise<ShareOffer> {
  const mine = ownWords(shownOwn(city, printed, answered));
  const { estimate } = answered;
  const journey = withoutLedger(whole);
  const { answers, year } = journey;
  const common = {
    topic: '看病能报多少',
    year: String(year),
    query: queryOf(answers, { at: 'result', year }).slice(1),
  };
  if (estimate.kind !== 'computed' && estimate.kind !== 'range') return { plain: common };
  const outcomes = estimate.kind === 'computed' ? [estimate.outcome] : [estimate.low.outcome, estimate.high.outcome];
  const figures = distinct(outcomes.flatMap(({ steps }) => steps.flatMap(figuresOf)));
  const source = await sourceOf(figures);
  const way = wayOf(journey);
  const plain: SharedPart = {
    ...common,
    source,
    answer: `${way}。点开填上金额，就算出医保付多少、自己付多少。`,
    how: figures
      .filter((figure) => !figure.own)
      .slice(0, 3)
      .map(figureLine),
  };
  const amounts = amountsOf(journey);
  const [low = outcomes[0], high = low] = outcomes;
  // What a result that starts from the ledger says in figures, it says of earlier visits, too.
  if (!low || !high || amounts.size === 0 || journey !== whole) return { plain };
  const query = new URLSearchParams([...new URLSearchParams(common.query), ...amounts]);
  query.sort();
  return {
    plain,
    personal: {
      label: '带上金额（别人能看到这次花了多少）',
      ...common,
      source,
      query: query.toString(),
      // The link does not carry one's own figure: who opens it sees another amount, and must know why.
      answer: mine ? `${mine}。${way}` : way,
      ...(estimate.kind === 'computed'
        ? { numbers: payers(low), split: true, how: stepLines(low) }
        : rangeOf(low, high, figures)),
    },
  };
}

/** The ledger is private: what it knows leaves neither in a link nor in words. The same journey if nothing of it is in there. */
function withoutLedger(journey: Journey): Journey {
  const { recording, ledger } = journey;
  const known: Answers = recording ? { ...ledger?.answers, ...ledger?.amounts } : useEstimate.getState().fromLedger;
  const isOwn = ([id, value]: [string, string]) => known[id] !== value;
  const [answers, amounts] = [journey.answers, journey.amounts].map((given) => Object.entries(given));
  if (!answers || !amounts || [...answers, ...amounts].every(isOwn)) return journey;
  return {
    ...journey,
    answers: Object.fromEntries(answers.filter(isOwn)),
    amounts: Object.fromEntries(amounts.filter(isOwn)),
  };
}

/** The answers in the words of the options: `门诊，深圳市内，一级及以下`. */
const wayOf = ({ graph, answers }: Journey): string =>
  askedQuestions(graph, answers)
    .map((question) => {
      const label = optionsOf(question, answers).find(({ value }) => value === answers[question.id])?.label ?? '';
      return label === '不清楚' ? `${question.short}不清楚` : label.replace(/（[^）]*）/g, '');
    })
    .filter(Boolean)
    .join('，');

function amountsOf({ graph, answers, amounts }: Journey): Map<string, string> {
  const asked = [...askedFields(graph.costs.fields, answers), ...askedFields(graph.used.fields, answers)];
  const typed = cleaned(amounts);
  return new Map(asked.flatMap(({ id }) => (typed[id] ? [[id, typed[id]] as const] : [])));
}

const payers = ({ fund, critical, self }: Settled) => [
  { label: '医保约付', text: formatYuan(formatMoney(fund + critical)) },
  { label: '自己约付', text: formatYuan(formatMoney(self)) },
];

const words = ({ parts }: ExplainedStep): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');

/** The steps that say most: no more than three, the sums of who pays what left out. */
const stepLines = ({ steps }: Settled): string[] =>
  steps
    .filter(({ op, line, result }) => op !== 'self' && op !== 'ownShare' && (line !== 'critical' || result !== 0))
    .flatMap((step) => {
      const explained = explainStep(step);
      return explained ? [`${explained.title}：${words(explained)} = ${explained.result}`] : [];
    })
    .slice(0, 3);

function rangeOf(low: Settled, high: Settled, figures: Figure[]): SharedPart {
  const yuan = ({ self }: Settled) => `${group(formatMoney(self))} 元`;
  return {
    numbers: [{ label: '自己约付（有的还不清楚）', text: `${yuan(low)}～${yuan(high)}` }],
    how: figures
      .filter((figure) => !figure.own)
      .slice(0, 3)
      .map(figureLine),
  };
}

const distinct = (figures: Figure[]): Figure[] => [...new Map(figures.map((figure) => [figure.id, figure])).values()];

const figureLine = ({ parameter, dated, own }: Figure): string =>
  `${parameter.label}：${formatValue(dated.value, parameter.unit, parameter.choices?.[dated.value], true)}${own ? '（自己填的）' : ''}`;

async function sourceOf(figures: Figure[]): Promise<string> {
  const ids = [...new Set(figures.filter(({ own }) => !own).map(({ dated }) => dated.source))];
  const documents = (await Promise.all(ids.map(loadSource))).flatMap((found) => found ?? []);
  // What is sent on names an authority before a newspaper.
  const [best] = documents.sort((a, b) => a.grade.localeCompare(b.grade));
  if (!best) return '见“数据与来源”页';
  return `《${best.title}》${ids.length > 1 ? `等 ${ids.length} 份文件` : ''}`;
}
