import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CityModule, loadCity } from '#cities';
import { addDays, formatMoney, isDate, timesRate, withOwnFigures } from '#engine';
import { shownOwn, wouldDo } from './own.ts';
import { premiumAnswer, type Question } from './premium.ts';

async function cityOf(id: string): Promise<CityModule> {
  const city = await loadCity(id);
  if (!city) throw new Error(`no city ${id}`);
  return city;
}
const shenzhen = await cityOf('shenzhen');
const chongqing = await cityOf('chongqing');

function short(city: CityModule, question: Partial<Question> & { payDate: string }) {
  const answer = premiumAnswer(city, { localHukou: true, ...question });
  return answer.ways.map(({ prices, coverage }) => ({
    sums: prices.map(({ premium }) =>
      premium.kind === 'computed'
        ? formatMoney(premium.own)
        : premium.kind === 'error'
          ? premium.problem
          : premium.reason,
    ),
    months: prices.map(({ premium }) => (premium.kind === 'computed' ? premium.months : undefined))[0],
    covered:
      coverage.kind === 'computed'
        ? `${coverage.from} ${coverage.to}`
        : coverage.kind === 'error'
          ? coverage.problem
          : coverage.reason,
  }));
}

describe('深圳', () => {
  test.each([
    ['2026-08-31', '1 × 38.45', '38.45', 1, '2026-09-01 2026-09-30'],
    ['2026-09-01', '12 × 40.56', '486.72', 12, '2026-10-01 2027-09-30'],
    ['2026-09-30', '12 × 40.56', '486.72', 12, '2026-10-01 2027-09-30'],
    ['2026-10-01', '11 × 40.56', '446.16', 11, '2026-11-01 2027-09-30'],
    ['2025-12-31', '9 × 38.45', '346.05', 9, '2026-01-01 2026-09-30'],
    ['2026-01-01', '8 × 38.45', '307.60', 8, '2026-02-01 2026-09-30'],
    ['2024-02-29', '7 × 35.42', '247.94', 7, '2024-03-01 2024-09-30'],
  ])('paid on %s: %s = %s', (payDate, _sum, own, months, covered) => {
    expect(short(shenzhen, { payDate })).toEqual([{ sums: [own], months, covered }]);
  });
  test('a day without a price says so, and how the price will be made', () => {
    const answer = premiumAnswer(shenzhen, { payDate: '2027-09-01', localHukou: true });
    expect(short(shenzhen, { payDate: '2027-09-01' })[0]?.sums).toEqual(['notPublished']);
    expect(answer.unknown).toMatchObject({ base: { id: 'premium.base' }, rate: { dated: { value: '0.6' } } });
    expect(answer.unknown?.latest.map(({ dated }) => dated.from)).toEqual(['2026-09-01']);
    expect(answer.formulas).toEqual([]);
  });
  test('the formula and the printed year agree with the months', () => {
    const answer = premiumAnswer(shenzhen, { payDate: '2026-09-05', birthDate: '2026-05-10', localHukou: true });
    expect(answer.formulas.map(({ base, rate }) => `${base.dated.value} × ${rate.dated.value}`)).toEqual([
      '6409 × 0.6',
      '6760 × 0.6',
    ]);
    for (const { line, base, rate } of answer.formulas) {
      expect(timesRate(base.fen, rate.rate)).toBe(line.price.fen);
    }
    const lines = answer.formulas.map(({ line }) => line);
    expect(answer.printed.map(({ fen }) => fen)).toEqual(lines.map(({ price }) => price.fen * 12));
    // 4 × 76.91 + 12 × 81.12
    expect(formatMoney(answer.subsidy?.sum ?? 0)).toBe('1281.08');
  });
  test('the subsidy is left out where a month of it is not known', () => {
    expect(premiumAnswer(shenzhen, { payDate: '2024-03-01', localHukou: true }).subsidy).toBeUndefined();
  });
  test('after the window a newborn is told so', () => {
    expect(short(shenzhen, { payDate: '2026-11-11', birthDate: '2026-05-10' })[0]?.sums).toEqual(['afterWindow']);
  });
});

