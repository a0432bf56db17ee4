/**
 * The lines as they are shown say what was computed: each formula on screen, read back as a person would with a pencil,
 * gives the result that stands behind it, and the results add up to the answer.
 */
import { describe, expect, it } from 'vitest';
import { formatMoney, type Step } from '#engine';
import { type ExplainedStep, explainStep } from '../../src/ui/explain.ts';
import { group } from '../../src/ui/format.ts';
import { evaluate, toTwoDecimals } from '../oracle/arithmetic.ts';
import { always, billArb, kinds, settleOne } from './arbitraries.ts';

const textOf = ({ parts }: ExplainedStep): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');

/** The value of what is printed, in fen, half up. */
const value = (printed: string): bigint => BigInt(toTwoDecimals(evaluate(plain(printed))).replace('.', ''));
const plain = (printed: string): string =>
  printed
    .replace(/[\s,]/g, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replace(/个百分点/g, '%');

const parts = (pattern: RegExp, text: string): string[] => {
  const match = pattern.exec(text);
  if (!match) throw new Error(`cannot read: ${text}`);
  return match.slice(1).map((one) => one ?? '');
};
const greater0 = (n: bigint) => (n > 0n ? n : 0n);
const least = (a: bigint, b: bigint) => (a < b ? a : b);
/** `a − b` where b may be more. */
const minus = (text: string): bigint => {
  const [a = '', b = ''] = parts(/^([\d.,]+) − ([\d.,]+)$/, text);
  return value(a) - value(b);
};

/** What the printed line comes to; `undefined` where it prints a rate, checked here at once. */
function readBack(step: Step, line: ExplainedStep): bigint | undefined {
  const text = textOf(line);
  switch (step.op) {
    case 'firstShare': {
      const [share = '', taken = '', rest = ''] = parts(/^(.+) = (.+)；(.+)$/, text);
      expect(value(share), text).toBe(value(taken));
      expect(rest.endsWith(` − ${taken}`)).toBe(true);
      return value(rest);
    }
    case 'deductible': {
      if (!text.startsWith('起付线')) return greater0(minus(text));
      const [full = '', met = '', cost = '', taken = ''] = parts(/^起付线 (.+)，今年已付 (.+)；(.+) − (.+)$/, text);
      expect(value(taken), text).toBe(least(value(cost), greater0(value(full) - value(met))));
      return value(cost) - value(taken);
    }
    case 'points':
      expect(value(text)).toBe(value(line.result));
      return undefined;
    case 'cap': {
      const [limit = '', used = ''] = parts(/^限额 (.+)，之前已用 (.+)$/, text);
      const [raised = limit, total] = limit.split(' = ');
      if (total) expect(value(raised), text).toBe(value(total));
      const left = greater0(value(raised) - value(used));
      if (line.note === '没有超过限额，不减。') {
        expect(value(line.result)).toBeLessThanOrEqual(left);
        return value(line.result);
      }
      const [wanted = '', paid = ''] = parts(/^本来可付 (.+)，超过剩下的限额，只付 (.+)。$/, line.note ?? '');
      expect(value(wanted)).toBeGreaterThan(left);
      expect(paid).toBe(line.result);
      return left;
    }
    case 'uncovered':
      return 0n;
    case 'ownShare':
      return value(text.replace('之前', '').replace('这次', ''));
    case 'secondLayer': {
      if (text.startsWith('超过')) return 0n;
      const [now = '', before] = text.split(' − 按之前的累计应付 ');
      return value(now) - (before ? value(before) : 0n);
    }
    case 'cost':
    case 'rate':
    case 'self':
      return value(text);
  }
}

describe.each(kinds)('$name $care', ({ city, care }) => {
  it('every line on screen gives its result, and no line says NaN or undefined', () => {
    let lines = 0;
    const seen = new Set<string>();
    always(billArb(city, care), (bill) => {
      const settled = settleOne(city, bill);
      for (const step of settled.steps) {
        const line = explainStep(step);
        if (!line) {
          // Only what says nothing goes without words: a cost alone, a limit on nothing.
          expect([
            { op: 'cost', consultationFee: 0 },
            { op: 'cap', line: 'critical', amount: 0, result: 0 },
          ]).toContainEqual(
            step.op === 'cost'
              ? { op: 'cost', consultationFee: step.consultationFee }
              : { op: step.op, line: step.line, amount: 'amount' in step ? step.amount : -1, result: step.result },
          );
          continue;
        }
        lines++;
        seen.add(step.op);
        const whole = `${line.title}${textOf(line)}${line.result}${line.note ?? ''}`;
        expect(whole).not.toMatch(/NaN|undefined|\[object|Infinity|-/);
        const back = readBack(step, line);
        if (back !== undefined) expect(group(formatMoney(Number(back))), textOf(line)).toBe(line.result);
      }
      const last = settled.steps.at(-1);
      expect(last && explainStep(last)?.result).toBe(group(formatMoney(settled.self)));
    });
    console.log(`${city.id} ${care}: ${lines} lines read back: ${[...seen].sort().join(', ')}`);
    expect(lines).toBeGreaterThan(3000);
  });
});
