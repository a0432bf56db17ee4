/** The store where the browser has no IndexedDB, and what it takes for a visit. The real store: `e2e/ledger.spec.ts`. */
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { changeLedger, newEntryId, openLedger, useLedger } from './ledger.ts';
import { type LedgerEntry, readEntry } from './ledger-entry.ts';
import { wipe } from './wipe.ts';

const visit: LedgerEntry = {
  id: '2026-03.0mabc12345',
  child: 'abcdef1234',
  city: 'shenzhen',
  date: '2026-03-01',
  answers: { care: 'outpatient' },
  amounts: { eligible: '300' },
  note: '感冒',
};

beforeEach(() => wipe());

test('without IndexedDB everything is in memory, and says so', async () => {
  await openLedger();
  expect(useLedger.getState()).toMatchObject({ ready: true, entries: [] });
  expect(await changeLedger({ put: [visit] })).toBe(false);
  expect(useLedger.getState()).toMatchObject({ refused: true, entries: [visit] });
  const moved = { ...visit, date: '2026-12-01' };
  await changeLedger({ put: [moved, { ...visit, id: newEntryId('2026-02-01') }] });
  expect(useLedger.getState().entries).toHaveLength(2);
  expect(useLedger.getState().entries).toContainEqual(moved);
  await changeLedger({ remove: [visit.id] });
  expect(useLedger.getState().entries).toHaveLength(1);
  wipe();
  expect(useLedger.getState().entries).toEqual([]);
});

test('what could not be removed and is entered again stays, whatever comes after it', async () => {
  const other = { ...visit, id: newEntryId('2026-04-01') };
  await changeLedger({ put: [visit] });
  await changeLedger({ remove: [visit.id] });
  await changeLedger({ put: [visit] });
  await changeLedger({ put: [other] });
  expect(useLedger.getState().entries).toEqual([visit, other]);
});

test('two changes at once: neither forgets the other', async () => {
  const others = ['2026-04', '2026-05', '2026-06'].map((month) => ({ ...visit, id: newEntryId(`${month}-01`) }));
  await Promise.all(others.map((one) => changeLedger({ put: [one] })));
  expect(useLedger.getState().entries).toEqual(others);
});

test('a name for a visit begins with its month and sorts by the time of entering', () => {
  const names = Array.from({ length: 20 }, () => newEntryId('2026-03-31'));
  expect(new Set(names).size).toBe(20);
  for (const id of names) expect(readEntry({ ...visit, id })).toEqual({ ...visit, id });
  expect(names.every((id) => id.startsWith('2026-03.'))).toBe(true);
});

test('only what has the shape of a visit is taken for one', () => {
  expect(readEntry(visit)).toEqual(visit);
  const broken: object[] = [
    { id: '2026-03' },
    { id: '../x' },
    { child: '' },
    { child: '<script>' },
    { city: 'a b' },
    { date: '2026-3-1' },
    { note: 'x'.repeat(41) },
    { note: 3 },
    { answers: [] },
    { answers: { care: 3 } },
    { answers: null },
    { amounts: { eligible: 'x'.repeat(41) } },
    JSON.parse('{"answers":{"__proto__":"x"}}'),
    { amounts: Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`k${n}`, ''])) },
  ];
  for (const change of broken) expect(readEntry({ ...visit, ...change }), JSON.stringify(change)).toBeUndefined();
  fc.assert(
    fc.property(fc.anything(), (value) => readEntry(value) === undefined),
    { numRuns: 2000 },
  );
  expect(({} as Record<string, unknown>).care).toBeUndefined();
});
