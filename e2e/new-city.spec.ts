/**
 * A city is added by its folder under policy/ and its one file under cities/, and by nothing else: an invented one that computes, and
 * one just laid out by `npm run new-city`. Built under a sub-path, with the files of the release before kept beside it.
 */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepAssets } from '../scripts/lib/keep-assets.ts';
import { dist } from '../scripts/lib/manifest.ts';
import { root } from '../scripts/lib/project.ts';
import { copyTree, type OtherTree, serveFolder } from './lib/other-tree.ts';
import { test as base, expect, opened } from './lib/test.ts';

const FIXTURE = join(root, 'tests/fixtures/city');
const BASE = '/yibao/';
const GATES = ['src/policy', 'tests/pages-data.test.ts', 'tests/policy-figures.test.ts', 'tests/no-city-names.test.ts'];

const test = base.extend<object, { tree: OtherTree; origin: string }>({
  tree: [
    async ({ browserName: _ }, use) => {
      const tree = copyTree();
      await use(tree);
      tree.remove();
    },
    { scope: 'worker' },
  ],
  origin: [
    async ({ tree }, use) => {
      cpSync(join(FIXTURE, 'policy/yunxi'), join(tree.folder, 'src/policy/yunxi'), { recursive: true });
      cpSync(join(FIXTURE, 'cities/yunxi.ts'), join(tree.folder, 'src/cities/yunxi.ts'));
      const laid = await tree.run(['npm', 'run', '--silent', 'new-city', '--', 'linhai', '临海']);
      expect(laid.status, laid.output).toBe(0);
      const built = await tree.run(['npm', 'run', '--silent', 'build'], { BASE_PATH: BASE });
      expect(built.status, built.output).toBe(0);
      const { origin, stop } = await serveFolder(join(tree.folder, 'dist'), BASE);
      await use(origin);
      await stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ origin }, use) => use(origin),
});

test.describe.configure({ mode: 'serial' });

test('虚构的第三个城市：只加它的文件夹和一个文件，各道关都过，页面都在，估得出来', async ({ page, tree }) => {
  test.slow();
  const [cases, gates, types] = await Promise.all([
    tree.run(['npx', 'tsx', 'scripts/cases.ts', 'src/policy/yunxi/cases/visits.json']),
    tree.run(['npx', 'vitest', 'run', ...GATES]),
    tree.run(['npx', 'tsc', '--noEmit', '-p', '.']),
  ]);
  expect(cases.output.trim()).toBe('10 passed, 0 failed');
  // The one just laid out as well.
  expect(types.output).toBe('');
  expect(gates.status, gates.output).toBe(0);

  await page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00'));
  await opened(page, `${BASE}yunxi/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('云溪少儿医保');
  await page.getByRole('link', { name: /算一算/ }).tap();
  await page.getByText('住院 3 万元').tap();
  // 29,690 × 68 % = 20,189.20; own 9,810.80: 1,710.80 above 8,100 × 53 % = 906.724.
  await expect(page.locator('.wa-lead, main').first()).toContainText(
    '基本医保付 20,189.20 元，大病保险再付 906.72 元，自己付 8,904.08 元',
  );
  // Its own layers, in the explanation; other ways are shown where a city says which there are (`compare.json`).
  await expect(page.getByRole('button', { name: /310\.00，全年起付线/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /52,000\.00，全年限额/ })).toBeVisible();
  await expect(page.getByText(/NaN|undefined/)).toHaveCount(0);
  for (const path of ['help/deductible/', 'benefits/', 'calendar/', 'sources/', 'sources/open/']) {
    const html = readFileSync(join(tree.folder, 'dist/yunxi', path, 'index.html'), 'utf8');
    expect(html, path).toMatch(/310|云溪/);
  }
});

test('刚建的城市写着“建设中”：有一页能读、有处可问，其他页都不冒出来', async ({ page, tree, watch }) => {
  watch.allow(/status of 404/);
  expect(readdirSync(join(tree.folder, 'dist/linhai'))).toEqual(['index.html']);
  await page.goto(BASE);
  await page.getByRole('link', { name: /临海.*建设中/ }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('临海少儿医保：建设中');
  await expect(page.getByText('问临海的医保部门')).toBeVisible();
  await expect(page.locator('main')).not.toContainText(/\d+(\.\d+)?\s*(元|%)/);
  for (const path of ['help/', 'estimate/', 'calendar/', 'sources/', 'newborn/', 'enrol/']) {
    await page.goto(`${BASE}linhai/${path}`);
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveText('没有这个页面');
  }
  await page.goto(`${BASE}me/?at=city`);
  await expect(page.getByRole('radio', { name: /云溪/ })).toBeVisible();
  await expect(page.getByRole('radio', { name: /临海/ })).toHaveCount(0);
  const first = await tree.run(['npx', 'tsx', 'scripts/cases.ts', 'src/policy/linhai/cases/first.json']);
  expect(first.output.trim()).toBe('1 passed, 0 failed');
  const again = await tree.run(['npm', 'run', '--silent', 'new-city', '--', 'linhai']);
  expect(again.status).toBe(2);
});

test('新版本上线：旧页面要的脚本还在，页面是新的', async ({ request, tree, origin }) => {
  const store = join(tree.folder, 'store');
  const built = join(tree.folder, 'dist');
  const scripts = (folder: string) => readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
  const before = join(tree.folder, 'before');
  cpSync(dist, before, { recursive: true });
  keepAssets(store, before, 5);
  const gone = scripts(before).filter((name) => !scripts(built).includes(name));
  expect(gone.length).toBeGreaterThan(0);
  const pages = readFileSync(join(built, 'index.html'), 'utf8');
  keepAssets(store, built, 5);
  for (const name of gone.slice(0, 5)) {
    const answer = await request.get(`${origin}${BASE}assets/${name}`);
    expect(answer.status(), name).toBe(200);
    expect(answer.headers()['cache-control']).toContain('immutable');
  }
  expect(readFileSync(join(built, 'index.html'), 'utf8')).toBe(pages);
});
