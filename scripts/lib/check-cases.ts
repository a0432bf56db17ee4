/** Case files held against the engine. */
import { relative } from 'node:path';
import { loadWide } from '#engine';
import { type Case, InvalidCaseFile, readCaseFile } from './case-file.ts';
import { caseFiles, cityIds, loadCityModule, root } from './project.ts';
import { runCase } from './run-case.ts';

export interface CheckedCases {
  /** What is wrong, a line each; the last one is the sum. */
  lines: string[];
  /** 0: all passed · 1: a case failed · 2: a file is not a valid case file, or none ships. */
  code: 0 | 1 | 2;
}

/** @param named paths of case files; none: those that ship */
export async function checkCases(named: readonly string[]): Promise<CheckedCases> {
  const shipped = named.length === 0;
  const files = shipped ? cityIds.flatMap(caseFiles) : named;
  const shownName = (file: string) => (shipped ? relative(root, file) : file);
  await loadWide();
  const cities = new Map(await Promise.all(cityIds.map(async (id) => [id, await loadCityModule(id)] as const)));
  const lines: string[] = [];
  let [passed, failed, invalid] = [0, 0, 0];
  for (const file of files) {
    let cases: Case[];
    try {
      cases = readCaseFile(file, cityIds);
    } catch (error) {
      if (!(error instanceof InvalidCaseFile)) throw error;
      lines.push(`invalid case file: ${error.message}`);
      invalid++;
      continue;
    }
    for (const test of cases) {
      const city = cities.get(test.city);
      const [first] = city ? runCase(city, test) : [];
      if (!first) passed++;
      else {
        failed++;
        lines.push(`${shownName(file)}: ${test.name}: ${first.field}: expected ${first.expected}, got ${first.got}`);
      }
    }
  }
  if (shipped && passed + failed === 0) {
    lines.push('no case was found');
    invalid++;
  }
  lines.push(`${passed} passed, ${failed} failed`);
  return { lines, code: invalid > 0 ? 2 : failed > 0 ? 1 : 0 };
}
