/**
 * Why a slip differs from the rules: every cause the city's data name is tried by changing the case and letting the engine settle
 * it again; amounts that are not known are solved for, exactly. One change first, two where no single one makes all lines agree.
 */
import { type Fen, formatMoney, parseMoney, type Settled } from '#engine';
import type { SlipCause } from '#policy/types.ts';
import { applies, optionsOf, validAnswers } from './graph.ts';
import type { Situation } from './situation.ts';
import { agrees, distance, type Settlement, type SlipSubject, type Supposed, settled, settlementsOf } from './slip.ts';

/** A cause with what it comes to in this case. */
export interface Found {
  cause: SlipCause;
  /** The other answer, where it is one. */
  answer?: { question: string; value: string };
  year?: number;
  /** The amount that explains it, in fen: any of [from, to]; `open`: at least `from`. */
  amount?: { from: Fen; to: Fen; open: boolean };
}

export interface Explanation {
  found: Found[];
  outcome: Settled;
  /** What still differs; 0 where every line agrees. */
  rest: Fen;
}

interface Candidate extends Settlement {
  found: Found[];
}

/** No yearly amount of one child comes near: 10,000,000 yuan. */
const FAR: Fen = 1_000_000_000;
const YEARS = [-1, 1, -2, 2, -3];
const MOST_CLOSER = 3;

/** The same case with one thing changed that has no amount to it. */
function otherwise(subject: SlipSubject, { supposed, found }: Candidate, cause: SlipCause): Candidate[] {
  const { change } = cause;
  const same = (next: Supposed, what: Omit<Found, 'cause'>): Candidate[] =>
    settlementsOf(subject, next).map((one) => ({ ...one, found: [...found, { cause, ...what }] }));
  switch (change.kind) {
    case 'answer': {
      const { question: id, values } = change;
      const question = subject.graph.questions.find((one) => one.id === id);
      if (!question || supposed.answers[id] === undefined) return [];
      return optionsOf(question, supposed.answers)
        .filter(({ value, unknown }) => !unknown && values.includes(value) && value !== supposed.answers[id])
        .flatMap(({ value }) => {
          const answers = validAnswers(subject.graph, { ...supposed.answers, [id]: value });
          const next = { ...supposed, answers };
          // Another answer may open a question: each of its answers is tried with it.
          return same(next, { answer: { question: id, value } });
        });
    }
    case 'year':
      if (supposed.year !== subject.year) return [];
      return YEARS.flatMap((step) => same({ ...supposed, year: subject.year + step }, { year: subject.year + step }));
    case 'reading':
      return supposed.reading ? [] : same({ ...supposed, reading: change.reading }, {});
    case 'used':
    case 'classB':
    case 'consultationFee':
    case 'excluded':
      return [];
  }
}

/** The smallest x of [low, high] that holds, of a condition that stays true once it is. */
function firstWhere(holds: (x: Fen) => boolean, low: Fen, high: Fen): Fen | undefined {
  if (!holds(high)) return undefined;
  let [a, b] = [low, high];
  while (a < b) {
    const middle = Math.floor((a + b) / 2);
    if (holds(middle)) b = middle;
    else a = middle + 1;
  }
  return a;
}

/** Two lines that are rounded apart may give a fen more or less for a neighbouring amount. */
const JITTER: Fen = 1;
const LOOK = 400;
/** Rounding wavers by a fen: the search begins so many fen before what was found. */
const BEFORE = 16;

/**
 * Where in [low, high] an amount that only rises or only falls, apart from a fen of rounding, has this value: the first and the
 * last such place.
 */
export function stretchWhere(amount: (x: Fen) => Fen, goal: Fen, low: Fen, high: Fen): [Fen, Fen] | undefined {
  const [start, end] = [amount(low), amount(high)];
  const sign = end >= start ? 1 : -1;
  if ((goal - start) * sign < -JITTER || (goal - end) * sign > JITTER) return undefined;
  const near = firstWhere((x) => (amount(x) - goal) * sign >= -JITTER, low, high) ?? high;
  const past = firstWhere((x) => (amount(x) - goal) * sign > JITTER, near, high) ?? high;
  const from = look(Math.max(low, near - BEFORE), 1);
  return from === undefined ? undefined : [from, look(Math.min(high, past + BEFORE), -1) ?? from];

  function look(at: Fen, step: 1 | -1): Fen | undefined {
    for (let x = at; Math.abs(x - at) < LOOK && x >= low && x <= high; x += step) if (amount(x) === goal) return x;
    return undefined;
  }
}

/** The case with an unknown amount of the visit or of what was used, and how far it can go. */
function unknownAmount(
  subject: SlipSubject,
  { situation, supposed }: Candidate,
  { change }: SlipCause,
): { at: (x: Fen) => Situation; most: Fen } | undefined {
  const { visit, used } = situation;
  const { lines } = subject;
  const eligible = fenOf(visit.eligible);
  /** Part of the eligible costs is something else. */
  const apart = (field: 'excluded' | 'consultationFee') => ({
    most: eligible,
    at: (x: Fen) => ({
      ...situation,
      visit: { ...visit, [field]: formatMoney(x), eligible: formatMoney(eligible - x) },
    }),
  });
  switch (change.kind) {
    case 'used': {
      const asked = subject.graph.used.fields.some(({ id }) => id === change.field);
      return asked
        ? { most: FAR, at: (x) => ({ ...situation, used: { ...used, [change.field]: formatMoney(x) } }) }
        : undefined;
    }
    case 'classB':
      return lines.classB > 0
        ? undefined
        : { most: eligible, at: (x) => ({ ...situation, visit: { ...visit, classB: formatMoney(x) } }) };
    case 'consultationFee':
      // Only where the city asks for it with these answers: elsewhere it is an ordinary cost.
      return lines.fee > 0 || !feeCounts(subject, supposed) ? undefined : apart('consultationFee');
    case 'excluded':
      // Where the family's share was typed, what is outside the scope was left over beside it.
      return lines.excluded > 0 || lines.own !== undefined ? undefined : apart('excluded');
    case 'answer':
    case 'year':
    case 'reading':
      return undefined;
  }
}

