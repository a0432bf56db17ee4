import { expect, test } from 'vitest';
import type { Parameter, SourceDocument } from '#policy/types.ts';
import { inOrder, overdue, rechecks } from './checks.ts';

const parameter = (label: string, recheck: string) => ({ label, recheck }) as Parameter;
const document = (id: string, grade: 'A' | 'B' | 'C', date?: string) =>
  ({ id, grade, ...(date ? { date } : {}) }) as SourceDocument;

const list = rechecks([parameter('b', '2027-08-20'), parameter('a', '2027-01-10'), parameter('c', '2027-08-20')]);

test('by day, the nearest first', () => {
  expect(list).toEqual([
    { day: '2027-01-10', labels: ['a'] },
    { day: '2027-08-20', labels: ['b', 'c'] },
  ]);
});

test('due on the day itself, not the day before', () => {
  expect(overdue(list, '2027-01-09')).toEqual([]);
  expect(overdue(list, '2027-01-10').map(({ day }) => day)).toEqual(['2027-01-10']);
  expect(overdue(list, '2028-01-01')).toHaveLength(2);
});

test('official texts first, then by date, undated ones last', () => {
  const documents = [
    document('x', 'B'),
    document('w', 'B', '2024'),
    document('v', 'C', '2026'),
    document('u', 'A'),
    document('t', 'B', '2025-03-01'),
  ];
  expect(inOrder(documents).map(({ id }) => id)).toEqual(['u', 't', 'w', 'x', 'v']);
});
