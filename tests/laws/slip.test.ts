/** Slips made by the engine itself with one thing changed: the check must find what was changed, and never say that all agrees. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Fen, formatMoney, type Settled } from '#engine';
import {
  type Answers,
  askedFields,
  checkSlip,
  everyAnswer,
  optionsOf,
  type SlipLines,
  type SlipSubject,
  settlementsOf,
  validAnswers,
  withoutUnknowns,
} from '#journeys';
import type { EstimateGraph, SlipCause, SlipFile } from '#policy/types.ts';
import { city as chongqing } from '../../src/cities/chongqing.ts';
import type { CityModule } from '../../src/cities/city.ts';
import { city as shenzhen } from '../../src/cities/shenzhen.ts';

const read = <T>(path: string): T =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../src/policy', path), 'utf8'));

interface World {
  city: CityModule;
  graph: EstimateGraph;
  slip: SlipFile;
  /** Every complete set of answers without "不清楚" that the rules compute. */
  ways: Answers[];
}

const worlds: World[] = [shenzhen, chongqing].map((city) => {
  const graph = read<EstimateGraph>(`${city.id}/journeys/estimate.json`);
  const ways = [...everyAnswer(graph)].filter(
    (answers) => [...withoutUnknowns(graph, answers)].length === 1 && answers.level !== 'away',
  );
  return { city, graph, slip: read<SlipFile>(`${city.id}/slip.json`), ways };
});

/** Always the same numbers: a small linear generator. */
function dice(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
  return {
    to: (most: number): number => Math.floor(next() * (most + 1)),
    one: <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T,
    /** Many sizes alike: from 10 yuan to about 10 to the power of `most`. */
    amount: (most: number): Fen => Math.round(10 ** (3 + next() * (most - 1))),
    chance: (share: number): boolean => next() < share,
  };
}
type Dice = ReturnType<typeof dice>;

const NO_LINES: SlipLines = { total: 0, fund: 0, critical: 0, excluded: 0, fee: 0, classB: 0 };

/** Where a cause can be at all, for those that are rare among all answers. */
const WHERE: Record<string, Answers> = {
  fee: { care: 'outpatient' },
  feePot: { care: 'outpatient', place: 'local' },
  deductibleRise: { care: 'inpatient', level: 'tertiary', stay: 'first' },
  provinceOutpatient: { care: 'outpatient', place: 'province' },
  outpatientPoints: { care: 'outpatient' },
};

function wayFor(ways: readonly Answers[], cause: SlipCause | undefined, random: Dice): Answers {
  const where = Object.entries(WHERE[cause?.id ?? ''] ?? {});
  const change = cause?.change;
  const fit = ways.filter(
    (answers) =>
      where.every(([id, value]) => answers[id] === value) &&
      (change?.kind !== 'answer' || answers[change.question] !== undefined),
  );
  return random.one(fit);
}

/** A bill of the world: what is known before the slip is settled. */
function randomSubject({ city, graph, slip, ways }: World, random: Dice, cause?: SlipCause): SlipSubject {
  const answers = wayFor(ways, cause, random);
  const stay = answers.care === 'inpatient' || answers.care === 'major' || answers.care === 'drug';
  const excluded = random.chance(0.5) ? random.amount(4) : 0;
  const fee = answers.care === 'outpatient' && city.id === 'shenzhen' && random.chance(0.4) ? random.to(5000) : 0;
  const lines = { ...NO_LINES, excluded, fee, total: random.amount(stay ? 5.6 : 4) + excluded + fee };
  // Who has had nearly all of a year's second layer has borne much.
  const ill =
    cause?.change.kind === 'used' && cause.change.field === 'critical' && 'own' in usedFor(graph, answers, random);
  const used = ill ? { own: '300000' } : random.chance(0.3) ? usedFor(graph, answers, random) : {};
  return {
    city,
    graph,
    slip,
    answers,
    used,
    lines,
    year: random.one([2024, 2025, 2026]),
    dayIn: (year) => `${year}-12-31`,
    whoOn: (day) => ({ birthDate: `${day.slice(0, 4)}-01-01` }),
  };
}

const MOST_USED: Record<string, number> = {
  outpatient: 260_000,
  outDeductible: 19_000,
  own: 3_000_000,
  base: 11_000_000,
};
const usedAmount = (field: string, random: Dice): Fen =>
  field === 'critical' ? 19_000_000 + random.to(1_200_000) : random.to(MOST_USED[field] ?? 70_000);

