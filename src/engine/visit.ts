/**
 * The vocabulary of the case files: the same words in the engine, the stores, the links and the worked cases.
 * Money is a decimal string in yuan here, a day a text; the engine reads both once (`readNumbers`).
 */
import type { IsoDate } from '#policy/types.ts';
import { type DayCode, isDate, NO_DAY, readDay, yearOf } from './dates.ts';
import { type Fen, parseMoney } from './fen.ts';

export const CARES = ['outpatient', 'inpatient', 'chronic', 'major', 'negotiatedDrug'] as const;
export const LEVELS = ['primary', 'secondary', 'tertiary'] as const;
export const PLACES = ['local', 'province', 'elsewhere'] as const;
export const REASONS = ['routine', 'referral', 'emergency'] as const;
export const ENROLMENTS = ['independent', 'withGuardian'] as const;

export type Care = (typeof CARES)[number];
/** 一级及以下 (社康 included), 二级, 三级. */
export type Level = (typeof LEVELS)[number];
/** The ids of a figure that differs by level: `inpatient.rate` → `{ primary: 'inpatient.rate.primary', … }`. */
export const byLevel = (id: string): Record<Level, string> => ({
  primary: `${id}.primary`,
  secondary: `${id}.secondary`,
  tertiary: `${id}.tertiary`,
});

export type Place = (typeof PLACES)[number];
export type Reason = (typeof REASONS)[number];
export type Enrolment = (typeof ENROLMENTS)[number];
export type Tier = 1 | 2;

export interface Member {
  birthDate: IsoDate;
  localHukou: boolean;
  tier: Tier;
  enrolment: Enrolment;
}

export interface Visit {
  date: IsoDate;
  care: Care;
  level: Level;
  childrensHospital: boolean;
  place: Place;
  reason: Reason;
  registered: boolean;
  selected: boolean;
  consultationFee: string;
  eligible: string;
  excluded: string;
  diseases: number;
  classB: string;
}

/** What this child had used before the first visit of the earliest year; money as in `Visit`. */
export interface Used {
  outpatient: string;
  outDeductible: string;
  own: string;
  base: string;
  critical: string;
  chronic: string;
  majorDeductible: string;
  stays: number;
  /** Not in the case format: what stays of this year have paid as deductible, where a family's ledger knows it. */
  stayDeductible?: string;
}

export const DEFAULT_MEMBER: Omit<Member, 'birthDate'> = { localHukou: true, tier: 1, enrolment: 'independent' };

export const DEFAULT_VISIT: Omit<Visit, 'date' | 'care' | 'level'> = {
  childrensHospital: false,
  place: 'local',
  reason: 'routine',
  registered: false,
  selected: false,
  consultationFee: '0',
  eligible: '0',
  excluded: '0',
  diseases: 1,
  classB: '0',
};

/** In the order of the case format. */
export const NOTHING_USED: Used = {
  outpatient: '0',
  outDeductible: '0',
  own: '0',
  base: '0',
  critical: '0',
  chronic: '0',
  majorDeductible: '0',
  stays: 0,
};

/** Where two inputs are wrong, the one that stands first here is reported (the order of the case format). */
const FIELD_ORDER = [
  'birthDate',
  'localHukou',
  'tier',
  'enrolment',
  'date',
  'care',
  'level',
  'childrensHospital',
  'place',
  'reason',
  'registered',
  'selected',
  'consultationFee',
  'eligible',
  'excluded',
  'diseases',
  'classB',
  'outpatient',
  'outDeductible',
  'own',
  'base',
  'critical',
  'chronic',
  'majorDeductible',
  'stays',
  'payDate',
  'year',
  'on',
] as const;

export type Field = (typeof FIELD_ORDER)[number];

/** What is wrong with a field; the words for it are made on screen. */
export type Problem =
  | 'notADate'
  | 'notAYear'
  | 'beforeBirth'
  | 'notMoney'
  | 'notACount'
  | 'moreThanEligible'
  | 'careUnknownHere'
  | 'filedWithoutHukou'
  | 'guardianOnlyInBirthYear'
  | 'afterWindow';

export interface InputError {
  kind: 'error';
  field: Field;
  problem: Problem;
}

/** Of two errors the one whose field stands first in the order of the case format. */
export function earlierError(a: InputError | undefined, b: InputError | undefined): InputError | undefined {
  if (!a || !b) return a ?? b;
  return FIELD_ORDER.indexOf(b.field) < FIELD_ORDER.indexOf(a.field) ? b : a;
}

const inputError = (field: Field, problem: Problem): InputError => ({ kind: 'error', field, problem });

const whole = (n: number, least: number) => Number.isSafeInteger(n) && n >= least;

/** What is wrong with the member alone. */
export const checkMember = (member: Member): InputError | undefined =>
  isDate(member.birthDate) ? undefined : inputError('birthDate', 'notADate');

/** What is wrong with a day in this member's life: no date, or before birth. */
export function checkDay(member: Member, field: Field, day: IsoDate): InputError | undefined {
  const error = checkMember(member);
  if (!isDate(day)) return earlierError(error, inputError(field, 'notADate'));
  return error ?? (day < member.birthDate ? inputError(field, 'beforeBirth') : undefined);
}

