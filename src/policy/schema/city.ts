/** The files of a city that have a shape of their own: city, tools, benefits, diseases, pages. */
import { z } from 'zod';
import { isoDate, pageAddress, richText, sentence, slug, text } from './common.ts';
import { guideRef } from './journeys.ts';
import { anchor, blockSchema } from './words.ts';

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
  clinics: z.exactOptional(
    z
      .array(
        z.strictObject({
          label: text(10),
          visit: z.strictObject({
            level: z.enum(['primary', 'secondary', 'tertiary']),
            childrensHospital: z.exactOptional(z.literal(true)),
          }),
        }),
      )
      .min(2),
  ),
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
  clinic: z.exactOptional(text(6)),
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

/** `diseases.json`: names with their class and the days on which the list holds. */
export const diseasesSchema = z
  .array(
    z.strictObject({
      name: text(60),
      class: z.enum(['one', 'two', 'chronic', 'major']),
      pinyin: z.string().regex(/^[a-z0-9]+$/),
      /** Everyday names, found as well. */
      also: z.exactOptional(z.array(text(6)).min(1)),
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
