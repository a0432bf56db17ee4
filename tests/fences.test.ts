import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/**
 * Plants imports and globals in a hidden folder of each room and looks whether biome complains: each line that
 * must be refused is refused, and each that must be allowed is not. So a fence that lost its subject is noticed.
 */
const root = join(import.meta.dirname, '..');
const hidden = '.fence-check';

interface Plant {
  /** Path below `src`; `@` stands for the hidden folder. */
  file: string;
  code: string;
  rule: 'noRestrictedImports' | 'noRestrictedGlobals' | null;
}

const refusedImports: [file: string, ...modules: string[]][] = [
  ['engine/@/a.ts', '../../cities/index.ts', '#cities', '#ui', '#platform', '#journeys', 'react', 'decimal.js', 'zod'],
  ['engine/@/b.ts', '../../policy/types.ts', '#policy/shenzhen/parameters.json', 'antd-mobile', 'zustand'],
  ['policy/@/a.ts', '#engine', '../../engine/index.ts', 'react', 'zod', '#cities', 'decimal.js'],
  ['cities/@/a.ts', '#ui', '#platform', '#journeys', '../../engine/index.ts', 'react', 'decimal.js'],
  ['journeys/@/a.ts', '#cities', '#ui', '#platform', '#policy/shenzhen/parameters.json', 'react', '../../ui/index.ts'],
  ['ui/@/a.tsx', '#platform', '#cities', '#journeys', '../../platform/index.ts', '../../app/App.tsx', 'zustand'],
  ['ui/@/b.tsx', '#policy/shenzhen/city.json', '../../features/home/HomePage.tsx', 'decimal.js'],
  [
    'platform/@/a.ts',
    '#engine',
    '#ui',
    '#cities',
    '#policy/types.ts',
    '../../ui/index.ts',
    'antd-mobile',
    'react-router',
    'idb-keyval',
  ],
  ['features/@/a.tsx', '../guide/GuidePage.tsx', 'antd-mobile', 'antd-mobile/es/components/popup', '../../app/App.tsx'],
  ['features/@/b.tsx', '../../ui/index.ts', '../../platform/index.ts', 'decimal.js', '#policy/shenzhen/city.json'],
  ['features/@/inner/c.tsx', '../../guide/GuidePage.tsx', '../../../ui/index.ts', 'antd-mobile', '#policy/schema.ts'],
  ['app/@/a.tsx', 'antd-mobile', 'antd-mobile/es/components/popup', '../../ui/index.ts', 'decimal.js', 'zustand'],
];

const allowedImports: [file: string, ...modules: string[]][] = [
  ['engine/@/x.ts', './money.ts', '#policy/types.ts'],
  ['cities/@/x.ts', './a.ts', '#engine', '#policy/shenzhen/parameters.json', '#policy/types.ts'],
  ['journeys/@/x.ts', './a.ts', '#engine', '#policy/types.ts'],
  ['ui/@/x.tsx', './a.tsx', 'react', 'react-router', 'antd-mobile/es/components/popup', '#engine', '#policy/types.ts'],
  ['platform/@/x.ts', './a.ts', 'react', 'zustand', 'zustand/middleware'],
  ['features/@/x.tsx', './a.tsx', '#ui', '#platform', '#cities', '#journeys', '#engine', '#policy/types.ts', 'zustand'],
  ['features/@/inner/x.tsx', '../a.tsx', './b.ts', 'react', 'react-router'],
  ['app/@/x.tsx', './a.tsx', '#ui', '#platform', '#cities', 'react-router', 'react-dom/client'],
];

const globals = [
  'window',
  'document',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'navigator',
  'location',
  'history',
  'Date',
  'fetch',
  'caches',
];
const roomsWithoutBrowser = ['engine', 'policy', 'cities', 'journeys', 'ui', 'features', 'app'];

const plants: Plant[] = [];
const plant = (file: string, code: string, rule: Plant['rule']) => {
  const [path = '', ending = 'ts'] = file.split(/\.(?=tsx?$)/);
  plants.push({ file: `${path.replace('@', hidden)}-${plants.length}.${ending}`, code, rule });
};
for (const [file, ...modules] of refusedImports) {
  for (const name of modules) plant(file, `import '${name}';\n`, 'noRestrictedImports');
}
for (const [file, ...modules] of allowedImports) {
  for (const name of modules) plant(file, `import '${name}';\n`, null);
}
for (const room of roomsWithoutBrowser) {
  for (const name of globals) plant(`${room}/@/g.ts`, `export const it = ${name};\n`, 'noRestrictedGlobals');
}
for (const name of globals) plant('platform/@/g.ts', `export const it = ${name};\n`, null);

const folders = [...new Set(plants.map(({ file }) => file.slice(0, file.indexOf(hidden) + hidden.length)))];
const clean = () => {
  for (const folder of folders) rmSync(join(root, 'src', folder), { recursive: true, force: true });
};
afterAll(clean);

test('every fence refuses what it must and nothing else', () => {
  clean();
  for (const { file, code } of plants) {
    mkdirSync(dirname(join(root, 'src', file)), { recursive: true });
    writeFileSync(join(root, 'src', file), code);
  }
  const run = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    ['lint', '--reporter=json', '--max-diagnostics=none', ...folders.map((folder) => `src/${folder}`)],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  const found: { category: string; severity: string; location: { path: string | { file: string } } }[] = JSON.parse(
    run.stdout,
  ).diagnostics;
  const errors = found.filter(({ severity }) => severity === 'error');
  const ruleOf = (file: string) =>
    errors
      .filter(({ location: { path } }) => (typeof path === 'string' ? path : path.file).endsWith(`src/${file}`))
      .map(({ category }) => category.split('/').at(-1))
      .find((rule) => rule === 'noRestrictedImports' || rule === 'noRestrictedGlobals') ?? null;

  const wrong = plants.filter(({ file, rule }) => ruleOf(file) !== rule).map(({ file, code }) => `${file}: ${code}`);
  expect(wrong).toEqual([]);
  const refused = plants.filter(({ rule }) => rule !== null).length;
  console.info(`fences: ${refused} plants refused, ${plants.length - refused} allowed`);
  expect(refused).toBeGreaterThanOrEqual(140);
  expect(run.status).not.toBe(0);
});
