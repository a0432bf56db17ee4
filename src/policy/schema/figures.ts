/** Parameters with their evidence, readings, source documents. */
import { z } from 'zod';
import type { Parameter, PolicyFile, Reading, SourceDocument } from '../types.ts';
import { grade, isoDate, looseDate, parameterId, slug, text } from './common.ts';

const evidence = {
  source: slug,
  part: slug,
  quote: z.exactOptional(text(40)),
  spelled: z.exactOptional(text(40)),
  derivation: z.exactOptional(text(120)),
  grade,
  note: z.exactOptional(text(80)),
};
const datedValue = { from: isoDate, to: z.exactOptional(isoDate), value: z.string().min(1), ...evidence };
const evidenced = <T extends { from: string; to?: string; quote?: string; derivation?: string; grade: string }>(
  value: T,
): boolean =>
  (value.to === undefined || value.from <= value.to) &&
  (value.quote !== undefined || value.grade === 'D') &&
  (value.grade !== 'D' || value.derivation !== undefined);
const evidencedMessage = 'needs from ≤ to, a quote (except grade D) and, for grade D, its derivation';
const dated = z.strictObject(datedValue).refine(evidenced, evidencedMessage);
const alternative = z.strictObject({ ...datedValue, reading: slug }).refine(evidenced, evidencedMessage);

const decimal = /^(?:0|[1-9]\d{0,8})(?:\.\d{1,4})?$/;
export const parameterSchema: z.ZodType<Parameter> = z
  .strictObject({
    id: parameterId,
    label: text(30),
    unit: z.enum(['元', '元/年', '元/月', '%', '个百分点', '周岁', '天', '个月', '次', '种', 'choice']),
    clock: z.enum(['schoolYear', 'calendarYear', 'none']),
    recheck: isoDate,
    values: z.array(dated).min(1),
    alternatives: z.exactOptional(z.array(alternative).min(1)),
    gaps: z.exactOptional(z.array(z.strictObject({ from: isoDate, to: isoDate, why: text(80) })).min(1)),
    displayOnly: z.exactOptional(z.literal(true)),
    follows: z.exactOptional(z.strictObject({ base: parameterId, rate: parameterId })),
    choices: z.exactOptional(z.record(z.string(), text(60))),
  })
  .refine((parameter) => {
    const all = [...parameter.values, ...(parameter.alternatives ?? [])].map((value) => value.value);
    if (parameter.unit !== 'choice')
      return parameter.choices === undefined && all.every((value) => decimal.test(value));
    return all.every((value) => parameter.choices?.[value] !== undefined);
  }, 'values must be decimal strings, or words explained in choices')
  .refine((parameter) => {
    const whole = /^个百分点|^周岁|^天|^个月|^次|^种/.test(parameter.unit);
    return !whole || parameter.values.every((value) => /^\d+$/.test(value.value));
  }, 'a count must be a whole number');

export const readingSchema: z.ZodType<Reading> = z.strictObject({
  id: slug,
  title: text(30),
  taken: text(120),
  other: text(120),
  why: text(160),
});

export const policySchema: z.ZodType<PolicyFile> = z.strictObject({
  city: slug,
  /** None only where the city is still being built (`city.json`). */
  parameters: z.array(parameterSchema),
  readings: z.array(readingSchema),
});

/** Authorities, the press and known portals: the hosts, with those below them, that a page links to. */
const OPENED_HOSTS = ['gov.cn', 'bendibao.com', '163.com', 'dutenews.com', 'shenchuang.com'];
const mayBeOpened = (address = ''): boolean => {
  const host = /^https?:\/\/([^/:?#]+)/.exec(address)?.[1] ?? '';
  return OPENED_HOSTS.some((one) => host === one || host.endsWith(`.${one}`));
};

const sourceFile = z.strictObject({
  id: slug,
  title: text(60),
  issuer: text(60),
  date: z.exactOptional(looseDate),
  address: z.exactOptional(z.string().regex(/^https?:\/\/[^\s]+$/)),
  link: z.exactOptional(z.literal(true)),
  grade,
  kind: text(100),
  parts: z.array(z.strictObject({ id: slug, heading: text(60) })).min(1),
});
export const sourceSchema: z.ZodType<SourceDocument> = sourceFile.refine(
  ({ address, link }) => (link === true) === mayBeOpened(address),
  'link: exactly where the address is that of an authority, the press or a known portal',
);
