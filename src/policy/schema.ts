/**
 * What a valid city is: strict schemas for every shape of `types.ts` and for the few files of a city that have a
 * shape of their own. Used by tests and scripts, never shipped. Cross-references (does the source exist, does a
 * `[[id@date]]` resolve) are checked by the gates in `policy.test.ts`.
 */
import { z } from 'zod';
import { figurePattern, figuresOf, isCalendarDate } from './gates.ts';
import type {
  Block,
  CalendarFile,
  CompareFile,
  EstimateGraph,
  Graph,
  Guide,
  LedgerFile,
  Parameter,
  PolicyFile,
  Reading,
  SlipFile,
  SourceDocument,
} from './types.ts';

/** Length as people count it: code points, so that a rare character counts once. */
const length = (text: string): number => [...text].length;
const text = (max: number, min = 1) =>
  z
    .string()
    .refine((value) => value === value.trim(), 'has space at an end')
    .refine((value) => length(value) >= min && length(value) <= max, `must have ${min}–${max} characters`);

export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCalendarDate, 'no such day');
const looseDate = z.string().refine(isCalendarDate, 'no such date');
/** File names and parts: lower-case words joined by hyphens. */
const slug = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
/** Dotted English names: `outpatient.rate.primary`. */
export const parameterId = z.string().regex(/^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)+$/);
const pageAddress = z.string().regex(/^\/[a-z0-9/-]*\/$|^\/$/);
const link = z.union([pageAddress, z.string().regex(/^https?:\/\/[^\s]+$/)]);
const grade = z.enum(['A', 'B', 'C', 'D']);

/** A text with figures; each counts as one character, for it is drawn as a short number. */
const richText = (max: number) =>
  text(1000)
    .refine((value) => length(value.replace(figurePattern, '0')) <= max, `must have at most ${max} characters`)
    .refine(
      (value) =>
        figuresOf(value).every(({ id, on }) => parameterId.safeParse(id).success && isoDate.safeParse(on).success) &&
        !/\[\[|\]\]/.test(value.replace(figurePattern, '')),
      'a figure must be written [[id@YYYY-MM-DD]]',
    );
const sentence = richText(240);

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
    unit: z.enum(['元', '元/年', '元/月', '%', '个百分点', '岁', '天', '个月', '次', '种', 'choice']),
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
    const whole = /^个百分点|^岁|^天|^个月|^次|^种/.test(parameter.unit);
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

const anchor = z.strictObject({ source: slug, part: slug });
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

const conditions = z.array(z.record(z.string().regex(/^[a-z]+$/), z.array(z.string()).min(1))).min(1);
/** Facts of a child (`journeys/child.ts`): the few it knows, and ages by the id of their parameter. */
const childFact = z.union([z.enum(['hukou', 'school', 'tier', 'enrolment', 'born', 'newborn']), parameterId]);
const childConditions = z.array(z.record(childFact, z.array(z.string()).min(1))).min(1);
const primitive = z.union([z.string(), z.boolean(), z.number()]);
const patch = z.strictObject({
  visit: z.exactOptional(z.record(z.string(), primitive)),
  member: z.exactOptional(z.record(z.string(), primitive)),
  used: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
const option = z.strictObject({
  value: z.string().regex(/^[a-zA-Z0-9-]+$/),
  label: text(30),
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
const guideRef = z.string().regex(/^(?:enrol|pay|clinic|help)\/[a-z][a-z0-9-]*$/);
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
  within: z.exactOptional(z.string().regex(/^[a-zA-Z]+$/)),
  when: z.exactOptional(conditions),
});
const amountStep = z.strictObject({ title: text(30), hint: richText(120), fields: z.array(amountField).min(1) });
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

/** `slip.json`: the lines of a hospital's slip, and why one may differ from the rules. */
const slipChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), question: z.string(), values: z.array(z.string()).min(1) }),
  z.strictObject({ kind: z.literal('used'), field: z.string() }),
  z.strictObject({ kind: z.literal('classB') }),
  z.strictObject({ kind: z.literal('consultationFee') }),
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