const usedFor = (graph: EstimateGraph, answers: Answers, random: Dice) =>
  Object.fromEntries(
    askedFields(graph.used.fields, answers).map(({ id }) => [id, formatMoney(Math.floor(usedAmount(id, random) / 3))]),
  );

/** The slip as a hospital would print it for an outcome. */
function printed(subject: SlipSubject, outcome: Settled, random: Dice, cause?: SlipCause): SlipSubject {
  const { lines } = subject;
  const own = lines.total - lines.excluded - outcome.fund - outcome.critical;
  const deductible = outcome.steps.find((step) => step.op === 'deductible');
  return {
    ...subject,
    lines: {
      ...lines,
      fund: outcome.fund,
      critical: outcome.critical,
      // With the family's share typed, what was left out would have to be said to add up.
      ...(random.chance(0.5) && cause?.change.kind !== 'excluded' && { own }),
      ...(deductible && random.chance(0.3) && { deductible: deductible.deductible.fen }),
    },
  };
}

interface Plant {
  outcome: Settled;
  value?: string;
  amount?: Fen;
}

/** What really happened: the same bill with this one thing otherwise. */
function plant(subject: SlipSubject, { change }: SlipCause, random: Dice): Plant | undefined {
  const { answers, year, graph, lines } = subject;
  const settle = (other: SlipSubject, supposed: { answers: Answers; year: number; reading?: string }) =>
    random.one(settlementsOf(other, supposed))?.outcome;
  switch (change.kind) {
    case 'answer': {
      const question = graph.questions.find(({ id }) => id === change.question);
      if (!question || answers[change.question] === undefined) return undefined;
      const others = optionsOf(question, answers).filter(
        ({ value }) => change.values.includes(value) && value !== answers[change.question],
      );
      const value = random.one(others)?.value;
      if (!value) return undefined;
      const outcome = settle(subject, { answers: validAnswers(graph, { ...answers, [change.question]: value }), year });
      return outcome && { outcome, value };
    }
    case 'used': {
      if (!askedFields(graph.used.fields, answers).some(({ id }) => id === change.field)) return undefined;
      const amount = usedAmount(change.field, random);
      const used = { ...subject.used, [change.field]: formatMoney(amount) };
      const outcome = settle({ ...subject, used }, { answers, year });
      return outcome && { outcome, amount };
    }
    case 'classB': {
      const amount = random.to(lines.total - lines.excluded - lines.fee);
      const outcome = settle({ ...subject, lines: { ...lines, classB: amount } }, { answers, year });
      return outcome && { outcome, amount };
    }
    case 'consultationFee': {
      if (lines.fee > 0 || answers.care !== 'outpatient') return undefined;
      const amount = random.to(Math.min(10_000, lines.total - lines.excluded));
      const outcome = settle({ ...subject, lines: { ...lines, fee: amount } }, { answers, year });
      return outcome && { outcome, amount };
    }
    case 'excluded': {
      if (lines.excluded > 0) return undefined;
      const amount = random.to(lines.total - lines.fee);
      const outcome = settle({ ...subject, lines: { ...lines, excluded: amount } }, { answers, year });
      return outcome && { outcome, amount };
    }
    case 'year': {
      const outcome = settle(subject, { answers, year: random.one([2024, 2025, 2026].filter((one) => one !== year)) });
      return outcome && { outcome };
    }
    case 'reading': {
      const outcome = settle(subject, { answers, year, reading: change.reading });
      return outcome && { outcome };
    }
  }
}

const WANTED = 200;
const TRIES = 20_000;

