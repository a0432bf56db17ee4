/** Words, days, names and addresses that every schema is made of. */
import { z } from 'zod';
import { figurePattern, figuresOf, isCalendarDate } from '../gates.ts';

/** Length as people count it: code points, so that a rare character counts once. */
const length = (text: string): number => [...text].length;
export const text = (max: number, min = 1) =>
  z
    .string()
    .refine((value) => value === value.trim(), 'has space at an end')
    .refine((value) => length(value) >= min && length(value) <= max, `must have ${min}–${max} characters`);

export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCalendarDate, 'no such day');
export const looseDate = z.string().refine(isCalendarDate, 'no such date');
/** File names and parts: lower-case words joined by hyphens. */
export const slug = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
/** Dotted English names: `outpatient.rate.primary`. */
export const parameterId = z.string().regex(/^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)+$/);
export const pageAddress = z.string().regex(/^\/[a-z0-9/-]*\/$|^\/$/);
export const link = z.union([pageAddress, z.string().regex(/^https?:\/\/[^\s]+$/)]);
export const grade = z.enum(['A', 'B', 'C', 'D']);

/** A text with figures; each counts as one character, for it is drawn as a short number. */
export const richText = (max: number) =>
  text(1000)
    .refine((value) => length(value.replace(figurePattern, '0')) <= max, `must have at most ${max} characters`)
    .refine(
      (value) =>
        figuresOf(value).every(({ id, on }) => parameterId.safeParse(id).success && isoDate.safeParse(on).success) &&
        !/\[\[|\]\]/.test(value.replace(figurePattern, '')),
      'a figure must be written [[id@YYYY-MM-DD]]',
    );
export const sentence = richText(240);
