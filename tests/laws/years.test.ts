/** Laws of a year of visits, for every kind of care in both cities. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Fen,
  formatMoney,
  makeDate,
  NOTHING_USED,
  parseMoney,
  type Settled,
  settleVisits,
  type Visit,
} from '#engine';
import {
  always,
  billArb,
  chongqing,
  kinds,
  memberArb,
  type RandomYear,
  settleAll,
  shenzhen,
  sum,
  usedArb,
  visitArb,
  yearArb,
  yearOfVisits,
} from './arbitraries.ts';

const fen = (text: string): Fen => parseMoney(text) ?? Number.NaN;
const inCare = (settled: readonly Settled[], visits: readonly Visit[], ...cares: string[]) =>
  settled.filter((_, i) => cares.includes(visits[i]?.care ?? ''));
const funds = (settled: readonly Settled[]) => sum(settled.map(({ fund }) => fund));

/** What the fund paid on consultation fees: it does not use up the limit. */
const consultations = (settled: readonly Settled[]): Fen =>
  sum(
    settled.flatMap(({ steps }) =>
      steps.flatMap((s) => (s.line === 'consultation' && s.op === 'rate' ? s.result : [])),
    ),
  );

/** Everything a year paid, against every limit the city has. Returns how many limits were reached. */
function checkLimits({ year, member, visits, used }: RandomYear, settled: readonly Settled[], city: string): number {
  const policy = (city === 'shenzhen' ? shenzhen : chongqing).policy;
  const limitOf = (id: string) => policy.on(`${year}-01-01`).get(id).fen;
  let reached = 0;
  const within = (paid: Fen, limit: Fen, before: string) => {
    const left = Math.max(0, limit - fen(before));
    expect(paid).toBeLessThanOrEqual(left);
    if (paid === left) reached++;
  };
  const ordinary = inCare(settled, visits, 'outpatient');
  if (city === 'shenzhen') {
    within(funds(ordinary) - consultations(ordinary), limitOf('outpatient.limit'), used.outpatient);
    return reached;
  }
  within(funds(ordinary), limitOf(`outpatient.limit.tier${member.tier}`), used.outpatient);
  const base = inCare(settled, visits, 'inpatient', 'major', 'negotiatedDrug');
  within(funds(base), limitOf(`base.limit.tier${member.tier}`), used.base);
  within(sum(settled.map(({ critical }) => critical)), limitOf('critical.limit'), used.critical);
  const most = Math.max(1, ...visits.filter((v) => v.care === 'chronic').map((v) => v.diseases));
  const chronic = limitOf('chronic.limit') + limitOf('chronic.limit.step') * (most - 1);
  within(funds(inCare(settled, visits, 'chronic')), chronic, used.chronic);
  return reached;
}

/** Days that all differ, so that the order of input cannot matter. */
const differing = (visits: readonly Visit[], year: number): Visit[] =>
  visits.map((visit, i) => ({ ...visit, date: makeDate(year, 1 + ((i * 5) % 12), 1 + ((i * 7) % 28)) }));

