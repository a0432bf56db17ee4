/** Reading case files: what is a valid one, and what its defaults are (docs/case-format.md). */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  CARES,
  DEFAULT_MEMBER,
  DEFAULT_VISIT,
  ENROLMENTS,
  LEVELS,
  type Member,
  NOTHING_USED,
  type Payment,
  PLACES,
  REASONS,
  type Used,
  type Visit,
} from '#engine';

const money = z.string();
/** What is expected may exceed the largest input: several costs add up. */
const expectedMoney = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/, 'not an amount of money');

const memberSchema = z.strictObject({
  birthDate: z.string(),
  localHukou: z.boolean().optional(),
  tier: z.union([z.literal(1), z.literal(2)]).optional(),
  enrolment: z.enum(ENROLMENTS).optional(),
});

const visitSchema = z.strictObject({
  date: z.string(),
  care: z.enum(CARES),
  level: z.enum(LEVELS),
  childrensHospital: z.boolean().optional(),
  place: z.enum(PLACES).optional(),
  reason: z.enum(REASONS).optional(),
  registered: z.boolean().optional(),
  selected: z.boolean().optional(),
  consultationFee: money.optional(),
  eligible: money.optional(),
  excluded: money.optional(),
  diseases: z.number().optional(),
  classB: money.optional(),
});

const usedSchema = z.strictObject({
  outpatient: money.optional(),
  outDeductible: money.optional(),
  own: money.optional(),
  base: money.optional(),
  critical: money.optional(),
  chronic: money.optional(),
  majorDeductible: money.optional(),
  stays: z.number().optional(),
});

const paymentSchema = z.strictObject({
  payDate: z.string(),
  tier: z.union([z.literal(1), z.literal(2)]).optional(),
  newborn: z.boolean().optional(),
  bothYears: z.boolean().optional(),
  year: z.number().optional(),
});

const refusals = {
  notComputable: z.strictObject({ notComputable: z.literal(true) }),
  error: z.strictObject({ error: z.string() }),
};

/** What is expected: a refusal, told by its key, or figures; so a wrong field is named as what it is meant to be. */
const expectation = (figures: z.ZodType<Expectation>) =>
  z.record(z.string(), z.unknown()).superRefine((value, context) => {
    const meant = 'notComputable' in value ? refusals.notComputable : 'error' in value ? refusals.error : figures;
    for (const issue of meant.safeParse(value).error?.issues ?? []) {
      const key = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
      context.addIssue({ code: 'custom', path: [...issue.path, ...key], message: issue.message });
    }
  });

const visitExpectation = expectation(
  z.strictObject({
    fund: expectedMoney.optional(),
    critical: expectedMoney.optional(),
    self: expectedMoney.optional(),
    outpatientLeft: expectedMoney.optional(),
  }),
);

const head = { name: z.string().optional(), city: z.string(), member: memberSchema };

/** The kinds of cases, by the key that holds their input. */
const SHAPES = {
  visits: z.strictObject({
    ...head,
    visits: z.array(visitSchema),
    used: usedSchema.optional(),
    expect: z.array(visitExpectation),
  }),
  premium: z.strictObject({
    ...head,
    premium: paymentSchema,
    expect: expectation(z.strictObject({ own: expectedMoney, months: z.number().optional() })),
  }),
  coverage: z.strictObject({
    ...head,
    coverage: paymentSchema,
    expect: expectation(z.strictObject({ from: z.string(), to: z.string() })),
  }),
  deadline: z.strictObject({
    ...head,
    deadline: z.strictObject({}),
    expect: expectation(z.strictObject({ newborn: z.string() })),
  }),
  clinic: z.strictObject({
    ...head,
    clinic: z.strictObject({ on: z.string() }),
    expect: expectation(z.strictObject({ options: z.array(z.enum(['primary', 'secondary'])) })),
  }),
} as const;

