/** Calendar arithmetic on plain numbers: no time zone, no clock. */

export interface Day {
  year: number;
  month: number;
  day: number;
}

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTHS[month - 1] ?? 0);
}

/** `YYYY-MM-DD` → day; null when there is no such day. */
export function toDay(text: string): Day | null {
  const parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return day >= 1 && day <= monthLength(year, month) ? { year, month, day } : null;
}

export const day = (year: number, month: number, date: number): Day => ({ year, month, day: date });

export function toText(when: Day): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(when.year).padStart(4, '0')}-${two(when.month)}-${two(when.day)}`;
}

/** Grows with the date, so that two days can be compared. */
const rank = (when: Day): number => when.year * 10_000 + when.month * 100 + when.day;

export const isBefore = (a: Day, b: Day): boolean => rank(a) < rank(b);

/** The same day `count` months on, or the last day of that month if it is shorter. */
export function plusMonths(from: Day, count: number): Day {
  const index = from.year * 12 + (from.month - 1) + count;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return day(year, month, Math.min(from.day, monthLength(year, month)));
}

export function plusDays(from: Day, count: number): Day {
  let { year, month } = from;
  let date = from.day + count;
  while (date > monthLength(year, month)) {
    date -= monthLength(year, month);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return day(year, month, date);
}

/** The nth birthday; someone born on 29 February has it on 1 March where the day is missing. */
export function birthday(birth: Day, age: number): Day {
  const year = birth.year + age;
  return birth.day > monthLength(year, birth.month) ? day(year, 3, 1) : day(year, birth.month, birth.day);
}
