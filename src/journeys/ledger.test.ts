/** The ledger over random years of random visits in every city, to the fen. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cities, loadCity, loadEstimate, loadLedgerFile } from '#cities';
import { addDays, estimate, formatMoney, NEW_YEAR, parseMoney, type YearTotals } from '#engine';
import type { LedgerFile } from '#policy/types.ts';
import { type Answers, askedQuestions, everyAnswer } from './graph.ts';
import {
  asksForUsed,
  type Entry,
  type LedgerCity,
  type LedgerYear,
  openQuestions,
  settleYear,
  sumOf,
  usedAmounts,
  withUsed,
} from './ledger.ts';
import { barsOf, notesOf } from './ledger-bars.ts';
import type { Who } from './said.ts';
import { askedFields, situationsOf } from './situation.ts';

interface Place extends LedgerCity {
  id: string;
  file: LedgerFile;
  /** Complete answers without 不清楚. */
  ways: Answers[];
}

const places: Place[] = [];
for (const { id } of cities) {
  const [city, graph, file] = await Promise.all([loadCity(id), loadEstimate(id), loadLedgerFile(id)]);
  if (!city || !graph || !file) throw new Error(id);
  const ways = [...everyAnswer(graph)].filter((answers) => openQuestions(graph, answers).length === 0);
  places.push({ ...city, graph, file, ways });
}

const numRuns = process.env.FULL === '1' ? 10_000 : 300;
const BORN = '2026-01-01';

const amount = fc.oneof(
  fc.integer({ min: 0, max: 50_000 }),
  fc.integer({ min: 0, max: 30_000_000 }),
  fc.constantFrom(0, 1, 265586, 1_000_000),
);

/** By number, so that a counterexample prints small. */
function placeAt(at: number): Place {
  const place = places[at];
  if (!place) throw new Error(String(at));
  return place;
}

/** A year of visits in one city; ids in the order of entering. */
const year = fc.constantFrom(...places.keys()).chain((at) =>
  fc.record({
    at: fc.constant(at),
    entries: fc
      .array(
        fc.record({
          day: fc.integer({ min: 0, max: 364 }),
          answers: fc.constantFrom(...placeAt(at).ways),
          eligible: amount,
          excluded: amount,
        }),
        { maxLength: 14 },
      )
      .map((all) =>
        all.map(
          ({ day, answers, eligible, excluded }, n): Entry => ({
            id: `2026-01.${String(n).padStart(8, '0')}`,
            date: addDays(BORN, day),
            answers,
            amounts: { eligible: formatMoney(eligible), excluded: formatMoney(excluded) },
          }),
        ),
      ),
  }),
);

const settled = (at: number | Place, entries: readonly Entry[], last?: LedgerYear) =>
  settleYear(typeof at === 'number' ? placeAt(at) : at, entries, { birthDate: BORN }, last);

