/**
 * The year's ledger: visits that were entered become outcomes, totals and what is left. Pure, and in whole fen. Nothing that was
 * computed is kept: a change of an earlier visit is a change of what is put in here.
 */
import {
  type CityRules,
  type Fen,
  formatMoney,
  type Member,
  NEW_YEAR,
  type Outcome,
  type Policy,
  sameTotals,
  settleVisit,
  type Visit,
  type YearTotals,
} from '#engine';
import type { EstimateGraph, IsoDate, Question } from '#policy/types.ts';
import { type Answers, nextQuestion, unknownQuestions } from './graph.ts';
import type { Who } from './said.ts';
import { type Amounts, askedFields, situationsOf, standInBirthDate } from './situation.ts';

/** A visit as it is kept. */
export interface Entry {
  /** What follows its dot sorts by the time of entering. */
  id: string;
  /** `YYYY-MM-DD`; of a stay, the day of leaving. */
  date: IsoDate;
  answers: Answers;
  /** The bill; cleaned decimal strings of yuan. */
  amounts: Amounts;
}

/** An answer or an amount that the city asks for is missing or "不清楚": nothing is computed and nothing is added. */
export interface Incomplete {
  kind: 'incomplete';
}

export interface Row<E extends Entry = Entry> {
  entry: E;
  outcome: Outcome | Incomplete;
  /** The year before and after this visit. */
  before: YearTotals;
  totals: YearTotals;
}

export interface LedgerSums {
  bill: Fen;
  fund: Fen;
  critical: Fen;
  self: Fen;
  /** Visits that are in these sums. */
  counted: number;
}

/** A calendar year of a child in a city. */
export interface LedgerYear<E extends Entry = Entry> {
  /** In order of date; on one day, as they were entered. */
  rows: readonly Row<E>[];
  sums: LedgerSums;
  totals: YearTotals;
  /** The answers of the visits that are counted, each set once. */
  answers: readonly Answers[];
}

/** What settling needs of a city. */
export interface LedgerCity {
  rules: CityRules;
  policy: Policy;
  graph: EstimateGraph;
}

/** What a set of answers says of a visit, whatever its day and bill. */
interface Meaning {
  member: Omit<Member, 'birthDate'>;
  visit: Visit;
  fields: readonly string[];
  required: readonly string[];
}

const ANY_DAY = '2000-01-01';

/** Whether a question asks only for what the ledger itself knows: `今年是第几次住院`. */
export const asksForUsed = ({ options }: Question): boolean =>
  options.every(({ set, unknown }) => unknown || (set?.used && !set.visit && !set.member));

/** The answers with those that the ledger knows better put in. */
export function withUsed(graph: EstimateGraph, answers: Answers, totals: YearTotals): Answers {
  return { ...answers, ...usedAnswers(graph, totals) };
}

/** Answers to the questions about what the year has used up: the last option that does not say more than is true. */
export function usedAnswers(graph: EstimateGraph, totals: YearTotals): Answers {
  const known = graph.questions.filter(asksForUsed).flatMap(({ id, options }) => {
    const fitting = options.filter(
      ({ set }) =>
        set?.used &&
        Object.entries(set.used).every(([total, least]) => Number(least) <= (totals[total as keyof YearTotals] ?? 0)),
    );
    const last = fitting[fitting.length - 1];
    return last ? [[id, last.value] as const] : [];
  });
  return Object.fromEntries(known);
}

/** What the year has used up, for the fields of the estimate that ask for it; without those that are nothing. */
export function usedAmounts(graph: EstimateGraph, totals: YearTotals): Amounts {
  const used = graph.used.fields.flatMap(({ id }) => {
    const fen = totals[id as keyof YearTotals] ?? 0;
    return fen > 0 ? [[id, formatMoney(fen)] as const] : [];
  });
  return Object.fromEntries(used);
}

/** The questions whose answers keep a visit from being counted: open, or answered with "不清楚". */
export function openQuestions(graph: EstimateGraph, answers: Answers): Question[] {
  const all = withUsed(graph, answers, NEW_YEAR);
  const open = nextQuestion(graph, all);
  return open ? [open] : unknownQuestions(graph, all);
}

/** What answers mean in a city: by the object, which a kept visit has for good, and by what they say. */
interface Meanings {
  ofObject: WeakMap<Answers, { meaning: Meaning | undefined }>;
  ofText: Map<string, { meaning: Meaning | undefined }>;
}
const meanings = new WeakMap<EstimateGraph, Meanings>();

/** The same few answers come again and again: they are read once. */
function meaningOf(graph: EstimateGraph, answers: Answers): Meaning | undefined {
  let known = meanings.get(graph);
  if (!known) {
    known = { ofObject: new WeakMap(), ofText: new Map() };
    meanings.set(graph, known);
  }
  let read = known.ofObject.get(answers);
  if (!read) {
    const key = textOf(graph, answers);
    read = known.ofText.get(key) ?? { meaning: readMeaning(graph, answers) };
    known.ofText.set(key, read);
    known.ofObject.set(answers, read);
  }
  return read.meaning;
}

