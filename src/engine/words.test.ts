/** The engine's small words, each at its edges: days, money, errors, tables. Worked by hand. */
import { describe, expect, it } from 'vitest';
import * as engine from './index.ts';
import {
  addDays,
  addMonths,
  birthday,
  type Choices,
  checkDay,
  checkMember,
  checkYear,
  dayCode,
  daysBetween,
  daysInMonth,
  earlierError,
  firstOfNextMonth,
  formatMoney,
  formatPercent,
  hasTurned,
  isDate,
  layOut,
  leftOf,
  MAX_FEN,
  makeDate,
  monthsLeftInSchoolYear,
  NEW_YEAR,
  NOTHING_USED,
  onlyRow,
  parseMoney,
  parsePercent,
  readUsed,
  sameTotals,
  schoolYearOf,
  schoolYearStart,
  timesRate,
  timesRateSafe,
  weekdayOf,
} from './index.ts';

describe('days', () => {
  it('are days of the calendar', () => {
    const good = ['2024-02-29', '2000-02-29', '2025-01-01', '2025-12-31', '2025-04-30', '0001-01-01', '0000-12-31'];
    const bad = ['2023-02-29', '1900-02-29', '2025-04-31', '2025-13-01', '2025-00-10', '2025-01-00', '2025-01-32'];
    const not = [
      '',
      'x',
      '2025-1-1',
      '20250101',
      '2025/01/01',
      '2025-01/01',
      '2025-01-011',
      ' 2025-01-01',
      '２025-01-01',
    ];
    const letters = ['a025-01-01', '2025-a1-01', '2025-01-0a', '202:-01-01', '2025-01-0/', '2025-01-0:', '202/-01-01'];
    expect(good.filter(isDate)).toEqual(good);
    expect([...bad, ...not, ...letters].filter(isDate)).toEqual([]);
  });

  it('have as many in a month as the calendar says', () => {
    const year = (y: number) => Array.from({ length: 12 }, (_, m) => daysInMonth(y, m + 1));
    expect(year(2025)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect([daysInMonth(2024, 2), daysInMonth(2000, 2), daysInMonth(1900, 2)]).toEqual([29, 29, 28]);
    expect([daysInMonth(2025, 0), daysInMonth(2025, 13)]).toEqual([0, 0]);
  });

  it('go on and back over months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2000-02-29', 366)).toBe('2001-03-01');
    expect(addDays('1999-12-31', 146_097)).toBe('2399-12-31');
    expect(addDays('2025-10-03', 90)).toBe('2026-01-01');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
    expect(daysBetween('2025-01-01', '2024-12-31')).toBe(-1);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('1900-02-28', '1900-03-01')).toBe(1);
    for (const day of ['2024-02-29', '2024-03-01', '1900-01-31', '2000-12-31', '2100-02-28']) {
      for (const n of [1, 59, 365, 1461, 36_524, 36_525, 146_096]) expect(addDays(addDays(day, n), -n)).toBe(day);
    }
  });

  it('go on by months, at most to the last day', () => {
    expect(addMonths('2025-08-31', 6)).toBe('2026-02-28');
    expect(addMonths('2025-08-30', 1)).toBe('2025-09-30');
    expect(addMonths('2025-12-15', 1)).toBe('2026-01-15');
    expect(addMonths('2025-01-15', -1)).toBe('2024-12-15');
    expect(firstOfNextMonth('2025-12-31')).toBe('2026-01-01');
    expect(makeDate(2025, 13, 5)).toBe('2026-01-05');
    expect(makeDate(2025, 0, 5)).toBe('2024-12-05');
    expect(makeDate(7, 3, 4)).toBe('0007-03-04');
  });

  it('know birthdays, on 1 March where a year has no 29 February', () => {
    expect(birthday('2008-02-29', 18)).toBe('2026-03-01');
    expect(birthday('2008-02-29', 16)).toBe('2024-02-29');
    expect(birthday('2008-02-28', 17)).toBe('2025-02-28');
    expect(birthday('2008-03-29', 17)).toBe('2025-03-29');
    expect(hasTurned('2008-02-29', 18, '2026-02-28')).toBe(false);
    expect(hasTurned('2008-02-29', 18, '2026-03-01')).toBe(true);
    expect(hasTurned('2008-05-10', 18, '2026-05-09')).toBe(false);
    expect(hasTurned('2008-05-10', 18, '2026-05-10')).toBe(true);
    expect(hasTurned('2008-05-10', 18, '2025-12-31')).toBe(false);
    expect(hasTurned('2008-05-10', 18, '2027-01-01')).toBe(true);
  });

  it('lie in school years, and on days of the week', () => {
    expect([schoolYearOf('2025-08-31'), schoolYearOf('2025-09-01')]).toEqual([2024, 2025]);
    expect(schoolYearStart(2025)).toBe('2025-09-01');
    expect(['2025-09-30', '2025-12-01', '2026-01-31', '2026-08-01'].map(monthsLeftInSchoolYear)).toEqual([12, 9, 8, 1]);
    // 2026-11-22 was a Sunday.
    expect(['2026-11-22', '2026-11-23', '2026-11-28'].map(weekdayOf)).toEqual([0, 1, 6]);
    expect(dayCode('2025-01-31')).toBe(20_250_131);
  });
});

