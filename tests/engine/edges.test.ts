/** Edges of the layers and of days that no worked case can show, for they change no amount. */
import { expect, it } from 'vitest';
import { loadCityModule } from '../../scripts/lib/project.ts';
import { DEFAULT_MEMBER, DEFAULT_VISIT, isDate, NOTHING_USED, settleBill, type Visit } from '../../src/engine/index.ts';

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

it('a day has ten characters and no more', () => {
  expect(['2023-01-01', '2023-01-011', '2023-01-1', '2023-01-01 ', '2023/01/01', '2023-01/01'].map(isDate)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
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
