/**
 * `npm run --silent cases -- [FILE…]`: checks case files against the engine.
 * Exit 0: all passed · 1: a case failed · 2: a file is not a valid case file, or none ships.
 */
import { relative } from 'node:path';
import { loadWide } from '#engine';
import { type Case, InvalidCaseFile, readCaseFile } from './lib/case-file.ts';
import { caseFiles, cityIds, loadCityModule, root } from './lib/project.ts';
import { runCase } from './lib/run-case.ts';

const named = process.argv.slice(2);
const shipped = named.length === 0;
const files = shipped ? cityIds.flatMap(caseFiles) : named;
const shownName = (file: string) => (shipped ? relative(root, file) : file);

await loadWide();
const cities = new Map(await Promise.all(cityIds.map(async (id) => [id, await loadCityModule(id)] as const)));
let passed = 0;
let failed = 0;
let invalid = 0;

for (const file of files) {
  let cases: Case[];
  try {
    cases = readCaseFile(file, cityIds);
  } catch (error) {
    if (!(error instanceof InvalidCaseFile)) throw error;
    console.log(`invalid case file: ${error.message}`);
    invalid++;
    continue;
  }
  for (const test of cases) {
    const city = cities.get(test.city);
    const differences = city ? runCase(city, test) : [];
    if (differences.length === 0) passed++;
    else failed++;
    for (const d of differences.slice(0, 1)) {
      console.log(`${shownName(file)}: ${test.name}: ${d.field}: expected ${d.expected}, got ${d.got}`);
    }
  }
}

if (shipped && passed + failed === 0) {
  console.log('no case was found');
  invalid++;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = invalid > 0 ? 2 : failed > 0 ? 1 : 0;
