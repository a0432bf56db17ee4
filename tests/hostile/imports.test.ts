/** A thousand foreign texts at the door of the ledger: all of a text or nothing of it, and in words which line is wrong. */
import { expect, test } from 'vitest';
import { isDate, parseMoney } from '#engine';
import { planOf, readBackup } from '../../src/features/ledger/backup.ts';
import { mutatedBackup, soundBackup } from './backups.ts';
import { Random } from './mutate.ts';

const TEXTS = 1000;
const CITIES = ['shenzhen', 'chongqing'];

const linesOf = (text: string) => text.split(/\r\n|\r|\n/);
const visitsIn = (text: string) => linesOf(text).filter((line) => line.trim().startsWith('{"visit"')).length;

test('a sound one is taken whole', () => {
  const reading = readBackup(soundBackup(500), CITIES);
  expect(reading.kind === 'backup' && reading.backup.entries.length).toBe(500);
});

test(`${TEXTS} mutated ones: every visit of the text, each of them sound, or the line that is wrong`, () => {
  const random = new Random(4);
  const seen = { taken: 0, refused: 0, reasons: new Set<string>(), lines: new Set<number>() };
  for (let i = 0; i < TEXTS; i++) {
    const text = mutatedBackup(random);
    const reading = readBackup(text, CITIES);
    if (reading.kind === 'fault') {
      const { line, reason } = reading.fault;
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(linesOf(text).length);
      expect(reason).toMatch(/[\u4e00-\u9fff].*。$/s);
      expect(reason).not.toMatch(/undefined|NaN|\[object/);
      seen.refused += 1;
      seen.reasons.add(reason.slice(0, 4));
      seen.lines.add(line);
      continue;
    }
    const { entries, children } = reading.backup;
    expect(entries.length, text).toBe(visitsIn(text));
    for (const { date, city, amounts } of entries) {
      expect(isDate(date)).toBe(true);
      expect(CITIES).toContain(city);
      expect(Object.values(amounts).every((amount) => parseMoney(amount) !== undefined)).toBe(true);
    }
    const plan = planOf(reading.backup, [], []);
    expect('put' in plan && [plan.put.length, plan.children.length]).toEqual([entries.length, children.length]);
    seen.taken += 1;
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  const { taken, refused, reasons, lines } = seen;
  console.log(`${TEXTS} texts: ${taken} taken, ${refused} refused, ${reasons.size} reasons on ${lines.size} lines`);
  expect(taken).toBeGreaterThan(TEXTS / 20);
  expect(refused).toBeGreaterThan(TEXTS / 2);
  expect(reasons.size).toBeGreaterThan(5);
  expect(lines.size).toBeGreaterThan(5);
});
