/**
 * `npm run test:engines`: every journey on every engine, each from a fresh start; prints a table. `test:engines:short`: the densest
 * journey on each. An engine that cannot be had here is said, and counts as failed only in CI. `SHOTS=folder` keeps a
 * picture of every step; words of names after `--` choose engines and journeys: `npm run test:engines -- WebKit 估算`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { dist } from '../../scripts/lib/manifest.ts';
import { root } from '../../scripts/lib/project.ts';
import { staticServer } from '../../scripts/lib/static-server.ts';
import { oldChrome } from './chrome.ts';
import type { Driver, Engine } from './driver.ts';
import { walk } from './hands.ts';
import { type Journey, journeys } from './journeys.ts';
import { syntaxFaults } from './syntax.ts';
import { webKit } from './webkit.ts';

const words = process.argv.slice(2);
const named = <T extends { name: string }>(all: T[]): T[] => {
  const found = all.filter(({ name }) => words.some((word) => name.includes(word)));
  return found.length > 0 ? found : all;
};
const engines: Engine[] = named([oldChrome(86), oldChrome(92), oldChrome(107), webKit()]);
const chosen = named(process.env.SHORT ? journeys.filter(({ short }) => short) : journeys);
const shots = process.env.SHOTS;
const LIMIT = 60_000;

if (!existsSync(join(dist, '404.html'))) spawnSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' });
const server = staticServer(dist, '/');
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://localhost:${(server.address() as AddressInfo).port}`;

interface Row {
  engine: string;
  seconds: (number | string)[];
}
const rows: Row[] = [];
let passed = 0;
let failed = 0;
const start = Date.now();

const { faults, read } = syntaxFaults();
for (const fault of faults) console.error(`✗ ${fault}`);
if (faults.length > 0) failed += 1;
else passed += 1;
console.info(`${read} scripts, read as the oldest engine reads them: ${faults.length} faults`);

// Installed side by side: one waits for npm, the other for apt.
const ready = await Promise.allSettled(engines.map((engine) => engine.prepare()));
console.info(`engines after ${since(start)} s`);
const waiting = engines.entries();
const lane = async () => {
  for (const [i, engine] of waiting) await all(engine, ready[i]);
};
// In the short form two at a time; the times in the table are of one that has the machine to itself.
await Promise.all(process.env.SHORT ? [lane(), lane()] : [lane()]);
server.close();
server.closeAllConnections();
if (!process.env.SHORT) console.info(`\n${table()}\n`);
if (failed > 0) process.exitCode = 1;
console.info(`${passed} passed, ${failed} failed`);

/** Every journey on this engine. */
async function all(engine: Engine, state: PromiseSettledResult<string> | undefined): Promise<void> {
  if (state?.status !== 'fulfilled') {
    const why = state?.reason instanceof Error ? state.reason.message : String(state?.reason);
    if (process.env.CI) failed += chosen.length;
    console.info(`${engine.name}: not to be had here, ${process.env.CI ? 'which fails' : 'left out'}: ${why}`);
    return;
  }
  const begun = Date.now();
  const seconds: Row['seconds'] = [];
  for (const journey of chosen) seconds.push(await once(engine, journey));
  rows.push({ engine: engine.name, seconds });
  const good = seconds.filter((one) => typeof one === 'number').length;
  console.info(`${engine.name} (${state.value}): ${good} of ${chosen.length} journeys in ${since(begun)} s`);
}

/** A browser that hangs must not hold up the others. */
function late(limit: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`not done after ${limit / 1000} s`)), limit).unref();
  });
}

function since(time: number): string {
  return ((Date.now() - time) / 1000).toFixed(1);
}

async function once(engine: Engine, journey: Journey): Promise<number | string> {
  const begun = Date.now();
  let driver: Driver | undefined;
  try {
    driver = await engine.launch();
    const look = shots ? keep(engine, journey, driver) : undefined;
    await Promise.race([walk(driver, journey.steps, origin, look), late(LIMIT)]);
    passed += 1;
    return Date.now() - begun;
  } catch (fault) {
    failed += 1;
    console.error(`✗ ${engine.name}, ${journey.name}: ${fault instanceof Error ? fault.message : fault}`);
    if (driver && shots) await keep(engine, journey, driver)(-1).catch(() => undefined);
    return 'failed';
  } finally {
    await driver?.close();
  }
}

/** Keeps what is on screen after each step, by engine, journey and step. */
function keep(engine: Engine, journey: Journey, driver: Driver) {
  const folder = join(shots ?? '', engine.name, journey.name);
  mkdirSync(folder, { recursive: true });
  return async (at: number) => {
    const name = at < 0 ? 'fault' : String(at + 1).padStart(2, '0');
    writeFileSync(join(folder, `${name}.png`), Buffer.from(await driver.picture(), 'base64'));
  };
}

function table(): string {
  const head = ['journey (seconds)', ...rows.map(({ engine }) => engine)];
  const body = chosen.map(({ name }, i) => [
    name,
    ...rows.map(({ seconds }) => {
      const one = seconds[i];
      return typeof one === 'number' ? (one / 1000).toFixed(1) : String(one);
    }),
  ]);
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}
