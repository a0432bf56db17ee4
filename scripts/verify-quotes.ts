/**
 * `npx tsx scripts/verify-quotes.ts SOURCE FILE`: checks every quote of a source document against the document's text and
 * keeps their fingerprints in `tests/fixtures/verified-quotes.json`. The text itself stays outside the repository; a gate
 * compares the fingerprints, so a quote that was changed afterwards is found.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { values } from '../tests/policy-data.ts';
import { bare, fingerprint, type Verified } from './lib/fingerprint.ts';
import { root } from './lib/project.ts';

const [source = '', file = ''] = process.argv.slice(2);
const list = join(root, 'tests/fixtures/verified-quotes.json');
const text = bare(readFileSync(file, 'utf8'));
const quotes = values.flatMap(({ value }) => (value.source === source && value.quote ? [value.quote] : []));
const wrong = quotes.filter((quote) => !text.includes(bare(quote)));
for (const quote of wrong) console.log(`not in the document: ${quote}`);
if (wrong.length === 0 && quotes.length > 0) {
  const known: Verified = JSON.parse(readFileSync(list, 'utf8'));
  const kept = { ...known, [source]: [...new Set(quotes.map(fingerprint))].sort() };
  writeFileSync(list, `${JSON.stringify(kept, null, 2)}\n`);
}
console.log(`${quotes.length - wrong.length} passed, ${wrong.length} failed`);
process.exitCode = wrong.length > 0 || quotes.length === 0 ? 1 : 0;
