import { describe, expect, it } from 'vitest';
import type { Conclusion, Question } from '#policy/types.ts';
import {
  askedQuestions,
  cleanAmount,
  conclusionOf,
  droppedAnswers,
  everyAnswer,
  nextQuestion,
  patchOf,
  queryOf,
  readAnswers,
  saysNothingNew,
  unknownQuestions,
  validAnswers,
  withoutUnknowns,
  writeAnswers,
} from './index.ts';

const question = (id: string, options: Question['options'], when?: Question['when']): Question => ({
  id,
  title: `${id}？`,
  short: id,
  hint: id,
  options,
  ...(when && { when }),
});
const conclusion = (id: string, when: Conclusion['when']): Conclusion => ({
  id,
  when,
  tone: 'do',
  title: id,
  lead: id,
  ways: [],
  blocks: [],
  next: { label: id, to: '/' },
});

/** Where, then (away only) how, then the level: of which the highest is offered at home only. */
const graph = {
  questions: [
    question('place', [
      { value: 'home', label: '', set: { visit: { place: 'local' } } },
      { value: 'away', label: '', set: { visit: { place: 'elsewhere', level: 'primary' } } },
      { value: 'unsure', label: '', unknown: true },
    ]),
    question(
      'way',
      [
        { value: 'filed', label: '', set: { visit: { registered: true } } },
        { value: 'not', label: '' },
      ],
      [{ place: ['away'] }],
    ),
    question('level', [
      { value: 'low', label: '', set: { visit: { level: 'secondary' }, member: { tier: 2 } } },
      { value: 'high', label: '', when: [{ place: ['home', 'unsure'] }] },
    ]),
  ],
  conclusions: [
    conclusion('filed', [{ way: ['filed'] }]),
    conclusion('rest', [{ way: ['not'] }, { place: ['home', 'unsure'] }]),
  ],
};

describe('walking a graph', () => {
  it('asks in order, and only what applies', () => {
    expect(nextQuestion(graph, {})?.id).toBe('place');
    expect(nextQuestion(graph, { place: 'home' })?.id).toBe('level');
    expect(nextQuestion(graph, { place: 'away' })?.id).toBe('way');
    expect(nextQuestion(graph, { place: 'home', level: 'high' })).toBeUndefined();
    expect(askedQuestions(graph, { place: 'away' }).map(({ id }) => id)).toEqual(['place', 'way', 'level']);
  });

  it('drops what a changed early answer makes void, and keeps the rest', () => {
    const answers = { place: 'home', way: 'filed', level: 'high' };
    expect(validAnswers(graph, answers)).toEqual({ place: 'home', level: 'high' });
    expect(validAnswers(graph, { ...answers, place: 'away' })).toEqual({ place: 'away', way: 'filed' });
    expect(droppedAnswers(graph, { ...answers, place: 'away' })).toEqual(['level']);
    expect(validAnswers(graph, { place: 'nowhere', level: 'low' })).toEqual({ level: 'low' });
  });

  it('concludes from what is valid', () => {
    expect(conclusionOf(graph, { place: 'away', way: 'filed', level: 'low' })?.id).toBe('filed');
    expect(conclusionOf(graph, { place: 'home', way: 'filed', level: 'low' })?.id).toBe('rest');
  });

  it('knows every complete set of answers', () => {
    expect([...everyAnswer(graph)].map((answers) => writeAnswers(answers).toString())).toEqual([
      'level=low&place=home',
      'level=high&place=home',
      'level=low&place=away&way=filed',
      'level=low&place=away&way=not',
      'level=low&place=unsure',
      'level=high&place=unsure',
    ]);
  });
});

describe('"不清楚"', () => {
  it('stands for every other option, and for every answer to what that one asks', () => {
    const answers = { place: 'unsure', level: 'low' };
    expect(unknownQuestions(graph, answers).map(({ id }) => id)).toEqual(['place']);
    expect([...withoutUnknowns(graph, answers)]).toEqual([
      { place: 'home', level: 'low' },
      { place: 'away', way: 'filed', level: 'low' },
      { place: 'away', way: 'not', level: 'low' },
    ]);
  });
});

describe('what the answers say', () => {
  it('is laid together, later questions over earlier ones', () => {
    expect(patchOf(graph, { place: 'away', way: 'filed', level: 'low' })).toEqual({
      visit: { place: 'elsewhere', level: 'secondary', registered: true },
      member: { tier: 2 },
      used: {},
    });
  });
});

describe('a link', () => {
  it('holds one key per answer, sorted', () => {
    expect(writeAnswers({ way: 'not', level: 'low', place: 'away' }).toString()).toBe('level=low&place=away&way=not');
  });

  it('says the screen and what else is to be said; keys are sorted, and the start without answers has none', () => {
    expect(queryOf({ way: 'not', place: 'away' }, { at: 'result' })).toBe('?at=result&place=away&way=not');
    expect(queryOf({ way: 'not' }, { at: 'way', edit: true, asof: '2025-01-01' })).toBe(
      '?asof=2025-01-01&at=way&edit=1&way=not',
    );
    expect(queryOf({ way: 'not' }, { at: 'costs', year: 2025, record: true })).toBe(
      '?at=costs&record=1&way=not&year=2025',
    );
    expect(queryOf({}, { at: 'start', year: 0, edit: false, record: false, asof: null })).toBe('');
  });

  it('says which of its keys were not understood', () => {
    const query = new URLSearchParams('place=mars&level=low&way=filed&utm=1&__proto__=x');
    expect(readAnswers(graph, query)).toEqual({ answers: { level: 'low' }, notUnderstood: ['place', 'way'] });
  });

  it.each([
    ['says all that is kept', 'place=home&level=low', { place: 'home', level: 'low' }, false, true],
    ['says less than is kept', 'level=low', { place: 'home', level: 'low' }, false, false],
    ['of a screen one was on says less', 'level=low', { place: 'home', level: 'low' }, true, true],
    ['says something else', 'place=away&level=low', { place: 'home', level: 'low' }, true, false],
    ['says nothing', '', {}, true, false],
    ['says something odd beside it', 'place=mars&level=low', { level: 'low' }, true, false],
  ])('%s', (_, query, kept, inside, nothing) => {
    expect(saysNothingNew(readAnswers(graph, new URLSearchParams(query)), kept, inside)).toBe(nothing);
  });
});

describe('money as typed', () => {
  it.each([
    ['1234.5', '1234.5'],
    ['¥ 1,234.50 元', '1234.50'],
    ['１２３４．５０', '1234.50'],
    ['￥３００。５', '300.5'],
    ['300块', '300'],
    ['3元5', '3元5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['.', ''],
    ['007', '7'],
    ['0', '0'],
    ['', ''],
    ['-3', '-3'],
    ['－３', '-3'],
    ['1.2.3', '1.2.3'],
  ])('%j is %j', (typed, plain) => {
    expect(cleanAmount(typed)).toBe(plain);
  });
});
