/**
 * A better standing never gets less from both layers together. Where a standing is better only under a condition, the
 * condition stands here.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fen, LEVELS, type Member, NOTHING_USED, type Visit } from '#engine';
import {
  always,
  billArb,
  chongqing,
  type RandomBill,
  settleAll,
  settleOne,
  shenzhen,
  sum,
  yearOfVisits,
} from './arbitraries.ts';

const both = (city: typeof shenzhen, bill: RandomBill): Fen => {
  const { fund, critical } = settleOne(city, bill);
  return fund + critical;
};

interface Standing {
  name: string;
  worse: (bill: RandomBill) => RandomBill;
  better: (bill: RandomBill) => RandomBill;
  /** Whether something is ever gained in this kind of care; where not, both get the same. */
  gains: (care: string) => boolean;
}

const visit =
  (part: Partial<Visit>) =>
  (bill: RandomBill): RandomBill => ({ ...bill, visit: { ...bill.visit, ...part } });
const member =
  (part: Partial<Member>) =>
  (bill: RandomBill): RandomBill => ({ ...bill, member: { ...bill.member, ...part } });
const outpatient = (care: string) => care === 'outpatient';
const everywhere = () => true;
const away = fc.constantFrom('province' as const, 'elsewhere' as const);

const shenzhenStandings: (Standing & { away?: true })[] = [
  { name: 'selected', worse: visit({ selected: false }), better: visit({ selected: true }), gains: outpatient },
  {
    name: 'referred, against nothing',
    worse: visit({ reason: 'routine' }),
    better: visit({ reason: 'referral' }),
    gains: everywhere,
  },
  {
    name: 'emergency, against nothing',
    worse: visit({ reason: 'routine' }),
    better: visit({ reason: 'emergency' }),
    gains: everywhere,
  },
  {
    name: 'filed, against not filed, out of the city',
    away: true,
    worse: visit({ registered: false }),
    better: visit({ registered: true }),
    gains: everywhere,
  },
  {
    name: 'filed, against referred: the same factor',
    away: true,
    worse: visit({ registered: false, reason: 'referral' }),
    better: visit({ registered: true, reason: 'referral' }),
    gains: () => false,
  },
  {
    name: 'in the province, against elsewhere',
    worse: visit({ place: 'elsewhere' }),
    better: visit({ place: 'province' }),
    gains: (care) => care === 'inpatient',
  },
  {
    name: 'in the city, against out of it',
    away: true,
    worse: (bill) => bill,
    better: visit({ place: 'local' }),
    gains: everywhere,
  },
];

describe.each(shenzhen.rules.cares)('shenzhen %s', (care) => {
  it.each(shenzhenStandings)('$name', ({ worse, better, gains, away: out }) => {
    let gained = 0;
    always(fc.tuple(billArb(shenzhen, care), away), ([random, place]) => {
      const bill = out ? visit({ place })(random) : random;
      const [low, high] = [both(shenzhen, worse(bill)), both(shenzhen, better(bill))];
      expect(high).toBeGreaterThanOrEqual(low);
      if (high > low) gained++;
    });
    expect(gained > 0).toBe(gains(care));
  });

  it('referred, against emergency: never less where the standing asks for nothing else', () => {
    let lost = 0;
    always(fc.tuple(billArb(shenzhen, care), away), ([random, place]) => {
      const bill = visit({ place, registered: false })(random);
      const emergency = both(shenzhen, visit({ reason: 'emergency' })(bill));
      const referral = both(shenzhen, visit({ reason: 'referral' })(bill));
      const asksForMore = care === 'outpatient' && !(bill.visit.selected && bill.visit.level === 'primary');
      if (asksForMore) {
        // Out of the city a referral alone opens no ordinary outpatient care, an emergency does (rule 2).
        expect(referral).toBe(0);
        if (emergency > 0) lost++;
      } else expect(referral).toBeGreaterThanOrEqual(emergency);
    });
    expect(lost > 0).toBe(care === 'outpatient');
  });

  it('a lower level of hospital is never paid less, but for what rounding can do', () => {
    // At a factor of 80% and past the middle of the second layer both levels come to the same sum. Each is the fund's payment
    // (half a fen off at most) and the second layer's (half a fen, and 80% of the half by which the share it pays for is off):
    // 1.4 fen at most, so that two of them are two whole fen apart at most. 381,903.51 yuan elsewhere is such a bill.
    const rounding = care === 'inpatient' ? 2 : 0;
    always(billArb(shenzhen, care), (bill) => {
      const [low, middle, high] = LEVELS.map((level) => both(shenzhen, visit({ level })(bill)));
      expect(low).toBeGreaterThanOrEqual((middle ?? 0) - rounding);
      expect(middle).toBeGreaterThanOrEqual((high ?? 0) - rounding);
    });
  });
});

