/**
 * `npm run new-city -- NAME [中文名]`: lays out a city that is still being built: `src/policy/NAME/` and `src/cities/NAME.ts`, nothing
 * else. It passes every gate and shows up as 建设中, with one page that says so; it knows no figure and answers no question.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cityIds, readCityFile, root } from './lib/project.ts';

const [id = '', name = id] = process.argv.slice(2);
const folder = join(root, 'src/policy', id);
const rules = join(root, 'src/cities', `${id}.ts`);

function refuse(why: string): never {
  console.error(`${why}\nusage: npm run new-city -- NAME [中文名]`);
  process.exit(2);
}
// Addresses that are no city's: /me/, and the folders beside the cities.
if (!/^[a-z]{2,20}$/.test(id) || ['me', 'sources', 'assets', 'city', 'index', 'info'].includes(id)) {
  refuse(`“${id}” is no name for a city: small letters only`);
}
if (existsSync(folder) || existsSync(rules)) refuse(`${id} is there already`);

const order = Math.max(0, ...cityIds.map((city) => readCityFile(city).order)) + 1;
const today = new Date().toISOString().slice(0, 10);

const files: Record<string, unknown> = {
  'city.json': {
    id,
    name,
    order,
    insurance: '居民医保（少儿）',
    pay: '交',
    hotlines: [],
    intro: '这个城市的资料还没有核对完，先不说怎么办、报多少。',
    building: true,
    tools: [],
    asOf: today,
  },
  'parameters.json': { city: id, parameters: [], readings: [] },
  'cases/first.json': [
    {
      name: `还没有核对过的规定：不算，不猜`,
      city: id,
      member: { birthDate: '2020-05-01' },
      visits: [{ date: `${today.slice(0, 4)}-01-15`, care: 'outpatient', level: 'primary', eligible: '100' }],
      expect: [{ notComputable: true }],
    },
  ],
};
for (const [path, content] of Object.entries(files)) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), `${JSON.stringify(content, null, 2)}\n`);
}
writeFileSync(
  rules,
  `/** ${name}: still being built. Nothing was compared with a source yet, so nothing is computed. */
import { type CityRules, createPolicy, notComputable } from '#engine';
import parameters from '#policy/${id}/parameters.json' with { type: 'json' };
import type { PolicyFile } from '#policy/types.ts';
import type { CityModule } from './city.ts';

const rules: CityRules = {
  cares: ['outpatient', 'inpatient'],
  visitFigures: [],
  conflicts: () => undefined,
  settle: () => notComputable('noRecord'),
  premium: () => notComputable('noRecord'),
  coverage: () => notComputable('noRecord'),
  deadline: () => notComputable('noRecord'),
  clinic: () => notComputable('noRule'),
};

export const city: CityModule = { id: '${id}', rules, policy: createPolicy(parameters as PolicyFile) };
`,
);
console.info(`new-city: ${Object.keys(files).length + 1} files for ${id}, shown as 建设中

Next, in this order (CONTRIBUTING, “Add a city”):
  src/policy/${id}/sources/*.json     the documents, with their parts
  src/policy/${id}/parameters.json    each figure with its days, quote and grade
  src/cities/${id}.ts                 the rules, composed from the layers of #engine
  src/policy/${id}/cases/*.json       worked examples: npm run cases
  src/policy/${id}/journeys/estimate.json, guides/*.json, benefits.json, pages.json, calendar.json, compare.json, ledger.json, tools.json (and slip.json, diseases.json)
Then take "building" out of city.json and run npm test.`);
