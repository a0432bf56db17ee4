import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CityModule, loadCity } from '#cities';
import { addDays } from '#engine';
import { compare, type Side } from './compare.ts';

async function cityOf(id: string): Promise<CityModule> {
  const city = await loadCity(id);
  if (!city) throw new Error(`no city ${id}`);
  return city;
}
const chongqing = await cityOf('chongqing');
const today = '2026-11-22';
const percents = ({ rates }: Side) => rates.map(({ rate }) => rate?.percent);

describe('重庆', () => {
  test.each([
    [1, ['85', '75', '55'], ['80', '70', '50']],
    [2, ['90', '80', '60'], ['85', '75', '55']],
  ] as const)('rates of tier %i, with and without the points', (tier, own, guardian) => {
    const result = compare(chongqing, { today, tier });
    expect(percents(result.own)).toEqual(own);
    expect(percents(result.guardian)).toEqual(guardian);
    expect(result.advice).toBe('either');
  });
  test('born this year, in time: on its own, both from birth', () => {
    const result = compare(chongqing, { today, tier: 1, birthDate: '2026-10-10' });
    expect(result.advice).toBe('own');
    expect(result.own.coverage).toMatchObject({ from: '2026-10-10', to: '2026-12-31' });
    expect(result.guardian.coverage).toMatchObject({ from: '2026-10-10', to: '2026-12-31' });
    expect(result.guardian.premium).toMatchObject({ own: 0 });
  });
  test('the day after the window: with the guardian first', () => {
    expect(compare(chongqing, { today, tier: 1, birthDate: addDays(today, -90) }).advice).toBe('own');
    const late = compare(chongqing, { today, tier: 1, birthDate: addDays(today, -91) });
    expect(late.advice).toBe('guardianFirst');
    expect(late.own.coverage).toMatchObject({ kind: 'notComputable', reason: 'lateEnrolment' });
  });
  test('born last year: on its own only, even within the window', () => {
    const result = compare(chongqing, { today: '2026-01-20', tier: 1, birthDate: '2025-12-10' });
    expect(result.advice).toBe('ownOnly');
    expect(result.guardian.coverage).toMatchObject({ kind: 'error', problem: 'guardianOnlyInBirthYear' });
    expect(result.own.coverage).toMatchObject({ kind: 'computed' });
  });
  test('a year without figures has no rates', () => {
    expect(percents(compare(chongqing, { today: '2027-02-01', tier: 1 }).own)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
  test('every birth date gives an answer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7000 }), fc.constantFrom(1 as const, 2 as const), (ago, tier) => {
        const birthDate = addDays(today, -ago);
        const result = compare(chongqing, { today, tier, birthDate });
        expect(result.advice === 'ownOnly').toBe(birthDate < '2026-01-01');
        expect(percents(result.own).every((one, i) => Number(one) > Number(percents(result.guardian)[i]))).toBe(true);
      }),
    );
  });
});
