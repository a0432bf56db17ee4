/** What is fetched ahead is there at the tap: a page that says 正在打开 for a moment says it for a third of a second. */
import type { Page } from '@playwright/test';
import { expect, opened, test } from './lib/test.ts';

declare global {
  interface Window {
    /** What pages said while they were waited for. */
    waited: string[];
  }
}

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00'));
  await page.addInitScript(() => {
    window.waited = [];
    new MutationObserver(() => {
      for (const one of document.querySelectorAll('.wa-opening')) window.waited.push(one.textContent ?? '');
    }).observe(document, { childList: true, subtree: true });
  });
});

/** Everything that is fetched ahead has come; what was waited for until then is forgotten. */
async function allHere(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  // What came is still to be read.
  await page.waitForTimeout(1000);
  await page.evaluate(() => {
    window.waited = [];
  });
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const waited = (page: Page) => page.evaluate(() => window.waited);

test('填完金额，点了就是结果', async ({ page }) => {
  await opened(page, '/shenzhen/estimate/?at=costs&care=inpatient&level=tertiary&place=local&stay=first');
  await page.getByRole('textbox', { name: /医保范围内的费用/ }).fill('8000');
  await page.getByRole('button', { name: '下一步' }).tap();
  await allHere(page);
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(heading(page)).toHaveText('这次大约能报多少');
  expect(await waited(page)).toEqual([]);
});

test('答完最后一题，点了就是办法，每一条都在', async ({ page }) => {
  await opened(page, '/shenzhen/enrol/?age=under7&at=newborn&hukou=local&school=no');
  await page.getByRole('radio', { name: /是，还在 6 个月以内/ }).tap();
  await allHere(page);
  await page.getByRole('button', { name: /下一步|看结果/ }).tap();
  await expect(page.getByText('你的选择（点一行修改）')).toBeVisible();
  expect(await waited(page)).toEqual([]);
});

test('记过账的家庭：看城市首页时账本已经读好，点了就开；没记过的不去读', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await opened(page, '/shenzhen/');
  await allHere(page);
  expect(asked.filter((url) => /\/family-ledger-/.test(url))).toEqual([]);
  await page.evaluate(() => {
    const children = [{ id: 'aaaaaaaaaa', name: '豆豆', birth: { year: '2020', month: '5', day: '1' } }];
    localStorage.setItem('wa-yibao:children', JSON.stringify({ state: { children, at: 0 }, version: 1 }));
  });
  // How soon it is read depends on the machine; that it is, does not.
  await expect(async () => {
    const book = page.waitForResponse(/\/family-ledger-/);
    await opened(page, '/shenzhen/');
    await book;
    await allHere(page);
    await page.getByRole('link', { name: /家庭账本/ }).tap();
    await expect(page.getByText('还没有记过')).toBeVisible();
    expect(await waited(page)).toEqual([]);
  }).toPass();
});
