import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CityModule, cities, loadCity, loadInfo } from '#cities';
import { addDays, formatMoney, type Payment, type Tier } from '#engine';
import type { IsoDate } from '#policy/types.ts';
import { hukouMatters, newbornAnswer, tiersOf, type Way } from './newborn.ts';

async function cityOf(id: string): Promise<CityModule> {
  const city = await loadCity(id);
  if (!city) throw new Error(`no city ${id}`);
  return city;
}
const shenzhen = await cityOf('shenzhen');
const chongqing = await cityOf('chongqing');

function ask(city: CityModule, birthDate: IsoDate, today: IsoDate, localHukou = true) {
  return newbornAnswer(city, { birthDate, localHukou }, today);
}
const spanOf = ({ coverage }: Way): string =>
  coverage.kind === 'computed'
    ? `${coverage.from} ${coverage.to}`
    : coverage.kind === 'error'
      ? coverage.problem
      : coverage.reason;
const priceOf = (way: Way, tier: Tier = 1): string => {
  const premium = way.prices.find((one) => one.tier === tier)?.premium;
  return premium?.kind === 'computed' ? formatMoney(premium.own) : (premium?.kind ?? 'none');
};

describe('深圳', () => {
  const birth = '2026-05-14';
  test('the last day is the same day of the sixth month after; it is open then and over the day after', () => {
    const last = ask(shenzhen, birth, '2026-11-14');
    expect(last).toMatchObject({ kind: 'open', daysLeft: 0, deadline: { newborn: '2026-11-14' } });
    expect(ask(shenzhen, birth, '2026-11-13')).toMatchObject({ kind: 'open', daysLeft: 1 });
    expect(ask(shenzhen, birth, '2026-11-15')).toMatchObject({ kind: 'late', daysPast: 1 });
    expect(ask(shenzhen, '2026-08-31', '2027-02-28')).toMatchObject({ kind: 'open', daysLeft: 0 });
  });
  test('paid on the last day: 4 × 38.45 + 12 × 40.56 = 640.52, covered from birth', () => {
    const answer = ask(shenzhen, birth, '2026-11-14');
    if (answer.kind !== 'open') throw new Error(answer.kind);
    expect(answer.ways.map(spanOf)).toEqual(['2026-05-14 2027-09-30']);
    expect(answer.ways.map((way) => priceOf(way))).toEqual(['640.52']);
  });
  test('a day later: 10 × 40.56 = 405.60, covered from the next month', () => {
    const answer = ask(shenzhen, birth, '2026-11-14');
    if (answer.kind !== 'open') throw new Error(answer.kind);
    expect(spanOf(answer.after)).toBe('2026-12-01 2027-09-30');
    expect(priceOf(answer.after)).toBe('405.60');
    const late = ask(shenzhen, birth, '2026-11-15');
    expect(late.kind === 'late' && spanOf(late.now)).toBe('2026-12-01 2027-09-30');
    expect(late.kind === 'late' && late.nextYear).toBeUndefined();
  });
  test('without local hukou: refused before the notice, told the day within the window, the same after it', () => {
    expect(ask(shenzhen, '2024-12-10', '2025-03-01', false)).toEqual({ kind: 'refused', reason: 'nonLocalBefore' });
    const before = ask(shenzhen, '2025-05-10', '2025-08-31', false);
    if (before.kind !== 'open') throw new Error(before.kind);
    expect(before.ways.map(spanOf)).toEqual(['nonLocalBefore']);
    expect(before.opens?.payment.payDate).toBe('2025-09-01');
    expect(before.opens && spanOf(before.opens)).toBe('2025-05-10 2026-09-30');
    const after = ask(shenzhen, '2025-05-10', '2025-09-01', false);
    if (after.kind !== 'open') throw new Error(after.kind);
    expect(after.opens).toBeUndefined();
    expect(after.ways.map(spanOf)).toEqual(['2025-05-10 2026-09-30']);
    expect(after.figures.map(({ id }) => id)).toEqual(['newborn.window', 'newborn.nonLocal']);
  });
  test('the other reading for children without local hukou is shown with its own last day', () => {
    const answer = ask(shenzhen, '2026-05-14', '2026-06-01', false);
    expect(answer.kind === 'open' && answer.others).toMatchObject([
      { reading: { id: 'newborn-nonlocal' }, last: '2026-11-10' },
    ]);
    const local = ask(shenzhen, '2026-05-14', '2026-06-01');
    expect(local.kind === 'open' && local.others).toEqual([]);
    expect(local.kind === 'open' && local.sooner).toBeUndefined();
  });
  test('the earlier of two last days is the one to go by while it can be met', () => {
    const soonerOf = (birthDate: IsoDate, today: IsoDate) => {
      const answer = ask(shenzhen, birthDate, today, false);
      if (answer.kind !== 'open') throw new Error(answer.kind);
      return [answer.sooner?.last, answer.sooner?.daysLeft, answer.deadline.newborn, answer.daysLeft];
    };
    expect(soonerOf('2026-06-20', '2026-11-22')).toEqual(['2026-12-17', 25, '2026-12-20', 28]);
    expect(soonerOf('2026-06-20', '2026-12-17')).toEqual(['2026-12-17', 0, '2026-12-20', 3]);
    expect(soonerOf('2026-06-20', '2026-12-18')).toEqual([undefined, undefined, '2026-12-20', 2]);
    expect(soonerOf('2026-05-24', '2026-11-22')).toEqual([undefined, undefined, '2026-11-24', 2]);
  });
});

