/** What stands on screen before the script, while it comes, and when parts of it come late: nothing jumps, nothing is bare. */
import type { Page } from '@playwright/test';
import { expect, opened, test } from './lib/test.ts';

const DAY = new Date('2026-11-22T10:00:00+08:00');

/** Sum of all layout shifts so far that no touch caused. */
const shifts = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => {
          const all = list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[];
          done(all.filter(({ hadRecentInput }) => !hadRecentInput).reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(0), 300);
      }),
  );

const background = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((one) => getComputedStyle(one).backgroundColor);

for (const [how, answer] of [
  ['没有到（404）', 404],
  ['一直不来', undefined],
] as const) {
  test(`脚本${how}：首页和指引能读、有样子，链接打得开`, async ({ page, watch }) => {
    watch.allow(/status of 404/);
    await page.route('**/assets/*.js', (route) => (answer ? route.fulfill({ status: answer }) : undefined));
    const heading = page.getByRole('heading', { level: 1 });
    for (const [path, link, leads, cell] of [
      ['/', '深圳', '/shenzhen/', '.wa-cells'],
      ['/shenzhen/', /遇到问题/, '/shenzhen/help/', '.wa-cells'],
      ['/chongqing/help/', /新生儿/, /\/chongqing\/(help|pay|enrol)\/[a-z-]+\/$/, '.wa-cells'],
      ['/shenzhen/enrol/wechat-yibao/', '深圳 · 第一次参保', '/shenzhen/', '.wa-card'],
    ] as const) {
      await page.goto(path, { waitUntil: 'commit' });
      await expect(heading, path).toBeVisible();
      expect(await background(page, cell), path).toBe('rgb(255, 255, 255)');
      await expect(page.locator('footer'), path).toContainText('非官方');
      await page.getByRole('link', { name: link }).first().tap();
      await expect(page, path).toHaveURL(leads);
      await expect(heading).toBeVisible();
    }
  });
}

test('脚本来得慢：接手时没有一点跳动', async ({ page }) => {
  await page.clock.setFixedTime(DAY);
  await page.route('**/assets/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 250));
    await route.continue();
  });
  let seen = 0;
  for (const path of [
    '/',
    '/shenzhen/',
    '/shenzhen/help/',
    '/chongqing/enrol/independent-local/',
    '/shenzhen/estimate/',
    '/chongqing/enrol/',
    '/shenzhen/benefits/',
    '/chongqing/tiers/',
  ]) {
    await opened(page, path);
    expect(await shifts(page), path).toBe(0);
    seen += 1;
  }
  expect(seen).toBe(8);
});

test('页面自己的脚本：第一眼画好了就去要，一个不少，不早一步', async ({ page }) => {
  // The entry never comes: nobody else asks for them.
  let held = 0;
  await page.route('**/assets/shell-*.js', () => {
    held += 1;
  });
  let seen = 0;
  for (const path of ['/', '/shenzhen/estimate/', '/chongqing/enrol/', '/shenzhen/enrol/wechat-yibao/']) {
    const html = await (await page.request.get(path)).text();
    const own = Array.from(html.matchAll(/<link rel="after-paint"[^>]*href="([^"]+)"/g), ([, part = '']) => part);
    await page.goto(path, { waitUntil: 'commit' });
    const times = () =>
      page.evaluate(
        (parts) => ({
          paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
          asked: performance
            .getEntriesByType('resource')
            .filter(({ name }) => parts.some((part) => name.endsWith(part)))
            .map(({ startTime }) => startTime),
        }),
        own,
      );
    await expect.poll(async () => (await times()).asked.length, { message: path }).toBe(own.length);
    const { paint, asked } = await times();
    expect(own.length, path).toBeGreaterThan(0);
    // The browser rounds the two clocks apart.
    expect(Math.min(...asked), path).toBeGreaterThan(paint - 20);
    seen += own.length;
  }
  expect(seen).toBeGreaterThanOrEqual(10);
  expect(held).toBe(4);
});

test('账本那一页：这座城市的限额也一起要，不多等一个来回', async ({ page }) => {
  for (const city of ['shenzhen', 'chongqing']) {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await opened(page, `/${city}/ledger/`);
    await expect(page.getByText('还没有记过')).toBeVisible();
    const html = await (await page.request.get(`/${city}/ledger/`)).text();
    const late = asked.filter((path) => /\/ledger-[^/]+\.js$/.test(path) && !html.includes(`"${path}"`));
    expect(late).toEqual([]);
    expect(asked.filter((path) => /\/ledger-[^/]+\.js$/.test(path)).length, asked.join()).toBeGreaterThanOrEqual(2);
  }
});

test('浏览器不报第一眼画好没有：页面照样接得上', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'PerformanceObserver'));
  await opened(page, '/shenzhen/estimate/');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: '下一步' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('在哪里看');
});

test('样式跟着那一块来：来之前什么都不露，来了才换', async ({ page }) => {
  await page.clock.setFixedTime(DAY);
  await opened(page, '/shenzhen/');
  const held: (() => void)[] = [];
  await page.route(/\/assets\/[^/]+\.css$/, async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  const letGo = async () => {
    await expect.poll(() => held.length).toBeGreaterThan(0);
    // The script of the part is there by now; only its styles are not.
    await page.waitForTimeout(300);
    for (const go of held.splice(0)) go();
  };
  // A guide does not bring the styles of a source; a table's page does.
  await opened(page, '/shenzhen/help/inpatient/');
  await page.locator('[data-num]').first().tap();
  const sheet = page.locator('.wa-sheet');
  const opening = letGo();
  await page.waitForTimeout(250);
  await expect(sheet).toHaveCount(0);
  await opening;
  await expect(sheet).toBeVisible();
  expect(await background(page, '.wa-sheet')).toBe('rgb(255, 255, 255)');
  await letGo();
  await expect(page.getByRole('dialog')).toContainText('可靠程度');

  await opened(page, '/shenzhen/');
  const heading = page.getByRole('heading', { level: 1 });
  const before = await heading.innerText();
  await page.getByRole('link', { name: /待遇一览/ }).tap();
  const later = letGo();
  await page.waitForTimeout(250);
  await expect(heading).toHaveText(before);
  await later;
  await expect(heading).toHaveText('待遇一览');
  expect(
    await page
      .locator('table')
      .first()
      .evaluate((one) => getComputedStyle(one).borderCollapse),
  ).toBe('collapse');
});

test('缺了一份样式：和缺了脚本一样，重新打开一次，再不行有话说', async ({ page, watch }) => {
  watch.allow(/404|Failed to load|preload|assets\/.*\.css/i);
  await opened(page, '/shenzhen/');
  await page.route(/\/assets\/tables-[\w-]+\.css$/, (route) => route.fulfill({ status: 404 }));
  const second = page.waitForRequest(/\/shenzhen\/benefits\/\?v=\w+/);
  await page.getByRole('link', { name: /待遇一览/ }).tap();
  await second;
  // Opened by itself, the page carries its styles.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('待遇一览');
  expect(
    await page
      .locator('table')
      .first()
      .evaluate((one) => getComputedStyle(one).borderCollapse),
  ).toBe('collapse');
});
