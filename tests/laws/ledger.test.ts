/** A ledger that was changed step by step is, in every outcome, one that was settled from scratch; and it settles no more than it must. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amendLedger,
  type CityRules,
  type Ledger,
  type Member,
  NEW_YEAR,
  NOTHING_USED,
  type Outcome,
  openLedger,
  settleVisits,
  totalsOn,
  type Visit,
} from '#engine';
import { always, chongqing, cities, FULL, memberArb, RUNS, shenzhen, usedArb, visitArb, YEARS } from './arbitraries.ts';

const child: Member = { birthDate: '2019-05-01', localHukou: true, tier: 1, enrolment: 'independent' };

/** Visits over three years and the days where they meet; some wrong, some that no figures cover. */
const anyVisit = (city: (typeof cities)[number]): fc.Arbitrary<Visit> => {
  const sound = fc
    .tuple(fc.constantFrom(...city.rules.cares), fc.constantFrom(...YEARS))
    .chain(([care, year]) => visitArb(city, care, year));
  const days = fc.constantFrom('2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01', '2025-06-15');
  const wrong = fc.constantFrom<Partial<Visit>>(
    { date: '' },
    { date: 'soon' },
    { date: '2025-02-30' },
    { date: '2023-06-01' },
    { date: '2027-06-01' },
    { date: '2018-06-01' },
    { eligible: '-1' },
    { classB: 'x' },
    { diseases: 0 },
    { place: 'province', registered: true },
  );
  return fc.oneof(
    { weight: 6, arbitrary: sound },
    { weight: 2, arbitrary: fc.tuple(sound, days).map(([visit, date]) => ({ ...visit, date })) },
    { weight: 1, arbitrary: fc.tuple(sound, wrong).map(([visit, change]) => ({ ...visit, ...change })) },
  );
};

interface Edit {
  at: number;
  removed: number;
  added: Visit[];
}

const editArb = (city: (typeof cities)[number]): fc.Arbitrary<Edit> =>
  fc.record({
    at: fc.nat(30),
    removed: fc.nat(2),
    added: fc.array(anyVisit(city), { maxLength: 3 }),
  });

/** Everything of a ledger but the figures, whose evidence is long: what stood before each visit, each result and each step. */
const record = ({ entries, order }: Ledger): string =>
  JSON.stringify([order, entries.map(({ visit, before, outcome }) => [visit, before, brief(outcome)])]);

const brief = (outcome: Outcome) =>
  outcome.kind === 'computed'
    ? { ...outcome, steps: outcome.steps.map(({ op, line, result }) => [op, line, result]) }
    : outcome;

/** The city's rules, and how often they were asked to settle. */
function counting(rules: CityRules): { rules: CityRules; calls: () => number } {
  let calls = 0;
  const settle: CityRules['settle'] = (...all) => {
    calls++;
    return rules.settle(...all);
  };
  return { rules: { ...rules, settle }, calls: () => calls };
}

describe.each(cities.map((city) => ({ name: city.id, city })))('$name', ({ city }) => {
  it('changed in any way, it stands as if it had been settled from scratch', () => {
    const things = fc.record({
      member: memberArb(2024),
      used: usedArb,
      visits: fc.array(anyVisit(city), { maxLength: 12 }),
      edits: fc.array(editArb(city), { minLength: 1, maxLength: 5 }),
    });
    let [edits, kept, all] = [0, 0, 0];
    always(
      things,
      ({ member, used, visits, edits: list }) => {
        let ledger = openLedger(city.rules, city.policy, member, visits, used);
        let now = visits;
        for (const { at: anywhere, removed, added } of list) {
          const at = anywhere % (now.length + 1);
          const before = record(ledger);
          const amended = amendLedger(ledger, at, removed, added);
          expect(record(ledger)).toBe(before);
          now = [...now.slice(0, at), ...added, ...now.slice(at + removed)];
          const scratch = openLedger(city.rules, city.policy, member, now, used);
          expect(record(amended)).toBe(record(scratch));
          const settled = settleVisits(city.rules, city.policy, member, now, used);
          expect(JSON.stringify(amended.entries.map(({ outcome }) => brief(outcome)))).toBe(
            JSON.stringify(settled.map(brief)),
          );
          const old = new Set(ledger.entries);
          kept += amended.entries.filter((entry) => old.has(entry)).length;
          all += now.length;
          edits++;
          ledger = amended;
        }
      },
      FULL ? RUNS : RUNS / 4,
    );
    console.log(`${city.id}: ${edits} changes, ${kept} of ${all} entries kept as they were`);
    expect(kept).toBeGreaterThan(all / 4);
  });

  it('what a day’s year has used up is what the next visit starts from', () => {
    const things = fc.record({
      visits: fc.array(anyVisit(city), { maxLength: 8 }),
      next: anyVisit(city),
      used: usedArb,
    });
    always(things, ({ visits, next, used }) => {
      const ledger = openLedger(city.rules, city.policy, child, visits, used);
      const entry = amendLedger(ledger, visits.length, 0, [next]).entries.at(-1);
      if (entry?.outcome.kind === 'error') return;
      expect(totalsOn(ledger, next.date)).toEqual(entry?.before);
    });
  });
});

