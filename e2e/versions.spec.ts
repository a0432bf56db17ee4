import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { choose, expect, opened, test } from './lib/test.ts';

interface Fixture {
  links: { link: string; h1?: string; number?: string }[];
  broken: { link: string; opens?: string; h1?: string; says?: string }[];
}

const { links, broken }: Fixture = JSON.parse(
  readFileSync(join(import.meta.dirname, '../tests/fixtures/links.json'), 'utf8'),
);

/** The next link is opened by someone who was never here. */
async function forget(page: Page): Promise<void> {
  await page.goto('/robots.txt');
  await page.evaluate(() => localStorage.clear());
}

test.beforeEach(async ({ page }) => page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00')));

test('发出去过的链接都还打得开，没有一句“没看懂”', async ({ page }) => {
  test.slow();
  expect(links.length).toBeGreaterThanOrEqual(24);
  for (const { link, h1, number } of links) {
    await opened(page, link);
    const heading = page.getByRole('heading', { level: 1 });
    if (h1) await expect(heading, link).toHaveText(h1);
    await expect(heading, link).not.toHaveText('没有这个页面');
    if (number) await expect(page.locator(`[data-num="${number}"]`).first(), link).toBeVisible();
    await expect(page.getByText(/没看懂|没有打开/), link).toHaveCount(0);
    await forget(page);
  }
});

test('看不懂的链接：打开最近的一页，说出没看懂什么，地址也改对', async ({ page, watch }) => {
  test.slow();
  watch.allow(/status of 404/);
  expect(broken.length).toBeGreaterThanOrEqual(12);
  for (const { link, opens, h1, says } of broken) {
    await opened(page, link);
    if (opens) await expect(page, link).toHaveURL(opens);
    if (h1) await expect(page.getByRole('heading', { level: 1 }), link).toHaveText(h1);
    if (says) await expect(page.getByRole('status').filter({ hasText: says }), link).toBeVisible();
    const said = await page.locator('.wa-banner').count();
    expect(said, link).toBe(says ? 1 : 0);
    if (says) {
      await page.getByRole('button', { name: '知道了' }).tap();
      await expect(page.locator('.wa-banner'), link).toHaveCount(0);
    }
    await forget(page);
  }
});

test('A23 有新版本：一条提示，不自己刷新，填的都在；点了才换', async ({ page }) => {
  await page.route('**/version.json*', (route) =>
    route.fulfill({ json: { build: 'newer01', policyDate: '2027-01-01' } }),
  );
  await opened(page, '/shenzhen/estimate/');
  const bar = page.getByRole('status').filter({ hasText: '规则已更新' });
  await expect(bar).toHaveCount(1);
  await choose(page, '门诊（含急诊，当天回家）');
  await choose(page, '深圳市内');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(bar).toHaveCount(1);
  expect(page.url()).not.toContain('v=');
  const reloaded = page.waitForRequest(/[?&]v=newer01/);
  await bar.getByRole('button', { name: '点此刷新' }).tap();
  await reloaded;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('医院是几级的？');
  await expect.poll(() => page.url()).not.toContain('v=');
  await page.goBack();
  await expect(page.getByRole('radio', { name: '深圳市内' })).toBeChecked();
});

test('A23 缺了结果那一块：说没有打开，不会一直转下去', async ({ page, watch }) => {
  watch.allow(/404|Failed to (load|fetch)|dynamically imported|preload/i);
  let asked = 0;
  await page.route(/\/assets\/(result|below)-[\w-]+\.js/, (route) => {
    asked += 1;
    return route.fulfill({ status: 404, body: 'gone' });
  });
  // `v`: this is already the second try.
  await opened(
    page,
    '/shenzhen/estimate/?at=costs&care=outpatient&level=tertiary&place=local&standing=none&year=2026&v=old',
  );
  await page.getByRole('textbox').first().fill('100');
  await page.getByRole('button', { name: '下一步' }).tap();
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这一页没有打开');
  const before = asked;
  await page.waitForTimeout(2500);
  expect(asked).toBe(before);
  expect(before).toBeGreaterThan(0);
  // The screen before is not what failed.
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('今年已经用过多少医保？');
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这一页没有打开');
  await page.unrouteAll();
  await page.getByRole('button', { name: '重新打开' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('这一页没有打开');
});

test('A23 没有新版本就什么也不说；问不到也什么都不说', async ({ page, watch }) => {
  watch.allow(/Failed to load resource/);
  await opened(page, '/shenzhen/');
  await page.route('**/version.json*', (route) => route.abort());
  const asked = page.waitForEvent('requestfailed');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await asked;
  await expect(page.locator('.wa-banner')).toHaveCount(0);
});

test('A23 缺了一块脚本：重新打开一次，再不行有一页能读的话', async ({ page, watch }) => {
  watch.allow(/404|Failed to (load|fetch)|dynamically imported|preload/i);
  await opened(page, '/shenzhen/');
  let asked = 0;
  await page.route(/\/assets\/(JourneyPage|tables)-[\w-]+\.js/, (route) => {
    asked += 1;
    return route.fulfill({ status: 404, body: 'gone' });
  });
  const second = page.waitForRequest(/\/shenzhen\/help\/\?v=\w+/);
  await page.getByRole('link', { name: /遇到问题/ }).tap();
  await second;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这一页没有打开');
  await expect(page.getByRole('button', { name: '重新打开' })).toBeVisible();
  expect(asked).toBeGreaterThanOrEqual(2);
  // It does not turn in circles.
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.waitForTimeout(1500);
  expect(requests.filter((url) => url.includes('/help/'))).toEqual([]);
  await page.unrouteAll();
  await page.getByRole('button', { name: '重新打开' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('遇到问题');
});

test('A23 缺了一块，网也不通：不重新打开，眼前这一页还在', async ({ page, watch }) => {
  watch.allow(/Failed to (load|fetch)|dynamically imported|preload/i);
  await opened(page, '/shenzhen/');
  await page.route(/\/assets\/(JourneyPage|tables)-[\w-]+\.js|version\.json/, (route) => route.abort());
  const documents: string[] = [];
  page.on('request', (request) => request.isNavigationRequest() && documents.push(request.url()));
  await page.getByRole('link', { name: /遇到问题/ }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这一页没有打开');
  await page.waitForTimeout(500);
  expect(documents).toEqual([]);
  await page.unrouteAll();
  await page.goBack();
  await page.waitForTimeout(1600);
  await page.getByRole('link', { name: /遇到问题/ }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('遇到问题');
});

test('A23 出处那一块没取到：同一版就说再点一次，有了新版才重新打开', async ({ page, watch }) => {
  watch.allow(/404|Failed to (load|fetch)|dynamically imported|preload/i);
  await page.route(/\/assets\/evidence-[\w-]+\.js|version\.json/, (route) =>
    route.request().url().includes('version.json') ? route.continue() : route.fulfill({ status: 404, body: 'gone' }),
  );
  const documents: string[] = [];
  page.on('request', (request) => request.isNavigationRequest() && documents.push(request.url()));
  await opened(page, '/shenzhen/benefits/');
  const figure = page.locator('.wa-stack [data-num]').first();
  await figure.tap();
  await expect(page.getByText(/没有取到/)).toBeVisible();
  await page.waitForTimeout(500);
  expect(documents).toHaveLength(1);
  await page.route('**/version.json*', (route) =>
    route.fulfill({ json: { build: 'newer01', policyDate: '2027-01-01' } }),
  );
  await page.goBack();
  const second = page.waitForRequest(/\/shenzhen\/benefits\/\?v=newer01/);
  await figure.tap();
  await second;
});
