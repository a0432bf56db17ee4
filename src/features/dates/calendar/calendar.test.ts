/** The days of the calendar: every birth date from 2010 to 2030, random pairs, month ends, and worked days. `FULL=1`: all of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CityModule, cities, loadCalendar, loadCity } from '#cities';
import { addDays, birthday, daysBetween, isDate } from '#engine';
import { birthOf, childFacts, type Said, toTyped } from '#journeys';
import type { CalendarFile, IsoDate } from '#policy/types.ts';
import { calendarOf, type Dated } from './calendar.ts';
import { allWords, leftWords, reminderWords } from './words.ts';

const FULL = process.env.FULL === '1';

interface Town {
  city: CityModule;
  file: CalendarFile;
}

const towns: Town[] = [];
for (const { id } of cities) {
  const [city, file] = await Promise.all([loadCity(id), loadCalendar(id)]);
  if (!city || !file) throw new Error(`no calendar of ${id}`);
  towns.push({ city, file });
}
const town = (id: string): Town => {
  const found = towns.find(({ city }) => city.id === id);
  if (!found) throw new Error(id);
  return found;
};

const born = (date: IsoDate, more: Partial<Said> = {}): Said => ({ birth: toTyped(date), ...more });
const all = ({ past, today, coming }: ReturnType<typeof calendarOf>): Dated[] => [...past, ...today, ...coming];

/** What must hold of every calendar; returns how many days it saw. */
function sound({ city, file }: Town, said: Said, today: IsoDate): number {
  const calendar = calendarOf(city, file, said, today);
  const days = all(calendar);
  for (const { date, end, when, days: left } of days) {
    const last = end ?? date;
    if (!isDate(date) || !isDate(last) || last < date) throw new Error(`${date} ${last}`);
    const right = last < today ? 'past' : date > today ? 'coming' : 'today';
    if (when !== right) throw new Error(`${date}–${last} on ${today}: ${when}`);
    if (left !== daysBetween(today, when === 'coming' ? date : last)) throw new Error(`${left} days to ${date}`);
  }
  // Never a gap: whatever day it is, each day of the year has a next time.
  for (const { id, rule } of file.entries) {
    // Coverage is known from the day on which the city's rules begin.
    const covered = rule.kind === 'coverage' && rule.pay !== 'birth' && today >= '2024-01-01';
    const yearly = rule.kind === 'yearly' || covered;
    if (yearly && !days.some(({ entry, when }) => entry.id === id && when !== 'past')) {
      throw new Error(`${city.id} ${id}: nothing ahead on ${today}`);
    }
    const age = rule.kind === 'birthday' ? rule.age : undefined;
    const birthDate = birthOf(said, today);
    const figure = age && city.policy.on(today).find(age);
    if (
      birthDate &&
      figure &&
      !days.some((one) => one.entry.id === id && one.date === birthday(birthDate, figure.count))
    )
      throw new Error(`${city.id} ${id}: no birthday for ${birthDate}`);
  }
  for (const facts of [childFacts(city, said, today)]) {
    if (Object.values(facts).some((value) => typeof value !== 'string' || value === '')) throw new Error('facts');
  }
  return days.length;
}

function* daysFrom(from: IsoDate, to: IsoDate, step: number): Generator<IsoDate> {
  for (let day = from; day <= to; day = addDays(day, step)) yield day;
}

describe('every day', () => {
  test('as birth date, 2010 to 2030, on its own day, the day before the window ends and years later', () => {
    let seen = 0;
    for (const place of towns)
      for (const date of daysFrom('2010-01-01', '2030-12-31', FULL ? 1 : 7)) {
        for (const today of [date, addDays(date, 89), addDays(date, 183), '2026-11-22', addDays(date, 366 * 15)])
          if (today >= date) seen += sound(place, born(date), today);
      }
    console.log(`saw ${seen} days`);
    expect(seen).toBeGreaterThan(FULL ? 400_000 : 50_000);
  });
  test('as today, 2023 to 2030, for one child', () => {
    let seen = 0;
    for (const place of towns)
      for (const today of daysFrom('2023-01-01', '2030-12-31', FULL ? 1 : 3))
        seen += sound(place, born('2022-02-28'), today);
    expect(seen).toBeGreaterThan(5000);
  });
  test('random pairs, leap days and month ends among them', () => {
    const edge = fc.constantFrom('2012-02-29', '2024-02-29', '2028-02-29', '2025-01-31', '2025-08-31', '2026-12-31');
    const day = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 8000 }).map((n) => addDays('2010-01-01', n)) },
      { weight: 1, arbitrary: edge },
    );
    let seen = 0;
    fc.assert(
      fc.property(day, day, fc.boolean(), fc.constantFrom(...towns), (a, b, here, place) => {
        const [date, today] = a <= b ? [a, b] : [b, a];
        const hukou = { city: place.city.id, is: here };
        seen += sound(place, born(date, { hukou }), today);
      }),
      { numRuns: FULL ? 100_000 : 5_000 },
    );
    expect(seen).toBeGreaterThan(20_000);
  });
  test('nothing known of a child: only the days of the year', () => {
    for (const { city, file } of towns) {
      const days = all(calendarOf(city, file, { birth: { year: '', month: '', day: '' } }, '2026-11-22'));
      expect(days.length).toBeGreaterThanOrEqual(4);
      expect(days.every(({ entry }) => entry.rule.kind === 'yearly' || entry.rule.kind === 'coverage')).toBe(true);
    }
  });
});

const line = (dated: Dated): string =>
  `${dated.entry.id} ${dated.date}${dated.end ? `–${dated.end}` : ''} ${leftWords(dated)}`;

