import { describe, expect, it } from 'vitest';
import { readSlip } from './slip.ts';
import { stretchWhere } from './slip-search.ts';

const NO_LINES = { total: 0, fund: 0, critical: 0, excluded: 0, fee: 0, classB: 0 };

describe('reading a slip', () => {
  const asked = ['slipTotal', 'slipFund', 'slipOwn', 'slipExcluded'];
  it('takes amounts as people type them; what is not asked is not read', () => {
    expect(readSlip({ slipTotal: '¥1，234.5', slipFund: '0', slipOwn: '', slipClassB: '5' }, asked)).toEqual({
      ...NO_LINES,
      total: 123_450,
    });
    expect(readSlip({ slipTotal: '10', slipFund: '2', slipOwn: '0' }, asked)).toMatchObject({ own: 0 });
  });
  it('is none while something is missing or wrong', () => {
    expect(readSlip({ slipTotal: '10' }, asked)).toBeUndefined();
    expect(readSlip({ slipTotal: '10', slipFund: '1', slipOwn: 'abc' }, asked)).toBeUndefined();
  });
});

it('a stretch of an amount that only rises or only falls', () => {
  const cap = (x: number) => Math.max(0, 100 - x);
  expect(stretchWhere(cap, 40, 0, 1000)).toEqual([60, 60]);
  expect(stretchWhere(cap, 0, 0, 1000)).toEqual([100, 1000]);
  expect(stretchWhere(cap, 101, 0, 1000)).toBeUndefined();
  const steps = (x: number) => Math.floor(x / 10) * 2;
  expect(stretchWhere(steps, 6, 0, 1000)).toEqual([30, 39]);
  expect(stretchWhere(steps, 7, 0, 1000)).toBeUndefined();
});