describe('money', () => {
  it('is read strictly', () => {
    const read: [string, number][] = [
      ['0', 0],
      ['0.0', 0],
      ['0.01', 1],
      ['0.1', 10],
      ['7', 700],
      ['12.5', 1250],
      ['12.05', 1205],
      ['1234.56', 123_456],
      ['007', 700],
      ['100000000', MAX_FEN],
      ['100000000.00', MAX_FEN],
      ['99999999.99', MAX_FEN - 1],
    ];
    expect(read.map(([text]) => [text, parseMoney(text)])).toEqual(read);
    const not = [
      '',
      '.',
      '.5',
      '5.',
      '1.234',
      '-1',
      '+1',
      '1e3',
      '1,000',
      ' 1',
      '1 ',
      '１２',
      'NaN',
      '1..2',
      '1.2.3',
      '.12',
    ];
    const large = ['100000000.01', '100000001', '1000000000', '1234567890.12', '999999999'];
    const letters = ['1a', 'a1', '1.a', '1.0a', '1.a0', '1/2', '1:2', '/', ':', '-.1', '1.-1', '-0.01'];
    expect([...not, ...large, ...letters].filter((text) => parseMoney(text) !== undefined)).toEqual([]);
  });

  it('is written with two decimals', () => {
    expect([0, 1, 10, 99, 100, 123_456, -1, -12_345].map(formatMoney)).toEqual([
      '0.00',
      '0.01',
      '0.10',
      '0.99',
      '1.00',
      '1234.56',
      '-0.01',
      '-123.45',
    ]);
  });

  it('times a rate is rounded half up', () => {
    expect(timesRate(142_610, { n: 75, d: 100 })).toBe(106_958);
    expect(timesRate(142_609, { n: 75, d: 100 })).toBe(106_957);
    expect(timesRateSafe(49, { n: 1, d: 100 })).toBe(0);
    expect(timesRateSafe(50, { n: 1, d: 100 })).toBe(1);
    // 2⁵³ − 1 and its neighbours: decimal.js takes over past it.
    expect(timesRate(Number.MAX_SAFE_INTEGER, { n: 1, d: 100 })).toBe(90_071_992_547_410);
    expect(timesRate(Number.MAX_SAFE_INTEGER, { n: 9, d: 10 })).toBe(8_106_479_329_266_892);
  });

  it('has percentages as they are printed', () => {
    expect(parsePercent('75')).toEqual({ n: 75, d: 100 });
    expect(parsePercent('0.6')).toEqual({ n: 6, d: 1000 });
    expect(['75', '0.6', '100', '7.25', '0.05'].map((text) => formatPercent(parsePercent(text)))).toEqual([
      '75',
      '0.6',
      '100',
      '7.25',
      '0.05',
    ]);
    expect(formatPercent({ n: 7200, d: 10_000 })).toBe('72');
    expect(formatPercent({ n: 7250, d: 10_000 })).toBe('72.5');
    expect(formatPercent({ n: 5, d: 10_000 })).toBe('0.05');
  });

  it('left of a limit is never negative', () => {
    expect([leftOf(100, 30), leftOf(100, 100), leftOf(100, 101)]).toEqual([70, 0, 0]);
  });
});

