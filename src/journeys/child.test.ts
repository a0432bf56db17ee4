import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CityModule, cities, loadCity, loadEstimate, loadJourney } from '#cities';
import { addDays } from '#engine';
import type { Question } from '#policy/types.ts';
import { answersOf, BORN, childFacts } from './child.ts';
import { validAnswers } from './graph.ts';
import { hukouIn, type Said } from './said.ts';
import { toTyped } from './typed-date.ts';

const modules: CityModule[] = [];
const graphs: { city: CityModule; id: string; questions: Question[] }[] = [];
for (const { id } of cities) {
  const city = await loadCity(id);
  if (!city) throw new Error(id);
  modules.push(city);
  const found = await Promise.all([
    loadEstimate(id),
    ...(['enrol', 'pay', 'clinic'] as const).map((one) => loadJourney(id, one)),
  ]);
  for (const graph of found) if (graph) graphs.push({ city, id: graph.id, questions: graph.questions });
}
const graphOf = (city: string, id: string) => {
  const found = graphs.find((one) => one.city.id === city && one.id === id);
  if (!found) throw new Error(`${city} ${id}`);
  return found;
};
const born = (date: string, more: Partial<Said> = {}): Said => ({ birth: toTyped(date), ...more });
const known = (city: string, id: string, said: Said, today = '2026-11-22') => {
  const graph = graphOf(city, id);
  return answersOf(graph, childFacts(graph.city, said, today));
};

describe('facts of a child fill in answers', () => {
  test('age, school, hukou and window where the city asks for them', () => {
    const here = { city: 'shenzhen', is: true };
    expect(
      known('shenzhen', 'enrol', born('2026-08-10', { hukou: here, school: { city: 'shenzhen', is: false } })),
    ).toEqual({
      school: 'no',
      age: 'under7',
      hukou: 'local',
      newborn: 'yes',
    });
    expect(known('shenzhen', 'clinic', born('2012-11-23'))).toEqual({ age: 'under' });
    expect(known('shenzhen', 'clinic', born('2012-11-22'))).toEqual({ age: 'over' });
    expect(known('shenzhen', 'enrol', born('2015-01-01'))).toEqual({ age: 'minor', newborn: 'no' });
  });
  test('four cases of birth in the other city', () => {
    const birth = (date: string, today: string) => known('chongqing', 'enrol', born(date), today).birth;
    expect(birth('2026-11-01', '2026-11-22')).toBe('window');
    expect(birth('2026-05-01', '2026-11-22')).toBe('late');
    expect(birth('2026-11-01', '2027-01-30')).toBe('crossed');
    expect(birth('2026-11-01', '2027-01-31')).toBe('older');
    expect(birth('2019-11-01', '2027-01-31')).toBe('older');
  });
  test('what was said of one city means nothing, or something else, in another', () => {
    const said = born('2020-01-01', {
      hukou: { city: 'shenzhen', is: true },
      school: { city: 'shenzhen', is: true },
      tier: { city: 'chongqing', is: 2 },
    });
    expect(hukouIn('chongqing', said)).toBe('other');
    expect(hukouIn('chongqing', { hukou: { city: 'shenzhen', is: false } })).toBeUndefined();
    expect(known('chongqing', 'estimate', said)).toEqual({ tier: 'two' });
    expect(known('shenzhen', 'pay', said)).toEqual({ who: 'school' });
    expect(known('shenzhen', 'estimate', said)).toEqual({});
  });
  test('nothing said, nothing known; half a date is none', () => {
    for (const { city, id } of graphs) {
      expect(known(city.id, id, { birth: { year: '', month: '', day: '' } })).toEqual({});
      expect(known(city.id, id, { birth: { year: '2026', month: '', day: '' } })).toEqual({});
    }
  });
});

test('any child on any day: never two options for one question, only options that exist, and no exception', () => {
  const inCity = <T>(among: T[]) =>
    fc.option(fc.record({ city: fc.constantFrom(...cities.map(({ id }) => id)), is: fc.constantFrom(...among) }), {
      nil: undefined,
    });
  const day = fc.integer({ min: 0, max: 9000 }).map((n) => addDays('2008-01-01', n));
  const child = fc.record({
    date: day,
    hukou: inCity([true, false]),
    school: inCity([true, false]),
    tier: inCity<1 | 2>([1, 2]),
    enrolment: inCity<'independent' | 'withGuardian'>(['independent', 'withGuardian']),
  });
  let filled = 0;
  fc.assert(
    fc.property(child, day, fc.constantFrom(...graphs), ({ date, ...more }, today, { city, questions }) => {
      const said = { ...born(date), ...Object.fromEntries(Object.entries(more).filter(([, v]) => v)) };
      const facts = childFacts(city, said, today);
      const answers = answersOf({ questions }, facts);
      for (const [id, value] of Object.entries(answers)) {
        filled += 1;
        expect(questions.find((one) => one.id === id)?.options.some((one) => one.value === value)).toBe(true);
      }
      validAnswers({ questions }, answers);
      for (const { options } of questions) {
        const fitting = options.filter(({ child: when }) =>
          when?.some((one) => Object.entries(one).every(([fact, values]) => values.includes(facts[fact] ?? ''))),
        );
        expect(fitting.length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: process.env.FULL === '1' ? 100_000 : 4_000 },
  );
  expect(filled).toBeGreaterThan(1000);
});

test('every fact that a question names is one there is', () => {
  const values: Record<string, readonly string[]> = {
    hukou: ['local', 'other'],
    school: ['yes', 'no'],
    tier: ['1', '2'],
    enrolment: ['independent', 'withGuardian'],
    born: BORN,
    newborn: ['in', 'past'],
  };
  let named = 0;
  for (const { city, questions } of graphs)
    for (const { options } of questions)
      for (const condition of options.flatMap(({ child }) => child ?? []))
        for (const [fact, among] of Object.entries(condition)) {
          named += 1;
          const age = city.policy.parameters.some(({ id, unit }) => id === fact && unit === '周岁');
          const possible = age ? ['under', 'reached'] : (values[fact] ?? []);
          expect(
            among.filter((one) => !possible.includes(one)),
            `${city.id} ${fact}`,
          ).toEqual([]);
        }
  console.log(`saw ${named} facts in questions`);
  expect(named).toBeGreaterThanOrEqual(25);
});
