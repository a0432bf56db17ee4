/** Laws of dates, fees, coverage, deadline and clinic. The calendar is compared with the platform's own, in UTC. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  birthday,
  dayNumber,
  daysBetween,
  daysInMonth,
  firstOfNextMonth,
  formatMoney,
  hasTurned,
  isDate,
  type Member,
  monthOf,
  type Payment,
  schoolYearOf,
  type Tier,
  weekdayOf,
} from '#engine';
import { always, child, chongqing, cities, RUNS, shenzhen } from './arbitraries.ts';

const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const utc = (date: string) => Date.parse(`${date}T00:00:00Z`);
const anyDay = fc.integer({ min: utc('1900-01-01') / DAY, max: utc('2200-12-31') / DAY }).map((n) => iso(n * DAY));
const dayFrom = (from: string, to: string) =>
  fc.integer({ min: utc(from) / DAY, max: utc(to) / DAY }).map((n) => iso(n * DAY));

describe('the calendar', () => {
  it('counts days, weekdays and months as the platform does', () => {
    always(fc.tuple(anyDay, fc.integer({ min: -5000, max: 5000 })), ([date, days]) => {
      const other = iso(utc(date) + days * DAY);
      expect(addDays(date, days)).toBe(other);
      expect(daysBetween(date, other)).toBe(days);
      expect(dayNumber(other) - dayNumber(date)).toBe(days);
      expect(weekdayOf(date)).toBe(new Date(utc(date)).getUTCDay());
      const [year = 0, month = 0] = date.split('-').map(Number);
      expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
      expect(firstOfNextMonth(date)).toBe(iso(Date.UTC(year, month, 1)));
      expect(schoolYearOf(date)).toBe(month >= 9 ? year : year - 1);
    });
  });

  it('knows which dates exist', () => {
    const parts = fc.tuple(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    always(parts, ([y, m, d]) => {
      const text = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
      const time = utc(text);
      expect(isDate(text)).toBe(!Number.isNaN(time) && iso(time) === text);
    });
    always(fc.string({ maxLength: 12 }), (text) => {
      if (isDate(text)) expect(text).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    });
  });

  it('keeps the day over months, or takes the last of a shorter month', () => {
    always(fc.tuple(anyDay, fc.integer({ min: 0, max: 40 })), ([date, months]) => {
      const later = addMonths(date, months);
      expect(isDate(later)).toBe(true);
      const [y = 0, m = 0] = later.split('-').map(Number);
      const [fromY = 0, fromM = 0, fromD = 0] = date.split('-').map(Number);
      expect(y * 12 + m).toBe(fromY * 12 + fromM + months);
      expect(Number(later.slice(8))).toBe(Math.min(fromD, daysInMonth(y, m)));
    });
  });

  it('turns an age on the birthday, not a day before, and 29 February on 1 March', () => {
    always(fc.tuple(anyDay, fc.integer({ min: 1, max: 20 })), ([birth, age]) => {
      const day = birthday(birth, age);
      expect(isDate(day)).toBe(true);
      expect(hasTurned(birth, age, day)).toBe(true);
      expect(hasTurned(birth, age, addDays(day, -1))).toBe(false);
      expect(ageOn(birth, day)).toBe(age);
      expect(ageOn(birth, addDays(day, -1))).toBe(age - 1);
      if (day.slice(5) !== birth.slice(5)) expect([birth.slice(5), day.slice(5)]).toEqual(['02-29', '03-01']);
    });
  });
});

/** Completed years of life, counted off the words of the two days. */
const ageOn = (birth: string, on: string): number =>
  Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (on.slice(5) < birth.slice(5) ? 1 : 0);

const pay = (payDate: string, more: Partial<Payment> = {}): Payment => ({
  payDate,
  newborn: false,
  bothYears: false,
  ...more,
});
const born = (birthDate: string): Member => ({ ...child, birthDate });