describe('laws of the ledger', () => {
  test('the order of entering does not matter', () => {
    fc.assert(
      fc.property(
        year.chain((one) =>
          fc.tuple(fc.constant(one), fc.shuffledSubarray(one.entries, { minLength: one.entries.length })),
        ),
        ([{ at, entries }, shuffled]) => {
          expect(settled(at, shuffled)).toEqual(settled(at, entries));
        },
      ),
      { numRuns },
    );
  });

  test('deleted is as if never entered, changed as if entered so; what is taken over from before is what is computed anew', () => {
    let [kept, seen] = [0, 0];
    fc.assert(
      fc.property(year, fc.nat(), fc.nat(), amount, ({ at, entries }, a, b, eligible) => {
        const [removed, second] = [entries[a % (entries.length || 1)], entries[b % (entries.length || 1)]];
        if (!removed || !second) return;
        const before = settled(at, entries);
        const without = entries.filter((one) => one !== removed);
        expect(settled(at, without, before)).toEqual(settled(at, without));
        const other = { ...second, amounts: { eligible: formatMoney(eligible) } };
        const changed = entries.map((one) => (one === second ? other : one));
        const after = settled(at, changed, before);
        expect(after).toEqual(settled(at, changed));
        kept += after.rows.filter((row) => before.rows.includes(row)).length;
        seen += entries.length;
        // Nothing before the change is touched.
        const first = before.rows.findIndex(({ entry }) => entry === second);
        expect(after.rows.slice(0, first).every((row, n) => row === before.rows[n])).toBe(true);
      }),
      { numRuns },
    );
    console.info(`took over ${kept} of ${seen} visits`);
    expect(kept).toBeGreaterThan(seen / 4);
  });

  test('the sums are those of the parts; every visit adds up to its bill; nothing is negative', () => {
    fc.assert(
      fc.property(year, ({ at, entries }) => {
        const { rows, sums } = settled(at, entries);
        expect(sums.fund + sums.critical + sums.self).toBe(sums.bill);
        let [bill, counted] = [0, 0];
        for (const { entry, outcome } of rows) {
          if (outcome.kind !== 'computed') continue;
          counted += 1;
          bill += outcome.bill;
          expect(outcome.fund + outcome.critical + outcome.self).toBe(outcome.bill);
          expect(Math.min(outcome.fund, outcome.critical, outcome.self)).toBeGreaterThanOrEqual(0);
          const costs = askedFields(placeAt(at).graph.costs.fields, entry.answers).map(({ id }) => id);
          expect(outcome.bill).toBe(costs.reduce((sum, id) => sum + (parseMoney(entry.amounts[id] ?? '0') ?? 0), 0));
        }
        expect([sums.bill, sums.counted]).toEqual([bill, counted]);
        const [early, late] = [rows.slice(0, 3), rows.slice(3)].map(sumOf);
        expect((early?.self ?? 0) + (late?.self ?? 0)).toBe(sums.self);
      }),
      { numRuns },
    );
  });

  test('no limit is exceeded, what is left and what is used make the whole, and each bar moves one way only', () => {
    let seen = 0;
    fc.assert(
      fc.property(year, ({ at, entries }) => {
        const all = settled(at, entries);
        const totals = all.rows.map((row) => row.totals);
        for (const { bar, whole, used, left } of barsOf(placeAt(at).policy, placeAt(at).file, all, {}, '2026-12-31')) {
          seen += 1;
          const total = bar.total as keyof YearTotals;
          expect(used + left).toBe(whole);
          expect(left).toBeGreaterThanOrEqual(0);
          // Chongqing's lists of tiers and levels change within a random year: a limit then holds for its own visits only.
          const alone = bar.figures.filter(({ when }) => when).length < 2;
          if (bar.kind === 'limit' && alone && !bar.raise) expect(all.totals[total]).toBeLessThanOrEqual(whole);
          for (const [n, one] of totals.entries())
            expect(one[total]).toBeGreaterThanOrEqual(totals[n - 1]?.[total] ?? 0);
        }
      }),
      { numRuns },
    );
    expect(seen).toBeGreaterThan(numRuns);
  });

  test('the estimate that starts from the ledger says what the ledger will say', () => {
    let seen = 0;
    fc.assert(
      fc.property(year, ({ at, entries }) => {
        const last = entries.at(-1);
        if (!last) return;
        const next = { ...last, date: '2026-12-31', id: '2026-12.99999999' };
        const before = settled(at, entries);
        const row = settled(at, [...entries, next]).rows.at(-1);
        const answers = withUsed(placeAt(at).graph, next.answers, before.totals);
        const amounts = { ...next.amounts, ...usedAmounts(placeAt(at).graph, before.totals) };
        const answer = estimate(
          placeAt(at).rules,
          placeAt(at).policy,
          situationsOf(placeAt(at).graph, answers, amounts, next.date, { birthDate: BORN }),
        );
        if (answer.kind !== 'computed' || row?.outcome.kind !== 'computed') {
          expect(answer.kind).toBe(row?.outcome.kind);
          return;
        }
        seen += 1;
        const { fund, critical, self, bill, remarks } = answer.outcome;
        const { outcome } = row;
        expect({ fund, critical, self, bill, remarks }).toEqual({
          remarks: outcome.remarks,
          fund: outcome.fund,
          critical: outcome.critical,
          self: outcome.self,
          bill: outcome.bill,
        });
      }),
      { numRuns },
    );
    expect(seen).toBeGreaterThan(numRuns / 4);
  });
});

