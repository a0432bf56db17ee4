/**
 * The shapes of policy data: facts, no logic. Everything under `policy/` is JSON of these types;
 * `schema.ts` checks it in the tests. This is the only part of `policy/` that the engine may import.
 *
 * Three clocks run in every city (fee, benefit, limit); each parameter names its own.
 */
export type * from './types/figures.ts';
export type * from './types/journeys.ts';
export type * from './types/results.ts';
export type * from './types/words.ts';
export type * from './types/year.ts';
