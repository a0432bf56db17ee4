import { describe, expect, test } from 'vitest';
import { cities, hasJourney, loadGuide, loadInfo, loadJourney } from '#cities';
import { type Answers, askedQuestions, conclusionOf, everyAnswer, validAnswers } from '#journeys';
import type { Graph, Guide } from '#policy/types.ts';
import { inOrder, nextScreen, OWN_KEYS, previousScreen, progressOf, reachable } from './screens.ts';

await Promise.all(cities.map(({ id }) => loadInfo(id)));

const option = (value: string) => ({ value, label: value });
const question = (id: string, when?: Record<string, string[]>[]) => ({
  id,
  title: id,
  short: id,
  hint: id,
  options: [option('x'), option('y')],
  ...(when ? { when } : {}),
});
/** a → (x: b → c) (y: c) */
const graph: Graph = {
  id: 'enrol',
  title: '',
  description: '',
  lead: '',
  questions: [question('a'), question('b', [{ a: ['x'] }]), question('c')],
  conclusions: [],
};

describe('which screen is shown', () => {
  test('the first question stands on the start page', () => {
    expect(reachable(graph, {}, 'a')).toBe('start');
    expect(reachable(graph, { a: 'x' }, 'b')).toBe('b');
  });
  test('a screen that cannot be shown yet gives way to the first one that is missing', () => {
    expect(reachable(graph, {}, 'result')).toBe('start');
    expect(reachable(graph, { a: 'x' }, 'result')).toBe('b');
    expect(reachable(graph, { a: 'x', c: 'x' }, 'c')).toBe('b');
    expect(reachable(graph, { a: 'y', c: 'x' }, 'result')).toBe('result');
  });
  test('what is no screen of this way is the start', () => {
    expect(reachable(graph, { a: 'y' }, 'b')).toBe('start');
    expect(reachable(graph, { a: 'y' }, 'constructor')).toBe('start');
  });
  test('changed from the result, the first question has a screen of its own', () => {
    expect(reachable(graph, { a: 'x', c: 'x' }, 'a', true)).toBe('a');
  });
});

describe('onward and back', () => {
  test('one question after the other, then the result', () => {
    expect(nextScreen(graph, { a: 'x' }, 'start', false)).toBe('b');
    expect(nextScreen(graph, { a: 'y' }, 'start', false)).toBe('c');
    expect(nextScreen(graph, { a: 'y', c: 'x' }, 'c', false)).toBe('result');
  });
  test('a change leads back to the result, by way of a question it opened', () => {
    expect(nextScreen(graph, { a: 'y', c: 'x' }, 'a', true)).toBe('result');
    expect(nextScreen(graph, { a: 'x', c: 'x' }, 'a', true)).toBe('b');
    expect(nextScreen(graph, { a: 'x', b: 'y', c: 'x' }, 'b', true)).toBe('result');
  });
  test('back is the question before on this way', () => {
    expect(previousScreen(graph, { a: 'x' }, 'b')).toBe('start');
    expect(previousScreen(graph, { a: 'x', b: 'x' }, 'c')).toBe('b');
    expect(previousScreen(graph, { a: 'y' }, 'c')).toBe('start');
    expect(previousScreen(graph, { a: 'y', c: 'x' }, 'result')).toBe('c');
  });
});

describe('progress', () => {
  test('no total while it depends on an answer still to come', () => {
    expect(progressOf(graph, {}, 'start')).toBeUndefined();
    expect(progressOf(graph, { a: 'x' }, 'b')).toEqual({ at: 2, of: 3 });
    expect(progressOf(graph, { a: 'y' }, 'c')).toEqual({ at: 2, of: 2 });
  });
  test('an answer given earlier to this very question or a later one promises nothing', () => {
    expect(progressOf(graph, { a: 'y', c: 'x' }, 'start')).toBeUndefined();
  });
  test('a single question needs no count', () => {
    expect(progressOf({ ...graph, questions: [question('a')] }, {}, 'start')).toBeUndefined();
  });
});

test('guides named first by the conclusions come first, the others keep their order', () => {
  const guide = (id: string) => ({ id, group: 'enrol' }) as Guide;
  const named = { ...graph, conclusions: [{ ways: ['enrol/c', 'pay/x'] }, { ways: ['enrol/b'] }] } as unknown as Graph;
  expect(inOrder([guide('a'), guide('b'), guide('c'), guide('d')], named).map(({ id }) => id)).toEqual([
    'c',
    'b',
    'a',
    'd',
  ]);
});

describe('the journeys of every city', () => {
  const ids = ['enrol', 'pay', 'clinic'] as const;
  const there = cities.flatMap(({ id }) => ids.filter((one) => hasJourney(id, one)).map((one) => [id, one] as const));

  test('all are there', () => expect(there.length).toBeGreaterThanOrEqual(5));

  test.each(there)('%s/%s: every way is walked to its end, forwards and backwards', async (city, id) => {
    const found = await loadJourney(city, id);
    if (!found) throw new Error('no such journey');
    expect(
      found.questions.map((one) => one.id).filter((one) => [...OWN_KEYS, 'start', 'result'].includes(one)),
    ).toEqual([]);
    let ways = 0;
    for (const answers of everyAnswer(found)) {
      ways += 1;
      let at = 'start';
      let given: Answers = {};
      const screens = [at];
      for (const asked of askedQuestions(found, answers)) {
        expect(at === 'start' ? found.questions[0]?.id : at).toBe(asked.id);
        given = validAnswers(found, { ...given, [asked.id]: answers[asked.id] ?? '' });
        at = nextScreen(found, given, at, false);
        screens.push(at);
        expect(reachable(found, given, at)).toBe(at);
      }
      expect(at).toBe('result');
      for (const screen of screens.reverse().slice(1)) {
        at = previousScreen(found, answers, at);
        expect(at).toBe(screen);
      }
      const conclusion = conclusionOf(found, answers);
      expect(conclusion).toBeDefined();
      for (const way of conclusion?.ways ?? []) {
        const [group = '', guide = ''] = way.split('/');
        expect(await loadGuide(city, group, guide), way).toBeDefined();
      }
    }
    expect(ways).toBeGreaterThanOrEqual(6);
  });
});
