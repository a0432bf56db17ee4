/** Every worked case that ships, one test for each file: what `npm run cases` checks, where a test runner can see it. */
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { readCaseFile } from '../../scripts/lib/case-file.ts';
import { caseFiles, cityIds, loadCityModule } from '../../scripts/lib/project.ts';
import { runCase } from '../../scripts/lib/run-case.ts';

const files = cityIds.flatMap((city) => caseFiles(city).map((file) => ({ city, file, name: basename(file) })));

it.each(files)('$city $name', async ({ city, file }) => {
  const module = await loadCityModule(city);
  for (const test of readCaseFile(file, cityIds)) expect(runCase(module, test), test.name).toEqual([]);
});
