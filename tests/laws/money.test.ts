/** The two ways of the money arithmetic agree with each other and with plain whole numbers, at and beside the half fen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addRates,
  formatPercent,
  MAX_FEN,
  multiplyRates,
  parsePercent,
  type Rate,
  sumOfShares,
  timesRate,
  timesRateSafe,
  timesRateWide,
} from '#engine';
import { always, cities, RUNS } from './arbitraries.ts';

const exact = (amount: number, { n, d }: Rate): bigint =>
  (2n * BigInt(amount) * BigInt(n) + BigInt(d)) / (2n * BigInt(d));

/** Every rate that is printed, alone, with points and with every factor. */
const printed = [
  ...new Set(
    cities.flatMap(({ policy }) =>
      policy.parameters.flatMap(({ unit, values, alternatives }) =>
        unit === '%' || unit === '个百分点' ? [...values, ...(alternatives ?? [])].map(({ value }) => value) : [],
      ),
    ),
  ),
].map(parsePercent);
const rates: Rate[] = printed.flatMap((a) => [
  a,
  ...printed.map((b) => multiplyRates(a, b)),
  ...printed.map((b) => addRates(a, b)),
]);
const rateArb = fc.constantFrom(...rates);

/** Amounts at an exact half fen of this rate, and one fen to either side; others near the largest safe product. */
const amountFor = ({ n, d }: Rate): fc.Arbitrary<number> => {
  const halves = fc.nat(100_000).map((k) => Math.floor(((2 * k + 1) * d) / (2 * Math.max(1, n))));
  const edge = Math.floor(Number.MAX_SAFE_INTEGER / Math.max(1, n));
  return fc
    .oneof(
      halves,
      fc.integer({ min: 0, max: MAX_FEN }),
      fc.constantFrom(edge, edge - 1, Math.floor(edge / 2)),
      fc.integer({ min: Math.max(0, edge - 1000), max: edge }),
    )
    .chain((amount) => fc.integer({ min: -1, max: 1 }).map((off) => Math.max(0, amount + off)));
};
const products = rateArb.chain((rate) => fc.record({ rate: fc.constant(rate), amount: amountFor(rate) }));

describe('amount × rate', () => {
  it('is right half up on both ways, also at the half fen and at the largest safe product', () => {
    let [halves, wide] = [0, 0];
    always(
      products,
      ({ amount, rate }) => {
        const wanted = exact(amount, rate);
        if ((2n * BigInt(amount) * BigInt(rate.n)) % (2n * BigInt(rate.d)) === BigInt(rate.d)) halves++;
        expect(BigInt(timesRateWide(amount, rate))).toBe(wanted);
        expect(BigInt(timesRate(amount, rate))).toBe(wanted);
        if (BigInt(amount) * BigInt(rate.n) <= BigInt(Number.MAX_SAFE_INTEGER)) {
          expect(BigInt(timesRateSafe(amount, rate))).toBe(wanted);
        } else wide++;
      },
      RUNS * 10,
    );
    console.log(`${RUNS * 10} products of ${rates.length} rates: ${halves} at a half fen, ${wide} past a safe integer`);
    expect(halves).toBeGreaterThan(RUNS / 10);
    expect(wide).toBeGreaterThan(RUNS / 10);
  });

  it('of several stretches is rounded once, at the end', () => {
    const stretch = fc.record({
      amount: fc.oneof(fc.nat(1000), fc.integer({ min: 0, max: MAX_FEN * 100 })),
      rate: rateArb,
    });
    let once = 0;
    always(
      fc.array(stretch, { minLength: 1, maxLength: 3 }),
      (parts) => {
        const d = parts.reduce((all, { rate }) => all * BigInt(rate.d), 1n);
        const n = parts.reduce(
          (all, { amount, rate }) => all + (BigInt(amount) * BigInt(rate.n) * d) / BigInt(rate.d),
          0n,
        );
        const wanted = (2n * n + d) / (2n * d);
        expect(BigInt(sumOfShares(parts))).toBe(wanted);
        if (parts.reduce((all, { amount, rate }) => all + exact(amount, rate), 0n) !== wanted) once++;
      },
      RUNS * 5,
    );
    expect(once).toBeGreaterThan(0);
  });
});

describe('rates', () => {
  it('are read and written without a loss', () => {
    const percent = fc.tuple(fc.nat(200), fc.nat(999)).map(([whole, part]) => String(Number(`${whole}.${part}`)));
    always(percent, (text) => expect(formatPercent(parsePercent(text))).toBe(text));
  });

  it('multiply and add as fractions do', () => {
    always(fc.tuple(rateArb, rateArb), ([a, b]) => {
      const product = multiplyRates(a, b);
      expect(BigInt(product.n) * BigInt(a.d) * BigInt(b.d)).toBe(BigInt(a.n) * BigInt(b.n) * BigInt(product.d));
      const sum = addRates(a, b);
      const both = BigInt(a.n) * BigInt(b.d) + BigInt(b.n) * BigInt(a.d);
      expect(BigInt(sum.n) * BigInt(a.d) * BigInt(b.d)).toBe(both * BigInt(sum.d));
    });
  });
});
