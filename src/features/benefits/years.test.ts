import { expect, test } from 'vitest';
import { type Benefits, cities, loadBenefits } from '#cities';
import { byYear } from './years.ts';

type BenefitTable = Benefits['tables'][number];
const table = (title: string, on: string): BenefitTable => ({ type: 'table', title, on, columns: [], rows: [] });

test('the newest year is on top, earlier years below from new to old, each year in its own order', () => {
  const { current, earlier } = byYear([
    table('a', '2026-10-01'),
    table('b', '2024-10-01'),
    table('c', '2025-01-01'),
    table('d', '2026-01-01'),
    table('e', '2025-10-01'),
  ]);
  expect(current.map(({ title }) => title)).toEqual(['a', 'd']);
  expect(earlier.map(({ title }) => title)).toEqual(['c', 'e', 'b']);
});

test('nothing is lost, and no city is without a table of the newest year', async () => {
  expect(byYear([])).toEqual({ current: [], earlier: [] });
  for (const { id } of cities) {
    const tables = (await loadBenefits(id))?.tables ?? [];
    const { current, earlier } = byYear(tables);
    expect(current.length + earlier.length).toBe(tables.length);
    expect(current.length).toBeGreaterThanOrEqual(3);
    expect(earlier.length).toBeGreaterThanOrEqual(2);
  }
});
