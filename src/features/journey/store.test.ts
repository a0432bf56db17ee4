import { beforeEach, expect, test } from 'vitest';
import { readKept, useJourney } from './store.ts';

beforeEach(() => useJourney.setState(useJourney.getInitialState(), true));

test('each city and journey has its own answers', () => {
  const { answer } = useJourney.getState();
  answer('shenzhen/enrol', 'school', 'no');
  answer('shenzhen/enrol', 'age', 'minor');
  answer('chongqing/enrol', 'hukou', 'local');
  answer('shenzhen/enrol', 'school', 'yes');
  expect(useJourney.getState().given).toEqual({
    'shenzhen/enrol': { school: 'yes', age: 'minor' },
    'chongqing/enrol': { hukou: 'local' },
  });
});

test('a link replaces what was answered in its journey only', () => {
  const { answer, take } = useJourney.getState();
  answer('shenzhen/enrol', 'school', 'no');
  answer('shenzhen/pay', 'who', 'first');
  take('shenzhen/enrol', { school: 'yes' });
  expect(useJourney.getState().given).toEqual({
    'shenzhen/enrol': { school: 'yes' },
    'shenzhen/pay': { who: 'first' },
  });
});

test('sound state is read back', () => {
  expect(readKept({ given: { 'shenzhen/enrol': { school: 'no' } } })).toEqual({
    given: { 'shenzhen/enrol': { school: 'no' } },
    fromChild: {},
  });
  expect(readKept({ given: {}, fromChild: { 'shenzhen/enrol': { school: 'no' } } })?.fromChild).toEqual({
    'shenzhen/enrol': { school: 'no' },
  });
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a list', []],
  ['no answers', { given: 1 }],
  ['a foreign key', { given: { '../x': {} } }],
  ['a number for an answer', { given: { 'shenzhen/enrol': { school: 1 } } }],
  ['a foreign question', { given: { 'shenzhen/enrol': { '<b>': 'x' } } }],
  ['an endless answer', { given: { 'shenzhen/enrol': { school: 'x'.repeat(41) } } }],
])('%s is treated as absent', (_, value) => {
  expect(readKept(value)).toBeUndefined();
});