describe('what only the ledger knows', () => {
  const place = (id: string) => places.find((one) => one.id === id) as Place;
  const visit = (n: number, eligible: string, answers: Answers): Entry => ({
    id: `2026-0${n}.00000000`,
    date: `2026-0${n}-01`,
    answers,
    amounts: { eligible },
  });
  /** The estimate of the last visit, begun from what the others left. */
  const goingOn = (at: Place, entries: Entry[]) => {
    const last = entries.at(-1) as Entry;
    const { totals } = settled(at, entries.slice(0, -1));
    const amounts = { ...last.amounts, ...usedAmounts(at.graph, totals) };
    const situations = situationsOf(at.graph, withUsed(at.graph, last.answers, totals), amounts, last.date, {
      birthDate: BORN,
    });
    const found = estimate(at.rules, at.policy, situations);
    if (found.kind !== 'computed') throw new Error(found.kind);
    return found;
  };

  test('a fund that has paid more than a year’s wage is told, though nobody is asked what it paid', () => {
    const stay = { care: 'inpatient', place: 'local', level: 'tertiary' };
    // (190000 − 600) × 90 % = 170460; with (10000 − 300) × 90 % = 8730 it is 179190, over 177057.
    expect(goingOn(place('shenzhen'), [visit(3, '190000', stay), visit(5, '10000', stay)]).outcome.remarks).toEqual([
      'fundWarning',
    ]);
    expect(goingOn(place('shenzhen'), [visit(5, '10000', stay)]).outcome.remarks).toEqual([]);
  });

  test('a stay after a major disease and another stay: what the other reading of the deductible would change', () => {
    const one = { enrolment: 'independent', tier: 'one', level: 'tertiary' };
    const stay = { care: 'inpatient', ...one };
    const visits = [visit(3, '5000', { care: 'major', ...one }), visit(4, '5000', stay), visit(5, '5000', stay)];
    const { readings, outcome } = goingOn(place('chongqing'), visits);
    // (5000 − 800) × 55 % = 2310; without the 800 it is 2750.
    expect(outcome.fund).toBe(231_000);
    expect(readings.map(({ reading, selfMore }) => [reading, selfMore])).toEqual([['major-deductible', -44_000]]);
  });
});

describe('visits that are not counted', () => {
  const [shenzhen, chongqing] = places;
  if (!shenzhen || !chongqing) throw new Error('two cities');
  const stay: Entry = {
    id: '2026-03.00000001',
    date: '2026-03-01',
    answers: { care: 'inpatient', place: 'local', level: 'tertiary' },
    amounts: { eligible: '8000' },
  };

  test('不清楚, a missing answer or a missing bill: nothing is computed; the number of the stay is not asked', () => {
    const kinds = (entries: Entry[]) => settled(shenzhen, entries).rows.map(({ outcome }) => outcome.kind);
    expect(kinds([stay])).toEqual(['computed']);
    expect(kinds([{ ...stay, answers: { ...stay.answers, stay: 'unsure' } }])).toEqual(['computed']);
    expect(kinds([{ ...stay, answers: { ...stay.answers, level: 'unsure' } }])).toEqual(['incomplete']);
    expect(kinds([{ ...stay, answers: { care: 'inpatient' } }])).toEqual(['incomplete']);
    expect(kinds([{ ...stay, amounts: {} }])).toEqual(['incomplete']);
    expect(kinds([{ ...stay, amounts: { eligible: '一百' } }])).toEqual(['error']);
    expect(kinds([{ ...stay, date: '2026-02-30' }])).toEqual(['error']);
    const forOne = (who: Who, one: Entry) => settleYear(shenzhen, [one], who).rows.map(({ outcome }) => outcome.kind);
    expect(forOne({ birthDate: '2026-03-02' }, stay)).toEqual(['error']);
    // Filing is open to children with hukou in the city only: what is known of the child is held against what was answered.
    const filed = { ...stay, answers: { ...stay.answers, place: 'elsewhere', way: 'filed' } };
    const whos = [{}, { localHukou: true }, { localHukou: false }];
    expect(whos.flatMap((who) => forOne(who, filed))).toEqual(['computed', 'computed', 'error']);
    expect(forOne({ localHukou: false }, stay)).toEqual(['computed']);
    expect(kinds([{ ...stay, date: '2027-03-01' }])).toEqual(['notComputable']);
    const all = settled(shenzhen, [{ ...stay, date: '2027-03-01' }]);
    expect([all.totals, all.sums.counted]).toEqual([NEW_YEAR, 0]);
  });

  test('the second stay of the year has the lower deductible, also when the first was entered later', () => {
    const second = { ...stay, id: '2026-05.00000000', date: '2026-05-01' };
    // 8000 − 600 = 7400 × 90 % = 6660; 8000 − 300 = 7700 × 90 % = 6930
    const funds = (entries: Entry[]) =>
      settled(shenzhen, entries).rows.map(({ outcome }) => outcome.kind === 'computed' && outcome.fund);
    expect(funds([second])).toEqual([666000]);
    expect(funds([second, stay])).toEqual([666000, 693000]);
    expect(notesOf(shenzhen.file, settled(shenzhen, [stay]))).toHaveLength(1);
    expect(notesOf(shenzhen.file, settled(shenzhen, []))).toHaveLength(0);
  });

  test('on one day the visit that was entered first is settled first, also after it was moved to that day', () => {
    const first = { ...stay, id: '2026-05.00000000' };
    const second = { ...stay, id: '2026-03.00000001', date: first.date };
    for (const entries of [
      [first, second],
      [second, first],
    ])
      expect(settled(shenzhen, entries).rows.map(({ entry }) => entry.id)).toEqual([first.id, second.id]);
  });

  test('bars: those that make sense, with the limit of the tier', () => {
    const bars = (entries: Entry[], known: Answers = {}) =>
      barsOf(chongqing.policy, chongqing.file, settled(chongqing, entries), known, '2026-12-31').map(
        ({ bar, left }) => `${bar.id} ${left}`,
      );
    const chronic = (id: string, diseases: string): Entry => ({
      ...stay,
      id,
      answers: { care: 'chronic', level: 'secondary', diseases },
      amounts: { eligible: '100' },
    });
    expect(bars([])).toEqual([expect.stringMatching(/^outpatient-deductible /)]);
    expect(bars([], { tier: 'two' })[0]).toMatch(/^outpatient /);
    expect(bars([], { tier: 'one' })[0]).not.toBe(bars([], { tier: 'two' })[0]);
    const [one, three] = ['1', '3'].map(
      (count) =>
        bars([chronic('2026-03.00000001', count)])
          .at(-1)
          ?.split(' ')[1],
    );
    expect(Number(three) - Number(one)).toBe(40_000);
  });
});