describe('重庆', () => {
  test('within the year: birth date + 90, one way, to 31 December', () => {
    const answer = ask(chongqing, '2026-03-02', '2026-05-31');
    if (answer.kind !== 'open') throw new Error(answer.kind);
    expect(answer).toMatchObject({ daysLeft: 0, deadline: { newborn: '2026-05-31' } });
    expect(answer.ways.map(spanOf)).toEqual(['2026-03-02 2026-12-31']);
    expect([priceOf(answer.ways[0] as Way, 1), priceOf(answer.ways[0] as Way, 2)]).toEqual(['400.00', '775.00']);
    expect(spanOf(answer.after)).toBe('lateEnrolment');
  });
  test('over the new year: both years (380 + 400, 755 + 775) or this one alone', () => {
    const answer = ask(chongqing, '2024-12-10', '2025-01-20');
    if (answer.kind !== 'open') throw new Error(answer.kind);
    expect(answer.ways.map(spanOf)).toEqual(['2024-12-10 2025-12-31', '2025-01-01 2025-12-31']);
    expect(answer.ways.map((way) => [priceOf(way, 1), priceOf(way, 2)])).toEqual([
      ['780.00', '1530.00'],
      ['400.00', '775.00'],
    ]);
  });
  test('before the new year: what a payment buys then and afterwards, with the price that is known', () => {
    const answer = ask(chongqing, '2026-10-20', '2026-11-22');
    if (answer.kind !== 'open' || !answer.turn) throw new Error(answer.kind);
    const { from, before, after } = answer.turn;
    expect([from, answer.deadline.newborn]).toEqual(['2027-01-01', '2027-01-18']);
    expect([spanOf(before), priceOf(before, 1), priceOf(before, 2)]).toEqual([
      '2026-10-20 2026-12-31',
      '400.00',
      '775.00',
    ]);
    expect(spanOf(after)).toBe('2026-10-20 2027-12-31');
    expect(after.birthYear?.year).toBe(2026);
    const whole = ask(chongqing, '2026-03-02', '2026-05-31');
    expect(whole.kind === 'open' && whole.turn).toBeUndefined();
    const elsewhere = ask(shenzhen, '2026-10-20', '2026-11-22');
    expect(elsewhere.kind === 'open' && elsewhere.turn).toBeUndefined();
  });
  test('both years where only the first has a price: that price is said, and no sum', () => {
    const answer = ask(chongqing, '2026-12-05', '2027-01-10');
    if (answer.kind !== 'open') throw new Error(answer.kind);
    const [both, one] = answer.ways;
    if (!both || !one) throw new Error('one way');
    expect([priceOf(both), priceOf(one)]).toEqual(['notComputable', 'notComputable']);
    expect(both.birthYear?.year).toBe(2026);
    const known = both.birthYear?.prices.map(({ premium }) => premium.kind === 'computed' && formatMoney(premium.own));
    expect(known).toEqual(['400.00', '775.00']);
    expect(one.birthYear).toBeUndefined();
    const published = ask(chongqing, '2024-12-10', '2025-01-20');
    expect(published.kind === 'open' && published.ways.some(({ birthYear }) => birthYear)).toBe(false);
  });
  test('too late within the year of birth: with a guardian from birth to 31 December; not after it, not in Shenzhen', () => {
    const guardianOf = (city: CityModule, birthDate: IsoDate, today: IsoDate) => {
      const answer = ask(city, birthDate, today);
      if (answer.kind !== 'late') throw new Error(answer.kind);
      const { guardian } = answer;
      return guardian?.kind === 'computed' ? `${guardian.from} ${guardian.to}` : guardian;
    };
    expect(guardianOf(chongqing, '2026-03-01', '2026-11-22')).toBe('2026-03-01 2026-12-31');
    expect(guardianOf(chongqing, '2026-03-01', '2026-12-31')).toBe('2026-03-01 2026-12-31');
    expect(guardianOf(chongqing, '2025-03-01', '2026-01-01')).toBeUndefined();
    expect(guardianOf(shenzhen, '2026-03-01', '2026-11-22')).toBeUndefined();
  });
  test('born and paid on 31 December: one covered day', () => {
    const answer = ask(chongqing, '2025-12-31', '2025-12-31');
    expect(answer.kind === 'open' && answer.ways.map(spanOf)).toEqual(['2025-12-31 2025-12-31']);
  });
  test('too late: no day is made up; paid ahead it is the next year', () => {
    const answer = ask(chongqing, '2025-03-02', '2025-06-01');
    if (answer.kind !== 'late') throw new Error(answer.kind);
    expect(answer.daysPast).toBe(1);
    expect(spanOf(answer.now)).toBe('lateEnrolment');
    expect(answer.nextYear && spanOf(answer.nextYear)).toBe('2026-01-01 2026-12-31');
    expect(answer.nextYear && priceOf(answer.nextYear)).toBe('400.00');
  });
});

