/**
 * `npm test`: every stage in order, its output passed through; each stage runs even if an earlier one failed, except that
 * nothing is measured or opened in a browser if it could not be built. Stages that leave a core idle (short ones, one that waits for its
 * installs) run two at a time, and their output comes when they are done. The last line is the sum over all of them.
 */
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { root } from './lib/project.ts';

interface Stage {
  name: string;
  /** Says by itself how many passed and failed; the others count as one failure if they fail. */
  counts?: true;
  /** Needs what `build` makes. */
  built?: true;
}

/** One group after the other; within a group two at a time. */
const GROUPS: Stage[][] = [
  [{ name: 'typecheck' }, { name: 'build' }, { name: 'lint' }, { name: 'supply' }, { name: 'cases', counts: true }],
  [
    { name: 'test:engines:short', counts: true, built: true },
    { name: 'test:unit', counts: true },
  ],
  [{ name: 'size', built: true }],
  [{ name: 'perf:short', built: true }],
  [{ name: 'bench:short' }],
  [{ name: 'facts', counts: true, built: true }],
  [{ name: 'test:hosting', built: true }],
  [{ name: 'test:e2e', counts: true, built: true }],
];

interface Result {
  ok: boolean;
  output: string;
}

/** @param held the output is shown when the stage is done */
function run(name: string, held: boolean): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', name], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (to: NodeJS.WriteStream) => (text: Buffer) => {
      if (!held) to.write(text);
      output += text.toString('utf8');
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    child.on('close', (code) => {
      if (held) process.stdout.write(`\n── ${name}\n${output}`);
      resolve({ ok: code === 0, output: stripVTControlCharacters(output) });
    });
  });
}

/** The last `12 passed` and `1 failed` of a runner's summary. */
function count(output: string, word: 'passed' | 'failed'): number {
  const summary = output.split('\n').filter((line) => !/^\s*Test Files/.test(line));
  const found = summary.flatMap((line) =>
    Array.from(line.matchAll(new RegExp(`(\\d+) ${word}\\b`, 'g')), ([, n]) => Number(n)),
  );
  return found.at(-1) ?? 0;
}

let passed = 0;
let failed = 0;
let built = true;
const seconds: [string, number][] = [];

async function stage({ name, counts, built: needsBuild }: Stage, held = false): Promise<void> {
  if (needsBuild && !built) return;
  if (!held) console.info(`\n── ${name}`);
  const start = Date.now();
  const { ok, output } = await run(name, held);
  seconds.push([name, Math.round((Date.now() - start) / 1000)]);
  if (name === 'build') built = ok;
  const good = counts ? count(output, 'passed') : 0;
  const bad = counts ? count(output, 'failed') : 0;
  passed += good;
  failed += bad;
  if (!ok && bad === 0) failed += 1;
  if (counts && good === 0 && bad === 0 && ok) {
    console.error(`${name}: no count of tests in its output`);
    failed += 1;
  }
}

for (const group of GROUPS) {
  const waiting = group.values();
  const core = async () => {
    for (const next of waiting) await stage(next, group.length > 1);
  };
  await Promise.all([core(), core()]);
}
if (failed > 0) process.exitCode = 1;
console.info(`\n${seconds.map(([name, took]) => `${name} ${took} s`).join(' · ')}`);
console.info(`\n${passed} passed, ${failed} failed`);
