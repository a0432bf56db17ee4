/** What is done on a page whose script is not there yet is done once it is; nothing of it ends the loading. */
import type { Page, Route } from '@playwright/test';
import { expect, standing, test } from './lib/test.ts';

test.beforeEach(async ({ page }) => page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00')));

/** Opens a page whose scripts wait; @returns what lets them come */
async function opening(page: Page, path: string): Promise<() => void> {
  const waiting: Route[] = [];
  let open = false;
  await page.route('**/assets/*.js', (route) => (open ? route.continue() : void waiting.push(route)));
  await page.goto(path, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return () => {
    open = true;
    for (const route of waiting) void route.continue();
  };
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

for (const [path, answer, next] of [
  ['/shenzhen/estimate/', '住院', '在哪里看的病？'],
  ['/chongqing/enrol/', /^不在重庆/, '孩子是哪种情况？'],
  ['/chongqing/slip/', '住院', '孩子是怎样参保的？'],
] as const) {
  test(`脚本还没到就选好、点了下一步：${path} 到了就往下走，返回还在`, async ({ page }) => {
    const come = await opening(page, path);
    const first = await heading(page).innerText();
    await page.getByRole('radio', { name: answer }).first().tap();
    const go = page.getByRole('button', { name: '下一步' });
    await go.tap();
    await go.tap();
    await page.waitForTimeout(300);
    come();
    await expect(heading(page)).toHaveText(next);
    await page.goBack();
    await expect(heading(page)).toHaveText(first);
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
  });
}

test('脚本还没到就点了数字：到了就打开它的出处，只打开一次', async ({ page }) => {
  const come = await opening(page, '/shenzhen/help/inpatient/');
  await page.locator('[data-num="92%"]').first().tap();
  come();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(page.getByRole('dialog')).toContainText('92%');
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('脚本还没到就点了大字版：到了就换', async ({ page }) => {
  const come = await opening(page, '/shenzhen/help/not-shown/');
  await page.getByRole('button', { name: '换成大字版' }).tap();
  come();
  await expect(page.getByRole('button', { name: '换回普通字' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'care');
});

test('接手的当口点的数字，只算一次', async ({ page }) => {
  for (const wait of [0, 30, 60, 120, 240]) {
    const come = await opening(page, '/shenzhen/help/inpatient/');
    come();
    await page.waitForTimeout(wait);
    await page.locator('[data-num="92%"]').first().tap();
    await expect(page.getByRole('dialog'), String(wait)).toHaveCount(1);
    // Back closes it once and for all: two would leave a second one in the history.
    await page.goBack();
    await expect(page.getByRole('dialog'), String(wait)).toHaveCount(0);
    await standing(page);
    await expect(page.getByRole('dialog'), String(wait)).toHaveCount(0);
    await page.unroute('**/assets/*.js');
  }
});

test('脚本还没到就填的日期：三格都在', async ({ page }) => {
  const come = await opening(page, '/chongqing/newborn/');
  const parts = { 年: '2026', 月: '11', 日: '5' };
  for (const [name, value] of Object.entries(parts)) await page.getByRole('textbox', { name }).fill(value);
  come();
  await standing(page);
  for (const [name, value] of Object.entries(parts))
    await expect(page.getByRole('textbox', { name })).toHaveValue(value);
  await page.getByRole('button', { name: '看最晚哪天办' }).tap();
  await expect(heading(page)).toHaveText('还剩 73 天');
});
