/**
 * `npm run bench`: this engine beside its peers on the same job, by turns in one run. Before anything is timed, all must agree to
 * the fen. Fails only where a ratio misses its goal; no time in seconds is a goal. `BENCH=short`: fewer and shorter turns, for CI.
 */
import { arch, cpus } from 'node:os';
import { loadWide } from '#engine';
import { median, ratio, sweep, type Timed, takeTurns } from './clock.ts';
import { type Answer, type Contestant, randomTasks } from './job.ts';
import {
  entriesOf,
  estimates,
  estimatesWithTexts,
  openLedger,
  settledAnew,
  settleYear,
  withOther,
  yearOf,
} from './ours.ts';
import { decimals } from './peers/decimals.ts';
import { floats } from './peers/floats.ts';
import { jsonRules } from './peers/json-rules.ts';
import { publicodes } from './peers/publicodes.ts';

const short = process.env.BENCH === 'short';
const ROUNDS = short ? 7 : 31;
const SLOT = short ? 20 : 40;
const CHECKED = 2000;
/** Different bills that are timed, and results that are kept alive meanwhile. */
const BILLS = 64;
const KEPT = 64;

const peers = { floats: floats(), decimals: decimals(), publicodes: publicodes(), jsonRules: jsonRules() };
const contestants = [estimates, estimatesWithTexts, ...Object.values(peers)] as unknown as Contestant[];

// ── do they agree? ──────────────────────────────────────────────────────────────────────────────

const same = (a: Answer, b: Answer) =>
  a.fund === b.fund && a.critical === b.critical && a.self === b.self && a.left === b.left;

async function agree(): Promise<void> {
  const tasks = randomTasks(CHECKED);
  const wanted = tasks.map((task) => estimates.answer(estimates.run(estimates.input(task)) as never));
  const paid = wanted.filter(({ fund }) => fund > 0).length;
  const layered = wanted.filter(({ critical }) => critical > 0).length;
  console.log(`${CHECKED} bills, the fund pays in ${paid}, the second layer in ${layered}:`);
  if (paid < CHECKED / 2 || layered < CHECKED / 20) throw new Error('the job has lost its subject');
  for (const { name, inexact, input, run, answer } of contestants) {
    let off = 0;
    for (const [i, task] of tasks.entries()) {
      const got = answer(await run(input(task)));
      if (same(got, wanted[i] as Answer)) continue;
      off++;
      if (!inexact) throw new Error(`${name} differs:\n${JSON.stringify({ task, wanted: wanted[i], got }, null, 1)}`);
    }
    console.log(
      `  ${name}: ${off === 0 ? 'agrees to the fen' : `${off} off (${((off / CHECKED) * 100).toFixed(2)} %)`}`,
    );
  }
}

// ── how fast? ───────────────────────────────────────────────────────────────────────────────────

/** Does the job on one task after another; the last results are kept, so that none is thrown away unmade. */
function jobs({ name, input, run }: Contestant, isAsync: boolean): Timed {
  const inputs = randomTasks(BILLS, 3).map(input);
  const kept = new Array<unknown>(KEPT);
  let next = 0;
  if (isAsync) {
    return {
      name,
      async work(times) {
        for (let i = 0; i < times; i++) kept[i % KEPT] = await run(inputs[next++ % BILLS]);
      },
    };
  }
  return {
    name,
    work(times) {
      for (let i = 0; i < times; i++) kept[i % KEPT] = run(inputs[next++ % BILLS]);
    },
  };
}

/** Ten thousand visits in each turn, every outcome kept: as so many children's years, or as the year of one. */
function years(children: number): Timed {
  const all = yearOf(10_000);
  const each = Array.from({ length: children }, (_, child) => all.filter((_, i) => i % children === child));
  let kept: unknown[] = [];
  return {
    name: `years of ${10_000 / children}`,
    work(times) {
      for (let i = 0; i < times; i++) kept = each.map(settleYear);
      if (kept.length !== children) throw new Error('a year was lost');
    },
  };
}

