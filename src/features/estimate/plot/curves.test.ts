import { describe, expect, it } from 'vitest';
import { cities, loadCity, loadCompare, loadEstimate } from '#cities';
import { formatMoney, MAX_FEN, settleBill, withOwnFigures, yearOf } from '#engine';
import { type Answers, everyAnswer, situationsOf, unknownQuestions, validAnswers } from '#journeys';
import { causesOf } from '../causes.ts';
import { answer, visitDate, whoOn } from '../result.ts';
import { type Asked, type Way, waysOf } from '../ways.ts';
import { chosenCurves, curveOf, endsFor, LINES, settledAt } from './curves.ts';

const TODAY = '2026-11-22';

async function askedIn(id: string, given: Answers, amounts: Answers): Promise<Asked> {
  const [city, graph, words] = await Promise.all([loadCity(id), loadEstimate(id), loadCompare(id)]);
  if (!city || !graph || !words) throw new Error(id);
  const answers = validAnswers(graph, given);
  return { city, graph, words, answers, amounts, year: 2026, today: TODAY, who: {}, facts: {} };
}

const mine = (ways: readonly Way[]): Way => {
  const way = ways.find((one) => one.mine);
  if (!way) throw new Error('no way of one’s own');
  return way;
};

describe('corners', () => {
  it('the limit, at the fen from which it cuts', async () => {
    const given = { care: 'outpatient', place: 'local', level: 'primary', standing: 'selected' };
    const asked = await askedIn('shenzhen', given, { eligible: '1000', outpatient: '2000', excluded: '10' });
    const { corners, points, at } = curveOf(asked.city, mine(waysOf(asked)), 5000_00);
    // 655.86 are left: 75 % of 874.48 is 655.86; of 874.49 it is 655.8675, rounded 655.87
    expect(corners.filter(({ kind }) => kind === 'limit')).toEqual([{ kind: 'limit', x: 874_49, y: 218_63 + 10_00 }]);
    expect(points.at(-1)).toEqual({ x: 5000_00, y: 5000_00 - 655_86 + 10_00 });
    expect(at(400_00)).toBe(110_00);
  });

  it('deductible and second layer of a stay', async () => {
    const given = { care: 'inpatient', place: 'local', level: 'tertiary', stay: 'first' };
    const asked = await askedIn('shenzhen', given, { eligible: '8000' });
    const { corners } = curveOf(asked.city, mine(waysOf(asked)), 400_000_00);
    const found = corners.map(({ kind, x }) => [kind, x]);
    expect(found[0]).toEqual(['deductible', 600_01]);
    // 600 + 10 % of the rest passes 10,000 after 94,600, and 30,000 after 294,600
    expect(found.slice(1).map(([kind, x]) => [kind, Math.floor(Number(x) / 100)])).toEqual([
      ['critical', 94_600],
      ['criticalMore', 294_600],
    ]);
  });
});

describe('ends of the axis', () => {
  it('hold the bill, grow, and are bills that can be settled, up to the largest', async () => {
    const given = { care: 'inpatient', place: 'local', level: 'tertiary', stay: 'first' };
    for (const bill of [0, 1, 1000_00, 8000_00, 166_666_00, 83_333_333_00, 83_333_334_00, MAX_FEN - 1, MAX_FEN]) {
      const ends = endsFor(bill);
      expect(ends[0]).toBeGreaterThanOrEqual(bill);
      expect([...new Set(ends)].sort((a, b) => a - b)).toEqual(ends);
      const asked = await askedIn('shenzhen', given, { eligible: formatMoney(bill) });
      for (const end of ends) expect(settledAt(asked.city, mine(waysOf(asked)), end).bill).toBe(end);
    }
  });
});

