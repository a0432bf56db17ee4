/** A person's own figures on the real cities: which ones, for how long, and what follows from them. */
import { describe, expect, it } from 'vitest';
import type { Parameter } from '#policy/types.ts';
import { city as chongqing } from '../cities/chongqing.ts';
import type { CityModule } from '../cities/city.ts';
import { city as shenzhen } from '../cities/shenzhen.ts';
import { formatMoney } from './fen.ts';
import { timesRate } from './money.ts';
import { isReplaceable, ownInFull, ownOn, periodOf, withOwnFigures } from './own.ts';
import { createPolicy, type OwnFigure } from './parameters.ts';

const cities: CityModule[] = [shenzhen, chongqing];
const ownPolicy = (own: readonly OwnFigure[]) => withOwnFigures(shenzhen, own).policy;
const idsOf = ({ policy }: CityModule) =>
  policy.parameters.filter((one) => isReplaceable(one, policy.parameters)).map(({ id }) => id);

describe('what one may know better', () => {
  it('are yearly amounts: limits, thresholds, deductibles, prices, the base; never a rate, a reading or a standing rule', () => {
    expect(idsOf(shenzhen)).toEqual([
      'outpatient.limit',
      'inpatient.deductible.first.primary',
      'inpatient.deductible.first.secondary',
      'inpatient.deductible.first.tertiary',
      'inpatient.deductible.later.primary',
      'inpatient.deductible.later.secondary',
      'inpatient.deductible.later.tertiary',
      'critical.threshold',
      'critical.middle',
      'fund.warning',
      'premium.month',
      'premium.subsidy.month',
      'premium.base',
    ]);
    expect(idsOf(chongqing)).toContain('outpatient.limit.tier1');
    for (const city of cities) {
      const mine = city.policy.parameters.filter(({ id }) => idsOf(city).includes(id));
      expect(mine.length).toBeGreaterThanOrEqual(10);
      expect(mine.filter(({ unit, clock }) => !unit.startsWith('元') || clock === 'none')).toEqual([]);
    }
  });

  it('other own figures are left alone, and so is what is no amount', () => {
    const day = { from: '2026-01-01', to: '2026-12-31' };
    const policy = ownPolicy([
      { id: 'outpatient.rate.primary', value: '99', ...day },
      { id: 'classB.firstShare', value: '0', ...day },
      { id: 'outpatient.limit', value: 'NaN', ...day },
      { id: 'nothing', value: '1', ...day },
    ]);
    for (const id of ['outpatient.rate.primary', 'classB.firstShare', 'outpatient.limit'])
      expect(policy.on('2026-06-01').get(id)).toEqual(shenzhen.policy.on('2026-06-01').get(id));
  });

  it('stand for the year by their own clock, which is that of every printed value', () => {
    let seen = 0;
    for (const { policy } of cities) {
      for (const parameter of policy.parameters.filter((one) => isReplaceable(one, policy.parameters))) {
        for (const { from, to } of parameter.values) {
          expect(periodOf(parameter, from), parameter.id).toEqual({ from, to });
          expect(periodOf(parameter, to ?? '')).toEqual({ from, to });
          seen += 1;
        }
      }
    }
    console.log(`saw ${seen} values of replaceable parameters (floor 60)`);
    expect(seen).toBeGreaterThanOrEqual(60);
  });
});

describe('what follows from a base', () => {
  it('is what is printed, wherever base, rate and price are', () => {
    let seen = 0;
    for (const { policy } of cities) {
      for (const { id, follows, values } of policy.parameters) {
        if (!follows) continue;
        for (const { from, value } of values) {
          const [base, rate] = [policy.on(from).find(follows.base), policy.on(from).find(follows.rate)];
          if (!base || !rate) continue;
          expect(formatMoney(timesRate(base.fen, rate.rate)), `${id} ${from}`).toBe(value);
          seen += 1;
        }
      }
    }
    expect(seen).toBeGreaterThanOrEqual(6);
  });

  it('is computed from one’s own base, unless it is put in, too', () => {
    const year = { from: '2026-09-01', to: '2027-08-31' };
    const base = { id: 'premium.base', value: '7001', ...year };
    const policy = ownPolicy([base]);
    // 7001 × 0.6 % = 42.006, × 1.2 % = 84.012
    expect(policy.on('2026-10-01').get('premium.month')).toMatchObject({
      fen: 4201,
      own: true,
      dated: { derivation: '7001 × 0.6% ≈ 42.01' },
    });
    expect(policy.on('2026-10-01').get('premium.subsidy.month').fen).toBe(8401);
    // Nothing was rounded, and nothing says so.
    const even = ownPolicy([{ ...base, value: '7000' }])
      .on('2026-10-01')
      .get('premium.month');
    expect(even.dated.derivation).toBe('7000 × 0.6% = 42.00');
    expect(policy.on('2026-08-31').get('premium.month').own).toBeUndefined();
    const both = ownPolicy([base, { id: 'premium.month', value: '43', ...year }]);
    expect(both.on('2026-10-01').get('premium.month').fen).toBe(4300);
  });
});

it('what stands on top of a result: one’s own figures, the sourced ones beside them, whether they were used', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };
  const policy = ownPolicy([
    { id: 'outpatient.limit', value: '2700', ...year },
    { id: 'critical.threshold', value: '9000', ...year },
  ]);
  const limit = policy.on('2026-05-05').get('outpatient.limit');
  expect(
    ownOn(policy, shenzhen.policy, ['2026-05-05', '2026-06-06'], [limit]).map(({ figure, sourced, used }) => [
      figure.id,
      figure.fen,
      sourced?.fen,
      used,
    ]),
  ).toEqual([
    ['outpatient.limit', 270_000, 265_586, true],
    ['critical.threshold', 900_000, 1_000_000, false],
  ]);
  expect(ownOn(policy, shenzhen.policy, ['2025-05-05'], [limit])).toEqual([]);
  expect(policy.under('consultation-pot').on('2026-05-05').get('outpatient.limit').own).toBe(true);
});

