/**
 * The job that every contestant does: one visit in Shenzhen, outpatient or inpatient, to what both layers pay, what is left
 * for the family and what is left of the year's limit.
 */
import { type Bill, DEFAULT_VISIT, formatMoney, makeDate, NOTHING_USED } from '#engine';
import { LEVELS, type Level } from './figures.ts';

/** A visit in the numbers of the peers; money in whole fen. */
export interface Task {
  date: string;
  inpatient: boolean;
  level: Level;
  place: 'local' | 'province' | 'elsewhere';
  reason: 'routine' | 'referral' | 'emergency';
  registered: boolean;
  selected: boolean;
  consultationFee: number;
  eligible: number;
  excluded: number;
  classB: number;
  /** Used up before: of the outpatient limit, own share of the year, stays. */
  usedLimit: number;
  usedOwn: number;
  stays: number;
}

/** In whole fen. */
export interface Answer {
  fund: number;
  critical: number;
  self: number;
  left: number;
}

/** mulberry32: the same tasks in every run. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** 60 % outpatient, half of all in the city, any fen amount, 30 % with nothing used yet; now and then class-B items. */
export function randomTasks(count: number, seed = 20_261_125): Task[] {
  const next = dice(seed);
  const to = (most: number) => Math.floor(next() * (most + 1));
  const one = <T>(of: readonly T[]): T => of[to(of.length - 1)] as T;
  return Array.from({ length: count }, (): Task => {
    const inpatient = next() < 0.4;
    const eligible = inpatient ? to(6_000_000) : to(150_000);
    const fresh = next() < 0.3;
    return {
      date: makeDate(2026, 1 + to(11), 1 + to(27)),
      inpatient,
      level: one(LEVELS),
      place: next() < 0.5 ? 'local' : one(['province', 'elsewhere'] as const),
      reason: one(['routine', 'routine', 'referral', 'emergency'] as const),
      registered: next() < 0.3,
      selected: next() < 0.7,
      consultationFee: next() < 0.5 ? to(6000) : 0,
      eligible,
      excluded: next() < 0.3 ? to(20_000) : 0,
      classB: next() < 0.2 ? to(eligible) : 0,
      usedLimit: fresh ? 0 : to(280_000),
      usedOwn: fresh ? 0 : to(3_500_000),
      stays: fresh ? 0 : to(2),
    };
  });
}

/** A task as the app has it: words and amounts as they are typed. */
export function toBill(task: Task): Bill {
  return {
    member: { birthDate: '2019-05-01', localHukou: true, tier: 1, enrolment: 'independent' },
    visit: {
      ...DEFAULT_VISIT,
      date: task.date,
      care: task.inpatient ? 'inpatient' : 'outpatient',
      level: task.level,
      place: task.place,
      reason: task.reason,
      registered: task.registered,
      selected: task.selected,
      consultationFee: formatMoney(task.consultationFee),
      eligible: formatMoney(task.eligible),
      excluded: formatMoney(task.excluded),
      classB: formatMoney(task.classB),
    },
    used: {
      ...NOTHING_USED,
      outpatient: formatMoney(task.usedLimit),
      own: formatMoney(task.usedOwn),
      stays: task.stays,
    },
  };
}

/** A task in yuan, for those that count in yuan. */
export const toYuan = (task: Task): Task => ({
  ...task,
  consultationFee: task.consultationFee / 100,
  eligible: task.eligible / 100,
  excluded: task.excluded / 100,
  classB: task.classB / 100,
  usedLimit: task.usedLimit / 100,
  usedOwn: task.usedOwn / 100,
});

/** One way to do the job. `run` is what is timed; `answer` reads its result for the comparison. */
export interface Contestant<Input = unknown, Result = unknown> {
  name: string;
  input(task: Task): Input;
  run(input: Input): Result | Promise<Result>;
  answer(result: Result): Answer;
  /** Counts in binary fractions: may be a fen off, and that is printed. */
  inexact?: true;
}