const chongqingStandings: Standing[] = [
  {
    name: 'tier two, against tier one',
    worse: member({ tier: 1 }),
    better: member({ tier: 2 }),
    gains: (care) => care !== 'chronic',
  },
  {
    name: '+ 5 points: enrolled independently, against with a guardian',
    worse: (bill) => member({ enrolment: 'withGuardian', birthDate: `${bill.visit.date.slice(0, 4)}-01-01` })(bill),
    better: (bill) => member({ enrolment: 'independent', birthDate: `${bill.visit.date.slice(0, 4)}-01-01` })(bill),
    gains: (care) => care !== 'chronic' && care !== 'outpatient',
  },
  {
    name: 'a minor, against an adult',
    worse: member({ enrolment: 'independent', birthDate: '2000-01-01' }),
    better: member({ enrolment: 'independent', birthDate: '2019-05-01' }),
    gains: (care) => care !== 'chronic',
  },
  {
    name: 'a children’s hospital, against another tertiary one',
    worse: (bill) =>
      member({ enrolment: 'independent', birthDate: '2019-05-01' })(
        visit({ level: 'tertiary', childrensHospital: false })(bill),
      ),
    better: (bill) =>
      member({ enrolment: 'independent', birthDate: '2019-05-01' })(
        visit({ level: 'tertiary', childrensHospital: true })(bill),
      ),
    gains: outpatient,
  },
  {
    name: 'a further chronic disease',
    worse: (bill) => bill,
    better: (bill) => visit({ diseases: bill.visit.diseases + 1 })(bill),
    gains: (care) => care === 'chronic',
  },
];

describe.each(chongqing.rules.cares)('chongqing %s', (care) => {
  it.each(chongqingStandings)('$name', ({ worse, better, gains }) => {
    let gained = 0;
    always(billArb(chongqing, care), (bill) => {
      const [low, high] = [both(chongqing, worse(bill)), both(chongqing, better(bill))];
      expect(high).toBeGreaterThanOrEqual(low);
      if (high > low) gained++;
    });
    expect(gained > 0).toBe(gains(care));
  });

  it('a lower level of hospital is never paid less', () => {
    always(billArb(chongqing, care), (random) => {
      const bill = visit({ childrensHospital: false })(random);
      const [low, middle, high] = LEVELS.map((level) => both(chongqing, visit({ level })(bill)));
      expect(low).toBeGreaterThanOrEqual(middle ?? 0);
      expect(middle).toBeGreaterThanOrEqual(high ?? 0);
    });
  });

  it('over a whole year tier two is never paid less than tier one', () => {
    always(yearOfVisits(chongqing, care, 4), ({ member: one, visits }) => {
      const total = (tier: 1 | 2) =>
        sum(settleAll(chongqing, { ...one, tier }, visits, NOTHING_USED).map((o) => o.fund + o.critical));
      expect(total(2)).toBeGreaterThanOrEqual(total(1));
    });
  });
});
