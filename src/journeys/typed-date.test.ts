import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isDate } from '#engine';
import { readBirth, readDate, toTyped } from './typed-date.ts';

const today = '2026-11-22';
const typed = (year: string, month: string, day: string) => ({ year, month, day });
const problem = (year: string, month: string, day: string) => {
  const reading = readDate(typed(year, month, day), today);
  return reading.kind === 'problem' ? `${reading.part}: ${reading.message}` : reading.date;
};

describe('what people type', () => {
  test.each([
    ['2026', '5', '4', '2026-05-04'],
    ['2026', '05', '04', '2026-05-04'],
    ['２０２６', '５', '４', '2026-05-04'],
    [' 2026年', '5 月', '4日', '2026-05-04'],
    ['2024', '2', '29', '2024-02-29'],
  ])('%s %s %s is %s', (year, month, day, date) => {
    expect(readDate(typed(year, month, day), today)).toEqual({ kind: 'date', date });
  });
  test.each([
    ['', '5', '4', 'year: 请填年份，例如 2026。'],
    ['2026', '', '4', 'month: 请填月份，例如 11。'],
    ['2026', '5', '', 'day: 请填日子，例如 22。'],
    ['二零二六', '5', '4', 'year: 年份只能填数字，例如 2026。'],
    ['2026', 'May', '4', 'month: 月份只能填数字，例如 11。'],
    ['2026', '5', '-4', 'day: 日子只能填数字，例如 22。'],
    ['26', '5', '4', 'year: 年份要填四位数字，例如 2026。'],
    ['2026', '13', '4', 'month: 月份请填 1 到 12。'],
    ['2026', '0', '4', 'month: 月份请填 1 到 12。'],
    ['2026', '4', '31', 'day: 2026 年 4 月没有 31 日，请填 1 到 30。'],
    ['2026', '2', '29', 'day: 2026 年 2 月没有 29 日，请填 1 到 28。'],
    ['2026', '5', '0', 'day: 2026 年 5 月没有 0 日，请填 1 到 31。'],
  ])('%s/%s/%s says %s', (year, month, day, message) => {
    expect(problem(year, month, day)).toBe(message);
  });
  test('a birth date may be today, not tomorrow', () => {
    expect(readBirth(toTyped(today), today)).toEqual({ kind: 'date', date: today });
    expect(readBirth(toTyped(addDays(today, 1)), today).kind).toBe('problem');
    expect(readBirth(toTyped('1850-01-01'), today)).toMatchObject({ kind: 'problem', part: 'year' });
    expect(readBirth(toTyped(`${Number(today.slice(0, 4)) - 99}-01-01`), today).kind).toBe('date');
  });
  test('every day comes back as it was; anything else is a date or words', () => {
    fc.assert(
      fc.property(fc.integer({ min: -6000, max: 6000 }), (days) => {
        const date = addDays(today, days);
        expect(readDate(toTyped(date), today)).toEqual({ kind: 'date', date });
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (year, month, day) => {
        const reading = readDate(typed(year, month, day), today);
        expect(reading.kind === 'date' ? isDate(reading.date) : reading.message.endsWith('。')).toBe(true);
      }),
    );
  });
});