describe.each(worlds)('$city.id', (world) => {
  it.each(world.slip.causes)('finds $id in 200 slips it was planted in', (cause) => {
    const random = dice(2026 + cause.id.length);
    let [seen, alone, slowest] = [0, 0, 0];
    for (let tries = 0; seen < WANTED && tries < TRIES; tries++) {
      const subject = randomSubject(world, random, cause);
      const base = settlementsOf(subject, subject)[0]?.outcome;
      const planted = plant(subject, cause, random);
      if (!base || !planted) continue;
      if (planted.outcome.fund === base.fund && planted.outcome.critical === base.critical) continue;
      const start = performance.now();
      const check = checkSlip(printed(subject, planted.outcome, random, cause));
      slowest = Math.max(slowest, performance.now() - start);
      seen += 1;
      if (check.kind !== 'differs') throw new Error(`${check.kind}: ${JSON.stringify(subject)}`);
      const mine = check.exact.filter(
        ({ found: [first, ...others] }) =>
          others.length === 0 &&
          first?.cause.id === cause.id &&
          (!planted.value || first.answer?.value === planted.value),
      );
      expect(
        mine.length,
        JSON.stringify([subject, planted.amount, planted.outcome.fund, planted.outcome.critical], (key, value) =>
          ['city', 'graph', 'slip'].includes(key) ? undefined : value,
        ),
      ).toBeGreaterThan(0);
      expect(check.exact.every(({ rest, found }) => rest === 0 && found.length === 1)).toBe(true);
      if (planted.amount !== undefined) {
        const { from = 0, to = -1 } = mine[0]?.found[0]?.amount ?? {};
        expect(planted.amount).toBeGreaterThanOrEqual(from);
        expect(planted.amount).toBeLessThanOrEqual(to);
      }
      if (check.exact[0] === mine[0]) alone += 1;
    }
    console.log(
      `${world.city.id} ${cause.id}: ${seen} planted, ${seen} found, ${alone} first, slowest ${slowest.toFixed(0)} ms`,
    );
    expect(seen, cause.id).toBe(WANTED);
  });

  it('a slip that follows the rules agrees, whatever of it was not known', () => {
    const random = dice(7);
    let meant = 0;
    for (let seen = 0; seen < 300; ) {
      const subject = randomSubject(world, random);
      const outcome = settlementsOf(subject, subject)[0]?.outcome;
      if (!outcome) continue;
      seen += 1;
      const slip = printed(subject, outcome, random);
      expect(checkSlip(slip)).toMatchObject({ kind: 'agrees', meant: false });
      const [id] = Object.keys(subject.answers).filter((one) =>
        world.graph.questions.some((q) => q.id === one && optionsOf(q, subject.answers).some((o) => o.unknown)),
      );
      if (!id) continue;
      const unsure = { ...slip, answers: validAnswers(world.graph, { ...subject.answers, [id]: 'unsure' }) };
      const check = checkSlip(unsure);
      expect(check.kind).toBe('agrees');
      if (check.kind === 'agrees' && check.meant) meant += 1;
    }
    console.log(`${world.city.id}: 300 slips agree; ${meant} of them settle an answer that was not known`);
    expect(meant).toBeGreaterThan(20);
  });

  it('lines that do not add up are said first, to the fen', () => {
    const random = dice(11);
    for (let seen = 0; seen < 200; ) {
      const subject = randomSubject(world, random);
      const outcome = settlementsOf(subject, subject)[0]?.outcome;
      const by = random.to(1000) - 500;
      if (!outcome || by === 0) continue;
      const { lines } = printed(subject, outcome, random);
      const own = lines.total - lines.excluded - lines.fund - lines.critical + by;
      if (own < 0) continue;
      seen += 1;
      expect(checkSlip({ ...subject, lines: { ...lines, own } })).toMatchObject({ kind: 'unbalanced', by });
    }
  });

  it('two causes at once are found as two, in time; nothing is found where nothing fits', () => {
    const random = dice(13);
    let [pairs, none, slowest] = [0, 0, 0];
    const of = (kind: string) => world.slip.causes.filter(({ change }) => change.kind === kind);
    for (let tries = 0; tries < 3000 && (pairs < 40 || none < 20); tries++) {
      const subject = randomSubject(world, random);
      const [one, two] = [random.one(of('answer')), random.one(of('used'))];
      if (one.change.kind !== 'answer') continue;
      const first = plant(subject, one, random);
      if (!first?.value) continue;
      const answers = validAnswers(world.graph, { ...subject.answers, [one.change.question]: first.value });
      const second = plant({ ...subject, answers }, two, random);
      if (!second) continue;
      const slip = printed(subject, second.outcome, random);
      const start = performance.now();
      const check = checkSlip(slip);
      slowest = Math.max(slowest, performance.now() - start);
      if (check.kind !== 'differs') continue;
      if (check.exact[0]?.found.length === 2) pairs += 1;
      expect(check.exact.length, JSON.stringify([subject.answers, answers, slip.lines, slip.used])).toBeGreaterThan(0);
      const odd = checkSlip({ ...slip, lines: { ...NO_LINES, total: slip.lines.total, fund: slip.lines.total - 1 } });
      if (odd.kind === 'differs' && odd.exact.length === 0) none += 1;
    }
    console.log(`${world.city.id}: ${pairs} pairs, ${none} without any, slowest ${slowest.toFixed(0)} ms`);
    expect(pairs).toBeGreaterThanOrEqual(20);
    expect(none).toBeGreaterThanOrEqual(20);
  });
});
