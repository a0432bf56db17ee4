/**
 * What a valid city is: strict schemas for every shape of `types.ts` and for the few files of a city that have a
 * shape of their own. Used by tests and scripts, never shipped. Cross-references (does the source exist, does a
 * `[[id@date]]` resolve) are checked by the gates in `policy.test.ts`.
 */
export {
  type BenefitsFile,
  benefitsSchema,
  type CityFile,
  citySchema,
  type DiseasesFile,
  diseasesSchema,
  type PagesFile,
  pagesSchema,
  type ToolsFile,
  toolsSchema,
} from './schema/city.ts';
export { isoDate, parameterId } from './schema/common.ts';
export { parameterSchema, policySchema, readingSchema, sourceSchema } from './schema/figures.ts';
export { estimateSchema, graphSchema } from './schema/journeys.ts';
export { compareSchema, slipSchema } from './schema/results.ts';
export { blockSchema, guideSchema } from './schema/words.ts';
export { calendarSchema, ledgerSchema } from './schema/year.ts';
