/**
 * Every step of a trace worked out again from its operands: exact fractions of whole numbers, from the figures as they
 * are printed. Shares nothing with the engine but the shape of a step.
 */
import type { Fen, Figure, Step } from '#engine';

interface Fraction {
  n: bigint;
  d: bigint;
}

/** A printed percentage, `"0.6"` → 6/1000. */
function percent({ dated }: Figure): Fraction {
  const [whole = '', decimals = ''] = dated.value.split('.');
  return { n: BigInt(whole + decimals), d: 100n * 10n ** BigInt(decimals.length) };
}
/** Printed yuan as fen. */
function printedFen({ dated }: Figure): bigint {
  const [whole = '', decimals = ''] = dated.value.split('.');
  return BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0'));
}
const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
const same = (a: Fraction, b: Fraction): boolean => a.n * b.d === b.n * a.d;
const of = (fen: Fen | bigint): Fraction => ({ n: BigInt(fen), d: 1n });
const halfUp = ({ n, d }: Fraction): bigint => (2n * n + d) / (2n * d);
const atLeast0 = (n: bigint): bigint => (n > 0n ? n : 0n);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

export const share = (amount: Fen, rate: Figure): bigint => halfUp(times(of(amount), percent(rate)));

type SecondLayer = Extract<Step, { op: 'secondLayer' }>;

function benefit(own: Fen, brackets: SecondLayer['brackets']): bigint {
  let total = of(0n);
  for (const { over, to, rate } of brackets) {
    const top = to ? least(BigInt(own), printedFen(to)) : BigInt(own);
    total = plus(total, times(of(atLeast0(top - printedFen(over))), percent(rate)));
  }
  return halfUp(total);
}

/** What is wrong with a step, in words; nothing if it follows from its operands. */
export function faultsOf(step: Step): string[] {
  const faults: string[] = [];
  const check = (what: string, got: Fen, wanted: bigint) => {
    if (BigInt(got) !== wanted) faults.push(`${step.line} ${step.op}: ${what} is ${got}, not ${wanted}`);
  };
  switch (step.op) {
    case 'cost':
      check('result', step.result, BigInt(step.eligible) + BigInt(step.consultationFee));
      break;
    case 'firstShare':
      check('taken', step.taken, share(step.classB, step.share));
      check('result', step.result, BigInt(step.cost) - BigInt(step.taken));
      break;
    case 'deductible':
      check('taken', step.taken, least(BigInt(step.cost), atLeast0(printedFen(step.deductible) - BigInt(step.met))));
      check('result', step.result, BigInt(step.cost) - BigInt(step.taken));
      break;
    case 'points': {
      const { n, d } = step.result;
      if (!same({ n: BigInt(n), d: BigInt(d) }, plus(percent(step.rate), percent(step.points)))) {
        faults.push(`points: ${n}/${d}`);
      }
      break;
    }
    case 'rate': {
      const rate = step.points ? plus(percent(step.rate), percent(step.points)) : percent(step.rate);
      const applied = step.factor ? times(rate, percent(step.factor)) : rate;
      if (!same({ n: BigInt(step.applied.n), d: BigInt(step.applied.d) }, applied)) faults.push('rate: applied');
      check('result', step.result, halfUp(times(of(step.base), applied)));
      break;
    }
    case 'cap': {
      const raise = step.step ? printedFen(step.step) * BigInt(step.extra) : 0n;
      check('total', step.total, printedFen(step.limit) + raise);
      check('result', step.result, least(BigInt(step.amount), atLeast0(BigInt(step.total) - BigInt(step.used))));
      break;
    }
    case 'uncovered':
      check('result', step.result, 0n);
      break;
    case 'ownShare':
      check('share', step.share, BigInt(step.eligible) - BigInt(step.paid));
      check('result', step.result, BigInt(step.before) + BigInt(step.share));
      break;
    case 'secondLayer':
      check('before', step.benefitBefore, benefit(step.ownBefore, step.brackets));
      check('after', step.benefitAfter, benefit(step.ownAfter, step.brackets));
      check('result', step.result, BigInt(step.benefitAfter) - BigInt(step.benefitBefore));
      break;
    case 'self':
      check('result', step.result, BigInt(step.bill) - BigInt(step.fund) - BigInt(step.critical));
      break;
  }
  return faults;
}

/** What goes into a step from the one before it in its line. */
export function intake(step: Step): Fen | undefined {
  switch (step.op) {
    case 'firstShare':
    case 'deductible':
      return step.cost;
    case 'rate':
      return step.base;
    case 'cap':
      return step.amount;
    default:
      return undefined;
  }
}
