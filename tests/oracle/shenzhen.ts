/** Shenzhen by the rule book, in whole fen. Rates in 1/10000, sums in fen; the figures are typed from the book. */
import { birthday, type Day, day, isBefore, plusMonths, toText } from './dates.ts';
import {
  above,
  type Bill,
  type CaseMember,
  type CasePayment,
  type FactAnswer,
  type Level,
  least,
  type Payout,
  share,
  toYuan,
  UNKNOWN,
  type Used,
} from './types.ts';

const standing = {
  rate: { primary: 7500n, secondary: 6500n, tertiary: 5500n },
  consultation: { primary: 8000n, secondary: 7000n, tertiary: 6000n },
  inpatient: { primary: 9200n, secondary: 9100n, tertiary: 9000n },
  first: { primary: 200_00n, secondary: 400_00n, tertiary: 600_00n },
  later: { primary: 100_00n, secondary: 200_00n, tertiary: 300_00n },
  filed: 10_000n,
  referral: 10_000n,
  emergency: 9000n,
  temporary: 8000n,
  provinceInpatient: 9000n,
  classB: 100n,
  threshold: 10_000_00n,
  middle: 30_000_00n,
  lower: 7000n,
  upper: 8000n,
};

export const years = {
  2024: { limit: 2471_31n, ...structuredClone(standing) },
  2025: { limit: 2619_60n, ...structuredClone(standing) },
  2026: { limit: 2655_86n, ...structuredClone(standing) },
};

export type YearFigures = (typeof years)[2024];

export const facts = {
  /** Own share a month, by the year in which the school year begins. */
  month: { 2023: 35_42n, 2024: 36_36n, 2025: 38_45n, 2026: 40_56n },
  windowMonths: 6,
  clinicAge: 14,
  since: day(2023, 10, 1),
  nonLocalSince: day(2025, 9, 1),
};

export const figuresOf = (year: number): YearFigures | undefined => (years as Record<number, YearFigures>)[year];

/** 大病保险 on the own share of the year so far. */
function critical(own: bigint, figures: YearFigures): bigint {
  const low = above(least(own, figures.middle), figures.threshold) * figures.lower;
  const high = above(own, figures.middle) * figures.upper;
  return share(low + high, 1n);
}

function factorOf(bill: Bill, figures: YearFigures): bigint {
  if (bill.place === 'local') return 10_000n;
  if (bill.registered) return figures.filed;
  if (bill.reason === 'referral') return figures.referral;
  if (bill.reason === 'emergency') return figures.emergency;
  if (bill.place === 'province' && bill.care === 'inpatient') return figures.provinceInpatient;
  return figures.temporary;
}

function outpatientOpen(bill: Bill): boolean {
  if (bill.reason === 'emergency') return true;
  if (bill.place === 'local') return bill.selected || bill.reason === 'referral';
  return bill.selected && bill.level === 'primary';
}

/** Pays one bill and moves the totals of the year in `used`. */
export function settle(bill: Bill, used: Used, figures: YearFigures): Payout {
  const factor = factorOf(bill, figures);
  const first = share(bill.classB, figures.classB);
  const left = () => above(figures.limit, used.outpatient);
  if (bill.care === 'outpatient') {
    const fee = bill.place === 'local' ? share(bill.consultation, figures.consultation[bill.level]) : 0n;
    const raw = outpatientOpen(bill) ? share(bill.eligible - first, figures.rate[bill.level], factor) : 0n;
    const paid = least(raw, left());
    used.outpatient += paid;
    return { fund: fee + paid, critical: 0n, outpatientLeft: left() };
  }
  const cost = bill.eligible + bill.consultation - first;
  const deductible = (used.stays > 0 ? figures.later : figures.first)[bill.level];
  const rate = figures.inpatient[bill.level];
  const fund = share(above(cost, deductible), rate, factor);
  const before = critical(used.own, figures);
  used.stays += 1;
  used.own += cost - share(above(cost, deductible), rate);
  return { fund, critical: critical(used.own, figures) - before, outpatientLeft: left() };
}

/** The year in which the school year of this day begins. */
const schoolYear = (when: Day): number => (when.month >= 9 ? when.year : when.year - 1);

/** Why a newborn's payment is refused or unknown; null when the newborn rule applies. */
function newbornStop(birth: Day, paid: Day, member: CaseMember): FactAnswer | null {
  if (isBefore(birth, facts.since)) return UNKNOWN;
  if (member.localHukou === false && isBefore(paid, facts.nonLocalSince)) return UNKNOWN;
  return isBefore(plusMonths(birth, facts.windowMonths), paid) ? { error: 'payDate' } : null;
}

export function premium(birth: Day, paid: Day, member: CaseMember, input: CasePayment): FactAnswer {
  const stop = input.newborn ? newbornStop(birth, paid, member) : null;
  if (stop) return stop;
  let own = 0n;
  let months = 0;
  const end = day(schoolYear(paid) + 1, 9, 1);
  const start = input.newborn ? birth : paid;
  for (let at = day(start.year, start.month, 1); isBefore(at, end); at = plusMonths(at, 1)) {
    const price = (facts.month as Record<number, bigint>)[schoolYear(at)];
    if (price === undefined) return UNKNOWN;
    own += price;
    months += 1;
  }
  return { own: toYuan(own), months };
}

export function coverage(birth: Day, paid: Day, member: CaseMember, input: CasePayment): FactAnswer {
  const stop = input.newborn ? newbornStop(birth, paid, member) : null;
  if (stop) return stop;
  const from = input.newborn ? birth : plusMonths(day(paid.year, paid.month, 1), 1);
  if (isBefore(from, facts.since)) return UNKNOWN;
  return { from: toText(from), to: toText(day(schoolYear(paid) + 1, 9, 30)) };
}

export function deadline(birth: Day, member: CaseMember): FactAnswer {
  if (isBefore(birth, facts.since)) return UNKNOWN;
  const last = plusMonths(birth, facts.windowMonths);
  if (member.localHukou === false && isBefore(last, facts.nonLocalSince)) return UNKNOWN;
  return { newborn: toText(last) };
}

export function clinic(birth: Day, on: Day): FactAnswer {
  if (isBefore(on, facts.since)) return UNKNOWN;
  const options: Level[] = isBefore(on, birthday(birth, facts.clinicAge)) ? ['primary', 'secondary'] : ['primary'];
  return { options };
}