describe.each(cities.map((city) => ({ city, name: city.id })))('$name', ({ city }) => {
  const { rules, policy } = city;

  it('the last day of the newborn window counts, the next does not', () => {
    always(dayFrom('2024-01-01', '2026-06-01'), (birth) => {
      const last = rules.deadline(policy, born(birth));
      if (last.kind !== 'computed') throw new Error('no deadline');
      expect(last.newborn > birth).toBe(true);
      const state = (day: string) => rules.coverage(policy, born(birth), pay(day, { newborn: true, bothYears: true }));
      expect(state(last.newborn)).toMatchObject({ kind: 'computed', from: birth });
      expect(state(addDays(last.newborn, 1)).kind).not.toBe('computed');
    });
  });

  it('the fee is the sum of its lines, each months × price', () => {
    const payments = fc.record({
      birth: dayFrom('2023-10-01', '2026-05-01'),
      payDate: dayFrom('2023-09-01', '2026-12-31'),
      newborn: fc.boolean(),
      bothYears: fc.boolean(),
      tier: fc.constantFrom<Tier>(1, 2),
    });
    let computed = 0;
    always(payments, ({ birth, ...payment }) => {
      const fee = rules.premium(policy, born(birth), payment);
      if (fee.kind !== 'computed') return;
      computed++;
      expect(fee.own).toBe(fee.lines.reduce((all, { sum }) => all + sum, 0));
      for (const { price, months, sum } of fee.lines) {
        expect(formatMoney(price.fen)).toBe(`${Number(price.dated.value).toFixed(2)}`);
        expect(sum).toBe(city === shenzhen ? price.fen * months : price.fen);
      }
    });
    expect(computed).toBeGreaterThan(RUNS / 10);
  });

  it('coverage begins before it ends, never before birth, and an ordinary payment never reaches back', () => {
    const days = fc.record({
      birth: dayFrom('2019-01-01', '2026-05-01'),
      payDate: dayFrom('2023-10-01', '2026-12-31'),
      newborn: fc.boolean(),
      next: fc.boolean(),
    });
    let computed = 0;
    always(days, ({ birth, payDate, newborn, next }) => {
      const year = next ? { year: Number(payDate.slice(0, 4)) + 1 } : {};
      const span = rules.coverage(policy, born(birth), pay(payDate, { newborn, ...(city === chongqing ? year : {}) }));
      if (span.kind !== 'computed') return;
      computed++;
      expect(span.from <= span.to).toBe(true);
      expect(span.from >= birth || !newborn).toBe(true);
      if (!newborn) expect(span.from > payDate).toBe(true);
    });
    expect(computed).toBeGreaterThan(RUNS / 10);
  });
});

describe('shenzhen', () => {
  it('paying later in the school year never costs more, and September pays all twelve months', () => {
    always(fc.tuple(dayFrom('2023-09-01', '2027-08-31'), dayFrom('2023-09-01', '2027-08-31')), ([a, b]) => {
      const [early, late] = a < b ? [a, b] : [b, a];
      const [one, other] = [early, late].map((day) => shenzhen.rules.premium(shenzhen.policy, child, pay(day)));
      if (one?.kind !== 'computed' || other?.kind !== 'computed') throw new Error('no fee');
      if (schoolYearOf(early) === schoolYearOf(late)) expect(other.own).toBeLessThanOrEqual(one.own);
      expect(one.months === 12).toBe(monthOf(early) === 9);
    });
  });

  it('the choice of a clinic only narrows with age', () => {
    always(
      fc.tuple(dayFrom('2008-01-01', '2024-01-01'), dayFrom('2024-01-01', '2027-01-01'), fc.nat(2000)),
      ([birth, on, more]) => {
        const options = (day: string) => {
          const choice = shenzhen.rules.clinic(shenzhen.policy, born(birth), day);
          return choice.kind === 'computed' ? choice.options.length : Number.NaN;
        };
        expect(options(addDays(on, more))).toBeLessThanOrEqual(options(on));
        expect(options(on)).toBe(ageOn(birth, on) < 14 ? 2 : 1);
      },
    );
  });
});