describe('重庆', () => {
  test.each([
    ['2025-12-31', 2026, '2026-01-01 2026-12-31'],
    ['2026-01-01', 2026, 'lateEnrolment'],
    ['2024-12-31', 2025, '2025-01-01 2025-12-31'],
    // No birth was asked for: none may stand in the way of a year that is over.
    ['2027-01-05', 2026, 'lateEnrolment'],
    ['2026-11-20', 2025, 'lateEnrolment'],
  ])('paid on %s for %i: one sum per tier', (payDate, year, covered) => {
    expect(short(chongqing, { payDate, year })).toEqual([{ sums: ['400.00', '775.00'], months: undefined, covered }]);
  });
  test('a year without a price: no sum, the newest known ones beside it', () => {
    const answer = premiumAnswer(chongqing, { payDate: '2026-11-22', year: 2027, localHukou: true });
    expect(short(chongqing, { payDate: '2026-11-22', year: 2027 })[0]).toMatchObject({
      sums: ['notPublished', 'notPublished'],
      covered: '2027-01-01 2027-12-31',
    });
    expect(answer.unknown?.base).toBeUndefined();
    expect(answer.unknown?.latest.map(({ dated }) => dated.value)).toEqual(['400', '775']);
  });
  // Also where the window of that birth stands in no document: it is over all the same.
  test.each(['2024-05-05', '2015-03-01', '1990-01-01'])(
    'born on %s: after the window a newborn is told so',
    (birthDate) => {
      const [way] = short(chongqing, { payDate: '2026-11-22', birthDate });
      expect(way).toMatchObject({ sums: ['afterWindow', 'afterWindow'], covered: 'afterWindow' });
    },
  );
  test('a newborn over the new year has two ways, whatever year was chosen before', () => {
    const ways = short(chongqing, { payDate: '2026-01-22', birthDate: '2025-12-10', year: 2027 });
    expect(ways.map(({ sums }) => sums)).toEqual([
      ['800.00', '1550.00'],
      ['400.00', '775.00'],
    ]);
  });
});

describe('figures of one’s own', () => {
  const YEAR = { from: '2026-09-01', to: '2027-08-31' };
  const asked = { payDate: '2026-10-01', localHukou: true };
  test('the base makes the price; the price alone leaves the printed base and year out', () => {
    const base = withOwnFigures(shenzhen, [{ id: 'premium.base', value: '7000', ...YEAR }]);
    const byBase = premiumAnswer(base, asked);
    expect(short(base, asked)[0]?.sums).toEqual(['462.00']);
    expect(byBase.formulas.map((one) => one.base.fen)).toEqual([7000_00]);
    expect(formatMoney(byBase.subsidy?.sum ?? 0)).toBe('924.00');
    expect(byBase.printed).toEqual([]);
    expect(shownOwn(base, shenzhen, byBase).map(({ figure, used }) => [figure.id, used])).toEqual([
      ['premium.base', true],
    ]);
    const month = withOwnFigures(shenzhen, [
      { id: 'premium.month', value: '42.5', ...YEAR },
      { id: 'outpatient.limit', value: '2700', from: '2026-01-01', to: '2026-12-31' },
    ]);
    const byMonth = premiumAnswer(month, asked);
    expect(short(month, asked)[0]?.sums).toEqual(['467.50']);
    expect([byMonth.formulas, byMonth.printed]).toEqual([[], []]);
    expect(shownOwn(month, shenzhen, byMonth).map(({ figure }) => figure.id)).toEqual(['premium.month']);
  });
  test.each([
    [shenzhen, { payDate: '2027-09-01' }, ['premium.month@2027-09-01']],
    [shenzhen, { payDate: '2028-11-02', birthDate: '2028-08-20' }, []],
    [shenzhen, { payDate: '2026-09-01' }, []],
    [shenzhen, { payDate: '2020-09-01' }, []],
    [chongqing, { payDate: '2026-11-22', year: 2027 }, ['premium.tier1@2027-01-01', 'premium.tier2@2027-01-01']],
  ])('what alone would give a sum: %# ', (city, given, found) => {
    const question = { localHukou: true, ...given };
    const missing = wouldDo(city, question, premiumAnswer(city, question));
    expect(missing.map(({ parameter, on }) => `${parameter.id}@${on}`)).toEqual(found);
  });
  test('one tier put in: its sum, and the other is still asked for', () => {
    const year = { from: '2027-01-01', to: '2027-12-31' };
    const city = withOwnFigures(chongqing, [{ id: 'premium.tier2', value: '800', ...year }]);
    const question = { payDate: '2026-11-22', year: 2027, localHukou: true };
    const answer = premiumAnswer(city, question);
    expect(short(city, question)[0]?.sums).toEqual(['notPublished', '800.00']);
    expect(answer.unknown).toBeUndefined();
    expect(wouldDo(chongqing, question, answer).map(({ parameter }) => parameter.id)).toEqual(['premium.tier1']);
  });
});

test('every birth date and every pay date gives an answer or words', () => {
  const day = (n: number) => addDays('2010-01-01', n);
  let computed = 0;
  for (const city of [shenzhen, chongqing]) {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7670 }),
        fc.integer({ min: -30, max: 700 }),
        fc.boolean(),
        fc.boolean(),
        (born, later, newborn, localHukou) => {
          const birthDate = day(born);
          const answer = premiumAnswer(city, {
            payDate: addDays(birthDate, later),
            localHukou,
            ...(newborn && { birthDate }),
          });
          for (const { prices, coverage } of answer.ways) {
            if (coverage.kind === 'computed') expect(isDate(coverage.from) && isDate(coverage.to)).toBe(true);
            for (const { premium } of prices) {
              if (premium.kind !== 'computed') continue;
              computed += 1;
              expect(premium.lines.reduce((sum, line) => sum + line.sum, 0)).toBe(premium.own);
            }
          }
        },
      ),
      { numRuns: 1500 },
    );
  }
  console.log(`saw ${computed} sums`);
  expect(computed).toBeGreaterThan(200);
});
