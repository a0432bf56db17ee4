/** One bill, all its possible answers: ranges, what cannot be computed, what a disputed reading would change. By hand from the rule book. */
import { describe, expect, it } from 'vitest';
import { loadCityModule } from '../../scripts/lib/project.ts';
import {
  type Bill,
  DEFAULT_MEMBER,
  DEFAULT_VISIT,
  type Estimate,
  estimate,
  figuresOf,
  NOTHING_USED,
  type Step,
  type Visit,
} from '../../src/engine/index.ts';

const shenzhen = await loadCityModule('shenzhen');
const chongqing = await loadCityModule('chongqing');

const bill = (visit: Partial<Visit>, used = NOTHING_USED): Bill => ({
  member: { ...DEFAULT_MEMBER, birthDate: '2019-05-01' },
  visit: { ...DEFAULT_VISIT, date: '2025-10-10', care: 'outpatient', level: 'primary', selected: true, ...visit },
  used,
});
const ask = (...bills: Bill[]): Estimate => estimate(shenzhen.rules, shenzhen.policy, bills);

describe('several meanings of the same answers', () => {
  const primary = bill({ eligible: '1000' });
  const secondary = bill({ eligible: '1000', level: 'secondary' });
  const tertiary = bill({ eligible: '1000', level: 'tertiary' });
  const elsewhere = bill({ eligible: '1000', date: '2031-10-10' });

  it('give a range from the least to the most the family pays, wherever they stand among them', () => {
    for (const bills of [
      [primary, secondary, tertiary],
      [tertiary, primary, secondary],
      [secondary, tertiary, primary],
    ]) {
      const found = ask(...bills);
      if (found.kind !== 'range') throw new Error(found.kind);
      // 25 % and 45 % of 1,000 yuan.
      expect([found.low.outcome.self, found.high.outcome.self]).toEqual([25_000, 45_000]);
      expect(bills[found.low.index]).toBe(primary);
      expect(bills[found.high.index]).toBe(tertiary);
      expect(found.meanings.map(({ index }) => index)).toEqual([0, 1, 2]);
    }
  });

  it('of two that cost the same the first stands', () => {
    const found = ask(secondary, bill({ eligible: '1000', level: 'secondary' }), primary, primary, tertiary, tertiary);
    if (found.kind !== 'range') throw new Error(found.kind);
    expect([found.low.index, found.high.index]).toEqual([2, 4]);
  });

  it('are one figure where all come to the same, of the first that can be computed', () => {
    const found = ask(elsewhere, primary, bill({ eligible: '1000' }));
    if (found.kind !== 'computed') throw new Error(found.kind);
    expect([found.index, found.outcome.self, found.outcome.fund]).toEqual([1, 25_000, 75_000]);
    expect(found.unsettled).toEqual([{ index: 0, reason: 'notPublished' }]);
  });

  it('differ where only one of the two sides does', () => {
    // 100 yuan at 75 % and 125 more out of scope: the family pays as much as on 300 yuan at 65 %, less 20 yuan … not the same bill.
    const same = bill({ eligible: '100', excluded: '125' });
    const other = bill({ eligible: '600' });
    expect([same, other].map((one) => (ask(one) as { outcome: { self: number } }).outcome.self)).toEqual([
      15_000, 15_000,
    ]);
    expect(ask(same, other).kind).toBe('range');
    // The fund pays 75 yuan for both, the family 25 and 26.
    expect(ask(bill({ eligible: '100' }), bill({ eligible: '100', excluded: '1' })).kind).toBe('range');
  });

  it('refused ones are named beside those that can be computed; the last reason is given where none can', () => {
    expect(ask(primary, elsewhere, tertiary)).toMatchObject({
      kind: 'range',
      unsettled: [{ index: 1, reason: 'notPublished' }],
    });
    expect(ask(primary, tertiary)).toMatchObject({ kind: 'range', unsettled: [] });
    expect(ask(elsewhere)).toEqual({ kind: 'notComputable', reason: 'notPublished' });
    expect(ask(bill({ date: '2021-10-10' }))).toEqual({ kind: 'notComputable', reason: 'noRecord' });
    expect(ask(bill({ date: '2021-10-10' }), elsewhere)).toEqual({ kind: 'notComputable', reason: 'notPublished' });
    expect(ask()).toEqual({ kind: 'notComputable', reason: 'noRecord' });
  });

  it('wrong input is always said', () => {
    const wrong = { kind: 'error', field: 'eligible', problem: 'notMoney' };
    expect(ask(primary, bill({ eligible: '1.234' }))).toEqual(wrong);
    expect(ask(bill({ eligible: '-1' }), primary)).toEqual(wrong);
    expect(ask(bill({ eligible: '1' }, { ...NOTHING_USED, stays: -1 }))).toEqual({
      kind: 'error',
      field: 'stays',
      problem: 'notACount',
    });
  });
});

