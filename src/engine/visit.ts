/**
 * The vocabulary of the case files: the same words in the engine, the stores, the links and the worked cases.
 * Money is a decimal string in yuan here; the engine reads it once (`readVisit`).
 */
import type { IsoDate } from '#policy/types.ts';
import { isDate } from './dates.ts';
import { type Fen, parseMoney } from './fen.ts';

export const CARES = ['outpatient', 'inpatient', 'chronic', 'major', 'negotiatedDrug'] as const;
export const LEVELS = ['primary', 'secondary', 'tertiary'] as const;
export const PLACES = ['local', 'province', 'elsewhere'] as const;
export const REASONS = ['routine', 'referral', 'emergency'] as const;
export const ENROLMENTS = ['independent', 'withGuardian'] as const;

/** The three ids of a figure that differs by level: `inpatient.rate` → `inpatient.rate.primary`, … */
export const byLevel = (id: string): string[] => LEVELS.map((level) => `${id}.${level}`);

export type Care = (typeof CARES)[number];
/** 一级及以下 (社康 included), 二级, 三级. */
export type Level = (typeof LEVELS)[number];
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
export const FIELD_ORDER = [
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

/** What an input error is about, before the first in order is chosen. */
export type Complaint = readonly [Field, Problem];

/** The complaint whose field stands first in the order of the case format. */
export function firstComplaint(complaints: readonly Complaint[]): InputError | undefined {
  let best: Complaint | undefined;
  for (const complaint of complaints) {
    if (!best || FIELD_ORDER.indexOf(complaint[0]) < FIELD_ORDER.indexOf(best[0])) best = complaint;
  }
  return best && { kind: 'error', field: best[0], problem: best[1] };
}

/** A visit whose money has been read. All amounts in fen. */
export interface Costs {
  consultationFee: Fen;
  eligible: Fen;
  excluded: Fen;
  classB: Fen;
}

const whole = (n: number, least: number) => Number.isSafeInteger(n) && n >= least;

/** Complaints about the member alone. */
export function checkMember(member: Member): Complaint[] {
  return isDate(member.birthDate) ? [] : [['birthDate', 'notADate']];
}

/** Complaints about a day in this member's life: no date, or before birth. */
export function checkDay(member: Member, field: Field, day: IsoDate): Complaint[] {
  const complaints = checkMember(member);
  if (!isDate(day)) complaints.push([field, 'notADate']);
  else if (isDate(member.birthDate) && day < member.birthDate) complaints.push([field, 'beforeBirth']);
  return complaints;
}

/** Complaints about an insurance year, where one is given: four digits, not before the year of birth. */
export function checkYear(member: Member, year: number | undefined): Complaint[] {
  if (year === undefined) return [];
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return [['year', 'notAYear']];
  return year < Number(member.birthDate.slice(0, 4)) ? [['year', 'beforeBirth']] : [];
}

/** Reads the money of a visit and lists what is wrong with it or its member, apart from a city's own conflicts. */
export function readVisit(member: Member, visit: Visit): { costs: Costs; complaints: Complaint[] } {
  const complaints = checkDay(member, 'date', visit.date);
  const money = (field: 'consultationFee' | 'eligible' | 'excluded' | 'classB'): Fen => {
    const fen = parseMoney(visit[field]);
    if (fen === undefined) complaints.push([field, 'notMoney']);
    return fen ?? 0;
  };
  if (!whole(visit.diseases, 1)) complaints.push(['diseases', 'notACount']);
  const costs: Costs = {
    consultationFee: money('consultationFee'),
    eligible: money('eligible'),
    excluded: money('excluded'),
    classB: money('classB'),
  };
  return { costs, complaints };
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

/** Reads what was used before. */
export function readUsed(used: Used): { totals: YearTotals; complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  const totals: YearTotals = { ...NEW_YEAR };
  for (const field of [
    'outpatient',
    'outDeductible',
    'own',
    'base',
    'critical',
    'chronic',
    'majorDeductible',
  ] as const) {
    const fen = parseMoney(used[field]);
    if (fen === undefined) complaints.push([field, 'notMoney']);
    else totals[field] = fen;
  }
  if (whole(used.stays, 0)) totals.stays = used.stays;
  else complaints.push(['stays', 'notACount']);
  return { totals, complaints };
}