describe.each(kinds)('$name $care', ({ city, care }) => {
  it('no limit of the year is exceeded, whatever was used before', () => {
    let reached = 0;
    always(yearOfVisits(city, care), (year) => {
      reached += checkLimits(year, settleAll(city, year.member, year.visits, year.used), city.id);
    });
    console.log(`${city.id} ${care}: limits reached ${reached} times, exceeded never`);
    expect(reached).toBeGreaterThan(20);
  });

  it('a bill split into visits breaks no limit, and is paid no more than the whole but for rounding', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 });
    always(fc.tuple(billArb(city, care), cuts), ([bill, at]) => {
      const year = Number(bill.visit.date.slice(0, 4));
      const whole = fen(bill.visit.eligible);
      const points = [0, ...at.map((cut) => Math.floor((whole / 100) * cut)).sort((a, b) => a - b), whole];
      const parts = points.slice(1).map((end, i) => end - (points[i] ?? 0));
      const visit = { ...bill.visit, consultationFee: '0', excluded: '0', classB: '0' };
      const visits = parts.map((part) => ({ ...visit, eligible: formatMoney(part) }));
      const settled = settleAll(city, bill.member, visits, bill.used);
      checkLimits({ ...bill, year, visits }, settled, city.id);
      // In Shenzhen any stay, even of 0 yuan, lowers the deductible of the next (rule 3): the whole is measured by that one.
      const used = city === shenzhen ? { ...bill.used, stays: bill.used.stays + 1 } : bill.used;
      const [one] = settleAll(city, bill.member, [visit], used);
      // Each line is rounded once: half a fen for each part and for the whole.
      const rounding = (parts.length + 1) / 2;
      expect(funds(settled)).toBeLessThanOrEqual((one?.fund ?? 0) + rounding);
      // The own share that goes into the second layer is rounded with its line; the layer itself twice.
      const both = funds(settled) + sum(settled.map(({ critical }) => critical));
      expect(both).toBeLessThanOrEqual((one?.fund ?? 0) + (one?.critical ?? 0) + 2 * rounding + 1);
    });
  });

  it('the order of input does not matter where the days differ', () => {
    const shuffled = yearOfVisits(city, care, 5).chain((year) => {
      const visits = differing(year.visits, year.year);
      const order = visits.map((_, i) => i);
      return fc.record({
        year: fc.constant({ ...year, visits }),
        order: fc.shuffledSubarray(order, { minLength: order.length, maxLength: order.length }),
      });
    });
    always(shuffled, ({ year: { member, visits, used }, order }) => {
      const straight = settleAll(city, member, visits, used);
      const moved = settleAll(
        city,
        member,
        order.flatMap((i) => visits[i] ?? []),
        used,
      );
      order.forEach((from, to) => {
        expect(moved[to]).toEqual(straight[from]);
      });
    });
  });

  it('visits of another year change nothing; what was used belongs to the earliest year', () => {
    const two = fc.tuple(yearOfVisits(city, care, 4), yearArb, usedArb).chain(([year, other, used]) =>
      fc.record({
        year: fc.constant(year),
        used: fc.constant(used),
        others: fc.array(
          visitArb(city, care, other === year.year ? (year.year === 2026 ? 2024 : year.year + 1) : other),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
      }),
    );
    always(two, ({ year: { year, visits, member: random }, used, others }) => {
      const member = { ...random, enrolment: 'independent' as const, birthDate: '2019-05-01' };
      const later = (others[0]?.date ?? '') > `${year}-12-31`;
      const before = later ? used : NOTHING_USED;
      const alone = settleAll(city, member, visits, before);
      const mixed = settleAll(city, member, [...others, ...visits], before).slice(others.length);
      expect(mixed).toEqual(alone);
      if (!later) {
        // An earlier year takes over what was used, so this one starts with nothing.
        const after = settleAll(city, member, [...others, ...visits], used).slice(others.length);
        expect(after).toEqual(alone);
      }
    });
  });

  it('a visit that is refused changes nothing for the others of its year', () => {
    type Spoil = (visit: Visit, year: number) => Visit;
    const spoils: Spoil[] = [
      (v) => ({ ...v, eligible: '-1' }),
      (v) => ({ ...v, consultationFee: '1.234' }),
      (v) => ({ ...v, excluded: '' }),
      (v) => ({ ...v, diseases: 0 }),
      (v) => ({ ...v, diseases: 1.5 }),
      (v, year) => ({ ...v, date: `${year}-02-30` }),
      (v) => ({ ...v, date: '' }),
      (v) => ({ ...v, date: 'yesterday' }),
      (v) => ({ ...v, date: '2027-01-01' }),
      city === shenzhen
        ? (v) => ({ ...v, classB: '100000000', eligible: '1' })
        : (v) => ({ ...v, place: 'elsewhere' as const }),
      city === shenzhen ? (v) => ({ ...v, care: 'chronic' as const }) : (v) => ({ ...v, place: 'province' as const }),
    ];
    const things = yearOfVisits(city, care, 4).chain((year) =>
      fc.record({
        year: fc.constant(year),
        bad: visitArb(city, care, year.year),
        spoil: fc.constantFrom(...spoils),
        at: fc.nat(year.visits.length),
      }),
    );
    const seen = new Set<string>();
    always(things, ({ year: { year, member, visits, used }, bad, spoil, at }) => {
      const alone = settleAll(city, member, visits, used);
      const mixed = [...visits.slice(0, at), spoil(bad, year), ...visits.slice(at)];
      const outcomes = settleVisits(city.rules, city.policy, member, mixed, used);
      const [refused] = outcomes.splice(at, 1);
      expect(refused?.kind).not.toBe('computed');
      if (refused && refused.kind !== 'computed') seen.add(refused.kind === 'error' ? refused.field : refused.reason);
      expect(outcomes).toEqual(alone);
    });
    expect(seen.size).toBeGreaterThanOrEqual(6);
  });

  it('a visit changes nothing for those before it, and without it all others stand as if it had never been', () => {
    const things = fc.tuple(yearOfVisits(city, care, 5), fc.nat());
    always(things, ([{ member, visits, used }, pick]) => {
      const at = pick % visits.length;
      const settle = (list: readonly Visit[]) => settleAll(city, member, list, used);
      const without = visits.filter((_, i) => i !== at);
      const [withIt, alone] = [settle(visits), settle(without)];
      const day = visits[at]?.date ?? '';
      without.forEach((visit, i) => {
        if (visit.date < day) expect(withIt[i < at ? i : i + 1]).toEqual(alone[i]);
      });
      // A bill of 0 takes up nothing of any limit; only a stay counts as a stay.
      const empty = visits.map((visit, i) =>
        i === at ? { ...visit, consultationFee: '0', eligible: '0', excluded: '0', classB: '0' } : visit,
      );
      if (visits[at]?.care === 'inpatient') return;
      expect(settle(empty).filter((_, i) => i !== at)).toEqual(alone);
    });
  });
});

describe('the years of a child', () => {
  it('restart on 1 January: the last day of a year and the first of the next share nothing', () => {
    always(
      fc.constantFrom(...kinds).chain(({ city, care }) =>
        fc.record({
          city: fc.constant(city),
          member: memberArb(2019),
          first: visitArb(city, care, 2024),
          second: visitArb(city, care, 2025),
        }),
      ),
      ({ city, member: random, first, second }) => {
        const member = { ...random, enrolment: 'independent' as const };
        const visits = [
          { ...first, date: '2024-12-31' },
          { ...second, date: '2025-01-01' },
        ];
        const [, together] = settleAll(city, member, visits, NOTHING_USED);
        const [alone] = settleAll(city, member, visits.slice(1), NOTHING_USED);
        expect(together).toEqual(alone);
      },
    );
  });
});