describe('readings', () => {
  const readingsOf = (found: Estimate) => {
    if (found.kind !== 'computed') throw new Error(found.kind);
    return found.readings.map(({ reading, selfMore, outcome }) => [reading, selfMore, outcome.outpatientLeft]);
  };

  it('one that changes what the family pays says by how much', () => {
    // (10,000 − 600) × 90 % and (10,000 − 800) × 90 %: 180 yuan less.
    const stay = bill({ care: 'inpatient', level: 'tertiary', date: '2026-03-01', eligible: '10000' });
    expect(readingsOf(ask(stay))).toEqual([['deductible-2026', 18_000, 265_586]]);
  });

  it('one that changes only what is left of the limit is said too', () => {
    // 80 % of 50 yuan use up the limit under the other reading.
    expect(readingsOf(ask(bill({ consultationFee: '50' })))).toEqual([['consultation-pot', 0, 257_960]]);
  });

  it('one that changes nothing is not, nor one under which nothing can be computed', () => {
    expect(readingsOf(ask(bill({ eligible: '100' })))).toEqual([]);
    const broken = { ...shenzhen.policy, under: () => chongqing.policy };
    const found = estimate(shenzhen.rules, broken, [bill({ consultationFee: '50', date: '2024-05-01' })]);
    expect(readingsOf(found)).toEqual([]);
  });

  it('less is negative', () => {
    const child = bill({ level: 'primary', date: '2025-05-01', eligible: '100', selected: false });
    const found = estimate(chongqing.rules, chongqing.policy, [child]);
    // 65 % instead of 60 % for minors enrolled independently.
    expect(readingsOf(found)).toEqual([['outpatient-points', -500, 23_500]]);
  });
});

describe('the figures of a step', () => {
  const stepsOf = (city: typeof shenzhen, ...one: Parameters<typeof bill>): readonly Step[] => {
    const found = estimate(city.rules, city.policy, [bill(...one)]);
    if (found.kind !== 'computed') throw new Error(found.kind);
    return found.outcome.steps;
  };
  const idsOf = (steps: readonly Step[], op: Step['op']) =>
    steps.filter((step) => step.op === op).map((step) => figuresOf(step).map(({ id }) => id));

  it('stand in the order in which they are read', () => {
    const stay: Partial<Visit> = {
      care: 'inpatient',
      level: 'tertiary',
      place: 'elsewhere',
      eligible: '90000',
      classB: '100',
    };
    const steps = stepsOf(shenzhen, stay);
    expect(idsOf(steps, 'cost')).toEqual([[]]);
    expect(idsOf(steps, 'firstShare')).toEqual([['classB.firstShare']]);
    expect(idsOf(steps, 'deductible')).toEqual([['inpatient.deductible.first.tertiary']]);
    expect(idsOf(steps, 'rate')).toEqual([['inpatient.rate.tertiary', 'away.factor.temporary']]);
    expect(idsOf(steps, 'ownShare')).toEqual([[]]);
    expect(idsOf(steps, 'secondLayer')).toEqual([
      ['critical.threshold', 'critical.middle', 'critical.rate.lower', 'critical.middle', 'critical.rate.upper'],
    ]);
    expect(idsOf(steps, 'self')).toEqual([[]]);
    expect(idsOf(stepsOf(shenzhen, { eligible: '10', selected: false }), 'uncovered')).toEqual([[]]);
  });

  it('points and limits that grow have theirs', () => {
    const stay = stepsOf(chongqing, { care: 'inpatient', level: 'primary', eligible: '1000' });
    const points = ['inpatient.rate.tier1.primary', 'inpatient.minor.points'];
    expect(idsOf(stay, 'points')).toEqual([points]);
    expect(idsOf(stay, 'rate')).toEqual([points]);
    const chronic = stepsOf(chongqing, { care: 'chronic', eligible: '1000', diseases: 2 });
    expect(idsOf(chronic, 'cap')).toEqual([['chronic.limit', 'chronic.limit.step']]);
    expect(idsOf(stepsOf(shenzhen, { eligible: '10' }), 'cap')).toEqual([['outpatient.limit']]);
  });
});