describe('what is wrong', () => {
  const child = { ...engine.DEFAULT_MEMBER, birthDate: '2019-05-01' };
  const error = (field: engine.Field, problem: engine.Problem) => ({ kind: 'error', field, problem }) as const;

  it('is the field that stands first, and the first of two on the same', () => {
    const [date, classB] = [error('date', 'notADate'), error('classB', 'notMoney')];
    expect(earlierError(date, classB)).toBe(date);
    expect(earlierError(classB, date)).toBe(date);
    expect(earlierError(undefined, classB)).toBe(classB);
    expect(earlierError(classB, undefined)).toBe(classB);
    expect(earlierError(undefined, undefined)).toBeUndefined();
    expect(earlierError(date, error('date', 'beforeBirth'))).toBe(date);
  });

  it('with a day: none, or before birth', () => {
    expect(checkDay(child, 'on', '2019-05-01')).toBeUndefined();
    expect(checkDay(child, 'on', '2019-04-30')).toEqual(error('on', 'beforeBirth'));
    expect(checkDay(child, 'on', 'x')).toEqual(error('on', 'notADate'));
    expect(checkDay({ ...child, birthDate: 'x' }, 'on', 'x')).toEqual(error('birthDate', 'notADate'));
    expect(checkDay({ ...child, birthDate: 'x' }, 'on', '2025-01-01')).toEqual(error('birthDate', 'notADate'));
    expect(checkMember(child)).toBeUndefined();
  });

  it('with an insurance year: not four digits, or before birth', () => {
    expect([2019, 9999, undefined].map((year) => checkYear(child, year))).toEqual([undefined, undefined, undefined]);
    expect(checkYear({ ...child, birthDate: '1000-01-01' }, 1000)).toBeUndefined();
    for (const year of [999, 10_000, 2025.5, Number.NaN])
      expect(checkYear(child, year)).toEqual(error('year', 'notAYear'));
    expect(checkYear(child, 2018)).toEqual(error('year', 'beforeBirth'));
  });

  it('with what was used: the first field, and then nothing of it counts', () => {
    const money = ['outpatient', 'outDeductible', 'own', 'base', 'critical', 'chronic', 'majorDeductible'] as const;
    for (const field of money) {
      expect(readUsed({ ...NOTHING_USED, [field]: '-1' })).toEqual({
        totals: NEW_YEAR,
        error: error(field, 'notMoney'),
      });
      expect(readUsed({ ...NOTHING_USED, [field]: '1.5' })).toEqual({
        totals: { ...NEW_YEAR, [field]: 150 },
        error: undefined,
      });
    }
    for (const stays of [-1, 0.5])
      expect(readUsed({ ...NOTHING_USED, stays }).error).toEqual(error('stays', 'notACount'));
    expect(readUsed({ ...NOTHING_USED, stays: 2 }).totals.stays).toBe(2);
    expect(readUsed({ ...NOTHING_USED, base: 'x', own: 'x', stays: -1 }).error?.field).toBe('own');
  });

  it('totals are the same if each is', () => {
    expect(sameTotals(NEW_YEAR, { ...NEW_YEAR })).toBe(true);
    for (const key of Object.keys(NEW_YEAR)) expect(sameTotals(NEW_YEAR, { ...NEW_YEAR, [key]: 1 })).toBe(false);
  });
});

describe('a decision table', () => {
  const rows = (...holds: boolean[]) => holds.map((held, at) => ({ at, when: () => held }));

  it('has one row that holds, for every combination of answers', () => {
    const table = layOut<{ name: string; when: (choices: Choices) => boolean }>([
      { name: 'a', when: ({ selected }) => selected },
      { name: 'b', when: ({ selected, level }) => !selected && level === 'primary' },
      { name: 'c', when: ({ selected, level }) => !selected && level !== 'primary' },
    ]);
    const visit = { ...engine.DEFAULT_VISIT, date: '2025-01-01', care: 'outpatient', level: 'primary' } as const;
    expect(table({ ...visit, selected: true }).name).toBe('a');
    expect(table(visit).name).toBe('b');
    expect(table({ ...visit, level: 'tertiary', registered: true }).name).toBe('c');
  });

  it('is looked up by every answer', () => {
    for (const care of engine.CARES)
      for (const level of engine.LEVELS)
        for (const place of engine.PLACES)
          for (const reason of engine.REASONS)
            for (const registered of [false, true])
              for (const selected of [false, true]) {
                const choices = { care, level, place, reason, registered, selected };
                const words = Object.values(choices).join();
                const table = layOut<{ is: boolean; when: (choices: Choices) => boolean }>([
                  { is: true, when: (c) => Object.values(c).join() === words },
                  { is: false, when: (c) => Object.values(c).join() !== words },
                ]);
                expect(table(choices).is).toBe(true);
              }
  });

  it('with two rows that hold, or none, is a fault', () => {
    expect(() => layOut(rows(true, true))).toThrow('two rows hold');
    expect(() => layOut(rows(false))).toThrow('no row holds');
    expect(onlyRow(rows(false, true, false), {}).at).toBe(1);
  });
});
