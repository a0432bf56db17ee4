/** A date as people type it, in three fields, and what is wrong with it in words. Pure. */
import { daysInMonth, isDate, makeDate } from '#engine';
import type { IsoDate } from '#policy/types.ts';

/** The three fields as typed. */
export interface TypedDate {
  year: string;
  month: string;
  day: string;
}

export type DatePart = keyof TypedDate;

export type DateReading = { kind: 'date'; date: IsoDate } | { kind: 'problem'; part: DatePart; message: string };

const NAMES: Record<DatePart, string> = { year: '年份', month: '月份', day: '日子' };

/** Full-width digits, spaces and the words 年 月 日 are understood. */
const cleanPart = (typed: string): string =>
  typed.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[\s年月日号]/g, '');

/** `2026-05-14` → the three fields. */
export function toTyped(date: IsoDate): TypedDate {
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month: String(Number(month)), day: String(Number(day)) };
}

/**
 * @param today only for the example in a message
 * @returns the date, or which field to change and how
 */
export function readDate(typed: TypedDate, today: IsoDate): DateReading {
  const example = toTyped(today);
  const problem = (part: DatePart, message: string): DateReading => ({ kind: 'problem', part, message });
  const parts = { year: cleanPart(typed.year), month: cleanPart(typed.month), day: cleanPart(typed.day) };
  for (const part of ['year', 'month', 'day'] as const) {
    if (parts[part] === '') return problem(part, `请填${NAMES[part]}，例如 ${example[part]}。`);
    if (!/^\d+$/.test(parts[part])) return problem(part, `${NAMES[part]}只能填数字，例如 ${example[part]}。`);
  }
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  if (parts.year.length !== 4) return problem('year', `年份要填四位数字，例如 ${example.year}。`);
  if (month < 1 || month > 12) return problem('month', '月份请填 1 到 12。');
  const last = daysInMonth(year, month);
  if (day < 1 || day > last) return problem('day', `${year} 年 ${month} 月没有 ${day} 日，请填 1 到 ${last}。`);
  const date = makeDate(year, month, day);
  return isDate(date) ? { kind: 'date', date } : problem('year', `年份要填四位数字，例如 ${example.year}。`);
}

/** No child, and no visit of one, is so many years ago. */
const OLDEST = 99;

/** A birth date, or the day of a visit: a date that is not after today, nor before anybody's time. */
export function readBirth(typed: TypedDate, today: IsoDate): DateReading {
  const reading = readDate(typed, today);
  if (reading.kind === 'date' && Number(reading.date.slice(0, 4)) < Number(today.slice(0, 4)) - OLDEST) {
    return { kind: 'problem', part: 'year', message: '年份太早了，请看看有没有填错。' };
  }
  if (reading.kind === 'date' && reading.date > today) {
    return { kind: 'problem', part: 'year', message: '这一天还没有到，请看看年、月、日有没有填错。' };
  }
  return reading;
}