export type CaseKind = keyof typeof SHAPES;
export type Expectation = Record<string, unknown>;

export interface Case {
  name: string;
  city: string;
  member: Member;
  input:
    | { kind: 'visits'; visits: Visit[]; used: Used }
    | { kind: 'premium' | 'coverage'; payment: Payment }
    | { kind: 'deadline' }
    | { kind: 'clinic'; on: string };
  /** One per visit, or a single one. */
  expect: Expectation[];
}

/** A file that is not a valid case file: which case and which field, in words. */
export class InvalidCaseFile extends Error {}

/** A copy without the keys whose value is `undefined`, so that defaults stay. */
function given<T extends object>(partial: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(partial).filter(([, value]) => value !== undefined)) as never;
}

/** @throws InvalidCaseFile naming the file, the case and the field */
export function readCaseFile(file: string, cities: readonly string[]): Case[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new InvalidCaseFile(`${file}: cannot be read`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new InvalidCaseFile(`${file}: not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  if (!Array.isArray(json)) throw new InvalidCaseFile(`${file}: not an array of cases`);
  return json.map((entry, index) => readCase(file, entry, index, cities));
}

function readCase(file: string, entry: unknown, index: number, cities: readonly string[]): Case {
  const isObject = typeof entry === 'object' && entry !== null && !Array.isArray(entry);
  const name = isObject && 'name' in entry && typeof entry.name === 'string' ? entry.name : `case ${index + 1}`;
  const refuse = (field: string, why: string): never => {
    throw new InvalidCaseFile(`${file}: ${name}: ${field}: ${why}`);
  };
  if (!isObject) return refuse('case', 'not an object');
  const kinds = (Object.keys(SHAPES) as CaseKind[]).filter((kind) => kind in entry);
  const [kind] = kinds;
  if (!kind) return refuse('visits', `missing: one of ${Object.keys(SHAPES).join(', ')} is needed`);
  if (kinds.length > 1) return refuse(kinds[1] ?? kind, `stands beside ${kind}: only one of them may`);
  const parsed = SHAPES[kind].safeParse(entry);
  if (!parsed.success) {
    const { field, why } = nameIssue(parsed.error.issues[0]);
    return refuse(field, why);
  }
  const data = parsed.data;
  if (!cities.includes(data.city)) refuse('city', `unknown city ${data.city}`);
  const member: Member = { ...DEFAULT_MEMBER, ...given(data.member), birthDate: data.member.birthDate };
  const base = { name, city: data.city, member };
  if ('visits' in data) {
    if (data.expect.length !== data.visits.length) {
      refuse('expect', `${data.expect.length} expectations for ${data.visits.length} visits`);
    }
    const visits = data.visits.map(
      (v): Visit => ({ ...DEFAULT_VISIT, ...given(v), date: v.date, care: v.care, level: v.level }),
    );
    const used: Used = { ...NOTHING_USED, ...given(data.used ?? {}) };
    return { ...base, input: { kind: 'visits', visits, used }, expect: data.expect };
  }
  const expect = [data.expect];
  if ('clinic' in data) return { ...base, input: { kind: 'clinic', on: data.clinic.on }, expect };
  if ('deadline' in data) return { ...base, input: { kind: 'deadline' }, expect };
  const paid = 'premium' in data ? data.premium : data.coverage;
  const payment: Payment = { newborn: false, bothYears: false, ...given(paid), payDate: paid.payDate };
  return { ...base, input: { kind: 'premium' in data ? 'premium' : 'coverage', payment }, expect };
}

/** The field an issue is about, and why, in one line. */
function nameIssue(issue: z.core.$ZodIssue | undefined): { field: string; why: string } {
  if (!issue) return { field: 'case', why: 'not valid' };
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return { field: fieldName([...issue.path, ...keys]), why: issue.message };
}

const fieldName = (path: readonly PropertyKey[]): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`)).join('') || 'case';
