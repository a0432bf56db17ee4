/** Blocks of text and guides. */
import { z } from 'zod';
import type { Block, Guide } from '../types.ts';
import { isoDate, link, pageAddress, richText, sentence, slug, text } from './common.ts';

export const anchor = z.strictObject({ source: slug, part: slug });
const at = z.exactOptional(anchor);
const heading = z.exactOptional(text(24));
const account = z.strictObject({
  kind: z.enum(['公众号', '小程序', '生活号', 'APP', '网站', '窗口', '终端机', '服务']),
  name: text(40),
  url: z.exactOptional(z.string().regex(/^https?:\/\/[^\s]+$/)),
});
/** A name and not a literal key: an object literal with `then` looks like a promise to the linter. */
const afterMenu = 'then';
export const blockSchema: z.ZodType<Block> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('path'),
    title: heading,
    account,
    menu: z.array(text(40)).min(1),
    [afterMenu]: z.exactOptional(z.array(sentence).min(1)),
    search: z.exactOptional(text(24)),
    at,
  }),
  z.strictObject({ type: z.literal('steps'), title: heading, items: z.array(sentence).min(1), at }),
  z.strictObject({
    type: z.literal('materials'),
    title: heading,
    items: z
      .array(
        z
          .strictObject({ name: text(60), note: z.exactOptional(sentence), optional: z.exactOptional(z.literal(true)) })
          .refine(({ note, optional }) => !optional || note !== undefined, 'optional: in which case, says the note'),
      )
      .min(1),
    at,
  }),
  z.strictObject({ type: z.literal('facts'), title: heading, items: z.array(sentence).min(1), at }),
  z.strictObject({ type: z.literal('note'), tone: z.enum(['info', 'warn']), text: sentence, at }),
  z
    .strictObject({
      type: z.literal('table'),
      title: text(40),
      on: isoDate,
      columns: z.array(text(20)).min(1),
      rows: z.array(z.strictObject({ label: richText(40), cells: z.array(richText(80)).min(1) })).min(1),
      note: z.exactOptional(sentence),
    })
    .refine((table) => table.rows.every((row) => row.cells.length === table.columns.length), 'a cell per column'),
  z.strictObject({
    type: z.literal('phone'),
    number: z.string().regex(/^[\d-]{3,13}$/),
    name: text(30),
    note: z.exactOptional(sentence),
  }),
  z.strictObject({ type: z.literal('map'), keyword: text(12), label: z.exactOptional(text(24)) }),
  z.strictObject({
    type: z.literal('links'),
    title: heading,
    items: z.array(z.strictObject({ label: text(30), to: link, note: z.exactOptional(text(60)) })).min(1),
  }),
]);

export const guideSchema: z.ZodType<Guide> = z.strictObject({
  id: slug,
  group: z.enum(['enrol', 'pay', 'clinic', 'help']),
  title: text(20),
  ask: z.exactOptional(text(30)),
  hint: text(24),
  lead: richText(160),
  description: text(90, 40).refine((value) => !/\[\[/.test(value), 'no figures in a description'),
  checkedOn: isoDate,
  at: anchor,
  prepare: z.exactOptional(z.array(sentence).min(1)),
  blocks: z.array(blockSchema).min(1),
  done: z.exactOptional(z.array(sentence).min(1)),
  trouble: z.exactOptional(z.array(sentence).min(1)),
  related: z.array(z.strictObject({ label: text(24), to: pageAddress })).min(1),
});