describe('a change settles only what follows from it', () => {
  const visit = (date: string, eligible: string): Visit => ({
    date,
    care: 'outpatient',
    level: 'primary',
    childrensHospital: false,
    place: 'local',
    reason: 'routine',
    registered: false,
    selected: true,
    consultationFee: '0',
    eligible,
    excluded: '0',
    diseases: 1,
    classB: '0',
  });
  const days = Array.from(
    { length: 24 },
    (_, i) => `2025-${String(1 + (i >> 1)).padStart(2, '0')}-${i % 2 ? '20' : '10'}`,
  );
  const year = [...days.map((date) => visit(date, '10')), visit('2026-01-05', '10'), visit('2026-02-05', '10')];
  const open = () => {
    const { rules, calls } = counting(shenzhen.rules);
    const ledger = openLedger(rules, shenzhen.policy, child, year, NOTHING_USED);
    const opened = calls();
    return { ledger, calls: () => calls() - opened, opened };
  };

  it('none of the visits before it, none of another year', () => {
    const { ledger, calls, opened } = open();
    expect(opened).toBe(26);
    const changed = amendLedger(ledger, 20, 1, [visit('2025-11-10', '20')]);
    expect(calls()).toBe(4);
    expect(changed.entries.slice(0, 20)).toEqual(ledger.entries.slice(0, 20));
    expect(changed.entries.every((entry, i) => (entry === ledger.entries[i]) === (i < 20 || i > 23))).toBe(true);
  });

  it('stops where the year stands as it did', () => {
    const { ledger, calls } = open();
    amendLedger(ledger, 3, 1, [{ ...visit(days[3] ?? '', '10'), excluded: '5' }]);
    expect(calls()).toBe(1);
    amendLedger(ledger, 3, 1, [{ ...visit(days[3] ?? '', '10'), selected: false, eligible: '0' }]);
    expect(calls()).toBe(1 + 21);
  });

  it('a visit that moves to another day leaves those alone that stand as before', () => {
    const { ledger, calls } = open();
    amendLedger(ledger, 2, 1, [visit('2025-12-31', '10')]);
    // What is paid is the same for each, so the year stands differently in between only.
    expect(calls()).toBe(22);
    amendLedger(ledger, 24, 1, [visit('2026-01-06', '10')]);
    expect(calls()).toBe(23);
  });

  it('an earlier year takes over what was used before', () => {
    const used = { ...NOTHING_USED, outpatient: '2000' };
    const { rules, calls } = counting(shenzhen.rules);
    const ledger = openLedger(rules, shenzhen.policy, child, year, used);
    const opened = calls();
    expect(ledger.entries[0]?.before.outpatient).toBe(200_000);
    const earlier = amendLedger(ledger, 0, 0, [visit('2024-06-01', '10')]);
    expect(calls() - opened).toBe(1 + 24);
    expect(earlier.entries[0]?.before.outpatient).toBe(200_000);
    expect(earlier.entries[1]?.before).toEqual(NEW_YEAR);
    expect(totalsOn(ledger, '2024-06-01').outpatient).toBe(200_000);
    expect(totalsOn(earlier, '2026-06-01').outpatient).toBe(1500);
    expect(totalsOn(earlier, '2027-06-01')).toEqual(NEW_YEAR);
    expect(totalsOn(openLedger(rules, shenzhen.policy, child, [], used), '2025-06-01').outpatient).toBe(200_000);
  });

  it('a visit without a day does not hide that the first year is another', () => {
    const used = { ...NOTHING_USED, outpatient: '2000' };
    const visits = [
      { ...visit('2024-06-01', '10'), diseases: 0 },
      visit('2025-02-30', '10'),
      visit('2025-06-01', '10'),
    ];
    const ledger = openLedger(shenzhen.rules, shenzhen.policy, child, visits, used);
    expect(amendLedger(ledger, 0, 1, []).entries[1]?.before.outpatient).toBe(200_000);
  });

  it('entering nothing and taking nothing out is the same ledger', () => {
    const { ledger, calls } = open();
    const same = amendLedger(ledger, 5, 0, []);
    expect(same.entries).toEqual(ledger.entries);
    expect(calls()).toBe(0);
    expect(openLedger(chongqing.rules, chongqing.policy, child, [], NOTHING_USED).entries).toEqual([]);
  });
});
