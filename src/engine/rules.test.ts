import { expect, it } from 'vitest';
import { type Choices, layOut } from './rules.ts';

it('a table is asked when it is laid out, and never again', () => {
  let asked = 0;
  const rows = ['primary', 'secondary', 'tertiary'].map((level) => ({
    level,
    when: (choices: Choices) => {
      asked += 1;
      return choices.level === level;
    },
  }));
  const rowFor = layOut(rows);
  const before = asked;
  const visit = { care: 'inpatient', place: 'local', reason: 'referral', registered: true, selected: false } as const;
  for (const level of ['primary', 'secondary', 'tertiary'] as const)
    expect(rowFor({ ...visit, level } as Choices).level).toBe(level);
  expect(before).toBeGreaterThan(0);
  expect(asked).toBe(before);
});

it('two rows that hold, or none, are found when it is laid out', () => {
  expect(() => layOut([{ when: () => true }, { when: () => true }])).toThrow();
  expect(() => layOut([{ when: () => false }])).toThrow();
});