function textOf(graph: EstimateGraph, answers: Answers): string {
  let key = '';
  for (const { id } of graph.questions) {
    const value = answers[id] ?? '';
    // With its length, so that no value can pass for two.
    key += `${value.length}|${value}`;
  }
  return key;
}

function readMeaning(graph: EstimateGraph, answers: Answers): Meaning | undefined {
  if (openQuestions(graph, answers).length > 0) return undefined;
  const [only] = situationsOf(graph, withUsed(graph, answers, NEW_YEAR), {}, ANY_DAY, { birthDate: ANY_DAY });
  if (!only) return undefined;
  const fields = askedFields(graph.costs.fields, only.answers);
  return {
    member: only.member,
    visit: only.visit,
    fields: fields.map(({ id }) => id),
    required: fields.filter(({ required }) => required).map(({ id }) => id),
  };
}

function settleEntry(
  { rules, policy }: LedgerCity,
  meaning: Meaning | undefined,
  entry: Entry,
  who: Who,
  totals: YearTotals,
): Outcome | Incomplete {
  if (!meaning || meaning.required.some((id) => !entry.amounts[id])) return { kind: 'incomplete' };
  const visit: Visit & Record<string, unknown> = { ...meaning.visit, date: entry.date };
  for (const id of meaning.fields) if (entry.amounts[id]) visit[id] = entry.amounts[id];
  const birthDate = who.birthDate ?? standInBirthDate(entry.date.slice(0, 4));
  const member: Member = { ...meaning.member, localHukou: who.localHukou ?? meaning.member.localHukou, birthDate };
  return settleVisit(rules, policy, member, visit, totals);
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Without the month of the first day that was entered: the day may have been changed since. */
const entered = ({ id }: Entry): string => id.slice(id.indexOf('.') + 1);

/** The order in which visits are settled: by day, and on one day as they were entered. */
export const byDay = (a: Entry, b: Entry): number => byText(a.date, b.date) || byText(entered(a), entered(b));

/** Visits `byDay`, mostly in order already; otherwise the days are put in order, then each day's few. */
function inOrder<E extends Entry>(entries: readonly E[]): readonly E[] {
  if (entries.every((entry, i) => i === 0 || byDay(entries[i - 1] ?? entry, entry) <= 0)) return entries;
  const days = new Map<IsoDate, E[]>();
  for (const entry of entries) {
    const day = days.get(entry.date);
    if (day) day.push(entry);
    else days.set(entry.date, [entry]);
  }
  return [...days.values()].sort(([a], [b]) => byText(a?.date ?? '', b?.date ?? '')).flatMap((day) => day.sort(byDay));
}

const NOTHING: LedgerSums = { bill: 0, fund: 0, critical: 0, self: 0, counted: 0 };

/**
 * Settles the visits of one child, one city and one calendar year, in order of date whatever the order they come in. A visit that
 * is incomplete, an error or not computable changes no total.
 * @param last the same year as it was computed before, for the same city and child: a visit whose year stands where it stood
 * then is taken over, so that a change costs what follows from it and no more
 */
export function settleYear<E extends Entry>(
  city: LedgerCity,
  entries: readonly E[],
  who: Who,
  last?: LedgerYear<E>,
): LedgerYear<E> {
  const before = last?.rows ?? [];
  let place = 0;
  const rows: Row<E>[] = [];
  const counted = new Map<Meaning, Answers>();
  let totals = NEW_YEAR;
  for (const entry of inOrder(entries)) {
    const meaning = meaningOf(city.graph, entry.answers);
    // Both stand in the same order: what was there before this visit and is not it was taken out or changed.
    while (before[place] && before[place]?.entry !== entry && byDay(before[place]?.entry ?? entry, entry) <= 0) place++;
    let row = before[place]?.entry === entry ? before[place++] : undefined;
    if (!row || !sameTotals(row.before, totals)) {
      const outcome = settleEntry(city, meaning, entry, who, totals);
      row = { entry, outcome, before: totals, totals: outcome.kind === 'computed' ? outcome.totals : totals };
    }
    if (meaning && row.outcome.kind === 'computed') counted.set(meaning, entry.answers);
    rows.push(row);
    totals = row.totals;
  }
  return { rows, sums: sumOf(rows), totals, answers: [...counted.values()] };
}

/** What a part of a year comes to. */
export function sumOf(rows: readonly Row[]): LedgerSums {
  const sums = { ...NOTHING };
  for (const { outcome } of rows) {
    if (outcome.kind !== 'computed') continue;
    sums.bill += outcome.bill;
    sums.fund += outcome.fund;
    sums.critical += outcome.critical;
    sums.self += outcome.self;
    sums.counted += 1;
  }
  return sums;
}
