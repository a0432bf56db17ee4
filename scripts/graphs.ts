/**
 * `npm run graphs`: draws the questions of every journey as they are asked, by walking them with the code that asks them; writes
 * `docs/flows/`. `-- --check` only says whether the drawings are up to date.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawGraph, indexOf } from './lib/draw-graph.ts';
import { cityIds, root } from './lib/project.ts';

const folder = join(root, 'docs/flows');
const policy = (city: string, path: string) => JSON.parse(readFileSync(join(root, 'src/policy', city, path), 'utf8'));

const drawings = cityIds.flatMap((city) => {
  const journeys = join(root, 'src/policy', city, 'journeys');
  const { name }: { name: string } = policy(city, 'city.json');
  const files = existsSync(journeys) ? readdirSync(journeys).sort() : [];
  return files.map((file) => ({
    file: `${city}-${file.replace('.json', '.md')}`,
    ...drawGraph(policy(city, `journeys/${file}`), name, `src/policy/${city}/journeys/${file}`),
  }));
});
const wanted = new Map(drawings.map(({ file, text }) => [file, text]));
wanted.set('README.md', indexOf(drawings));

const there = existsSync(folder) ? readdirSync(folder) : [];
const stale = [...wanted].filter(
  ([file, text]) => !there.includes(file) || readFileSync(join(folder, file), 'utf8') !== text,
);
const left = there.filter((file) => !wanted.has(file));
const edges = drawings.reduce((all, one) => all + one.edges, 0);
console.info(`graphs: ${drawings.length} journeys, ${edges} answers drawn, ${stale.length + left.length} out of date`);
if (drawings.length < 7) throw new Error(`saw ${drawings.length} journeys, expected at least 7`);
if (process.argv.includes('--check')) {
  if (stale.length + left.length > 0) {
    console.error(`✗ run \`npm run graphs\`: ${[...stale.map(([file]) => file), ...left].join(', ')}`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of stale) writeFileSync(join(folder, file), text);
  for (const file of left) rmSync(join(folder, file));
}