describe('worked days', () => {
  test('a newborn of 10 August 2026 on 22 November', () => {
    const { city, file } = town('shenzhen');
    const { past, today, coming } = calendarOf(city, file, born('2026-08-10'), '2026-11-22');
    expect(today).toEqual([]);
    expect(coming.map(line)).toEqual([
      'limit 2027-01-01 还剩 40 天',
      'newborn 2027-02-10 还剩 80 天',
      'september 2027-09-01–2027-09-30 283 天后开始',
      'coverage-to 2027-09-30 还剩 312 天',
      'coverage-from 2027-10-01 还剩 313 天',
      // 13 years and 262 days, then two and four more
      'clinic 2040-08-10 约 14 年后',
      'face 2042-08-10 约 16 年后',
      'adult 2044-08-10 约 18 年后',
    ]);
    expect(past.map(({ entry, date }) => `${entry.id} ${date}`)).toEqual([
      'coverage-from 2026-10-01',
      'first-year 2026-09-30',
      'september 2026-09-01',
    ]);
  });
  test('born after the September of a school year: its end is there, before that of the next', () => {
    const { city, file } = town('shenzhen');
    const { coming } = calendarOf(city, file, born('2026-09-10'), '2026-11-28');
    const ends = coming.filter(({ entry: { rule } }) => rule.kind === 'coverage' && rule.edge === 'to');
    expect(ends.map(({ entry, date }) => `${entry.id} ${date}`)).toEqual([
      'first-year 2027-09-30',
      'coverage-to 2028-09-30',
    ]);
  });
  test('without local hukou: the earlier of both last days while it can be met, as the newborn page has it', () => {
    const { city, file } = town('shenzhen');
    const on = (today: IsoDate) => {
      const days = all(calendarOf(city, file, born('2026-09-10', { hukou: { city: 'shenzhen', is: false } }), today));
      return days.find(({ entry }) => entry.id === 'newborn');
    };
    expect(on('2026-11-28')).toMatchObject({ date: '2027-03-09', other: '2027-03-10' });
    expect(on('2027-03-10')?.date).toBe('2027-03-10');
    expect(on('2027-03-10')).not.toHaveProperty('other');
  });
  test('September is on from its first to its last day', () => {
    const { city, file } = town('shenzhen');
    const on = (day: IsoDate) => calendarOf(city, file, born('2020-05-01'), day).today.map(line);
    expect(on('2026-08-31')).toEqual([]);
    expect(on('2026-09-01')).toEqual(['september 2026-09-01–2026-09-30 正在进行，还剩 29 天']);
    expect(on('2026-09-30')).toContain('september 2026-09-01–2026-09-30 今天是最后一天');
    expect(on('2026-09-30')).toContain('coverage-to 2026-09-30 就是今天');
    expect(on('2026-10-01')).toEqual(['coverage-from 2026-10-01 就是今天']);
  });
  test('the turn of the year in the other city; the 90th day', () => {
    const { city, file } = town('chongqing');
    const on = (day: IsoDate) => calendarOf(city, file, born('2026-11-01'), day);
    expect(
      on('2026-12-31')
        .today.map(({ entry }) => entry.id)
        .sort(),
    ).toEqual(['birth-year', 'pay-last']);
    expect(
      on('2027-01-01')
        .today.map(({ entry }) => entry.id)
        .sort(),
    ).toEqual(['coverage-from', 'limit']);
    expect(on('2027-01-01').coming.map(line)).toContain('newborn 2027-01-30 还剩 29 天');
  });
  test('born on 29 February: birthdays on 1 March where the year has none, window on the last day of the month', () => {
    const { city, file } = town('shenzhen');
    const days = all(calendarOf(city, file, born('2024-02-29'), '2024-02-29'));
    const dayOf = (id: string) => days.find(({ entry }) => entry.id === id)?.date;
    expect(dayOf('newborn')).toBe('2024-08-29');
    expect(dayOf('clinic')).toBe('2038-03-01');
    expect(dayOf('face')).toBe('2040-02-29');
    expect(dayOf('adult')).toBe('2042-03-01');
  });
  test('a year without figures keeps its day and rests on nothing', () => {
    const { city, file } = town('shenzhen');
    const limit = calendarOf(city, file, born('2020-05-01'), '2026-11-22').coming.find(
      ({ entry }) => entry.id === 'limit',
    );
    expect(limit).toMatchObject({ date: '2027-01-01', figures: [] });
  });
});

test('a reminder says the day, what it is and where; nothing of the child', () => {
  const { city, file } = town('shenzhen');
  const { coming } = calendarOf(city, file, born('2026-08-10'), '2026-11-22');
  const newborn = coming.find(({ entry }) => entry.id === 'newborn');
  if (!newborn) throw new Error('no day');
  const words = reminderWords(newborn, '深圳少儿医保', 'https://example.org/shenzhen/calendar/');
  expect(words).toContain('2027年2月10日（星期三）：新生儿参保的最后一天');
  expect(words).not.toContain('2026年8月10日');
  expect(allWords(coming, '深圳', 'https://example.org/').split('\n')).toHaveLength(coming.length + 2);
});

test('every parameter that the days name exists in its city', () => {
  let named = 0;
  for (const { city, file } of towns)
    for (const { rule } of file.entries) {
      const ids = rule.kind === 'birthday' ? [rule.age] : rule.kind === 'yearly' ? rule.rests : [];
      named += ids.length;
      for (const id of ids)
        expect(
          city.policy.parameters.some((one) => one.id === id),
          id,
        ).toBe(true);
    }
  expect(named).toBeGreaterThanOrEqual(7);
});
