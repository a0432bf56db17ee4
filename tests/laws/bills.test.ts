/** Laws of a single bill, for every kind of care in both cities. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate, formatMoney, parseMoney, settleBill } from '#engine';
import { always, billArb, fenArb, kinds, settleOne } from './arbitraries.ts';

const freeze = <T extends object>(thing: T): T => {
  for (const inner of Object.values(thing)) if (typeof inner === 'object' && inner !== null) freeze(inner);
  return Object.freeze(thing);
};

describe.each(kinds)('$name $care', ({ city, care }) => {
  it('what the fund, the second layer and the family pay is the bill', () => {
    always(billArb(city, care), (bill) => {
      const { fund, critical, self, bill: total } = settleOne(city, bill);
      expect(fund + critical + self).toBe(total);
      const typed = [bill.visit.consultationFee, bill.visit.eligible, bill.visit.excluded];
      expect(total).toBe(typed.reduce((all, one) => all + (parseMoney(one) ?? Number.NaN), 0));
    });
  });

  it('nothing is negative, and every amount is whole fen', () => {
    always(billArb(city, care), (bill) => {
      const { fund, critical, self, outpatientLeft, totals } = settleOne(city, bill);
      for (const amount of [fund, critical, self, outpatientLeft, ...Object.values(totals)]) {
        expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
      }
    });
  });

  it('costs outside the scope are the family’s, and change nothing else', () => {
    always(fc.tuple(billArb(city, care), fenArb), ([bill, excluded]) => {
      const one = settleOne(city, { ...bill, visit: { ...bill.visit, excluded: '0' } });
      const other = settleOne(city, { ...bill, visit: { ...bill.visit, excluded: formatMoney(excluded) } });
      expect(other.self).toBe(one.self + excluded);
      expect({ ...other, self: 0, bill: 0, steps: [] }).toEqual({ ...one, self: 0, bill: 0, steps: [] });
    });
  });

  it('a higher bill is never paid less by the fund, and never leaves the family more than one fen less', () => {
    const field = fc.constantFrom('eligible' as const, 'consultationFee' as const);
    const more = fc.oneof(fc.integer({ min: 1, max: 100 }), fenArb);
    let less = 0;
    always(fc.tuple(billArb(city, care), field, more), ([bill, which, extra]) => {
      const raised = formatMoney((parseMoney(bill.visit[which]) ?? 0) + extra);
      const one = settleOne(city, bill);
      const other = settleOne(city, { ...bill, visit: { ...bill.visit, [which]: raised } });
      expect(other.fund).toBeGreaterThanOrEqual(one.fund);
      expect(other.critical).toBeGreaterThanOrEqual(one.critical);
      expect(other.self).toBeGreaterThanOrEqual(one.self - 1);
      less = Math.max(less, one.self - other.self);
    });
    console.log(`${city.id} ${care}: with a higher bill the family paid at most ${less} fen less`);
  });

  it('the same bill gives the same answer, and nothing that was handed in is changed', () => {
    always(billArb(city, care), (bill) => {
      expect(settleOne(city, freeze(structuredClone(bill)))).toEqual(settleOne(city, bill));
    });
  });

  it('a reading’s effect is what settling under that reading gives, and only those that change something are named', () => {
    always(
      billArb(city, care),
      (bill) => {
        const answer = estimate(city.rules, city.policy, [bill]);
        const taken = settleOne(city, bill);
        expect(answer).toMatchObject({ kind: 'computed', index: 0 });
        if (answer.kind !== 'computed') return;
        expect(answer.outcome).toEqual(taken);
        for (const { id } of city.policy.readings) {
          const other = settleBill(city.rules, city.policy.under(id), bill);
          if (other.kind !== 'computed') throw new Error(`refused under ${id}`);
          const effect = answer.readings.find(({ reading }) => reading === id);
          const same = other.self === taken.self && other.outpatientLeft === taken.outpatientLeft;
          expect(effect === undefined).toBe(same);
          if (effect) expect(effect).toEqual({ reading: id, outcome: other, selfMore: other.self - taken.self });
        }
      },
      500,
    );
  });

  it('a person’s own figure that says what is printed changes nothing', () => {
    const same = city.policy.parameters.flatMap(({ id, values }) =>
      values.map(({ from, to, value }) => ({ id, value, from, to: to ?? '2099-12-31' })),
    );
    const own = city.policy.withOwn(same);
    always(billArb(city, care), (bill) => {
      const mine = settleBill(city.rules, own, bill);
      const { steps: _, ...printed } = settleOne(city, bill);
      expect(mine).toMatchObject(printed);
    });
  });
});
