/** The figures of Shenzhen on a day, read from the policy data: the peers' rules hold none of their own. */
import parameters from '#policy/shenzhen/parameters.json' with { type: 'json' };
import type { Parameter, PolicyFile } from '#policy/types.ts';

/** The day whose figures every contestant computes with; all visits of the job lie in its year. */
export const DAY = '2026-06-15';

const known: readonly Parameter[] = (parameters as PolicyFile).parameters;

/** The printed value, `"75"` for 75 %. */
export function printed(id: string): string {
  const values = known.find((one) => one.id === id)?.values ?? [];
  const value = values.find(({ from, to }) => from <= DAY && (to === undefined || DAY <= to));
  if (!value) throw new Error(`no figure ${id} on ${DAY}`);
  return value.value;
}

export const LEVELS = ['primary', 'secondary', 'tertiary'] as const;
export type Level = (typeof LEVELS)[number];

/** How a visit away is cut; `away.factor.…`. */
export const AWAY = ['filed', 'referral', 'emergency', 'temporary', 'provinceInpatient', 'provinceOutpatient'] as const;
export type Away = (typeof AWAY)[number];

/** Every figure of the job, each made of its printed text: a float, a Decimal, whole fen, … */
export interface Figures<T> {
  limit: T;
  care: Record<Level, T>;
  consultation: Record<Level, T>;
  stay: Record<Level, T>;
  first: Record<Level, T>;
  later: Record<Level, T>;
  firstShare: T;
  away: Record<Away, T>;
  threshold: T;
  middle: T;
  lower: T;
  upper: T;
}

/** @param money makes an amount of yuan, `percent` a percentage */
export function figures<T>(money: (yuan: string) => T, percent: (value: string) => T): Figures<T> {
  const all = <K extends string>(keys: readonly K[], prefix: string, make: (text: string) => T) =>
    Object.fromEntries(keys.map((key) => [key, make(printed(`${prefix}.${key}`))])) as Record<K, T>;
  return {
    limit: money(printed('outpatient.limit')),
    care: all(LEVELS, 'outpatient.rate', percent),
    consultation: all(LEVELS, 'outpatient.consultation.rate', percent),
    stay: all(LEVELS, 'inpatient.rate', percent),
    first: all(LEVELS, 'inpatient.deductible.first', money),
    later: all(LEVELS, 'inpatient.deductible.later', money),
    firstShare: percent(printed('classB.firstShare')),
    away: all(AWAY, 'away.factor', percent),
    threshold: money(printed('critical.threshold')),
    middle: money(printed('critical.middle')),
    lower: percent(printed('critical.rate.lower')),
    upper: percent(printed('critical.rate.upper')),
  };
}

/** Whole fen of a printed amount. */
export const toFen = (yuan: string): number => Math.round(Number(yuan) * 100);
/** A percentage in hundredths of a percent: 75 % is 7500 of 10,000. */
export const toBasis = (percent: string): number => Math.round(Number(percent) * 100);