describe('a figure of one’s own', () => {
  it('is what the other ways, the plot and the causes compute with, too', async () => {
    const given = { care: 'outpatient', place: 'local', level: 'primary', standing: 'selected' };
    const printed = await askedIn('shenzhen', given, { eligible: '1000', outpatient: '2500' });
    const limit = { id: 'outpatient.limit', value: '2700', from: '2026-01-01', to: '2026-12-31' };
    const read = (asked: Asked) => {
      const { city, graph, answers, amounts, year, today } = asked;
      const ways = waysOf(asked);
      const { estimate, situations } = answer(city, graph, answers, amounts, year, today);
      const visit = estimate.kind === 'computed' && situations[estimate.index]?.visit;
      if (estimate.kind !== 'computed' || !visit) throw new Error(estimate.kind);
      const curve = curveOf(city, mine(ways), 2000_00);
      const causes = causesOf(asked, estimate.outcome, visit);
      return {
        other: ways.find(({ name }) => name === '选定的二级医院')?.self,
        corner: curve.corners.find(({ kind }) => kind === 'limit')?.x,
        at: curve.at(1000_00),
        causes: causes.map(({ id, amount }) => [id, amount]),
      };
    };
    // 2655.86 − 2500 = 155.86 are left, by one's own limit 200; 75 % of 207.82 is 155.865, of 266.68 it is 200.01
    expect(read(printed)).toMatchObject({ other: 844_14, corner: 207_82, at: 844_14 });
    const own = { ...printed, city: withOwnFigures(printed.city, [limit]) };
    expect(read(own)).toMatchObject({ other: 800_00, corner: 266_68, at: 800_00 });
    expect(read(printed).causes).not.toEqual(read(own).causes);
  });
});

const BILLS: Answers[] = [
  { eligible: '500' },
  { eligible: '3456.78', consultationFee: '20', excluded: '33.3', classB: '700', own: '9000', outpatient: '1000' },
  { eligible: '20000', base: '70000', critical: '190000', own: '30000', outDeductible: '100' },
];
const ENDS = [2_000_00, 50_000_00, 1_000_000_00];

/** A city that is still being built has nothing to compare. */
const found = await Promise.all(cities.map(async ({ id }) => ((await loadCompare(id)) ? [id] : [])));
const ids = found.flat();

describe.each(ids)('every result of %s', (id) => {
  it('is drawn where the engine has it', async () => {
    const blank = await askedIn(id, {}, {});
    const { city, graph } = blank;
    let [curves, looked, named] = [0, 0, 0];
    const single = [...everyAnswer(graph)].filter((answers) => unknownQuestions(graph, answers).length === 0);
    for (const [place, answers] of single.filter((_, nth) => nth % 5 === 0).entries()) {
      const amounts: Answers = BILLS[place % BILLS.length] ?? {};
      const end = ENDS[Math.floor(place / 2) % ENDS.length] ?? 0;
      const ways = waysOf({ ...blank, answers, amounts });
      const chosen = chosenCurves(city, ways, end);
      // Care for which no rule was found has no amount of its own.
      if (!ways.some((way) => way.mine)) continue;
      expect(chosen.length).toBeLessThanOrEqual(LINES);
      expect(chosen[0]?.way.mine).toBe(true);
      expect(new Set(chosen.map(({ points }) => JSON.stringify(points))).size).toBe(chosen.length);
      for (const { way, points, corners, at } of chosen) {
        curves += 1;
        named += corners.length;
        const all = [...points, ...corners].sort((a, b) => a.x - b.x);
        expect(all[0]?.x).toBe(0);
        expect(all.at(-1)?.x).toBe(end);
        for (const { x, y } of all) expect(at(x)).toBe(y);
        for (let part = 0; part <= 7; part++) {
          const x = Math.round((end * part) / 7.3);
          // The reader's own screen, were that typed in; class-B items are no more than the costs they are part of.
          const typed: Answers = { ...amounts, eligible: formatMoney(x) };
          const clamped = Number(typed.classB ?? 0) * 100 > x ? { ...typed, classB: formatMoney(x) } : typed;
          const date = visitDate(2026, TODAY);
          const [bill] = situationsOf(graph, way.answers, clamped, date, whoOn(yearOf(date), date));
          const outcome = bill && settleBill(city.rules, city.policy, bill);
          expect(outcome?.kind === 'computed' && outcome.self).toBe(at(x));
          // Straight between the corners but for the rounding of each line and layer.
          const right = all.findIndex((point) => point.x >= x);
          const [a, b] = [all[Math.max(right - 1, 0)], all[right]];
          if (!a || !b) throw new Error('outside the line');
          const straight = b.x === a.x ? b.y : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
          expect(Math.abs(straight - at(x))).toBeLessThanOrEqual(3);
          looked += 1;
        }
      }
    }
    console.log(`${id}: ${curves} curves, ${named} corners, ${looked} places`);
    expect(looked).toBeGreaterThan(250);
  });
});
