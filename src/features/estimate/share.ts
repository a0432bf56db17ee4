/** What a result says when it is shared: without amounts, and with them where that is ticked. Fetched when asked for. */
import { type CityModule, loadSource } from '#cities';
import { type Fen, type Figure, figuresOf, formatMoney, type Settled, type Step } from '#engine';
import { askedFields, queryOf } from '#journeys';
import {
  explainedLine,
  explainStep,
  formatValue,
  formatYuan,
  group,
  ownWords,
  type SharedNumber,
  type SharedPart,
  type ShareOffer,
} from '#ui';
import { cleaned } from './amounts.ts';
import { shownOwn } from './own.ts';
import type { Answered } from './result.ts';
import type { Journey } from './types.ts';
import { withoutLedger } from './use-ledger.ts';
import { saidWords } from './words.ts';

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
  const each = outcomes.map(({ steps }) => steps.flatMap(figuresOf));
  // Of a range, what holds at both ends.
  const figures = distinct(each.flat()).filter(({ id }) => each.every((all) => all.some((one) => one.id === id)));
  const source = await sourceOf(figures);
  const way = saidWords(journey.graph, answers);
  const how = figureLines(outcomes, figures);
  const plain: SharedPart = {
    ...common,
    source,
    answer: `${way}。打开填上金额，就算出医保付多少、自己付多少。`,
    how,
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
        : { numbers: between(low, high), how }),
    },
  };
}

function amountsOf({ graph, answers, amounts }: Journey): Map<string, string> {
  const asked = [...askedFields(graph.costs.fields, answers), ...askedFields(graph.used.fields, answers)];
  const typed = cleaned(amounts);
  return new Map(asked.flatMap(({ id }) => (typed[id] ? [[id, typed[id]] as const] : [])));
}

const payers = ({ fund, critical, self }: Settled) => [
  { label: '医保约付', text: formatYuan(formatMoney(fund + critical)) },
  { label: '自己约付', text: formatYuan(formatMoney(self)) },
];

/** As many steps as a picture on a phone is read to the end with. */
const MOST = 5;

/** Whether a step makes another amount; who pays what stands over it, and the points stand in the rate they are added to. */
const tells = (step: Step): boolean => {
  if (step.line === 'critical' && step.result === 0) return false;
  if (step.op === 'cap') return step.result < step.amount;
  return step.op !== 'self' && step.op !== 'ownShare' && step.op !== 'points';
};

/** The steps that lead to what the insurance pays; the last of them where there are more. */
export function stepLines({ steps, fund, critical }: Settled): string[] {
  const lines = steps.filter(tells).flatMap(stepLine);
  const yuan = (fen: Fen) => group(formatMoney(fen));
  const both = critical > 0 ? [`医保一共付：${yuan(fund)} + ${yuan(critical)} = ${yuan(fund + critical)}`] : [];
  return [...lines, ...both].slice(-MOST);
}

function stepLine(step: Step): string[] {
  const explained = explainStep(step);
  return explained ? [`${explained.title}：${explainedLine(explained)}`] : [];
}

/** The first published figures of a result, without its amounts. A rate that is a sum comes as the sum: apart, nobody finds it. */
function figureLines(outcomes: readonly Settled[], figures: readonly Figure[]): string[] {
  const sums = outcomes.map(({ steps }) => steps.filter(({ op }) => op === 'points'));
  const [first = [], ...rest] = sums.map((steps) => steps.flatMap(stepLine));
  const lines = first.filter((line) => rest.every((others) => others.includes(line)));
  const inSums = new Set(
    sums
      .flat()
      .flatMap(figuresOf)
      .map(({ id }) => id),
  );
  const alone = figures.filter(({ own, id }) => !own && !inSums.has(id));
  return [...new Set([...lines, ...alone.map(figureLine)])].slice(0, 3);
}

/** What the family pays least goes with what the insurance pays most. */
function between(low: Settled, high: Settled): SharedNumber[] {
  const text = (from: Fen, to: Fen) => `${group(formatMoney(from))}～${group(formatMoney(to))} 元`;
  const paid = ({ fund, critical }: Settled) => fund + critical;
  return [
    { label: '医保约付（有的还不清楚）', text: text(paid(high), paid(low)) },
    { label: '自己约付', text: text(low.self, high.self) },
  ];
}

const distinct = (figures: Figure[]): Figure[] => [...new Map(figures.map((figure) => [figure.id, figure])).values()];

const figureLine = ({ parameter, dated, own }: Figure): string =>
  `${parameter.label}：${formatValue(dated.value, parameter.unit, parameter.choices?.[dated.value], true)}${own ? '（自己填的）' : dated.grade === 'D' ? '（推算）' : ''}`;

async function sourceOf(figures: Figure[]): Promise<string> {
  const ids = [...new Set(figures.filter(({ own }) => !own).map(({ dated }) => dated.source))];
  const documents = (await Promise.all(ids.map(loadSource))).flatMap((found) => found ?? []);
  // What is sent on names an authority before a newspaper.
  const [best] = documents.sort((a, b) => a.grade.localeCompare(b.grade));
  if (!best) return '见“数据与来源”页';
  return `《${best.title}》${ids.length > 1 ? `等 ${ids.length} 份文件` : ''}`;
}
