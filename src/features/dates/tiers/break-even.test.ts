import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CityModule, loadCity, loadTools } from '#cities';
import { LEVELS } from '#engine';
import {
  axisEnd,
  benefitOf,
  fillsOutpatient,
  gainOf,
  largest,
  type Scene,
  SEARCH_TO,
  stretches,
} from './break-even.ts';

async function cityOf(id: string): Promise<CityModule> {
  const city = await loadCity(id);
  if (!city) throw new Error(`no city ${id}`);
  return city;
}
const chongqing = await cityOf('chongqing');
const clinics = (await loadTools('chongqing'))?.tools.find(({ id }) => id === 'tiers')?.clinics ?? [];
const EXTRA = 775_00 - 400_00;
const scene = (more: Partial<Scene>): Scene => ({
  kind: 'inpatient',
  stayLevel: 'tertiary',
  clinic: { label: '', visit: { level: 'primary' } },
  outpatient: 0,
  ...more,
});
const gains = (one: Scene) => {
  const benefit = benefitOf(chongqing, 2026, one);
  return (fen: number) => gainOf(benefit(fen));
};

describe('inpatient', () => {
  // The deductible, then 5 points of what lies above it make up 375 yuan: deductible + 375 / 5 % = deductible + 7500.
  test.each([
    ['primary', 100_00],
    ['secondary', 300_00],
    ['tertiary', 800_00],
  ] as const)(
    '%s: pays from the deductible of %i fen + 7500 yuan on, but for the rounding',
    (stayLevel, deductible) => {
      const gain = gains(scene({ stayLevel }));
      const [first, ...more] = stretches(gain, EXTRA);
      expect(more).toEqual([]);
      expect(first?.to).toBeUndefined();
      expect(Math.abs((first?.from ?? 0) - (deductible + 7500_00))).toBeLessThanOrEqual(20);
    },
  );
  test('exact to the fen: from there on always, one fen before not', () => {
    for (const stayLevel of LEVELS) {
      const gain = gains(scene({ stayLevel }));
      const from = stretches(gain, EXTRA)[0]?.from ?? 0;
      expect(gain(from - 1)).toBeLessThan(EXTRA);
      for (let fen = from; fen < from + 3000; fen += 1) expect(gain(fen)).toBeGreaterThanOrEqual(EXTRA);
      for (let fen = from - 3000; fen < from - 200; fen += 1) expect(gain(fen)).toBeLessThan(EXTRA);
    }
  });
  test('no stretch is missed by the steps of the search', () => {
    for (const stayLevel of LEVELS) {
      const gain = gains(scene({ stayLevel }));
      const from = stretches(gain, EXTRA)[0]?.from ?? 0;
      fc.assert(
        fc.property(fc.integer({ min: 0, max: SEARCH_TO }), (fen) => {
          if (Math.abs(fen - from) > 100) expect(gain(fen) >= EXTRA).toBe(fen > from);
        }),
      );
    }
  });
});

describe('outpatient', () => {
  test('the limits differ by 200 yuan, less than the price: it never pays', () => {
    expect(clinics).toHaveLength(3);
    for (const clinic of clinics) {
      const gain = gains(scene({ kind: 'outpatient', clinic }));
      expect(stretches(gain, EXTRA)).toEqual([]);
      expect(largest(gain)).toBe(200_00);
    }
  });
  test('the limits are full at 500 ÷ 60 % = 833.34 yuan, the next step searched is 1000', () => {
    expect(fillsOutpatient(benefitOf(chongqing, 2026, scene({ kind: 'outpatient' })))).toBe(1000_00);
  });
});

test('both: with 200 yuan from outpatient care, 175 / 5 % = 3500 above the deductible of 800', () => {
  const both = scene({ kind: 'both', outpatient: 1000_00 });
  const [first] = stretches(gains(both), EXTRA);
  expect(Math.abs((first?.from ?? 0) - 4300_00)).toBeLessThanOrEqual(20);
  expect(axisEnd([{ from: 4300_00 }], both, benefitOf(chongqing, 2026, both))).toBe(10_000_00);
});

describe('the search itself', () => {
  test('finds every turn of a made line', () => {
    const line = (fen: number) => (fen < 1234_56 ? 0 : fen <= 45_678_90 ? 10 : fen < 300_000_01 ? 9 : 12);
    expect(stretches(line, 10)).toEqual([{ from: 1234_56, to: 45_678_90 }, { from: 300_000_01 }]);
    expect(stretches(() => 10, 10)).toEqual([{ from: 0 }]);
    expect(stretches(() => 9, 10)).toEqual([]);
  });
  test('a line that wavers by a fen: the stretch begins where it stays', () => {
    const line = (fen: number) => (fen >= 5000_00 && fen !== 5000_07 ? 10 : 9);
    expect(stretches(line, 10)).toEqual([{ from: 5000_08 }]);
  });
});