describe('every birth date and day', () => {
  const start = '2010-01-01';
  const days = fc.integer({ min: 0, max: 7670 });
  let [open, late, refused] = [0, 0, 0];
  test('gives an answer or words, never an exception', () => {
    for (const city of [shenzhen, chongqing]) {
      fc.assert(
        fc.property(days, fc.integer({ min: 0, max: 400 }), fc.boolean(), (born, later, localHukou) => {
          const birthDate = addDays(start, born);
          const answer = ask(city, birthDate, addDays(birthDate, later), localHukou);
          if (answer.kind === 'open') {
            open += 1;
            expect(answer.daysLeft).toBeGreaterThanOrEqual(0);
            for (const way of answer.ways) {
              if (way.coverage.kind === 'computed') expect(way.coverage.to >= way.coverage.from).toBe(true);
              expect(way.coverage.kind).not.toBe('error');
            }
          } else if (answer.kind === 'late') {
            late += 1;
            expect(answer.daysPast).toBeGreaterThan(0);
          } else {
            refused += 1;
            expect(answer.kind).toBe('refused');
          }
        }),
        { numRuns: 1500 },
      );
    }
    console.log(`saw ${open} open, ${late} late, ${refused} refused`);
    expect(Math.min(open, late, refused)).toBeGreaterThan(100);
  });
  test('a day before birth is a problem in words', () => {
    expect(ask(shenzhen, '2026-05-14', '2026-05-13')).toEqual({ kind: 'error', problem: 'beforeBirth' });
  });
  test('more days never bring back a window', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 300 }), (born, later) => {
        const birthDate = addDays(start, born);
        const now = ask(chongqing, birthDate, addDays(birthDate, later));
        const next = ask(chongqing, birthDate, addDays(birthDate, later + 1));
        if (now.kind === 'late') expect(next).toMatchObject({ kind: 'late', daysPast: now.daysPast + 1 });
        if (now.kind === 'open' && now.daysLeft > 0)
          expect(next).toMatchObject({ kind: 'open', daysLeft: now.daysLeft - 1 });
        if (now.kind === 'open' && now.daysLeft === 0) expect(next).toMatchObject({ kind: 'late', daysPast: 1 });
      }),
    );
  });
});

describe('what a city offers', () => {
  test('the calculators named in its data are those its parameters can feed', async () => {
    expect(cities.length).toBeGreaterThanOrEqual(2);
    for (const { id: city } of cities) {
      const info = await loadInfo(city);
      if (!info) throw new Error(city);
      const { policy, rules } = await cityOf(info.id);
      const has = (id: string) => policy.parameters.some((parameter) => parameter.id === id);
      const ids = info.tools.map(({ id }) => id);
      expect(new Set(ids).size, info.id).toBe(ids.length);
      expect(ids.includes('newborn'), info.id).toBe(has('newborn.window'));
      expect(ids.includes('tiers'), info.id).toBe(tiersOf(policy).length > 1);
      expect(ids.includes('compare'), info.id).toBe(has('guardian.shared'));
      expect(ids.includes('premium'), info.id).toBe(has('premium.month') || has('premium.tier1'));
      const payment: Payment = { payDate: info.asOf, newborn: true, bothYears: false };
      const member = { birthDate: info.asOf, tier: 1 as const, enrolment: 'independent' as const };
      const local = rules.coverage(policy, { ...member, localHukou: true }, payment);
      const other = rules.coverage(policy.under('newborn-nonlocal'), { ...member, localHukou: false }, payment);
      expect(hukouMatters(policy), info.id).toBe(
        other.kind === 'computed' && local.kind === 'computed' && other.rule.id !== local.rule.id,
      );
    }
  });
});
