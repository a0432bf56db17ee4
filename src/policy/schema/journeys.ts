/** Question graphs and the estimate. */
import { z } from 'zod';
import type { EstimateGraph, Graph } from '../types.ts';
import { pageAddress, parameterId, richText, sentence, slug, text } from './common.ts';
import { blockSchema } from './words.ts';

export const conditions = z.array(z.record(z.string().regex(/^[a-z]+$/), z.array(z.string()).min(1))).min(1);
/** Facts of a child (`journeys/child.ts`): the few it knows, and ages by the id of their parameter. */
const childFact = z.union([z.enum(['hukou', 'school', 'tier', 'enrolment', 'born', 'newborn']), parameterId]);
export const childConditions = z.array(z.record(childFact, z.array(z.string()).min(1))).min(1);
const primitive = z.union([z.string(), z.boolean(), z.number()]);
const patch = z.strictObject({
  visit: z.exactOptional(z.record(z.string(), primitive)),
  member: z.exactOptional(z.record(z.string(), primitive)),
  used: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
const option = z.strictObject({
  value: z.string().regex(/^[a-zA-Z0-9-]+$/),
  label: text(30),
  said: z.exactOptional(text(20)),
  note: z.exactOptional(richText(80)),
  unknown: z.exactOptional(z.literal(true)),
  set: z.exactOptional(patch),
  when: z.exactOptional(conditions),
  child: z.exactOptional(childConditions),
  fate: z.exactOptional(z.literal(true)),
});
const question = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  title: text(30),
  short: text(10),
  hint: richText(80),
  when: z.exactOptional(conditions),
  compare: z.exactOptional(z.literal(true)),
  options: z.array(option).min(2),
});
/** A guide as `group/id`. */
export const guideRef = z.string().regex(/^(?:enrol|pay|clinic|help)\/[a-z][a-z0-9-]*$/);
const conclusion = z.strictObject({
  id: slug,
  when: conditions,
  tone: z.enum(['do', 'not']),
  title: text(30),
  lead: richText(160),
  ways: z.array(guideRef),
  blocks: z.array(blockSchema),
  next: z.strictObject({ label: text(16), to: pageAddress }),
});
export const graphSchema: z.ZodType<Graph> = z.strictObject({
  id: z.enum(['enrol', 'pay', 'clinic']),
  title: text(20),
  description: text(90, 40),
  lead: richText(160),
  questions: z.array(question).min(1),
  conclusions: z.array(conclusion),
});

const amountField = z.strictObject({
  id: z.string().regex(/^[a-zA-Z]+$/),
  label: text(30),
  hint: richText(120),
  required: z.exactOptional(z.literal(true)),
  positive: z.exactOptional(z.literal(true)),
  within: z.exactOptional(z.string().regex(/^[a-zA-Z]+$/)),
  when: z.exactOptional(conditions),
  quiet: z.exactOptional(z.literal(true)),
});
export const amountStep = z.strictObject({ title: text(30), hint: richText(120), fields: z.array(amountField).min(1) });
const money = z.string().regex(/^\d{1,9}(?:\.\d{1,2})?$/);
export const estimateSchema: z.ZodType<EstimateGraph> = z.strictObject({
  id: z.literal('estimate'),
  title: text(20),
  description: text(90, 40),
  lead: richText(160),
  questions: z.array(question).min(1),
  costs: amountStep,
  used: amountStep,
  presets: z.array(
    z.strictObject({
      id: slug,
      label: text(20),
      hint: text(40),
      answers: z.record(z.string(), z.string()),
      amounts: z.record(z.string(), money),
    }),
  ),
  next: z.array(z.strictObject({ when: z.exactOptional(conditions), label: text(16), to: pageAddress })).min(1),
  notes: z.array(sentence).min(1),
  remarks: z.record(z.string(), richText(160)),
});