const fenOf = (text: string): Fen => parseMoney(text) ?? 0;

const feeCounts = ({ graph }: SlipSubject, { answers }: Supposed): boolean =>
  graph.costs.fields.some(({ id, when }) => id === 'consultationFee' && applies(when, answers));

/**
 * The same case with the amount that makes the lines agree, found exactly.
 * @param fundOnly whether the second layer may still differ, for another change to explain
 */
function solved(subject: SlipSubject, candidate: Candidate, cause: SlipCause, fundOnly: boolean): Candidate[] {
  const unknown = unknownAmount(subject, candidate, cause);
  if (!unknown) return [];
  const known = new Map<Fen, Settled | undefined>();
  const settle = (x: Fen): Settled | undefined => {
    if (!known.has(x)) {
      const outcome = settled(subject, candidate.supposed, unknown.at(x));
      known.set(x, outcome.kind === 'computed' ? outcome : undefined);
    }
    return known.get(x);
  };
  const { lines } = subject;
  const { most } = unknown;
  if (most <= 0 || !settle(0) || !settle(most)) return [];
  const fund = stretchWhere((x) => settle(x)?.fund ?? 0, lines.fund, 0, most);
  if (!fund) return [];
  const both = fundOnly ? fund : stretchWhere((x) => settle(x)?.critical ?? 0, lines.critical, fund[0], fund[1]);
  if (!both) return [];
  const [from, to] = both;
  const outcome = settle(from);
  if (!outcome || outcome.fund !== lines.fund || (!fundOnly && !agrees(lines, outcome))) return [];
  // An amount that leaves the case as it was explains nothing.
  if (outcome.fund === candidate.outcome.fund && outcome.critical === candidate.outcome.critical) return [];
  const amount = { from, to, open: to === most && kindOf(cause) === 'used' };
  return [{ ...candidate, situation: unknown.at(from), outcome, found: [...candidate.found, { cause, amount }] }];
}

const kindOf = (cause: SlipCause) => cause.change.kind;

/** What has no amount to be chosen freely first, for it cannot agree by chance; then fewer changes; then as the data order them. */
function rank(subject: SlipSubject, { found }: Explanation): number[] {
  const free = found.filter(({ amount }) => amount && !amount.open).length;
  return [free, found.length, ...found.map(({ cause }) => subject.slip.causes.indexOf(cause))];
}

function byRank(subject: SlipSubject) {
  return (a: Explanation, b: Explanation): number => {
    const [left, right] = [rank(subject, a), rank(subject, b)];
    const place = left.findIndex((one, at) => one !== right[at]);
    return place < 0 ? 0 : (left[place] ?? 0) - (right[place] ?? 0);
  };
}

/** One explanation per set of causes and answers: the order in which two were changed says nothing. */
function distinct(all: readonly Explanation[]): Explanation[] {
  const keyOf = ({ found }: Explanation) =>
    found
      .map(({ cause, answer, year }) => `${cause.id}=${answer?.value ?? year ?? ''}`)
      .sort()
      .join('+');
  const kept = new Map<string, Explanation>();
  for (const one of all) if (!kept.has(keyOf(one))) kept.set(keyOf(one), one);
  return [...kept.values()];
}

/** What would make the slip agree; where nothing does, what comes closer. */
export function explain(subject: SlipSubject, base: Settlement): { exact: Explanation[]; closer: Explanation[] } {
  const { lines, slip } = subject;
  const causes = slip.causes;
  const from: Candidate = { ...base, found: [] };
  const singles = causes.flatMap((cause) => otherwise(subject, from, cause));
  const fits = ({ outcome }: Candidate) => agrees(lines, outcome);
  const done = (all: readonly Candidate[]): Explanation[] =>
    distinct(all.map(({ found, outcome }) => ({ found, outcome, rest: distance(lines, outcome) }))).sort(
      byRank(subject),
    );
  const others = (candidate: Candidate) =>
    causes.filter((cause) => !candidate.found.some((one) => one.cause === cause));
  const sure = singles.filter(fits);
  const guesses = causes.flatMap((cause) => solved(subject, from, cause, false));
  // An amount fits because it was chosen to: two answers that fit without one say more, but for a slip on which nothing was paid.
  const enough = sure.length > 0 || (guesses.length > 0 && lines.fund + lines.critical === 0);
  const twice = () => singles.flatMap((one) => others(one).flatMap((cause) => otherwise(subject, one, cause)));
  const exact = [...(enough ? sure : twice().filter(fits)), ...guesses];
  if (exact.length > 0) return { exact: done(exact), closer: [] };

  const half = causes.flatMap((cause) => solved(subject, from, cause, true));
  const pairs = [...singles, ...half].flatMap((one) =>
    others(one).flatMap((cause) => solved(subject, one, cause, false)),
  );
  if (pairs.length > 0) return { exact: done(pairs), closer: [] };
  const before = distance(lines, base.outcome);
  const closer = done([...singles, ...half].filter(({ outcome }) => distance(lines, outcome) < before))
    .sort((a, b) => a.rest - b.rest)
    .slice(0, MOST_CLOSER);
  return { exact: [], closer };
}
