/** 按我知道的新数字算: one's own figure in the place of a sourced one, marked everywhere, one tap back. */
import type { Page } from '@playwright/test';
import { barriers, expect, fits, opened, test, wipe } from './lib/test.ts';

const DAY = new Date('2026-11-22T10:00:00+08:00');
test.beforeEach(async ({ page }) => page.clock.setFixedTime(DAY));

const RESULT =
  '/shenzhen/estimate/?at=result&care=outpatient&eligible=1000&level=primary&outpatient=2500&place=local&standing=selected&year=2026';
const bar = (page: Page) => page.getByRole('status').filter({ hasText: '按你填的' });
const limit = (page: Page) => page.getByRole('button', { name: /普通门诊一年最多报销/ });

async function putIn(page: Page, value: string): Promise<void> {
  await page.getByRole('button', { name: '知道更新的数字？' }).tap();
  await page.getByRole('textbox', { name: /普通门诊一年最多报销（2026年）/ }).fill(value);
  await page.getByRole('button', { name: '按这个数字算' }).tap();
}

test('结果页：填自己的限额，处处标明，一点就回', async ({ page }) => {
  await opened(page, RESULT);
  // 1000 × 75 % = 750, of which 2655.86 − 2500 = 155.86 are left
  await expect(page.locator('[data-num="¥155.86"]')).toBeVisible();
  await limit(page).tap();
  const sheet = page.getByRole('dialog', { name: '普通门诊一年最多报销' });
  await putIn(page, '二千七');
  await expect(sheet.getByText('请只填数字')).toBeVisible();
  await page.getByRole('textbox').fill('2,655.86');
  await page.getByRole('button', { name: '按这个数字算' }).tap();
  await expect(sheet.getByText('和资料里的一样，不用填。')).toBeVisible();
  await page.getByRole('textbox').fill('２，７００');
  await page.getByRole('button', { name: '按这个数字算' }).tap();
  await expect(sheet.getByText('你自己填的，不是来源里的数字。用在2026年。')).toBeVisible();
  await expect(sheet).toContainText('2,655.86');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await expect(page.locator('[data-num="¥200.00"]')).toBeVisible();
  await expect(bar(page)).toContainText('普通门诊一年最多报销 2,700.00 元（资料里是 2,655.86 元）');
  await expect(page.locator('main .wa-own', { hasText: /^你填的$/ })).toHaveCount(1);
  await expect(page.locator('main').getByText('按你填的算', { exact: true })).toHaveCount(2);
  await page.locator('[data-num="¥200.00"]').tap();
  await expect(page.getByRole('dialog', { name: '医保约付怎么算的' })).toContainText('你自己填的，不是来源里的数字');
  await page.keyboard.press('Escape');

  await page.reload();
  await expect(page.locator('[data-num="¥200.00"]')).toBeVisible();
  await limit(page).tap();
  await page.getByRole('button', { name: '用回资料的数字 2,655.86 元' }).tap();
  await expect(page.getByRole('button', { name: '知道更新的数字？' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-num="¥155.86"]')).toBeVisible();
});

test('分享、换年份、一点就回', async ({ page }) => {
  await opened(page, RESULT);
  await limit(page).tap();
  await putIn(page, '2700');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-num="¥200.00"]')).toBeVisible();
  // Never in an address, not even of a link that is shared with amounts; the text says whose figure it is.
  expect(page.url()).not.toContain('2700');
  await page.getByRole('button', { name: '分享' }).tap();
  await page.getByRole('checkbox').check();
  const text = page.locator('[data-share-text]');
  await expect(text).toContainText('按自己填的普通门诊一年最多报销 2,700.00 元算，不是公布的数字');
  await expect(text).toContainText('outpatient=2500');
  expect(await text.innerText()).not.toMatch(/https?:\S*2700/);
  await page.keyboard.press('Escape');

  // Another year, another city: what is printed.
  await opened(page, RESULT.replace('year=2026', 'year=2025'));
  await expect(page.locator('[data-num="¥119.60"]')).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
  await opened(page, RESULT);
  await bar(page).getByRole('button', { name: '用回资料的数字' }).tap();
  await expect(page.locator('[data-num="¥155.86"]')).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
  await expect(page.locator('.wa-own')).toHaveCount(0);
});

test('没公布的年份说缺哪些；清除我的填写也清掉自己的数字', async ({ page }) => {
  await opened(page, RESULT);
  await limit(page).tap();
  await putIn(page, '2700');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeVisible();
  await opened(page, '/shenzhen/');
  await wipe(page);
  await opened(page, RESULT);
  await expect(page.locator('[data-num="¥155.86"]')).toBeVisible();
  await page.clock.setFixedTime(new Date('2027-02-01T10:00:00+08:00'));
  await opened(page, RESULT.replace('year=2026', 'year=2027'));
  await page.getByText(/^这一年还缺 \d+ 项$/).tap();
  await expect(page.getByText('只填一个数字也算不出来')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '普通门诊一年最多报销' })).toBeVisible();
});

