/** Who comes back finds the place again: a page that is drawn in two steps is too short for it in the first. */
import type { Page } from '@playwright/test';
import { expect, opened, test } from './lib/test.ts';

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00'));
});

const place = (page: Page) => page.evaluate(() => Math.round(scrollY));
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Goes by a link far down the page, and back. */
async function thereAndBack(page: Page, link: RegExp): Promise<void> {
  const title = (await heading(page).textContent()) ?? '';
  const way = page.locator('main a[href^="/"]').filter({ hasText: link }).last();
  await way.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 40));
  const before = await place(page);
  expect(before, 'the link is below the first screen').toBeGreaterThan(300);
  await way.tap();
  await expect(heading(page)).not.toHaveText(title);
  await page.goBack();
  await expect(heading(page)).toHaveText(title);
  await expect.poll(() => place(page)).toBe(before);
}

test('从结果去对结算单，回来还在原处', async ({ page }) => {
  await opened(page, '/shenzhen/estimate/?at=costs&care=inpatient&level=tertiary&place=local&stay=first');
  await page.getByRole('textbox', { name: /医保范围内的费用/ }).fill('8000');
  await page.getByRole('button', { name: '下一步' }).tap();
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(heading(page)).toHaveText('这次大约能报多少');
  await thereAndBack(page, /和医院的结算单对不上/);
});

test('链接里的办法：去看步骤，回来还在原处', async ({ page }) => {
  await opened(page, '/shenzhen/enrol/?age=under7&at=result&hukou=local&newborn=yes&school=no');
  await thereAndBack(page, /./);
});

for (const path of ['/shenzhen/', '/chongqing/benefits/', '/shenzhen/help/'])
  test(`${path}：点进去，回来还在原处`, async ({ page }) => {
    await opened(page, path);
    await thereAndBack(page, /./);
  });

test('再往前，也在刚才看到的地方；看的时候换了地址也一样', async ({ page }) => {
  // What is foreign in an address goes while the page stands.
  await opened(page, '/chongqing/help/?from=group');
  await expect(page).toHaveURL(/\/chongqing\/help\/$/);
  await page.locator('main a[href^="/"]').last().tap();
  await expect(heading(page)).not.toHaveText('遇到问题');
  await page.evaluate(() => scrollTo(0, 180));
  // A page is told of it in the next frame, which a finger that goes back always leaves it.
  await page.evaluate(() => new Promise((told) => requestAnimationFrame(() => setTimeout(told))));
  await expect.poll(() => place(page)).toBe(180);
  await page.goBack();
  await expect(heading(page)).toHaveText('遇到问题');
  expect(await place(page)).toBeGreaterThan(300);
  await page.goForward();
  await expect(heading(page)).not.toHaveText('遇到问题');
  await expect.poll(() => place(page)).toBe(180);
  // Loaded anew it is the browser that finds it.
  await page.reload();
  await expect.poll(() => place(page)).toBe(180);
});

test('打开出处时刷新了，关上还在原处', async ({ page }) => {
  await opened(page, '/chongqing/benefits/');
  const figure = page.locator('main button.wa-figure').nth(20);
  await figure.scrollIntoViewIfNeeded();
  await figure.tap();
  await expect(page.getByRole('dialog')).toBeVisible();
  const before = await place(page);
  expect(before).toBeGreaterThan(300);
  await page.reload();
  await page.waitForLoadState('networkidle');
  await page.goBack();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(() => place(page)).toBe(before);
});
