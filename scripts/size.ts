/**
 * Budgets on the files really built, gzip -9, in KB of 1024 bytes. Fails above a budget, and when what it should measure
 * is missing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scriptsOf, zipped } from './lib/built.ts';
import { dist, entryKey, filesOf, readManifest } from './lib/manifest.ts';

interface Class {
  name: string;
  /** Which routes belong to it, by path without base. */
  test: (path: string) => boolean;
  script: number;
  /** At least so many routes, or the class has lost its subject. */
  floor: number;
}

const HTML = 12;
const LAZY = 45;
/** Own payment over the bill, with its styles and the path library. */
const CHART = 8;
const APP = 220;
/** Guides, questions, tables, lists, days and source documents: every one a file of its own. */
const TEXTS = 160;
const CHUNKS = 60;

/** The first class that fits counts. */
const classes: Class[] = [
  { name: 'home', test: (path) => /^\/((?!me\/)[a-z-]+\/)?$/.test(path), script: 65, floor: 3 },
  { name: 'estimate', test: (path) => /^\/[a-z-]+\/estimate\/$/.test(path), script: 79, floor: 2 },
  // The estimate's questions, and the words around a slip.
  { name: 'slip', test: (path) => /^\/[a-z-]+\/slip\/$/.test(path), script: 80, floor: 2 },
  {
    name: 'journeys, tables',
    test: (path) => /\/(enrol|pay|clinic|benefits|diseases|open)\/$/.test(path),
    script: 89,
    floor: 9,
  },
  // They compute at once, so they need what the result of an estimate needs, and their own forms.
  {
    name: 'calculators',
    test: (path) => /\/(newborn|premium|tiers|compare|calendar|ledger|me)\/$/.test(path),
    script: 120,
    floor: 7,
  },
  { name: 'guide, help, others', test: () => true, script: 86, floor: 50 },
];
/** What the result of an estimate needs in the end: the questions' scripts, the result's, and one city's rules. */
const RESULT = 106;
const RESULT_SCREEN = 'src/features/estimate/ResultScreen.tsx';

const kb = (bytes: number) => bytes / 1024;
const size = (file: string) => zipped(join(dist, file));
const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + size(file), 0);

const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)index\.html$/.test(file))
  .map((file) => ({ file, path: `/${file.replace(/index\.html$/, '')}` }));

const rows: string[][] = [['what', 'seen', 'largest', 'KB', 'budget']];
const faults: string[] = [];
function row(name: string, seen: number, largest: string, bytes: number, budget: number, floor: number): void {
  const missing = seen < floor;
  const over = kb(bytes) > budget;
  if (missing) faults.push(`${name}: saw ${seen}, expected at least ${floor}`);
  if (over) faults.push(`${name}: ${largest} has ${kb(bytes).toFixed(1)} KB, budget ${budget}`);
  rows.push([name, String(seen), largest, kb(bytes).toFixed(1), `${budget}${over || missing ? '  ✗' : ''}`]);
}

const largestOf = <T>(all: T[], bytes: (one: T) => number) =>
  all.reduce<{ one: T | undefined; bytes: number }>(
    (most, one) => (bytes(one) > most.bytes ? { one, bytes: bytes(one) } : most),
    { one: undefined, bytes: 0 },
  );

const manifest = readManifest();
const rest = new Set(pages);
for (const { name, test, script, floor } of classes) {
  const mine = [...rest].filter(({ path }) => test(path));
  for (const one of mine) rest.delete(one);
  const most = largestOf(mine, ({ file }) => sum(scriptsOf(readFileSync(join(dist, file), 'utf8'))));
  row(`script: ${name}`, mine.length, most.one?.path ?? '–', most.bytes, script, floor);
  if (name === 'estimate') {
    const cities = Object.keys(manifest).filter((key) => /^src\/cities\/[a-z-]+\.ts$/.test(key));
    const results = mine.flatMap(({ file, path }) => {
      const rules = cities.filter((key) => path.startsWith(`/${key.slice('src/cities/'.length, -3)}/`));
      const html = readFileSync(join(dist, file), 'utf8');
      return rules.map((key) => ({
        path,
        files: new Set([...scriptsOf(html), ...withImports(RESULT_SCREEN), ...withImports(key)]),
      }));
    });
    const result = largestOf(results, ({ files }) => sum(files));
    if (!manifest[RESULT_SCREEN]) faults.push('the manifest names no screen of the result');
    row('script: estimate result', results.length, result.one?.path ?? '–', result.bytes, RESULT, 2);
  }
}

/** What these modules need before they run; nothing where the build has none of them, which is a fault of its own. */
function withImports(key: string): string[] {
  return manifest[key] ? filesOf(manifest, [key]) : [];
}

const html = largestOf(pages, ({ file }) => size(file));
row('html with styles', pages.length, html.one?.path ?? '–', html.bytes, HTML, 55);

const scripts = Object.entries(manifest).filter(([, { file }]) => file.endsWith('.js'));
const atOnce = new Set(withImports(entryKey));
if (atOnce.size === 0) faults.push('the manifest names no entry');
const isText = (key: string) =>
  /^src\/policy\/(sources\/|[a-z-]+\/((guides|journeys|sources)\/|(city|parameters|benefits|pages|diseases|calendar|compare|ledger|slip|tools)\.json$))/.test(
    key,
  );
const texts = new Set(scripts.filter(([key]) => isText(key)).map(([, { file }]) => file));
const code = new Set(scripts.map(([, { file }]) => file).filter((file) => !texts.has(file)));
const lazy = largestOf(
  [...code, ...texts].filter((file) => !atOnce.has(file)),
  size,
);
row('any lazy chunk', code.size + texts.size - atOnce.size, lazy.one ?? '–', lazy.bytes, LAZY, CHUNKS);
const chart = manifest['src/features/estimate/plot/PlotPanel.tsx'];
row('the chart', chart ? 1 : 0, 'comes at a tap', chart ? size(chart.file) : 0, CHART, 1);
row('the whole app', code.size, 'all but the texts of the policy', sum(code), APP, 10);
row('texts of the policy', texts.size, 'each comes when its page is opened', sum(texts), TEXTS, 60);

const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
for (const cells of rows) {
  console.info(
    cells
      .map((cell, column) => (column % 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  '),
  );
}
for (const fault of faults) console.error(`✗ ${fault}`);
console.info(`size: ${rows.length - 1 - faults.length} within budget, ${faults.length} failed`);
if (faults.length > 0) process.exitCode = 1;
