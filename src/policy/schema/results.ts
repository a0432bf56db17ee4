/** Comparison, causes, the hospital’s slip. */
import { z } from 'zod';
import type { CompareFile, SlipFile } from '../types.ts';
import { pageAddress, richText, sentence, slug, text } from './common.ts';
import { amountStep, childConditions, conditions } from './journeys.ts';

/** `slip.json`: the lines of a hospital's slip, and why one may differ from the rules. */
const slipChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), question: z.string(), values: z.array(z.string()).min(1) }),
  z.strictObject({ kind: z.literal('used'), field: z.string() }),
  z.strictObject({ kind: z.literal('classB') }),
  z.strictObject({ kind: z.literal('consultationFee') }),
  z.strictObject({ kind: z.literal('excluded') }),
  z.strictObject({ kind: z.literal('year') }),
  z.strictObject({ kind: z.literal('reading'), reading: slug }),
]);
export const slipSchema: z.ZodType<SlipFile> = z.strictObject({
  title: text(20),
  description: text(90, 40),
  lead: richText(160),
  form: amountStep,
  where: z.array(sentence).min(1),
  causes: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-zA-Z]+$/),
        change: slipChange,
        title: text(24),
        means: richText(120),
        check: richText(120),
        to: z.strictObject({ label: text(16), to: pageAddress }),
      }),
    )
    .min(1),
  ask: richText(120),
  notes: z.array(sentence).min(1),
});

/** `compare.json`: other ways for the same bill, and why it was less. */
const deed = z.exactOptional(z.strictObject({ text: text(24), to: z.exactOptional(pageAddress) }));
const can = z.exactOptional(childConditions);
const wayName = z.strictObject({
  when: z.record(z.string().regex(/^[a-z]+$/), z.array(z.string()).min(1)),
  name: text(20),
  can,
  deed,
});
const cause = z
  .strictObject({
    id: slug,
    when: z.exactOptional(conditions),
    part: z.exactOptional(z.enum(['excluded', 'uncovered', 'firstShare', 'deductible', 'share', 'factor', 'limit'])),
    line: z.exactOptional(z.enum(['consultation', 'critical'])),
    instead: z.exactOptional(z.union([z.literal('minor'), z.array(z.record(z.string(), z.string())).min(1)])),
    text: text(30),
    deed,
  })
  .refine(
    ({ part, instead }) => part !== undefined || instead !== undefined,
    'needs a part or what it would be instead',
  )
  .refine(({ line, part }) => line === undefined || part !== undefined, 'a line needs a part');
export const compareSchema: z.ZodType<CompareFile> = z.strictObject({
  options: z.array(
    z.strictObject({
      question: z.string().regex(/^[a-z]+$/),
      value: z.string(),
      name: text(14),
      can,
      rare: z.exactOptional(z.literal(true)),
      deed,
      nextYear: z.exactOptional(z.literal(true)),
    }),
  ),
  names: z.array(wayName),
  causes: z.array(cause).min(1),
});
