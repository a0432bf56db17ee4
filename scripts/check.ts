/**
 * `npm run check`: the gates, one after another, each with the numbers it prints; `npm run check:full` (FULL=1) in full size.
 * The facts are looked for in `dist/`: build first. Exits 1 if any gate fails.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/project.ts';

const vitest = (...files: string[]): string[] => ['vitest', 'run', ...files];

const gates: readonly [name: string, command: readonly string[]][] = [
  ['laws', vitest('tests/laws', 'src/engine', 'src/cities', 'src/journeys', 'src/ui/explain')],
  ['second engine', vitest('tests/oracle-random', 'tests/oracle/')],
  ['mutation of the parameters', vitest('tests/mutation')],
  ['policy data', vitest('src/policy')],
  ['case runner', vitest('tests/cases-cli')],
  ['worked cases', ['tsx', 'scripts/cases.ts']],
  ['facts of the sources on screen', ['tsx', 'scripts/facts.ts']],
];

const full = process.env.FULL === '1';
const results: string[] = [];
for (const [name, [tool = '', ...args]] of gates) {
  console.log(`\n── ${name}${full ? ', full size' : ''}`);
  const start = performance.now();
  const { status } = spawnSync(join(root, 'node_modules/.bin', tool), args, { cwd: root, stdio: 'inherit' });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  results.push(`${status === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`);
  if (status !== 0) process.exitCode = 1;
}
console.log(`\n${results.join('\n')}`);
