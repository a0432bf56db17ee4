/** Chongqing by the rule book, in whole fen. Rates in 1/10000, sums in fen; the figures are typed from the book. */
import { type Day, day, isBefore, plusDays, toText } from './dates.ts';
import {
  above,
  type Bill,
  type CaseMember,
  type CasePayment,
  type FactAnswer,
  least,
  type Payout,
  share,
  toYuan,
  UNKNOWN,
  type Used,
} from './types.ts';

const standing = {
  inpatient: {
    1: { primary: 8000n, secondary: 7000n, tertiary: 5000n },
    2: { primary: 8500n, secondary: 7500n, tertiary: 5500n },
  },
  minorPoints: 500n,
  deductible: { primary: 100_00n, secondary: 300_00n, tertiary: 800_00n },
  baseLimit: { 1: 80_000_00n, 2: 120_000_00n },
  outpatient: { primary: 6000n, secondary: 4000n, tertiary: 0n },
  outDeductible: 200_00n,
  outLimit: { 1: 300_00n, 2: 500_00n },
  chronic: { primary: 8000n, secondary: 6000n, tertiary: 4000n },
  chronicLimit: 1000_00n,
  chronicStep: 200_00n,
  criticalRate: 6000n,
  criticalLimit: 200_000_00n,
};

export const years = {
  2024: { threshold: 17_833_00n, fee: { 1: 380_00n, 2: 755_00n }, ...structuredClone(standing) },
  2025: { threshold: 18_797_00n, fee: { 1: 400_00n, 2: 775_00n }, ...structuredClone(standing) },
  2026: { threshold: 19_856_00n, fee: { 1: 400_00n, 2: 775_00n }, ...structuredClone(standing) },
};

export type YearFigures = (typeof years)[2024];

export const facts = { windowDays: 90, since: day(2024, 1, 1) };

export const figuresOf = (year: number): YearFigures | undefined => (years as Record<number, YearFigures>)[year];

/** Ordinary outpatient care: what the level pays, the yearly deductible of level two taken off. */
function outpatient(bill: Bill, cost: bigint, used: Used, figures: YearFigures): bigint {
  const asSecondary = bill.level === 'tertiary' && bill.childrensHospital && bill.minor;
  const level = asSecondary ? 'secondary' : bill.level;
  if (level !== 'secondary') return share(cost, figures.outpatient[level]);
  const taken = least(cost, above(figures.outDeductible, used.outDeductible));
  used.outDeductible += taken;
  return share(cost - taken, figures.outpatient.secondary);
}

/** Inpatient, major disease and negotiated drugs: one rate, one limit. */
function basic(bill: Bill, cost: bigint, used: Used, member: CaseMember, figures: YearFigures): bigint {
  const tier = member.tier ?? 1;
  const points = bill.minor && member.enrolment !== 'withGuardian' ? figures.minorPoints : 0n;
  let deductible = 0n;
  if (bill.care === 'inpatient') deductible = figures.deductible[bill.level];
  if (bill.care === 'major') {
    deductible = least(cost, above(figures.deductible[bill.level], used.majorDeductible));
    used.majorDeductible += deductible;
  }
  const raw = share(above(cost, deductible), figures.inpatient[tier][bill.level] + points);
  return least(raw, above(figures.baseLimit[tier], used.base));
}

/** Pays one bill and moves the totals of the year in `used`; null out of the city. */
export function settle(bill: Bill, used: Used, member: CaseMember, figures: YearFigures): Payout | null {
  if (bill.place !== 'local') return null;
  const cost = bill.eligible + bill.consultation;
  const limit = figures.outLimit[member.tier ?? 1];
  let fund = 0n;
  let critical = 0n;
  if (bill.care === 'outpatient') {
    fund = least(outpatient(bill, cost, used, figures), above(limit, used.outpatient));
    used.outpatient += fund;
  } else if (bill.care === 'chronic') {
    const cap = figures.chronicLimit + figures.chronicStep * BigInt(bill.diseases - 1);
    fund = least(share(cost, figures.chronic[bill.level]), above(cap, used.chronic));
    used.chronic += fund;
  } else {
    fund = basic(bill, cost, used, member, figures);
    used.base += fund;
    const total = used.own + cost - fund;
    const layer = (own: bigint) => share(above(own, figures.threshold), figures.criticalRate);
    critical = least(layer(total) - layer(used.own), above(figures.criticalLimit, used.critical));
    used.own = total;
    used.critical += critical;
  }
  return { fund, critical, outpatientLeft: above(limit, used.outpatient) };
}

const fee = (year: number, tier: 1 | 2): bigint | undefined => figuresOf(year)?.fee[tier];

type NewbornState = 'none' | 'unknown' | 'sameYear' | 'turned' | 'late';

function newbornState(birth: Day, paid: Day, input: CasePayment): NewbornState {
  if (!input.newborn || (input.year ?? paid.year) !== paid.year) return 'none';
  if (isBefore(birth, facts.since)) return 'unknown';
  if (isBefore(plusDays(birth, facts.windowDays), paid)) return 'late';
  return paid.year === birth.year ? 'sameYear' : 'turned';
}

/** With a guardian there is no insurance year but that of birth. */
export function premium(birth: Day, paid: Day, member: CaseMember, input: CasePayment): FactAnswer {
  const year = input.year ?? paid.year;
  const tier = input.tier ?? member.tier ?? 1;
  if (member.enrolment === 'withGuardian') return { own: '0.00' };
  const state = newbornState(birth, paid, input);
  if (state === 'unknown') return UNKNOWN;
  const dues = [fee(year, tier)];
  if (state === 'turned' && input.bothYears) dues.push(fee(birth.year, tier));
  let own = 0n;
  for (const due of dues) {
    if (due === undefined) return UNKNOWN;
    own += due;
  }
  return { own: toYuan(own) };
}

export function coverage(birth: Day, paid: Day, member: CaseMember, input: CasePayment): FactAnswer {
  const year = input.year ?? paid.year;
  const until = (from: Day): FactAnswer =>
    isBefore(from, facts.since) ? UNKNOWN : { from: toText(from), to: toText(day(year, 12, 31)) };
  if (member.enrolment === 'withGuardian') return until(birth);
  const state = newbornState(birth, paid, input);
  if (state === 'unknown' || state === 'late') return UNKNOWN;
  if (state === 'sameYear' || (state === 'turned' && input.bothYears)) return until(birth);
  if (state === 'turned' || paid.year < year) return until(day(year, 1, 1));
  return UNKNOWN;
}

export function deadline(birth: Day): FactAnswer {
  if (isBefore(birth, facts.since)) return UNKNOWN;
  return { newborn: toText(plusDays(birth, facts.windowDays)) };
}