describe('on figures made up for it', () => {
  const evidence = { source: 's', part: 'p', quote: 'q', grade: 'A' as const };
  const made = (id: string, over: Partial<Parameter> = {}): Parameter => ({
    id,
    label: id,
    unit: '元/月',
    clock: 'calendarYear',
    recheck: '2027-01-01',
    values: [{ ...evidence, from: '2024-01-01', to: '2024-12-31', value: '1000' }],
    ...over,
  });
  const open = [{ ...evidence, from: '2020-01-01', value: '1' }];
  const rates = [
    { ...evidence, from: '2020-01-01', to: '2024-12-31', value: '1' },
    { ...evidence, from: '2025-01-01', value: '2' },
  ];
  const base = made('base', { displayOnly: true });
  const parameters = [
    base,
    made('rate', { unit: '%', clock: 'none', values: rates }),
    made('price', { follows: { base: 'base', rate: 'rate' } }),
    made('lost', { follows: { base: 'base', rate: 'nowhere' } }),
    made('aside', { follows: { base: 'limit', rate: 'rate' } }),
    made('limit'),
    made('plain'),
  ];
  const own = (id: string, from: string, to: string, value = '1000'): OwnFigure => ({ id, value, from, to });
  const full = (...all: OwnFigure[]) =>
    ownInFull(parameters, all).map(({ id, from, value }) => `${id} ${from} ${value}`);

  it('only what is set anew each year, to its last value, may be replaced', () => {
    const may = (one: Parameter) => isReplaceable(one, parameters);
    expect(may(made('a'))).toBe(true);
    expect(may(made('a', { clock: 'none' }))).toBe(false);
    expect(may(made('a', { unit: '%' }))).toBe(false);
    expect(may(made('a', { values: open }))).toBe(false);
    expect(may(made('a', { values: [...base.values, ...open] }))).toBe(false);
    expect(may(made('a', { displayOnly: true }))).toBe(false);
    expect(may(base)).toBe(true);
  });

  it('both its days must be days, the first not after the last', () => {
    expect(full(own('plain', '2024-01-01', '2024-01-01'))).toEqual(['plain 2024-01-01 1000']);
    expect(full(own('plain', '2024-02-30', '2024-12-31'))).toEqual([]);
    expect(full(own('plain', '2024-01-01', '2024-12-32'))).toEqual([]);
    expect(full(own('plain', '2024-01-02', '2024-01-01'))).toEqual([]);
    expect(full(own('plain', '2024-01-01', '2024-12-31', '1.234'))).toEqual([]);
  });

  it('what follows takes the rate of just those days, or does not follow', () => {
    expect(full(own('base', '2024-01-01', '2024-12-31'))).toEqual(['base 2024-01-01 1000', 'price 2024-01-01 10.00']);
    expect(full(own('base', '2025-01-01', '2025-12-31'))).toEqual(['base 2025-01-01 1000', 'price 2025-01-01 20.00']);
    expect(full(own('base', '2024-07-01', '2025-06-30'))).toEqual(['base 2024-07-01 1000']);
    expect(full(own('base', '2019-01-01', '2019-12-31'))).toEqual(['base 2019-01-01 1000']);
  });

  it('what is given itself does not follow for the same days', () => {
    const year = own('base', '2024-01-01', '2024-12-31');
    expect(full(year, own('price', '2024-01-01', '2024-12-31', '7'))).toEqual([
      'base 2024-01-01 1000',
      'price 2024-01-01 7',
    ]);
    expect(full(year, own('price', '2025-01-01', '2025-12-31', '7'))).toEqual([
      'base 2024-01-01 1000',
      'price 2025-01-01 7',
      'price 2024-01-01 10.00',
    ]);
  });

  it('an answer rests on a base through what follows from it, and on nothing else', () => {
    const printed = createPolicy({ city: 'x', readings: [], parameters });
    const day = '2024-05-05';
    const policy = printed.withOwn(ownInFull(parameters, [own('base', '2024-01-01', '2024-12-31', '2000')]));
    const used = (...ids: [id: string, of?: typeof policy][]) =>
      ownOn(
        policy,
        printed,
        [day],
        ids.map(([id, of = policy]) => of.on(day).get(id)),
      ).map((one) => `${one.figure.id} ${one.sourced?.word} ${one.used}`);
    expect(used(['price'])).toEqual(['base 1000 true']);
    expect(used(['limit'], ['price'])).toEqual(['base 1000 true']);
    expect(used(['base'])).toEqual(['base 1000 true']);
    expect(used(['limit'])).toEqual(['base 1000 false']);
    expect(used(['aside'], ['price', printed], ['base', printed])).toEqual(['base 1000 false']);
    // Own, and beside the base, but not made from it.
    const given = [own('base', '2024-01-01', '2024-12-31', '2000'), own('price', '2024-01-01', '2024-12-31', '7')];
    const both = printed.withOwn(ownInFull(parameters, given));
    const rests = ownOn(both, printed, [day], [both.on(day).get('price')]).map(({ figure, used: is }) => [
      figure.id,
      is,
    ]);
    expect(rests).toEqual([
      ['base', false],
      ['price', true],
    ]);
    const other = printed.withOwn(ownInFull(parameters, [own('limit', '2024-01-01', '2024-12-31', '2000')]));
    expect(ownOn(policy, printed, [day], [other.on(day).get('aside')])[0]?.used).toBe(false);
  });
});