test('小屏、大字也放得下', async ({ page }) => {
  await opened(page, RESULT);
  await limit(page).tap();
  await putIn(page, '2700');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeVisible();
  await fits(page);
});

const FEE = '/shenzhen/premium/?at=result&newborn=0&pay=';
const price = (page: Page) => page.getByRole('main').getByRole('button', { name: /，每月个人缴费，看出处/ });

test('要交多少：填自己的基数、没公布的单价，处处标明，一点就回', async ({ page }) => {
  await opened(page, `${FEE}2026-10-01`);
  await expect(page.locator('[data-num="¥446.16"]').first()).toBeVisible();
  await page.getByRole('button', { name: /缴费基数.*看出处/ }).tap();
  const base = page.getByRole('dialog', { name: '缴费基数' });
  await base.getByRole('button', { name: '知道更新的数字？' }).tap();
  await base.getByRole('textbox', { name: /2026年9月至2027年8月/ }).fill('7000');
  await base.getByRole('button', { name: '按这个数字算' }).tap();
  await expect(base).toContainText('你自己填的，不是来源里的数字');
  await expect(base).toContainText('6,760');
  await page.keyboard.press('Escape');
  // 7000 × 0.6 % = 42; 11 months
  await expect(page.locator('[data-num="¥462"]').first()).toBeVisible();
  await expect(bar(page)).toContainText('7,000.00 元（资料里是 6,760.00 元）');
  await expect(page.locator('main .wa-own', { hasText: /^你填的$/ })).toHaveCount(1);
  await expect(page.locator('main').getByText('486.72')).toHaveCount(0);
  await price(page).first().tap();
  await expect(page.getByRole('dialog', { name: '每月个人缴费' })).toContainText('7000 × 0.6% = 42.00');
  await page.keyboard.press('Escape');

  expect(page.url()).not.toContain('7000');
  await page.getByRole('button', { name: '分享' }).tap();
  const text = page.locator('[data-share-text]');
  await expect(text).toContainText(/按自己填的缴费基数.*算，不是公布的数字/);
  expect(await text.innerText()).not.toMatch(/https?:\S*7000/);
  await page.keyboard.press('Escape');

  // Another open page follows, there and back.
  const other = await page.context().newPage();
  await other.clock.setFixedTime(DAY);
  await opened(other, `${FEE}2026-10-01`);
  await bar(other).getByRole('button', { name: '用回资料的数字' }).tap();
  await expect(page.locator('[data-num="¥446.16"]').first()).toBeVisible();
  await expect(page.locator('.wa-own')).toHaveCount(0);
  await other.close();

  // A year that is not published: the price alone is missing.
  await opened(page, `${FEE}2027-09-01`);
  await page.getByText('已经知道新的每月个人缴费？').tap();
  const asked = page.getByRole('dialog', { name: '每月个人缴费' });
  await asked.getByRole('textbox', { name: /2027年9月至2028年8月/ }).fill('42.5');
  await asked.getByRole('button', { name: '按这个数字算' }).tap();
  await expect(page.locator('[data-num="¥510"]').first()).toBeVisible();
  await expect(bar(page)).toContainText('每月个人缴费 42.50 元（资料里还没有）');
  await page.reload();
  await price(page).first().tap();
  await page.getByRole('button', { name: '不用我填的数字' }).tap();
  await expect(page.getByRole('heading', { name: '本年度标准尚未公布' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(bar(page)).toHaveCount(0);
});
