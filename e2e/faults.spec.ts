/** What phones do to a page: two at once, reloads, no network, a wrong clock, a far place, no storage, great magnification. */
import type { BrowserContext, Page } from '@playwright/test';
import { choose, expect, noSidewaysScroll, opened, test, wipe } from './lib/test.ts';

const DAY = new Date('2026-11-22T10:00:00+08:00');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** A further page of the same browser. */
async function another(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.clock.setFixedTime(DAY);
  return page;
}

async function outpatient(page: Page, amount: string): Promise<void> {
  await opened(page, '/shenzhen/estimate/');
  await choose(page, '门诊（含急诊，当天回家）');
  await choose(page, '深圳市内');
  await choose(page, '一级及以下（社康也是）');
  await choose(page, '是选定的');
  await page.getByRole('textbox', { name: '医保范围内的费用' }).fill(amount);
}

test.beforeEach(async ({ page }) => page.clock.setFixedTime(DAY));

test('两页同时开：一页算门诊，一页算住院，各算各的，刷新也不串', async ({ page, context }) => {
  await outpatient(page, '300');
  const other = await another(context);
  await opened(other, '/shenzhen/estimate/');
  await other.getByText('大病住院 10 万元').tap();
  await expect(heading(other)).toHaveText('这次大约能报多少');
  await page.getByRole('button', { name: '下一步' }).tap();
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(page.locator('[data-num="¥225.00"]')).toBeVisible();
  const theirs = await heading(other).evaluate(() => document.querySelector('main')?.textContent);
  for (const one of [other, page]) await one.reload();
  await expect(page.locator('[data-num="¥225.00"]')).toBeVisible();
  await expect(heading(other)).toHaveText('这次大约能报多少');
  expect(await other.evaluate(() => document.querySelector('main')?.textContent)).toBe(theirs);
});

test('两页同时开：孩子的情况和勾选两边一样，谁也不冲掉谁；一边清除，两边都空，什么也不剩', async ({
  page,
  context,
}) => {
  const other = await another(context);
  await opened(page, '/me/');
  await opened(other, '/me/?at=birth');
  for (const [name, text] of Object.entries({ 年: '2026', 月: '8', 日: '17' }))
    await other.getByRole('textbox', { name }).fill(text);
  await other.getByRole('button', { name: '下一步' }).tap();
  await expect(page.getByText(/2026年8月17日/)).toBeVisible();
  await opened(page, '/me/?at=city');
  await page.getByRole('radio', { name: /重庆/ }).tap();
  await page.getByRole('button', { name: '下一步' }).tap();
  await opened(other, '/me/');
  await expect(other.getByText(/2026年8月17日/)).toBeVisible();
  await expect(other.getByText('重庆').first()).toBeVisible();

  const guide = '/chongqing/enrol/independent-local/';
  await opened(page, guide);
  await opened(other, guide);
  const boxes = (one: Page) => one.locator('main input[type=checkbox]');
  await boxes(page).nth(0).check({ force: true });
  await expect(boxes(other).nth(0)).toBeChecked();
  await boxes(other).nth(1).check({ force: true });
  await expect(boxes(page).nth(1)).toBeChecked();
  await page.reload();
  await expect(boxes(page).nth(0)).toBeChecked();
  await expect(boxes(page).nth(1)).toBeChecked();

  await opened(page, '/shenzhen/');
  await wipe(page);
  await expect(page.getByText('已清除')).toBeVisible();
  await expect(boxes(other).nth(0)).not.toBeChecked();
  for (const one of [page, other]) {
    const kept = () => one.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
    await expect.poll(kept).toEqual([]);
  }
});