function ledgers(visits: number): { open: Timed; edit: Timed; anew: number } {
  const entries = entriesOf(yearOf(visits));
  const before = openLedger(entries);
  const middle = visits >> 1;
  let kept = before;
  const edit = (cents: number) => openLedger(withOther(entries, middle, `1.${10 + (cents % 90)}`), before);
  return {
    open: {
      name: `ledger of ${visits}`,
      work(times) {
        for (let i = 0; i < times; i++) kept = openLedger(entries);
      },
    },
    edit: {
      name: `edit in ${visits}`,
      work(times) {
        for (let i = 0; i < times; i++) kept = edit(i);
        if (kept.rows.length !== visits) throw new Error('a visit was lost');
      },
    },
    anew: settledAnew(before, edit(0)),
  };
}

interface Row {
  what: string;
  ratio: number;
  goal: string;
  ok: boolean;
}
/** How far from its goal a ratio of the short form may be found: its turns are few, and CI's machines are busy. */
const NOISE = short ? 1.5 : 1;
const atLeast = (what: string, value: number, least: number): Row => ({
  what,
  ratio: value,
  goal: `≥ ${least.toLocaleString('en')}`,
  ok: value * NOISE >= least,
});
const atMost = (what: string, value: number, most: number): Row => ({
  what,
  ratio: value,
  goal: `≤ ${most.toLocaleString('en')}`,
  ok: value <= most * NOISE,
});

const digits = (n: number) => (n >= 100 ? Math.round(n).toLocaleString('en') : n.toPrecision(3));

await loadWide();
console.log(
  `Node ${process.versions.node}, ${arch()}, ${cpus()[0]?.model ?? 'unknown'}; ${ROUNDS} rounds of ${SLOT} ms\n`,
);
await agree();

const speed = await takeTurns(
  contestants.map((one) => jobs(one, one === (peers.jsonRules as unknown))),
  ROUNDS,
  SLOT,
);
console.log('\nestimates a second (read the ratios, not these):');
for (const [name, ms] of speed) console.log(`  ${name}: ${digits(1000 / median(ms))}`);

const [few, many] = [years(100), years(1)];
const { open, edit, anew } = ledgers(10_000);
// Each keeps ten thousand outcomes: those of the last turn are cleared up before the next, not at its expense.
const growth = await takeTurns([few, many, open, edit], ROUNDS, SLOT, sweep);
console.log(`\na visit in a year of 100: ${digits((median(growth.get(few.name) ?? []) / 10_000) * 1e6)} ns`);
console.log(
  `one visit of 10,000 changed: ${digits(median(growth.get(edit.name) ?? []) * 1000)} µs, ${anew} settled anew`,
);

const mine = estimates.name;
const rows: Row[] = [
  atLeast('estimate with trace, times as fast as publicodes', ratio(speed, peers.publicodes.name, mine), 1000),
  atLeast('… as json-rules-engine', ratio(speed, peers.jsonRules.name, mine), 200),
  atLeast('… as straight-line decimal.js with texts', ratio(speed, peers.decimals.name, mine), 15),
  atMost('… its time ÷ bare floats', ratio(speed, mine, peers.floats.name), 25),
  atLeast(
    'with all texts built, times as fast as decimal.js with texts',
    ratio(speed, peers.decimals.name, estimatesWithTexts.name),
    1,
  ),
  atMost('a visit in a year of 10,000 ÷ in a year of 100', ratio(growth, many.name, few.name), 1.2),
  atMost('one visit of 10,000 changed ÷ all settled', ratio(growth, edit.name, open.name), 0.2),
  atMost('visits settled anew when only one changes', anew, 1),
];

const width = Math.max(...rows.map(({ what }) => what.length));
console.log(`\n${'ratio'.padEnd(width)}  ${'seen'.padStart(7)}  goal`);
for (const { what, ratio: seen, goal, ok } of rows) {
  console.log(`${what.padEnd(width)}  ${digits(seen).padStart(7)}  ${goal.padEnd(8)} ${ok ? '✓' : '✗'}`);
}
const missed = rows.filter(({ ok }) => !ok).length;
console.log(`\nbench: ${rows.length - missed} of ${rows.length} goals reached`);
if (missed > 0) process.exitCode = 1;
