import { describe, expect, it } from 'vitest';
import type { PolicyFile } from '#policy/types.ts';
import { createPolicy } from './parameters.ts';

const evidence = { source: 's', part: 'p', quote: 'q', grade: 'A' as const };
const file: PolicyFile = {
  city: 'x',
  readings: [{ id: 'other', title: 't', taken: 'a', other: 'b', why: 'c' }],
  parameters: [
    {
      id: 'limit',
      label: 'l',
      unit: '元/年',
      clock: 'calendarYear',
      recheck: '2027-01-01',
      values: [
        { ...evidence, from: '2024-01-01', to: '2024-12-31', value: '2471.31' },
        { ...evidence, from: '2026-01-01', to: '2026-12-31', value: '2655.86' },
      ],
      alternatives: [{ ...evidence, reading: 'other', from: '2026-01-01', to: '2026-06-30', value: '800' }],
    },
    {
      id: 'rate',
      label: 'r',
      unit: '%',
      clock: 'none',
      recheck: '2027-01-01',
      values: [{ ...evidence, from: '2023-10-01', value: '0.6' }],
    },
    {
      id: 'age',
      label: 'a',
      unit: '周岁',
      clock: 'none',
      recheck: '2027-01-01',
      values: [{ ...evidence, from: '2023-10-01', value: '14' }],
    },
  ],
};
const policy = createPolicy(file);
const limit = (day: string, of = policy) => of.on(day).find('limit')?.dated.value;

describe('a value', () => {
  it('covers its first and its last day and no other', () => {
    expect(limit('2023-12-31')).toBeUndefined();
    expect(limit('2024-01-01')).toBe('2471.31');
    expect(limit('2024-12-31')).toBe('2471.31');
    expect(limit('2025-01-01')).toBeUndefined();
    expect(limit('2026-12-31')).toBe('2655.86');
    expect(limit('2027-01-01')).toBeUndefined();
  });

  it('without an end stands for good', () => {
    expect(policy.on('2023-09-30').find('rate')).toBeUndefined();
    expect(policy.on('2099-12-31').get('rate').rate).toEqual({ n: 6, d: 1000 });
  });

  it('is read by its unit', () => {
    const figures = policy.on('2024-05-05');
    expect(figures.get('limit')).toMatchObject({ fen: 247_131, count: 0, word: '2471.31' });
    expect(figures.get('age')).toMatchObject({ fen: 0, count: 14 });
    expect(figures.get('rate')).toMatchObject({ fen: 0, count: 0 });
    const word = { ...evidence, from: '2023-10-01', value: '12' };
    const [, , age] = file.parameters;
    if (!age) throw new Error('no age');
    const chosen = createPolicy({ ...file, parameters: [{ ...age, unit: 'choice', values: [word] }] });
    expect(chosen.on('2024-05-05').get('age')).toMatchObject({ fen: 0, count: 0, word: '12', rate: { n: 0, d: 1 } });
  });

  it('of one day stands on that day', () => {
    const [first] = file.parameters;
    if (!first) throw new Error('no limit');
    const day = { ...evidence, from: '2024-02-02', to: '2024-02-02', value: '5' };
    const short = createPolicy({ ...file, parameters: [{ ...first, values: [day], alternatives: [] }] });
    expect(['2024-02-01', '2024-02-02', '2024-02-03'].map((on) => short.on(on).find('limit')?.word)).toEqual([
      undefined,
      '5',
      undefined,
    ]);
  });

  it('of one’s own has no document and no more than a weak grade', () => {
    const own = [{ id: 'limit', value: '3000', from: '2026-01-01', to: '2026-12-31' }];
    const { dated, own: mine } = policy.withOwn(own).on('2026-05-05').get('limit');
    expect([dated.source, dated.part, dated.grade, mine]).toEqual(['', '', 'C', true]);
  });
});

it('figures and tariffs are made once for a stretch of days', () => {
  const plan = { most: 'limit' };
  expect(policy.on('2024-05-05')).toBe(policy.on('2024-06-06'));
  expect(policy.on('2024-05-05').tariff(plan)).toBe(policy.on('2024-06-06').tariff(plan));
  expect(policy.on('2024-05-05')).not.toBe(policy.on('2026-05-05'));
});

describe('a gap', () => {
  it('says whether the value is not out yet or was never known', () => {
    expect(policy.on('2023-01-01').gap(['limit'])).toBe('noRecord');
    expect(policy.on('2027-01-01').gap(['rate', 'limit'])).toBe('notPublished');
    expect(policy.on('2025-03-01').gap(['limit'])).toBe('notPublished');
    expect(policy.on('2024-03-01').gap(['rate', 'limit', 'age'])).toBeUndefined();
  });

  it('is told by the earliest value, wherever it stands; what has no value at all is not out yet', () => {
    const [first] = file.parameters;
    if (!first) throw new Error('no limit');
    const turned = createPolicy({ ...file, parameters: [{ ...first, values: [...first.values].reverse() }] });
    expect(turned.on('2023-01-01').gap(['limit'])).toBe('noRecord');
    expect(turned.on('2025-03-01').gap(['limit'])).toBe('notPublished');
    expect(policy.on('2024-03-01').gap(['unheard'])).toBe('notPublished');
  });

  it('that was not asked for is a fault of the program', () => {
    expect(() => policy.on('2025-03-01').get('limit')).toThrow('limit');
  });
});

describe('another policy', () => {
  it('under a reading takes the alternative on its days only, and leaves this one alone', () => {
    const other = policy.under('other');
    expect(limit('2026-06-30', other)).toBe('800');
    expect(limit('2026-07-01', other)).toBe('2655.86');
    expect(limit('2024-05-05', other)).toBe('2471.31');
    expect(limit('2026-06-30')).toBe('2655.86');
    expect(policy.under('other')).toBe(other);
  });

  it('with a person’s own figures has them on their days, marked, also where none is printed', () => {
    const own = policy.withOwn([{ id: 'limit', value: '3000', from: '2025-01-01', to: '2026-03-31' }]);
    expect(own.on('2025-05-05').get('limit')).toMatchObject({ fen: 300_000, own: true });
    // No source, no quote: those belong to what is printed.
    expect(own.on('2026-03-31').get('limit').dated).toMatchObject({ value: '3000', source: '' });
    expect(own.on('2026-03-31').get('limit').dated.quote).toBeUndefined();
    expect(own.on('2026-04-01').get('limit').own).toBeUndefined();
    expect(limit('2025-05-05')).toBeUndefined();
  });
});