test('填到一半刷新、断网、又来网：填的都在，接着走完', async ({ page, context, watch }) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED|Failed to (load|fetch)|dynamically imported|preload|Error: \/assets\//i);
  await opened(page, '/shenzhen/estimate/');
  await choose(page, '门诊（含急诊，当天回家）');
  await page.reload();
  await page.waitForLoadState('networkidle');
  // From here on the result would be fetched ahead: it cannot be, and the page stays what it is.
  await context.setOffline(true);
  await choose(page, '深圳市内');
  await choose(page, '一级及以下（社康也是）');
  await choose(page, '是选定的');
  await page.getByRole('textbox', { name: '医保范围内的费用' }).fill('300');
  await page.getByRole('button', { name: '下一步' }).tap();
  await page.getByRole('button', { name: '看结果' }).tap();
  // Fast phones had it before the network went.
  await expect(heading(page)).toHaveText(/^(这一页没有打开|这次大约能报多少)$/);
  await context.setOffline(false);
  // A page that missed a part may load itself anew in the same moment.
  await page.reload().catch(() => page.reload());
  await expect(page.locator('[data-num="¥225.00"]')).toBeVisible();
});

test('手机的钟差几年：照样打得开，没有规定的年份就说没有，不拿别的年份来算', async ({ page }) => {
  for (const [day, words] of [
    ['2019-03-01T08:00:00+08:00', /没有.{0,8}资料|没有查到/],
    ['2031-07-01T08:00:00+08:00', /尚未公布/],
  ] as const) {
    await page.clock.setFixedTime(new Date(day));
    await opened(
      page,
      '/shenzhen/estimate/?at=result&care=inpatient&eligible=8000&level=tertiary&place=local&stay=first',
    );
    await expect(page.locator('main'), day).toContainText(words);
    for (const path of ['/shenzhen/calendar/', '/shenzhen/newborn/', '/me/?at=birth']) {
      await opened(page, path);
      await expect(heading(page), path).toBeVisible();
      await expect(page.locator('main'), path).not.toContainText(/NaN|undefined|Invalid/);
    }
  }
});

test.describe('人在夏威夷', () => {
  test.use({ timezoneId: 'Pacific/Honolulu' });
  test('日子按当地的今天算，不差一天', async ({ page }) => {
    // The 22nd in the morning in China is still the 21st there.
    await opened(page, '/shenzhen/newborn/');
    for (const [name, text] of Object.entries({ 年: '2026', 月: '11', 日: '21' }))
      await page.getByRole('textbox', { name }).fill(text);
    await page.getByRole('radio', { name: '深圳户籍', exact: true }).tap();
    await page.getByRole('button', { name: '看最晚哪天办' }).tap();
    await expect(heading(page)).toHaveText(/还剩/);
    await expect(page.locator('main')).toContainText('今天（2026年11月21日）');
  });
});

test('什么都不让存：读写都抛错，流程走得完，两页也不互相碍事', async ({ page, context }) => {
  await context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new Error('refused');
        },
      });
    }
  });
  await outpatient(page, '300');
  await page.getByRole('button', { name: '下一步' }).tap();
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(page.locator('[data-num="¥225.00"]')).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-num="¥225.00"]')).toBeVisible();
  await opened(page, '/shenzhen/');
  await wipe(page);
  await expect(page.getByText('已清除')).toBeVisible();
});

test('放大一倍：半个屏幕宽也读得全，走得完，不横滚', async ({ page }) => {
  // 200 % on a 375 px screen leaves 188 px; no phone shows less than 320 px at its own size.
  await page.setViewportSize({ width: 188, height: 334 });
  for (const path of [
    '/',
    '/shenzhen/',
    '/shenzhen/estimate/',
    '/chongqing/enrol/independent-local/',
    '/chongqing/benefits/',
  ]) {
    await opened(page, path);
    await expect(heading(page)).toBeVisible();
    await noSidewaysScroll(page);
  }
  await opened(
    page,
    '/shenzhen/estimate/?at=result&care=inpatient&eligible=8000&level=tertiary&place=local&stay=first&year=2026',
  );
  await expect(page.locator('[data-num="¥6,660.00"]').first()).toBeVisible();
  await noSidewaysScroll(page);
});
