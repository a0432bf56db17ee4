/** Calendar and ledger. */
import { z } from 'zod';
import { isCalendarDate } from '../gates.ts';
import type { CalendarFile, LedgerFile } from '../types.ts';
import { pageAddress, parameterId, slug, text } from './common.ts';
import { conditions } from './journeys.ts';
import { anchor } from './words.ts';

/** `calendar.json`: the days of a city. */
const monthDay = z.string().refine((value) => isCalendarDate(`2023-${value}`), 'no such day of every year');
export const calendarSchema: z.ZodType<CalendarFile> = z.strictObject({
  entries: z
    .array(
      z.strictObject({
        id: slug,
        rule: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('newborn') }),
          z.strictObject({ kind: z.literal('birthday'), age: parameterId }),
          z.strictObject({
            kind: z.literal('coverage'),
            pay: z.union([monthDay, z.literal('birth')]),
            ahead: z.exactOptional(z.literal(1)),
            edge: z.enum(['pay', 'from', 'to']),
          }),
          z.strictObject({
            kind: z.literal('yearly'),
            from: monthDay,
            to: z.exactOptional(monthDay),
            rests: z.array(parameterId),
          }),
        ]),
        title: text(24),
        text: text(90),
        at: anchor,
        to: z.exactOptional(z.strictObject({ label: text(24), to: pageAddress })),
      }),
    )
    .min(1),
  unknown: z.array(text(120)).min(1),
});

/** `ledger.json`: the limits of a calendar year. */
export const ledgerSchema: z.ZodType<LedgerFile> = z.strictObject({
  bars: z
    .array(
      z.strictObject({
        id: slug,
        kind: z.enum(['limit', 'threshold']),
        label: text(20),
        total: z.string(),
        only: z.exactOptional(conditions),
        figures: z.array(z.strictObject({ id: parameterId, when: z.exactOptional(conditions) })).min(1),
        raise: z.exactOptional(z.strictObject({ step: parameterId, by: z.literal('diseases') })),
      }),
    )
    .min(1),
  notes: z.array(z.strictObject({ when: conditions, text: text(90), at: anchor })),
});
