/** Random cases in the words of the case format, good and bad, from a small generator that always gives the same ones. */
import type { Case, CaseMember, CasePayment, CaseUsed, CaseVisit } from '../oracle/types.ts';

/** mulberry32. */
export class Dice {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  to(most: number): number {
    return Math.floor(this.next() * (most + 1));
  }
  one<T>(of: readonly T[]): T {
    return of[this.to(of.length - 1)] as T;
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
}

const two = (n: number) => String(n).padStart(2, '0');
const BAD_MONEY = ['', '-1', '1.234', '100000000.01', '1e3', '１２', '.5', '5.', ' 1', '1,000', 'NaN', '1000000000'];
const BAD_DATES = [
  '2023-02-29',
  '2025-04-31',
  '2025-13-01',
  '2025-00-10',
  '2025-1-1',
  '',
  'x',
  '20250101',
  '2025-06-00',
];
const EDGES = ['0', '0.01', '200', '300', '600', '800', '2471.31', '10000', '17833', '30000', '100000', '100000000'];

function date(dice: Dice, years: readonly number[]): string {
  if (dice.chance(0.15)) {
    return `${dice.one(years)}-${dice.one(['01-01', '12-31', '05-31', '06-01', '08-31', '09-01', '09-30', '10-01'])}`;
  }
  return `${dice.one(years)}-${two(1 + dice.to(11))}-${two(1 + dice.to(27))}`;
}
const yuan = (dice: Dice, most: number): string => {
  const cents = Math.floor(dice.next() * most * 100);
  const text = `${Math.floor(cents / 100)}.${two(cents % 100)}`;
  return dice.chance(0.2) ? text.slice(0, -1) : text;
};
function money(dice: Dice, most: number, bad: number): string {
  if (dice.chance(bad)) return dice.one(BAD_MONEY);
  if (dice.chance(0.08)) return dice.one(EDGES);
  return yuan(dice, dice.one([1, most / 100, most / 10, most, most, most]));
}

/** Drops keys now and then, so that defaults are used, too. */
function some<T extends object>(dice: Dice, all: T, keep: number): Partial<T> {
  return Object.fromEntries(Object.entries(all).filter(() => dice.chance(keep))) as Partial<T>;
}

function member(dice: Dice, year: number): CaseMember {
  const birthDate = dice.chance(0.004)
    ? dice.one(BAD_DATES)
    : dice.one([
        `2019-05-01`,
        `${year}-01-01`,
        `${year - 18}-07-01`,
        '2012-02-29',
        '2008-02-29',
        date(dice, [2006, 2010, 2015, 2024, 2025]),
      ]);
  const rest = some(
    dice,
    {
      localHukou: dice.chance(0.7),
      tier: dice.one([1, 2] as const),
      enrolment: dice.chance(0.1) ? ('withGuardian' as const) : ('independent' as const),
    },
    0.7,
  );
  return { birthDate, ...rest };
}

function visit(dice: Dice, city: Case['city'], years: readonly number[]): CaseVisit {
  const inShenzhen = city === 'shenzhen';
  const care = dice.one(
    inShenzhen && dice.chance(0.98)
      ? (['outpatient', 'inpatient'] as const)
      : (['outpatient', 'inpatient', 'chronic', 'major', 'negotiatedDrug'] as const),
  );
  const most = care === 'outpatient' || care === 'chronic' ? 4000 : 250_000;
  const eligible = money(dice, most, 0.004);
  const rest = some(
    dice,
    {
      childrensHospital: dice.chance(0.5),
      place: dice.chance(inShenzhen ? 0.5 : 0.95) ? ('local' as const) : dice.one(['province', 'elsewhere'] as const),
      reason: dice.one(['routine', 'referral', 'emergency'] as const),
      registered: dice.chance(0.3),
      selected: dice.chance(0.6),
      consultationFee: dice.chance(0.5) ? '0' : money(dice, 200, 0.004),
      excluded: dice.chance(0.5) ? '0' : money(dice, 5000, 0.004),
      diseases: dice.chance(0.005) ? dice.one([0, -1, 1.5]) : 1 + dice.to(4),
      classB: dice.chance(0.6)
        ? '0'
        : dice.chance(0.97)
          ? eligible.replace(/(?<=\d)\.?\d+$/, '') || '0'
          : money(dice, most, 0.05),
    },
    0.75,
  );
  const on = dice.chance(0.004) ? dice.one(BAD_DATES) : date(dice, years);
  return { date: on, care, level: dice.one(['primary', 'secondary', 'tertiary'] as const), eligible, ...rest };
}

function used(dice: Dice): CaseUsed {
  if (dice.chance(0.6)) return {};
  const all = {
    outpatient: money(dice, 3000, 0.005),
    outDeductible: money(dice, 250, 0.005),
    own: money(dice, 40_000, 0.005),
    base: money(dice, 130_000, 0.005),
    critical: money(dice, 210_000, 0.005),
    chronic: money(dice, 1500, 0.005),
    majorDeductible: money(dice, 900, 0.005),
    stays: dice.chance(0.005) ? dice.one([-1, 0.5]) : dice.to(2),
  };
  return some(dice, all, 0.5);
}

/** A year of visits; now and then a day of a neighbouring year, or of one without figures, is among them. */
export function randomYear(dice: Dice): Case {
  const city = dice.one(['shenzhen', 'chongqing'] as const);
  const year = dice.one([2024, 2025, 2026]);
  const years = dice.chance(0.85) ? [year] : [2023, 2024, 2025, 2026, 2027];
  const visits = Array.from({ length: 1 + dice.to(5) }, () => visit(dice, city, years));
  return { name: 'random', city, member: member(dice, year), visits, used: used(dice), expect: [] };
}

const FACTS = ['premium', 'coverage', 'deadline', 'clinic'] as const;
export type FactKind = (typeof FACTS)[number];

/** A question about the fee, the coverage, the newborn window or the choice of a clinic. */
export function randomFact(dice: Dice): Case & { kind: FactKind } {
  const kind = dice.one(FACTS);
  const city = dice.one(['shenzhen', 'chongqing'] as const);
  const birthYears = dice.chance(0.8) ? [2023, 2024, 2025, 2026] : [2006, 2008, 2010, 2012, 2020];
  const birthDate = dice.chance(0.02) ? dice.one(BAD_DATES) : date(dice, birthYears);
  const who: CaseMember = { ...member(dice, Number(birthDate.slice(0, 4)) || 2025), birthDate };
  const soon = dice.chance(0.7)
    ? [Number(birthDate.slice(0, 4)), Number(birthDate.slice(0, 4)) + 1]
    : [2022, 2023, 2024, 2025, 2026, 2027];
  const payDate = dice.chance(0.02)
    ? dice.one(BAD_DATES)
    : date(dice, soon.filter((y) => y > 2000).length ? soon.filter((y) => y > 2000) : [2025]);
  const year = Number(payDate.slice(0, 4)) + dice.to(2) - 1;
  const payment: CasePayment = {
    payDate,
    ...some(dice, { tier: dice.one([1, 2] as const), newborn: dice.chance(0.6), bothYears: dice.chance(0.5) }, 0.7),
    ...(city === 'chongqing' && dice.chance(0.3) && year > 2000 ? { year } : {}),
  };
  const base = { name: 'random', kind, city, member: who, expect: {} };
  if (kind === 'deadline') return { ...base, deadline: {} };
  if (kind === 'clinic') return { ...base, clinic: { on: payDate } };
  return { ...base, [kind]: payment };
}