/** What is wrong with an insurance year, where one is given: four digits, not before the year of birth. */
export function checkYear(member: Member, year: number | undefined): InputError | undefined {
  if (year === undefined) return undefined;
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return inputError('year', 'notAYear');
  return year < yearOf(member.birthDate) ? inputError('year', 'beforeBirth') : undefined;
}

/** The money of a visit, read: fen, or `UNREAD` for what is not an amount. */
export interface Costs {
  consultationFee: Fen;
  eligible: Fen;
  excluded: Fen;
  classB: Fen;
}

/** What was typed of a visit and its member, as numbers. `NO_DAY` for what is no day. */
export interface Numbers extends Costs {
  born: DayCode;
  day: DayCode;
}

/** Stands for an amount that cannot be read; no amount is negative. */
export const UNREAD: Fen = -1;

/** Reads the days and the money of a visit. */
export const readNumbers = (member: Member, visit: Visit): Numbers => ({
  born: readDay(member.birthDate),
  day: readDay(visit.date),
  consultationFee: parseMoney(visit.consultationFee) ?? UNREAD,
  eligible: parseMoney(visit.eligible) ?? UNREAD,
  excluded: parseMoney(visit.excluded) ?? UNREAD,
  classB: parseMoney(visit.classB) ?? UNREAD,
});

/** What is wrong with a visit or its member, apart from a city's own conflicts; the first in the order of the case format. */
export function checkVisit(visit: Visit, numbers: Numbers): InputError | undefined {
  if (numbers.born === NO_DAY) return inputError('birthDate', 'notADate');
  if (numbers.day === NO_DAY) return inputError('date', 'notADate');
  if (numbers.day < numbers.born) return inputError('date', 'beforeBirth');
  if (numbers.consultationFee === UNREAD) return inputError('consultationFee', 'notMoney');
  if (numbers.eligible === UNREAD) return inputError('eligible', 'notMoney');
  if (numbers.excluded === UNREAD) return inputError('excluded', 'notMoney');
  if (!whole(visit.diseases, 1)) return inputError('diseases', 'notACount');
  return numbers.classB === UNREAD ? inputError('classB', 'notMoney') : undefined;
}

/** What a calendar year has used up so far, in fen; the running state of the settlement. */
export interface YearTotals {
  /** Ordinary outpatient payments of the fund that count towards the yearly limit. */
  outpatient: Fen;
  /** Secondary-level outpatient costs that filled the yearly deductible. */
  outDeductible: Fen;
  /** Own share that counts for the second layer. */
  own: Fen;
  /** Fund payments that count towards the basic insurance's yearly limit. */
  base: Fen;
  /** What the second layer has paid. */
  critical: Fen;
  chronic: Fen;
  majorDeductible: Fen;
  /** Hospital stays of the year. */
  stays: number;
  /** What stays of this year have paid as deductible; only one reading of Chongqing's major disease asks for it. */
  stayDeductible: Fen;
}

export const NEW_YEAR: YearTotals = {
  outpatient: 0,
  outDeductible: 0,
  own: 0,
  base: 0,
  critical: 0,
  chronic: 0,
  majorDeductible: 0,
  stays: 0,
  stayDeductible: 0,
};

/** A copy to go on from. Field by field: spreading one copy after another costs twenty times as much. */
export const copyTotals = (totals: YearTotals): YearTotals => ({
  outpatient: totals.outpatient,
  outDeductible: totals.outDeductible,
  own: totals.own,
  base: totals.base,
  critical: totals.critical,
  chronic: totals.chronic,
  majorDeductible: totals.majorDeductible,
  stays: totals.stays,
  stayDeductible: totals.stayDeductible,
});

/** Whether two years stand at the same. */
export const sameTotals = (a: YearTotals, b: YearTotals): boolean =>
  a === b || (Object.keys(a) as (keyof YearTotals)[]).every((total) => a[total] === b[total]);

/** What was used before the first visit, read, and what is wrong with it. */
export interface Before {
  totals: YearTotals;
  error: InputError | undefined;
}

/** Reads what was used before; nothing where it cannot be read. */
export function readUsed(used: Used): Before {
  const totals: YearTotals = {
    outpatient: parseMoney(used.outpatient) ?? UNREAD,
    outDeductible: parseMoney(used.outDeductible) ?? UNREAD,
    own: parseMoney(used.own) ?? UNREAD,
    base: parseMoney(used.base) ?? UNREAD,
    critical: parseMoney(used.critical) ?? UNREAD,
    chronic: parseMoney(used.chronic) ?? UNREAD,
    majorDeductible: parseMoney(used.majorDeductible) ?? UNREAD,
    stays: whole(used.stays, 0) ? used.stays : UNREAD,
    stayDeductible: parseMoney(used.stayDeductible ?? '0') ?? 0,
  };
  const { outpatient, outDeductible, own, base, critical, chronic, majorDeductible, stays } = totals;
  if (Math.min(outpatient, outDeductible, own, base, critical, chronic, majorDeductible, stays) !== UNREAD) {
    return { totals, error: undefined };
  }
  const fields = Object.keys(NOTHING_USED) as Exclude<keyof Used, 'stayDeductible'>[];
  const wrong = fields.find((field) => totals[field] === UNREAD) ?? 'stays';
  return { totals: NEW_YEAR, error: inputError(wrong, wrong === 'stays' ? 'notACount' : 'notMoney') };
}