test('every bar names a total of the engine, parameters in yuan, and questions of the estimate', () => {
  let seen = 0;
  for (const { policy, graph, file, id } of places) {
    const unit = (name: string) => policy.parameters.find((one) => one.id === name)?.unit ?? name;
    const conditions = [
      ...file.bars.flatMap(({ only = [], figures }) => [...only, ...figures.flatMap(({ when = [] }) => when)]),
      ...file.notes.flatMap(({ when }) => when),
    ];
    for (const { total, figures, raise, id: bar } of file.bars) {
      seen += 1;
      expect(Object.keys(NEW_YEAR), `${id} ${bar}`).toContain(total);
      for (const name of [...figures.map((one) => one.id), ...(raise ? [raise.step] : [])]) {
        expect(unit(name), `${id} ${bar}`).toMatch(/^元/);
      }
      if (raise) expect(graph.questions.find((one) => one.id === raise.by)?.options.length).toBeGreaterThan(1);
    }
    for (const condition of conditions)
      for (const [question, values] of Object.entries(condition)) {
        const options = graph.questions.find((one) => one.id === question)?.options.map(({ value }) => value) ?? [];
        expect(
          values.filter((value) => !options.includes(value)),
          `${id} ${question}`,
        ).toEqual([]);
      }
    expect(askedQuestions(graph, {}).some(asksForUsed)).toBe(false);
  }
  expect(seen).toBeGreaterThanOrEqual(9);
});

test('a change in a year of 10,000 visits settles only what follows from it', () => {
  const [place] = places;
  const way = place?.ways[0];
  if (!place || !way) throw new Error('a city');
  const many = (count: number) =>
    Array.from(
      { length: count },
      (_, n): Entry => ({
        id: `2026-01.${String(n).padStart(8, '0')}`,
        date: addDays(BORN, Math.floor((n * 365) / count)),
        answers: way,
        amounts: { eligible: String(100 + (n % 300)) },
      }),
    );
  const all = many(10_000);
  const before = settled(place, all);
  const late = all[9000];
  if (!late) throw new Error('9000');
  const changed = { ...late, amounts: { eligible: '77' } };
  const after = settled(
    place,
    all.map((one) => (one === late ? changed : one)),
    before,
  );
  expect(before.sums.counted).toBe(10_000);
  // The limit is long used up: nothing after the change stands elsewhere than before.
  expect(after.rows.filter((row, n) => row !== before.rows[n])).toHaveLength(1);
});
