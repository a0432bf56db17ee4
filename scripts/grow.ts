/**
 * What it costs as it grows: builds copies of the project with more and more cities, made from the two there are, in a folder
 * of its own, and says by how much the first page and the build grow; then, from the real files, what a million opens cost.
 * `npm run grow`, some minutes; `GROW=10` for a short look. The limits are the issue's: home + 3 KB, build linear + 20 %.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { scriptsOf, zipped } from './lib/built.ts';
import { cost } from './lib/cost.ts';
import { root } from './lib/project.ts';

const MOST = Number(process.env.GROW ?? 50);
const HOME_MORE = 3;
const OVER_LINEAR = 1.2;

const letters = (n: number): string =>
  `${String.fromCharCode(97 + Math.floor(n / 26))}${String.fromCharCode(97 + (n % 26))}`;
const policy = (folder: string) => join(folder, 'src/policy');

/** The project without what is built or fetched; packages are linked. */
function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wa-grow-'));
  const left = new Set(['node_modules', 'dist', 'dist-ssr', '.git', 'test-results', 'reports', 'docs', 'e2e']);
  cpSync(root, folder, { recursive: true, filter: (from) => from === root || !left.has(basename(from)) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

const citiesOf = (folder: string): string[] =>
  readdirSync(join(folder, 'src/cities'))
    .filter((file) => readdirSync(policy(folder)).includes(file.replace(/\.ts$/, '')))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();

/** One more city: another's folder and file under another id and name. */
function addCity(folder: string, from: string, place: number): void {
  const id = `${from}-${letters(place)}`;
  const name = `城${String.fromCodePoint(0x4e00 + place)}`;
  const old: { name: string; order: number } = JSON.parse(
    readFileSync(join(policy(folder), from, 'city.json'), 'utf8'),
  );
  const renamed = (text: string) => text.replaceAll(from, id).replaceAll(old.name, name);
  for (const file of readdirSync(join(policy(folder), from), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.json')) continue;
    const to = join(policy(folder), id, file);
    mkdirSync(join(to, '..'), { recursive: true });
    const value = JSON.parse(renamed(readFileSync(join(policy(folder), from, file), 'utf8')));
    if (file === 'city.json') value.order = old.order + 10 * (place + 1);
    if (file.startsWith('guides/')) value.description = `${name}：${value.description}`;
    writeFileSync(to, JSON.stringify(value));
  }
  writeFileSync(
    join(folder, `src/cities/${id}.ts`),
    renamed(readFileSync(join(folder, `src/cities/${from}.ts`), 'utf8')),
  );
}

/** Builds; the seconds it took. */
function build(folder: string): number {
  const start = Date.now();
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`the build failed:\n${stdout.slice(-2000)}\n${stderr.slice(-4000)}`);
  return (Date.now() - start) / 1000;
}

/** KB that the first page needs: itself and its scripts. */
function home(folder: string): { script: number; html: number; pages: number } {
  const out = join(folder, 'dist');
  const html = readFileSync(join(out, 'index.html'), 'utf8');
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('index.html'),
  ).length;
  const script = scriptsOf(html, '/').reduce((sum, file) => sum + zipped(join(out, file)), 0);
  return { script: script / 1024, html: zipped(join(out, 'index.html')) / 1024, pages };
}

const folder = copyProject();
const faults: string[] = [];
try {
  const first = citiesOf(folder);
  const steps = [...new Set([first.length, Math.min(10, MOST), MOST])];
  const seen: { cities: number; seconds: number; script: number; html: number; pages: number }[] = [];
  let cities = first.length;
  for (const wanted of steps) {
    for (; cities < wanted; cities += 1) addCity(folder, first[cities % first.length] ?? '', cities);
    const seconds = build(folder);
    const one = { cities, seconds, ...home(folder) };
    seen.push(one);
    console.info(
      `${String(one.cities).padStart(3)} cities  ${String(one.pages).padStart(5)} pages  home: ${one.script.toFixed(2)} KB script, ${one.html.toFixed(2)} KB page  build: ${one.seconds.toFixed(1)} s`,
    );
  }
  const [small, middle, large] = [seen[0], seen[1], seen.at(-1)];
  if (!small || !middle || !large || large.pages < large.cities * 20) throw new Error('saw too little to compare');
  const more = large.script - small.script;
  const perCity = (middle.seconds - small.seconds) / (middle.cities - small.cities);
  const linear = small.seconds + perCity * (large.cities - small.cities);
  console.info(
    `home, first load: ${more >= 0 ? '+' : ''}${more.toFixed(2)} KB of script (limit ${HOME_MORE}), page ${(large.html - small.html).toFixed(2)} KB more`,
  );
  console.info(
    `build: ${large.seconds.toFixed(1)} s, linear would be ${linear.toFixed(1)} s (limit ${(linear * OVER_LINEAR).toFixed(1)} s)`,
  );
  if (more >= HOME_MORE) faults.push(`home grew by ${more.toFixed(2)} KB`);
  if (large.seconds > linear * OVER_LINEAR) faults.push('the build grew more than it may');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.info(cost());
for (const fault of faults) console.error(`✗ ${fault}`);
if (faults.length > 0) process.exitCode = 1;
