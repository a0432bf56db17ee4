/**
 * What the gates over the policy data need: exact numbers out of Chinese quotes, the sums of derived values, and a
 * walk over every complete combination of answers. Used by tests and scripts, never shipped.
 */
import type { Condition, Question } from './types.ts';

/** Number of days in a month of the Gregorian calendar; 0 for a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** True for `YYYY-MM-DD`, `YYYY-MM` or `YYYY` that exists on the calendar. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const days = daysInMonth(Number(match[1]), match[2] === undefined ? 1 : Number(match[2]));
  const day = match[3] === undefined ? 1 : Number(match[3]);
  return day >= 1 && day <= days;
}

/** Any `[[…]]` in a text must have the form `[[id@YYYY-MM-DD]]`. */
export const figurePattern = /\[\[([^\][]*)\]\]/g;
export function figuresOf(value: string): { id: string; on: string }[] {
  return [...value.matchAll(figurePattern)].map((match) => {
    const [id = '', on = ''] = (match[1] ?? '').split('@');
    return { id, on };
  });
}
/** An exact fraction. */
interface Ratio {
  n: bigint;
  d: bigint;
}

const ratio = (n: bigint, d: bigint): Ratio => (d < 0n ? { n: -n, d: -d } : { n, d });
const same = (a: Ratio, b: Ratio): boolean => a.n * b.d === b.n * a.d;

/** `2655.855`, `1.5%`, `8万`, `2,619.6` as an exact fraction; `undefined` if it is no such number. */
export function toRatio(text: string): Ratio | undefined {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%|万)?$/.exec(text.trim());
  if (!match) return undefined;
  const [, whole = '', part = '', mark] = match;
  const n = BigInt(whole.replaceAll(',', '') + part);
  const d = 10n ** BigInt(part.length);
  if (mark === '%') return ratio(n, d * 100n);
  return ratio(mark === '万' ? n * 10000n : n, d);
}

/** Every number printed in a quote; a `%` is left off, for values of unit % are stored without it. */
export function numbersIn(quote: string): Ratio[] {
  const found = quote.replace(/\s/g, '').match(/(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?万?/g) ?? [];
  return found.map(toRatio).filter((value) => value !== undefined);
}

/** Whether the words print this value: `8万元` prints `80000`, `2,619.6元` prints `2619.60`. */
export function prints(words: string, value: string): boolean {
  const wanted = toRatio(value);
  return wanted !== undefined && numbersIn(words).some((number) => same(number, wanted));
}

function compute(expression: string): Ratio | undefined {
  const tokens = expression.trim().split(/\s+/);
  let result = toRatio(tokens[0] ?? '');
  for (let at = 1; at < tokens.length; at += 2) {
    const right = toRatio(tokens[at + 1] ?? '');
    if (!result || !right) return undefined;
    const { n, d } = result;
    const sign = tokens[at];
    if (sign === '×') result = ratio(n * right.n, d * right.d);
    else if (sign === '÷' && right.n !== 0n) result = ratio(n * right.d, d * right.n);
    // Sums are written without products, so taking them from the left is right.
    else if (sign === '+' && !/[×÷]/.test(expression)) result = ratio(n * right.d + right.n * d, d * right.d);
    else if (sign === '−' && !/[×÷]/.test(expression)) result = ratio(n * right.d - right.n * d, d * right.d);
    else return undefined;
  }
  return tokens.length >= 3 ? result : undefined;
}

/** Half up to as many places as `printed` shows. */
function roundsTo(exact: Ratio, printed: string): boolean {
  const target = toRatio(printed);
  const places = 10n ** BigInt(printed.trim().split('.')[1]?.length ?? 0);
  const rounded = (exact.n * places * 2n + exact.d) / (exact.d * 2n);
  return target !== undefined && same(ratio(rounded, places), target);
}

/**
 * Recomputes `177057 × 1.5% = 2655.855 ≈ 2655.86`; several sums are joined by `；`, and the last one must give
 * `value`. Returns what is wrong, or `undefined`.
 */
export function checkDerivation(derivation: string, value: string): string | undefined {
  let last: string | undefined;
  for (const sum of derivation.split('；')) {
    const [left = '', right = '', ...more] = sum.split('=');
    const [exactly = '', rounded] = right.split('≈');
    const computed = compute(left);
    const stated = toRatio(exactly);
    if (!computed || !stated || more.length > 0) return `not a sum: ${sum}`;
    if (!same(computed, stated)) return `wrong sum: ${sum}`;
    if (rounded !== undefined && !roundsTo(stated, rounded)) return `wrong rounding: ${sum}`;
    last = (rounded ?? exactly).trim();
  }
  const end = toRatio(last ?? '');
  const wanted = toRatio(value);
  return end && wanted && same(end, wanted) ? undefined : `ends in ${last}, not in ${value}`;
}

/** The numbers on the left sides of a derivation, without `%`. */
export function operandsOf(derivation: string): Ratio[] {
  return derivation.split('；').flatMap((sum) => numbersIn(sum.split('=')[0]?.replace(/[×÷+−]/g, '、') ?? ''));
}

/** Whether the words print one of the operands of a derivation. */
export function printsOperand(words: string, derivation: string): boolean {
  const operands = operandsOf(derivation);
  return numbersIn(words).some((number) => operands.some((operand) => same(number, operand)));
}

export type Answers = Record<string, string>;

/** Whether one of the conditions holds; a question that was not asked meets none that names it. */
export function holds(conditions: Condition[] | undefined, answers: Answers): boolean {
  if (conditions === undefined) return true;
  return conditions.some((condition) =>
    Object.entries(condition).every(([id, values]) => {
      const answer = answers[id];
      return answer !== undefined && values.includes(answer);
    }),
  );
}

/** Every complete set of answers that the questions, taken in order, can lead to. */
export function everyAnswer(questions: Question[]): Answers[] {
  let sets: Answers[] = [{}];
  for (const { id, when, options } of questions) {
    sets = sets.flatMap((answers) => {
      if (!holds(when, answers)) return [answers];
      return options.filter((one) => holds(one.when, answers)).map((one) => ({ ...answers, [id]: one.value }));
    });
  }
  return sets;
}
