import { describe, expect, test } from 'vitest';
import { cities, type Disease, hasDiseases, loadDiseases, loadInfo } from '#cities';
import { byClass, listsOf, plain, search } from './lists.ts';

await Promise.all(cities.map(({ id }) => loadInfo(id)));

const disease = (name: string, pinyin: string, from = '2025-06-01', to?: string): Disease => ({
  name,
  pinyin,
  class: to ? 'chronic' : 'two',
  from,
  ...(to ? { to } : {}),
  source: 's',
  part: 'p',
});
const all = [
  disease('高血压', 'gxy'),
  disease('地中海贫血(中、重型)', 'dzhpxzzx'),
  disease('支气管哮喘', 'zqgxc'),
  disease('高血压', 'gxy', '2024-01-01', '2025-05-31'),
];

test('what parents call it: characters left out, words around it; only where the name itself is not found', () => {
  const names = (typed: string) => search(all, typed).map(({ name }) => name);
  expect(names('地贫')).toEqual(['地中海贫血(中、重型)']);
  expect(names('小儿支气管哮喘')).toEqual(['支气管哮喘']);
  expect(names('哮喘')).toEqual(['支气管哮喘']);
  expect(names('贫地')).toEqual([]);
  expect(names('压')).toEqual(['高血压', '高血压']);
});

test('one list per period, the newest first', () => {
  const lists = listsOf(all);
  expect(lists.map(({ from, to, diseases }) => [from, to, diseases.length])).toEqual([
    ['2025-06-01', undefined, 3],
    ['2024-01-01', '2025-05-31', 1],
  ]);
});

describe('search', () => {
  const names = (typed: string) => search(all.slice(0, 3), typed).map(({ name }) => name);
  test('by part of the name', () => expect(names('血')).toEqual(['高血压', '地中海贫血(中、重型)']));
  test('by initials, also from the middle', () => {
    expect(names('gxy')).toEqual(['高血压']);
    expect(names('xc')).toEqual(['支气管哮喘']);
  });
  test('large letters, full-width letters, spaces and marks do not matter', () => {
    expect(names(' G X Y ')).toEqual(['高血压']);
    expect(names('ＧＸＹ')).toEqual(['高血压']);
    expect(names('贫血（中重型）')).toEqual(['地中海贫血(中、重型)']);
  });
  test('an empty field, or one with spaces only, shows all', () => {
    expect(names('')).toHaveLength(3);
    expect(names('　 ')).toHaveLength(3);
  });
  test('by what it is called every day', () => {
    const called = { ...disease('恶性肿瘤', 'exzl'), also: ['癌'] };
    const found = (typed: string) => search([called, ...all], typed).map(({ name }) => name);
    expect(found('癌')).toEqual(['恶性肿瘤']);
    expect(found('肝癌')).toEqual(['恶性肿瘤']);
    expect(found('感冒')).toEqual([]);
  });
  test('what is not there is not found', () => expect(names('感冒')).toEqual([]));
  test('signs of regular expressions are only signs', () => expect(names('.*')).toEqual([]));
});

test('plain', () => expect(plain('Ａb、c')).toBe('abc'));

test('by class, in the order of the list', () => {
  expect(byClass(all).map(({ name, diseases }) => [name, diseases.length])).toEqual([
    ['二类', 3],
    ['慢性病', 1],
  ]);
});

test('in the lists as they stand, every disease is found by its name and by its initials', async () => {
  let seen = 0;
  for (const { id } of cities.filter((city) => hasDiseases(city.id))) {
    for (const { diseases } of listsOf((await loadDiseases(id)) ?? [])) {
      for (const one of diseases) {
        seen += 1;
        expect(search(diseases, one.name), one.name).toContain(one);
        expect(search(diseases, one.pinyin), one.name).toContain(one);
      }
    }
  }
  expect(seen).toBeGreaterThanOrEqual(59);
});
