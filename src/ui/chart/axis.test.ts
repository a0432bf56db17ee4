import { expect, it } from 'vitest';
import { axisYuan, roundUp, ticks } from './axis.ts';

it('ends are 1, 2 or 5 times a power of ten, in yuan', () => {
  expect([1_00, 1_01, 2_00, 3_00, 5_01, 999_00].map(roundUp)).toEqual([1_00, 2_00, 2_00, 5_00, 10_00, 1000_00]);
});

it('an axis has one to four steps below its end', () => {
  for (let top = 10_00; top < 10_000_000_00; top = Math.ceil(top * 1.13)) {
    const all = ticks(top);
    expect(all.length, String(top)).toBeGreaterThanOrEqual(1);
    expect(all.length, String(top)).toBeLessThanOrEqual(4);
    expect(all.every((at) => at < top)).toBe(true);
  }
});

it('large amounts are said in 万', () => {
  expect([500_00, 5_000_00, 10_000_00, 125_000_00, 1_000_000_00].map(axisYuan)).toEqual([
    '¥500',
    '¥5,000',
    '¥1万',
    '¥12.5万',
    '¥100万',
  ]);
});
