/** The result looked at from other sides: other ways, the picture, the reasons. */
import type { Page } from '@playwright/test';
import { expect, noSidewaysScroll, opened, test } from './lib/test.ts';

const CLINIC =
  '/shenzhen/estimate/?at=result&care=outpatient&eligible=1000&level=tertiary&place=local&standing=none&year=2026';

test.beforeEach(async ({ page }) => page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00')));

const ways = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: '同一张单子，换一种情形' }) });

const reasons = (page: Page) => page.getByRole('list', { name: '原因' }).getByRole('listitem');

test('同一张单子换一种情形：从便宜到贵，少付多少，去哪里办，回来还在 @layout', async ({ page }) => {
  await opened(page, CLINIC);
  // 55 % of 1000 at the same hospital, had it been the selected one
  await expect(reasons(page)).toHaveText([/^没在选定的机构看，普通门诊不付多付 ¥550\.00去选定一家社康$/]);
  const groups = ways(page).locator('.cmp-group');
  await expect(groups).toHaveCount(4);
  // selected: primary 75 %, secondary 65 %, tertiary 55 % of 1000
  await expect(groups.nth(0)).toContainText('少付 750.00 元');
  await expect(groups.nth(1)).toContainText('少付 650.00 元');
  await expect(groups.nth(2)).toContainText('少付 550.00 元');
  await expect(groups.nth(3)).toContainText('没选定，直接去三级医院你填的');
  await expect(groups.nth(0).getByText('选定的社康', { exact: true })).toBeVisible();
  await ways(page).getByRole('button', { name: '看全部 9 种' }).tap();
  await expect(ways(page).locator('.cmp-way')).toHaveCount(9);
  await expect(ways(page).getByRole('button', { name: '看全部' })).toHaveCount(0);
  await noSidewaysScroll(page);
  await ways(page).getByRole('link', { name: '选定一家社康，去那里看' }).tap();
  await expect(page).toHaveURL(/\/shenzhen\/clinic\/$/);
  await page.goBack();
  await expect(page.getByText('一共 1,000.00 元，这次医保不付')).toBeVisible();
  await expect(groups).toHaveCount(4);
});

test('重庆：换档要等下次参保，写明从哪天起；为什么少，一条一条的', async ({ page }) => {
  await opened(
    page,
    '/chongqing/estimate/?at=result&care=inpatient&eligible=10000&enrolment=independent&level=tertiary&tier=one&year=2026',
  );
  // (10000 − 100) × 90 % = 8910 paid; as it is: (10000 − 800) × 55 % = 5060
  await expect(ways(page).locator('.cmp-group').first()).toContainText('少付 3,850.00 元');
  await expect(ways(page).getByRole('link', { name: '下次参保时选二档，2027年1月1日起才算' }).first()).toBeVisible();
  await expect(ways(page)).not.toContainText('随监护人');
  // 45 % of 9200 beyond the share; a primary hospital; the deductible; 5 % of 9200 for tier two
  await expect(reasons(page)).toContainText(['自己付 ¥4,140.00', '多付 ¥3,355.00', '自己付 ¥800.00']);
  await page.getByRole('button', { name: '看全部 4 条' }).tap();
  await expect(reasons(page).last()).toContainText('缴的是一档，报得比二档少多付 ¥460.00');
});
