/**
 * Local calendar dates as `YYYY-MM-DD` strings, without time zone and without the `Date` object: two dates compare as
 * strings, and nothing here depends on where the phone is.
 */
import type { IsoDate } from '#policy/types.ts';
import { digits } from './digits.ts';

/** The month in which school years begin. */
export const SCHOOL_YEAR_MONTH = 9;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month; of a number that is no month, 0. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

const DASH = '-'.charCodeAt(0);

export const yearOf = (date: IsoDate): number => digits(date, 0, 4);
export const monthOf = (date: IsoDate): number => digits(date, 5, 7);
export const dayOf = (date: IsoDate): number => digits(date, 8, 10);

/** A day as a number that sorts as its text does: `2025-01-31` → 20250131. */
export type DayCode = number;

const codeOf = (year: number, month: number, day: number): DayCode => (year * 100 + month) * 100 + day;

export const dayCode = (date: IsoDate): DayCode => codeOf(yearOf(date), monthOf(date), dayOf(date));

/** Stands for a text that is no day. */
export const NO_DAY: DayCode = -1;

/** Reads a day of the calendar; `NO_DAY` for any other text, `2023-02-29` among them. */
export function readDay(text: string): DayCode {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return NO_DAY;
  const year = yearOf(text);
  const month = monthOf(text);
  const day = dayOf(text);
  return year >= 0 && day >= 1 && day <= daysInMonth(year, month) ? codeOf(year, month, day) : NO_DAY;
}

/** Whether the text is a day of the calendar. */
export const isDate = (text: string): boolean => readDay(text) !== NO_DAY;

/** Builds a date; the month may run outside 1–12, the day must exist. */
export function makeDate(year: number, month: number, day: number): IsoDate {
  const index = year * 12 + month - 1;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days since 1 March of the year 0 (the leap day is then the last day of its year). */
export function dayNumber(date: IsoDate): number {
  const m = monthOf(date);
  const y = yearOf(date) - (m <= 2 ? 1 : 0);
  const fromMarch = (m + 9) % 12;
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * fromMarch + 2) / 5) +
    dayOf(date) -
    1
  );
}

function fromDayNumber(n: number): IsoDate {
  const era = Math.floor(n / 146097);
  const dayOfEra = n - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return makeDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export const addDays = (date: IsoDate, days: number): IsoDate => fromDayNumber(dayNumber(date) + days);

/** Whole days from `from` to `to`; negative if `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** The same day `months` later, or that month's last day where it has no such day (rule book, Shenzhen 7). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const first = makeDate(yearOf(date), monthOf(date) + months, 1);
  return makeDate(yearOf(first), monthOf(first), Math.min(dayOf(date), daysInMonth(yearOf(first), monthOf(first))));
}

/** The nth birthday; 29 February falls on 1 March where the year has none. */
export function birthday(birthDate: IsoDate, age: number): IsoDate {
  const year = yearOf(birthDate) + age;
  if (monthOf(birthDate) === 2 && dayOf(birthDate) === 29 && !isLeap(year)) return makeDate(year, 3, 1);
  return makeDate(year, monthOf(birthDate), dayOf(birthDate));
}

/**
 * Whether the person has had the nth birthday on that day (the birthday itself counts). In a year without a 29 February the
 * first day after it is 1 March.
 */
export const hasTurned = (birthDate: IsoDate, age: number, on: IsoDate): boolean =>
  isOfAge(dayCode(birthDate), age, dayCode(on));

/** The same of days that have been read. */
export const isOfAge = (born: DayCode, age: number, on: DayCode): boolean => on >= born + age * 100 * 100;

/** The school year that holds the date, by the year of its September: August 2025 → 2024. */
export const schoolYearOf = (date: IsoDate): number =>
  monthOf(date) >= SCHOOL_YEAR_MONTH ? yearOf(date) : yearOf(date) - 1;

/** A school year begins on 1 September. */
export const schoolYearStart = (year: number): IsoDate => makeDate(year, SCHOOL_YEAR_MONTH, 1);

/** Months from the month of the date to the last of its school year, both included: September 12, August 1. */
export const monthsLeftInSchoolYear = (date: IsoDate): number => 12 - ((monthOf(date) - SCHOOL_YEAR_MONTH + 12) % 12);

/** The first day of the month after. */
export const firstOfNextMonth = (date: IsoDate): IsoDate => makeDate(yearOf(date), monthOf(date) + 1, 1);

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (date: IsoDate): number => (dayNumber(date) + 3) % 7;
