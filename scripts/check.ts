/**
 * `npm run check`: every gate and the numbers it saw, one after another; `npm run check:full` (FULL=1) in full size. The table at the
 * end says them once more. Exits 1 if any gate fails, or if one says none of the numbers it should.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './lib/project.ts';

interface Gate {
  name: string;
  command: readonly string[];
  /** The lines of its output that hold its numbers: at least so many of them. */
  says?: { lines: RegExp; least: number };
}

const vitest = (...files: string[]): string[] => ['vitest', 'run', ...files];
const script = (name: string, ...args: string[]): string[] => ['tsx', `scripts/${name}.ts`, ...args];
const browser = (...specs: string[]): string[] => ['playwright', 'test', ...specs];
const full = process.env.FULL === '1';

const gates: readonly Gate[] = [
  {
    name: `laws, ${full ? '10,000' : '1,000'} cases each for every kind of care in both cities`,
    command: vitest('tests/laws', 'src/engine', 'src/cities', 'src/journeys', 'src/ui/explain'),
    says: {
      lines: /^\s*Tests .*passed|products of|combinations settled|limits reached|lines read back|steps, \d+ second/,
      least: 20,
    },
  },
  {
    name: 'second engine',
    command: vitest('tests/oracle-random', 'tests/oracle/'),
    says: { lines: /none differs/, least: 2 },
  },
  {
    name: 'mutation of the parameters',
    command: vitest('tests/mutation'),
    says: { lines: /\d+ mutants, \d+ killed/, least: 2 },
  },
  {
    name: 'policy data',
    command: vitest('src/policy', 'tests/policy-figures', 'tests/pages-data', 'tests/no-city-names'),
    says: { lines: /saw \d+|declared gaps/, least: 25 },
  },
  { name: 'worked cases', command: script('cases'), says: { lines: /\d+ passed, \d+ failed/, least: 1 } },
  { name: 'case runner', command: vitest('tests/cases-cli'), says: { lines: /^\s*Tests .*passed/, least: 1 } },
  {
    name: 'hostile input at every door',
    command: vitest('tests/hostile'),
    says: { lines: /^\d[\d,]* (mutated|contents)/, least: 3 },
  },
  {
    name: 'supply, licences, host files, drawings',
    command: ['npm', 'run', '--silent', 'supply'],
    says: { lines: /saw \d+|npm audit:|^licences:|^host-files:|^graphs:/, least: 8 },
  },
  {
    name: 'headers, earlier releases',
    command: vitest('tests/hosting'),
    says: { lines: /^\s*Tests .*passed/, least: 1 },
  },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'], says: { lines: /prerendered \d+/, least: 1 } },
  { name: 'facts of the sources on screen', command: script('facts'), says: { lines: /\d+ passed|facts/, least: 1 } },
  { name: 'nginx', command: script('test-hosting'), says: { lines: /^hosting:/, least: 1 } },
  {
    name: 'in the browser: content policy, hostile input, faults, a third city',
    command: browser(
      'e2e/headers.spec.ts',
      'e2e/hostile.spec.ts',
      'e2e/faults.spec.ts',
      'e2e/new-city.spec.ts',
      'e2e/versions.spec.ts',
    ),
    says: { lines: /^\s*\d+ passed/, least: 1 },
  },
];

interface Result {
  name: string;
  ok: boolean;
  seconds: number;
  numbers: string[];
}

function run({ name, command, says }: Gate): Promise<Result> {
  const [tool = '', ...args] = command;
  const start = performance.now();
  console.log(`\n── ${name}`);
  return new Promise((resolve, reject) => {
    const bin = tool === 'npm' ? tool : join(root, 'node_modules/.bin', tool);
    const child = spawn(bin, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      from.on('data', (text: Buffer) => {
        to.write(text);
        output += text.toString('utf8');
      });
    }
    child.on('error', reject);
    child.on('close', (status) => {
      const lines = stripVTControlCharacters(output).split('\n');
      const numbers = says ? lines.filter((line) => says.lines.test(line)).map((line) => line.trim()) : [];
      const enough = numbers.length >= (says?.least ?? 0);
      if (!enough) console.error(`✗ ${name}: said ${numbers.length} of at least ${says?.least} numbers`);
      resolve({ name, ok: status === 0 && enough, seconds: (performance.now() - start) / 1000, numbers });
    });
  });
}

const results: Result[] = [];
for (const gate of gates) results.push(await run(gate));

console.log(`\n══ ${full ? 'full size' : 'CI size'}`);
for (const { name, ok, seconds, numbers } of results) {
  console.log(`${ok ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(0)} s)`);
  for (const line of numbers) console.log(`          ${line}`);
}
const failed = results.filter(({ ok }) => !ok).length;
const total = results.reduce((all, { seconds }) => all + seconds, 0);
console.log(`check: ${results.length - failed} gates passed, ${failed} failed, ${(total / 60).toFixed(1)} min`);
if (failed > 0) process.exitCode = 1;
