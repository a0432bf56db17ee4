/** The same bill under every other set of answers a family could have had. Which there are is data; the amounts are settled. Pure. */
import { type CityRules, DEFAULT_MEMBER, type Fen, type Policy, yearOf } from '#engine';
import {
  type Amounts,
  type Answers,
  applies,
  nextQuestion,
  optionsOf,
  type Situation,
  unknownQuestions,
  type Who,
} from '#journeys';
import type { CompareFile, Condition, Deed, EstimateGraph, IsoDate, WayOption } from '#policy/types.ts';
import { answer, visitDate, whoOn } from './result.ts';

/** What a result was computed from, and what is known of the child besides. */
export interface Asked {
  city: { rules: CityRules; policy: Policy };
  graph: EstimateGraph;
  words: CompareFile;
  answers: Answers;
  /** Cleaned. */
  amounts: Amounts;
  year: number;
  today: IsoDate;
  who: Who;
  /** Facts of the child (`childFacts`) on the day of the visit. */
  facts: Answers;
}

export interface WayDeed extends Deed {
  /** Holds from this day on only. */
  from?: IsoDate;
}

/** One set of answers, what the family pays under it, and what it takes. */
export interface Way {
  answers: Answers;
  name: string;
  self: Fen;
  mine: boolean;
  /** The answers that differ from the reader's, as `question=value`. */
  changed: string[];
  deeds: WayDeed[];
  situation: Situation;
}

/** Ways that cost the family the same. */
export interface Group {
  self: Fen;
  ways: Way[];
}

/** Nothing that is known of the child speaks against one of these. */
export const possible = (conditions: readonly Condition[] | undefined, facts: Answers): boolean =>
  conditions === undefined ||
  conditions.some((condition) =>
    Object.entries(condition).every(([fact, values]) => facts[fact] === undefined || values.includes(facts[fact])),
  );

/** Every combination of answers to the questions marked `compare`, the other answers as they are; nothing that happens to one. */
export function* combinations(graph: EstimateGraph, own: Answers, so: Answers = {}): Generator<Answers> {
  const question = nextQuestion(graph, so);
  if (!question) {
    yield so;
    return;
  }
  for (const { value, unknown, fate } of optionsOf(question, so)) {
    const taken = question.compare ? !unknown && !fate : value === own[question.id];
    if (taken) yield* combinations(graph, own, { ...so, [question.id]: value });
  }
}

const wordsOf = ({ graph, words }: Asked, answers: Answers): WayOption[] =>
  graph.questions.flatMap(({ id, compare }) => {
    const found = compare && words.options.find((one) => one.question === id && one.value === answers[id]);
    return found ? [found] : [];
  });

/** Whether this child, as far as it is known, can have these answers. */
export const canHave = (asked: Asked, answers: Answers): boolean =>
  wordsOf(asked, answers).every(
    ({ question, value, can, rare }) =>
      possible(can, asked.facts) && (!rare || applies(can, asked.facts) || asked.answers[question] === value),
  );

/** What was answered although this child, as far as it is known, cannot have it. */
export const notFor = (asked: Asked): WayOption[] =>
  wordsOf(asked, asked.answers).filter(({ can }) => !possible(can, asked.facts));

/** A way with its amount; `undefined` where these answers give no single figure. */
export function wayOf(asked: Asked, answers: Answers): Way | undefined {
  const { city, graph, words, answers: own, amounts, year, today, who, facts } = asked;
  const { estimate, situations } = answer(city, graph, answers, amounts, year, today, who);
  if (estimate.kind !== 'computed') return undefined;
  const situation = situations[estimate.index];
  if (!situation) return undefined;
  const options = wordsOf(asked, answers);
  const named = words.names.find(({ when, can }) => applies([when], answers) && possible(can, facts));
  const other = options.filter(({ question, value }) => own[question] !== value);
  const mine = Object.keys({ ...own, ...answers }).every((id) => own[id] === answers[id]);
  const from = () => nextYear(asked);
  const deeds = named
    ? [named.deed].filter((deed): deed is Deed => deed !== undefined)
    : other.flatMap(({ deed, nextYear: later }) => (deed ? [{ ...deed, ...(later && from()) }] : []));
  return {
    answers,
    name: named?.name ?? nameOf(options),
    self: estimate.outcome.self,
    mine,
    changed: other.map(({ question, value }) => `${question}=${value}`),
    deeds: mine ? [] : deeds,
    situation,
  };
}

const nameOf = (options: readonly WayOption[]): string => options.map(({ name }) => name).join('，');

/** Names without what all ways have in common. */
function shortNames(asked: Asked, ways: readonly Way[]): Way[] {
  const common = ({ question, value }: WayOption) => ways.every(({ answers }) => answers[question] === value);
  return ways.map((way) => {
    const options = wordsOf(asked, way.answers);
    const telling = options.filter((option) => !common(option));
    return way.name === nameOf(options) && telling.length > 0 ? { ...way, name: nameOf(telling) } : way;
  });
}

/** From when a choice counts that is made when the coming year's fee is paid. */
function nextYear({ city, year, today, who }: Asked): { from?: IsoDate } {
  const member = { ...DEFAULT_MEMBER, ...whoOn(year, visitDate(year, today), who) };
  const payment = { payDate: today, newborn: false, bothYears: false, year: yearOf(today) + 1 };
  const coverage = city.rules.coverage(city.policy, member, payment);
  return coverage.kind === 'computed' ? { from: coverage.from } : {};
}

/**
 * Every way this child could have gone with this bill, the reader's own among them where it is one: the cheapest first, and of
 * those that cost the same the one that changes least.
 */
export function waysOf(asked: Asked): Way[] {
  const { graph, answers: own } = asked;
  const others = [...combinations(graph, own)].filter((answers) => canHave(asked, answers));
  const ways = others.flatMap((answers) => wayOf(asked, answers) ?? []);
  const known = unknownQuestions(graph, own).length === 0;
  // What happened to one is among the ways only if it is the reader's own.
  const mine = known && !ways.some((way) => way.mine) ? wayOf(asked, own) : undefined;
  const all = mine ? [mine, ...ways] : ways;
  return shortNames(asked, all).sort(
    (a, b) => a.self - b.self || Number(b.mine) - Number(a.mine) || a.changed.length - b.changed.length,
  );
}

/** Ways of one amount together, in the order given. */
export function groupsOf(ways: readonly Way[]): Group[] {
  const groups: Group[] = [];
  for (const way of ways) {
    const last = groups[groups.length - 1];
    if (last?.self === way.self) last.ways.push(way);
    else groups.push({ self: way.self, ways: [way] });
  }
  return groups;
}

/** Without the ways that ask for more than another does and save no more. */
export const leanest = (ways: readonly Way[]): Way[] =>
  ways.filter(
    (way) =>
      way.mine ||
      !ways.some(
        (one) => one.changed.length < way.changed.length && one.changed.every((id) => way.changed.includes(id)),
      ),
  );