/** `tools.json`: the calculators of a city: where they lead, and the policy they say in words. */
const toolLink = z.strictObject({ label: text(20), to: pageAddress });
const toolWords = { title: z.exactOptional(text(24)), items: z.array(sentence).min(1), at: anchor };
const words = z.exactOptional(z.strictObject(toolWords));
/** Answers of a journey as its address has them, keys in order. */
const answers = z.string().regex(/^[a-z]+=[a-zA-Z0-9-]+(?:&[a-z]+=[a-zA-Z0-9-]+)*$/);
const toolId = z.enum(['newborn', 'premium', 'tiers', 'compare']);
const toolSchema = z.strictObject({
  id: toolId,
  next: toolLink,
  late: z.exactOptional(toolLink),
  bothYears: z.exactOptional(z.strictObject({ ...toolLink.shape, note: richText(60) })),
  related: z.array(toolLink).min(1),
  lead: z.exactOptional(richText(160)),
  answered: z.exactOptional(z.strictObject({ local: answers, other: answers })),
  eligible: words,
  open: words,
  turned: words,
  over: words,
  guardian: z.exactOptional(z.strictObject({ ...toolWords, text: richText(160), next: toolLink })),
  advice: z.exactOptional(z.record(z.enum(['either', 'own', 'guardianFirst', 'ownOnly']), richText(160))),
  points: words,
  note: words,
});

export const toolsSchema = z.strictObject({ tools: z.array(toolSchema) });

/** `city.json`: what the shell needs to know about a city before anything else is loaded. */
export const citySchema = z.strictObject({
  id: slug,
  name: text(10),
  order: z.number().int().positive(),
  insurance: text(30),
  pay: z.enum(['交', '缴']),
  hotlines: z.array(z.strictObject({ number: z.string().regex(/^[\d-]{3,13}$/), name: text(30) })),
  intro: richText(160),
  tools: z.array(
    z.strictObject({ id: toolId, hint: z.exactOptional(text(24)), large: z.exactOptional(z.literal(true)) }),
  ),
  building: z.exactOptional(z.literal(true)),
  asOf: isoDate,
  links: z
    .array(z.strictObject({ title: text(20), hint: text(24), to: z.string().regex(/^\/[a-z0-9/-]+\/$/) }))
    .optional(),
});

/** `benefits.json`: the tables of 待遇一览. */
export const benefitsSchema = z.strictObject({
  tables: z
    .array(blockSchema)
    .min(1)
    .refine((blocks) => blocks.every((block) => block.type === 'table'), 'tables only'),
  notes: z.array(sentence).min(1),
});

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

/** `diseases.json`: names with their class and the days on which the list holds. */
export const diseasesSchema = z
  .array(
    z.strictObject({
      name: text(60),
      class: z.enum(['one', 'two', 'chronic', 'major']),
      pinyin: z.string().regex(/^[a-z0-9]+$/),
      from: isoDate,
      to: z.exactOptional(isoDate),
      source: slug,
      part: slug,
    }),
  )
  .min(1);

/** `pages.json`: what the list pages of a city show and in which order. */
export const pagesSchema = z.strictObject({
  /** 遇到问题: headings, and under each the guides as `group/id`. */
  help: z.array(z.strictObject({ title: text(20), guides: z.array(guideRef).min(1) })).min(1),
  /** 数据与来源: every document that anything of this city names. */
  documents: z.array(slug).min(1),
  /** 数据与来源: what was looked for and not found. */
  unknown: z.array(sentence).min(1),
  /** 病种: a sentence or two, and a remark per list, by the day from which the list holds. */
  diseases: z.exactOptional(
    z.strictObject({
      lead: sentence,
      none: sentence,
      periods: z.array(z.strictObject({ from: isoDate, note: sentence })).min(1),
      related: z.array(z.strictObject({ label: text(24), to: pageAddress })).min(1),
    }),
  ),
});

export type ToolsFile = z.infer<typeof toolsSchema>;
export type CityFile = z.infer<typeof citySchema>;
export type BenefitsFile = z.infer<typeof benefitsSchema>;
export type DiseasesFile = z.infer<typeof diseasesSchema>;
export type PagesFile = z.infer<typeof pagesSchema>;
