/** Edges of the layers and of days that no worked case can show, for they change no amount. */
import { expect, it } from 'vitest';
import { loadCityModule } from '../../scripts/lib/project.ts';
import {
  DEFAULT_MEMBER,
  DEFAULT_VISIT,
  figuresOf,
  isDate,
  NOTHING_USED,
  settleBill,
  settleVisits,
  type Used,
  type Visit,
} from '../../src/engine/index.ts';

const shenzhen = await loadCityModule('shenzhen');
const chongqing = await loadCityModule('chongqing');

function stepsOf(city: typeof shenzhen, visit: Partial<Visit>, stays = 0) {
  const outcome = settleBill(city.rules, city.policy, {
    member: { ...DEFAULT_MEMBER, birthDate: '2019-05-01' },
    visit: { ...DEFAULT_VISIT, date: '2025-10-10', care: 'inpatient', level: 'primary', eligible: '1000', ...visit },
    used: { ...NOTHING_USED, stays },
  });
  if (outcome.kind !== 'computed') throw new Error(outcome.kind);
  return outcome.steps;
}

it('a day has ten characters and no more, and a dash in both its places', () => {
  expect(isDate('2023-01-01')).toBe(true);
  for (const other of ['2023-01-011', '2023-01-1', '2023-01-01 ', '2023/01/01', '2023/01-01', '2023-01/01'])
    expect(isDate(other), other).toBe(false);
});

it('without class-B items there is no step about them', () => {
  expect(stepsOf(shenzhen, {}).some(({ op }) => op === 'firstShare')).toBe(false);
  expect(stepsOf(shenzhen, { classB: '0.01' }).some(({ op }) => op === 'firstShare')).toBe(true);
});

it('a deductible is that of a later stay only where there is such a thing', () => {
  const later = (...asked: Parameters<typeof stepsOf>) =>
    stepsOf(...asked).flatMap((step) => (step.op === 'deductible' ? [step.later] : []));
  expect(later(shenzhen, {})).toEqual([false]);
  expect(later(shenzhen, {}, 1)).toEqual([true]);
  expect(later(chongqing, {}, 1)).toEqual([false]);
});

it('steps and remarks are those of the layers, and none besides', () => {
  const outcome = settleBill(shenzhen.rules, shenzhen.policy, {
    member: { ...DEFAULT_MEMBER, birthDate: '2019-05-01' },
    visit: { ...DEFAULT_VISIT, date: '2025-10-10', care: 'inpatient', level: 'primary', eligible: '1000' },
    used: NOTHING_USED,
  });
  if (outcome.kind !== 'computed') throw new Error(outcome.kind);
  expect(outcome.steps.map(({ op, line }) => `${op} ${line}`)).toEqual([
    'cost care',
    'deductible care',
    'rate care',
    'ownShare critical',
    'secondLayer critical',
    'self total',
  ]);
  expect(outcome.remarks).toEqual([]);
});

it('visits are settled by day whatever their order, on one day as given; what was used belongs to the earliest year', () => {
  const visit = (date: string): Visit => ({
    ...DEFAULT_VISIT,
    date,
    care: 'outpatient',
    level: 'primary',
    selected: true,
    eligible: '2000',
  });
  const funds = (used: Used, ...days: string[]) =>
    settleVisits(
      shenzhen.rules,
      shenzhen.policy,
      { ...DEFAULT_MEMBER, birthDate: '2019-05-01' },
      days.map(visit),
      used,
    ).map((outcome) => (outcome.kind === 'computed' ? outcome.fund : outcome.kind));
  // 75 % of 2,000 is 1,500; the year has 2,619.60.
  const days = ['2025-03-01', '2025-01-01', '2025-02-01', '2025-01-01'];
  expect(funds(NOTHING_USED, ...days)).toEqual([0, 150_000, 0, 111_960]);
  expect(funds(NOTHING_USED, ...[...days].reverse())).toEqual([150_000, 0, 111_960, 0]);
  // 2026 has 2,655.86, and what was used before is of 2025.
  const used = { ...NOTHING_USED, outpatient: '2000' };
  expect(funds(used, '2026-01-01', '2025-12-31', '2026-01-02')).toEqual([150_000, 61_960, 115_586]);
  expect(funds(used, '2025-02-30', '2025-12-31')).toEqual(['error', 61_960]);
});

it('no visits come to no outcomes', () => {
  const member = { ...DEFAULT_MEMBER, birthDate: '2019-05-01' };
  expect(settleVisits(shenzhen.rules, shenzhen.policy, member, [], NOTHING_USED)).toEqual([]);
});

it('what is no amount is named by its field, and called so', () => {
  for (const field of ['eligible', 'consultationFee', 'excluded', 'classB'] as const) {
    const outcome = settleBill(shenzhen.rules, shenzhen.policy, {
      member: { ...DEFAULT_MEMBER, birthDate: '2019-05-01' },
      visit: {
        ...DEFAULT_VISIT,
        date: '2025-10-10',
        care: 'outpatient',
        level: 'primary',
        eligible: '100',
        [field]: '1,5',
      },
      used: NOTHING_USED,
    });
    expect(outcome).toEqual({ kind: 'error', field, problem: 'notMoney' });
  }
});

it('percentage points stand on the rate and on the points', () => {
  const points = stepsOf(chongqing, { eligible: '5000' }).find(({ op }) => op === 'points');
  expect(points && figuresOf(points).map(({ parameter }) => parameter.unit)).toEqual(['%', '个百分点']);
});
