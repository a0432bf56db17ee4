/** The trace of a result adds up: every step follows from its operands, each goes on from the last, and they end in the result. */
import { describe, expect, it } from 'vitest';
import { type Fen, type Line, parseMoney, type Settled, type Step, type Visit } from '#engine';
import { always, billArb, kinds, RUNS, settleOne, shenzhen } from './arbitraries.ts';
import { faultsOf, intake, share } from './recompute.ts';

const last = (steps: readonly Step[], line: Line): Fen => {
  const result = steps.filter((step) => step.line === line && step.op !== 'points').at(-1)?.result;
  return typeof result === 'number' ? result : 0;
};

/** Each step takes up what the one before it in its line left. */
function checkChain({ steps }: Settled, visit: Visit): void {
  const left = new Map<Line, Fen>([['consultation', parseMoney(visit.consultationFee) ?? 0]]);
  for (const step of steps) {
    if (step.op === 'points' || step.op === 'self') continue;
    const taken = intake(step);
    if (taken !== undefined) expect(taken, `${step.line} ${step.op}`).toBe(left.get(step.line));
    left.set(step.line, step.result);
  }
}

/** The second layer goes on from the own share, which goes on from the benefit line. */
function checkOwnShare({ steps, fund }: Settled, isShenzhen: boolean): number {
  const own = steps.find((step) => step.op === 'ownShare');
  const layer = steps.find((step) => step.op === 'secondLayer');
  expect(own === undefined).toBe(layer === undefined);
  if (own?.op !== 'ownShare' || layer?.op !== 'secondLayer') return 0;
  expect(layer).toMatchObject({ ownBefore: own.before, ownAfter: own.result });
  const counted = steps.filter((step) => step.op === 'firstShare' || step.op === 'cost').at(-1);
  expect(own.eligible).toBe(counted?.result);
  const rate = steps.find((step) => step.op === 'rate');
  if (rate?.op !== 'rate') throw new Error('an own share without a rate');
  // Shenzhen counts what the fund would have paid at a factor of 100% (rule 4).
  expect(BigInt(own.paid)).toBe(isShenzhen ? share(rate.base, rate.rate) : BigInt(fund));
  return 1;
}

describe.each(kinds)('$name $care', ({ city, care }) => {
  it('every step follows from its operands, and the last is what the family pays', () => {
    let steps = 0;
    let layers = 0;
    always(billArb(city, care), (bill) => {
      const settled = settleOne(city, bill);
      expect(settled.steps.flatMap(faultsOf)).toEqual([]);
      checkChain(settled, bill.visit);
      layers += checkOwnShare(settled, city === shenzhen);
      expect(last(settled.steps, 'care') + last(settled.steps, 'consultation')).toBe(settled.fund);
      expect(last(settled.steps, 'critical')).toBe(settled.critical);
      const { fund, critical, self, bill: total } = settled;
      expect(settled.steps.at(-1)).toEqual({ op: 'self', line: 'total', bill: total, fund, critical, result: self });
      expect(settled.steps.filter(({ op }) => op === 'self')).toHaveLength(1);
      steps += settled.steps.length;
    });
    console.log(`${city.id} ${care}: ${steps} steps, ${layers} second layers`);
    expect(steps).toBeGreaterThan(RUNS * 2);
    expect(layers > 0).toBe(care === 'inpatient' || care === 'major' || care === 'negotiatedDrug');
  });
});
