/**
 * `npm run facts`: every fact of the two source documents stands on a page of its city, in the built HTML (after `npm run
 * build`). A fact is on screen if one page carries all its strings. `→` in a string: the one item after the other.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { root } from './lib/project.ts';

const FLOOR = 110;

const factsSchema = z.array(
  z.strictObject({
    seed: z.enum(['shenzhen', 'chongqing']),
    fact: z.string().min(4),
    city: z.enum(['shenzhen', 'chongqing']),
    must: z.array(z.string().min(2)).min(1),
  }),
);

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? all;
  });

/** Without blanks and without commas in numbers, so that `2,471.31 元` is `2471.31元`. */
const bare = (text: string): string => text.replace(/\s/g, '').replace(/(?<=\d),(?=\d{3})/g, '');

/** What a page says: words within a line run on, one block after another is joined by `→`. Addresses of links to other sites count. */
function textOf(html: string): string {
  const body = html
    .slice(html.indexOf('<body'))
    .replace(/<!--.*?-->/gs, '')
    .replace(/<(script|style|svg|template)\b.*?<\/\1>/gs, '')
    .replace(/<a\b[^>]*?href="(https?:[^"]*)"[^>]*>/g, '→$1→')
    .replace(/<\/?(?:span|b|strong|em|i|button|a|small)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, '→');
  return bare(decode(body)).replace(/→+/g, '→');
}

function pagesOf(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pagesOf(path);
    return entry.name.endsWith('.html') ? [{ path, text: textOf(readFileSync(path, 'utf8')) }] : [];
  });
}

function readPages(city: string): { path: string; text: string }[] {
  try {
    return pagesOf(join(root, 'dist', city));
  } catch {
    return [];
  }
}

const facts = factsSchema.parse(JSON.parse(readFileSync(join(root, 'tests/seed-facts/facts.json'), 'utf8')));
const pages = new Map(['shenzhen', 'chongqing'].map((city) => [city, readPages(city)] as const));

let failed = 0;
const complain = (text: string) => {
  failed++;
  console.log(text);
};

for (const [city, list] of pages) {
  console.log(`${city}: ${list.length} pages, ${facts.filter((fact) => fact.city === city).length} facts`);
  if (list.length < 10) complain(`${city}: hardly any page in dist: run \`npm run build\` first`);
}
if (facts.length < FLOOR) complain(`only ${facts.length} facts, at least ${FLOOR} are needed`);
const names = new Set(facts.map(({ city, fact }) => `${city} ${fact}`));
if (names.size < facts.length) complain('a fact stands twice');

let passed = 0;
for (const { city, fact, must } of facts) {
  const wanted = must.map(bare);
  const list = pages.get(city) ?? [];
  if (list.some(({ text }) => wanted.every((one) => text.includes(one)))) {
    passed++;
    continue;
  }
  // The page that comes nearest says what is missing there.
  const lacking = list.map(({ path, text }) => ({ path, missing: wanted.filter((one) => !text.includes(one)) }));
  const nearest = lacking.sort((a, b) => a.missing.length - b.missing.length)[0];
  const where = nearest ? ` (nearest: ${relative(root, nearest.path)})` : '';
  complain(`${city}: ${fact}: missing ${(nearest?.missing ?? wanted).join(' | ')}${where}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
