/**
 * Random members, bills and years for the laws. Days, amounts and what was used crowd around the edges where the rules
 * change. Every bill is one that the city computes, so that no run of a law is spent on a refusal.
 */
import fc from 'fast-check';
import {
  type Care,
  DEFAULT_MEMBER,
  type Fen,
  formatMoney,
  LEVELS,
  MAX_FEN,
  type Member,
  makeDate,
  NOTHING_USED,
  PLACES,
  REASONS,
  type Settled,
  settleVisits,
  type Used,
  type Visit,
} from '#engine';
import { city as chongqing } from '../../src/cities/chongqing.ts';
import type { CityModule } from '../../src/cities/city.ts';
import { city as shenzhen } from '../../src/cities/shenzhen.ts';

export { chongqing, shenzhen };

export const FULL = process.env.FULL === '1';
/** How often each law is tried for each kind of care; fewer times where a tool asks for quick tests (`npm run mutate`). */
export const RUNS = Number(process.env.LAW_RUNS ?? (FULL ? 10_000 : 1_000));

export const cities = [shenzhen, chongqing] as const;
/** Every kind of care of every city. */
export const kinds = cities.flatMap((city) => city.rules.cares.map((care) => ({ city, care, name: city.id })));

/** Holds a property for `RUNS` random things: always the same ones in the small size, new ones in the full size. */
export function always<T>(things: fc.Arbitrary<T>, holds: (thing: T) => void, runs = RUNS): void {
  fc.assert(
    fc.property(things, (thing) => {
      holds(thing);
    }),
    FULL ? { numRuns: runs } : { numRuns: runs, seed: 20_261_122 },
  );
}

export const YEARS = [2024, 2025, 2026] as const;
export const yearArb = fc.constantFrom(...YEARS);

/** Days of a year, its first and last among them often. */
export const dayIn = (year: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 8, arbitrary: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })) },
      { weight: 1, arbitrary: fc.constantFrom<[number, number]>([1, 1], [12, 31], [5, 31], [6, 1], [9, 1]) },
    )
    .map(([month, day]) => makeDate(year, month, day));

/** Amounts as they occur, tiny ones, and huge ones that need more than a safe integer. */
export const fenArb: fc.Arbitrary<Fen> = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 300 }) },
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 300_000 }) },
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 40_000_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: MAX_FEN / 4 }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 200_00, 600_00, 800_00, 10_000_00, 247_131, 300_00, 500_00) },
);
const seldom = (amount: fc.Arbitrary<Fen>) => fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, amount);

export const memberArb = (year: number): fc.Arbitrary<Member> =>
  fc
    .record({
      birthDate: fc.constantFrom('2019-05-01', '2012-02-29', `${year - 18}-07-01`, '2000-01-01', `${year}-01-01`),
      localHukou: fc.constant(true),
      tier: fc.constantFrom(1 as const, 2 as const),
      enrolment: fc.constantFrom('independent' as const, 'independent' as const, 'withGuardian' as const),
    })
    .map((m) => (m.enrolment === 'withGuardian' ? { ...m, birthDate: `${year}-01-01` } : m));

export function visitArb(city: CityModule, care: Care, year: number): fc.Arbitrary<Visit> {
  return fc
    .record({
      date: dayIn(year),
      level: fc.constantFrom(...LEVELS),
      childrensHospital: fc.boolean(),
      place: city === chongqing ? fc.constant('local' as const) : fc.constantFrom('local' as const, ...PLACES),
      reason: fc.constantFrom(...REASONS),
      registered: fc.boolean(),
      selected: fc.boolean(),
      fee: seldom(fc.integer({ min: 0, max: 20_000 })),
      eligible: fenArb,
      excluded: seldom(fenArb),
      diseases: fc.integer({ min: 1, max: 6 }),
      partB: seldom(fc.integer({ min: 0, max: 100 })),
    })
    .map(({ fee, eligible, excluded, partB, ...visit }) => ({
      ...visit,
      care,
      consultationFee: formatMoney(fee),
      eligible: formatMoney(eligible),
      excluded: formatMoney(excluded),
      classB: formatMoney(Math.floor((eligible / 100) * partB)),
    }));
}

/** What was used before: nothing, a little, up to the limits, or more than they allow. */
export const usedArb: fc.Arbitrary<Used> = fc.oneof(
  fc.constant(NOTHING_USED),
  fc
    .record({
      outpatient: seldom(fc.integer({ min: 0, max: 300_000 })),
      outDeductible: seldom(fc.integer({ min: 0, max: 25_000 })),
      own: seldom(fc.integer({ min: 0, max: 5_000_000 })),
      base: seldom(fc.integer({ min: 0, max: 13_000_000 })),
      critical: seldom(fc.integer({ min: 0, max: 21_000_000 })),
      chronic: seldom(fc.integer({ min: 0, max: 200_000 })),
      majorDeductible: seldom(fc.constantFrom(1, 100_00, 300_00, 800_00, 900_00)),
      stays: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ stays, ...fen }) => ({
      outpatient: formatMoney(fen.outpatient),
      outDeductible: formatMoney(fen.outDeductible),
      own: formatMoney(fen.own),
      base: formatMoney(fen.base),
      critical: formatMoney(fen.critical),
      chronic: formatMoney(fen.chronic),
      majorDeductible: formatMoney(fen.majorDeductible),
      stays,
    })),
);

export interface RandomBill {
  member: Member;
  visit: Visit;
  used: Used;
}

export const billArb = (city: CityModule, care: Care): fc.Arbitrary<RandomBill> =>
  yearArb.chain((year) => fc.record({ member: memberArb(year), visit: visitArb(city, care, year), used: usedArb }));

export interface RandomYear {
  year: number;
  member: Member;
  visits: Visit[];
  used: Used;
}

/** Several visits of one year: mostly of one kind of care, others among them. */
export const yearOfVisits = (city: CityModule, care: Care, most = 6): fc.Arbitrary<RandomYear> =>
  yearArb.chain((year) => {
    const any = fc.oneof(
      { weight: 4, arbitrary: visitArb(city, care, year) },
      ...city.rules.cares.map((other) => ({ weight: 1, arbitrary: visitArb(city, other, year) })),
    );
    const visits = fc.array(any, { minLength: 1, maxLength: most });
    return fc.record({ year: fc.constant(year), member: memberArb(year), visits, used: usedArb });
  });

/** All of these visits, computed; a refusal is a fault of the test. */
export function settleAll(city: CityModule, member: Member, visits: readonly Visit[], used: Used): Settled[] {
  return settleVisits(city.rules, city.policy, member, visits, used).map((outcome, i) => {
    if (outcome.kind === 'computed') return outcome;
    throw new Error(`not computed: ${JSON.stringify(outcome)} for ${JSON.stringify(visits[i])}`);
  });
}

export function settleOne(city: CityModule, { member, visit, used }: RandomBill): Settled {
  const [outcome] = settleAll(city, member, [visit], used);
  if (!outcome) throw new Error('a visit without an outcome');
  return outcome;
}

export const child: Member = { ...DEFAULT_MEMBER, birthDate: '2019-05-01' };

export const sum = (amounts: readonly Fen[]): Fen => amounts.reduce((total, one) => total + one, 0);
