import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, fits, noSidewaysScroll, opened, test } from './lib/test.ts';

const on = (page: Page, day: string) => page.clock.setFixedTime(new Date(`${day}T10:00:00+08:00`));
const entry = (page: Page, title: string | RegExp) =>
  page.locator('.cal-day').filter({ has: page.getByRole('heading', { level: 3, name: title }) });

/** A child as the phone keeps it. */
const keep = (page: Page, born: string, city: string) =>
  page.addInitScript(
    ([date, id]) => {
      const [year, month, day] = (date ?? '').split('-').map((part) => String(Number(part)));
      const child = { name: '', birth: { year, month, day }, city: id };
      localStorage.setItem('wa-yibao:children', JSON.stringify({ state: { children: [child], at: 0 }, version: 1 }));
    },
    [born, city],
  );

async function calendar(page: Page, city: string, today: string, born: string): Promise<void> {
  await on(page, today);
  await keep(page, born, city);
  await opened(page, `/${city}/calendar/`);
}

/** Day, city, birth date, entry, what stands beside its date. */
const walks: [day: string, city: string, born: string, title: string, left: string][] = [
  ['2026-08-31', 'shenzhen', '2020-05-01', '9 月集中参保，交一个学年的', '1 天后开始'],
  ['2026-09-01', 'shenzhen', '2020-05-01', '9 月集中参保，交一个学年的', '正在进行，还剩 29 天'],
  ['2026-09-30', 'shenzhen', '2020-05-01', '9 月集中参保，交一个学年的', '今天是最后一天'],
  ['2026-12-31', 'chongqing', '2020-05-01', '缴下一年的，不要拖过这天', '就是今天'],
  // That day has a figure for each tier.
  ['2026-01-01', 'chongqing', '2020-05-01', '门诊限额重新算', '就是今天'],
  ['2027-01-01', 'chongqing', '2020-05-01', '门诊限额重新算', '就是今天'],
  ['2028-02-29', 'shenzhen', '2028-02-29', '新生儿参保的最后一天', '还剩 182 天'],
];
for (const [day, city, born, title, left] of walks) {
  test(`${day}：${title} ${left}`, async ({ page }) => {
    await calendar(page, city, day, born);
    const found = entry(page, title).first();
    await expect(found.locator('.cal-left')).toHaveText(left);
    await expect(found).toContainText('依据：《');
    await noSidewaysScroll(page);
  });
}

test('日期带星期，点开有规定、原文和文件；提醒里没有孩子的生日', async ({ page }) => {
  await calendar(page, 'shenzhen', '2026-11-22', '2026-08-10');
  const newborn = entry(page, '新生儿参保的最后一天');
  await expect(newborn).toContainText('2027年2月10日 星期三');
  await expect(newborn.locator('.cal-left')).toHaveText('还剩 80 天');
  await newborn.locator('[data-num]').tap();
  await expect(page.getByRole('dialog')).toContainText('出生后6个月内办理');
  await expect(page.getByRole('dialog')).toContainText('少儿参保缴费热点问答');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  const copy = newborn.getByRole('button', { name: /复制提醒/ });
  const name = (await copy.getAttribute('aria-label')) ?? '';
  expect(name).toContain('2027年2月10日（星期三）');
  expect(name).toContain('/shenzhen/calendar/');
  expect(name).not.toContain('8月10日');
  await expect(page.getByRole('button', { name: '存进手机日历' })).toHaveCount(0);
  expect(page.url()).not.toMatch(/2026|\?/);
});

test('没有填生日：只有每年的日子，请人去填', async ({ page }) => {
  await on(page, '2026-11-22');
  await opened(page, '/chongqing/calendar/');
  await expect(entry(page, '新生儿参保的最后一天')).toHaveCount(0);
  await expect(entry(page, '门诊限额重新算').first()).toContainText('2027年1月1日 星期五');
  await expect(page.getByRole('link', { name: /填上孩子的生日/ })).toHaveAttribute('href', '/me/');
});

test.describe('微信以外', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/138.0.0.0 Mobile Safari/537.36' });
  test('存进手机日历：点了才取，内容是接下来的日子', async ({ page }) => {
    await calendar(page, 'shenzhen', '2026-11-22', '2026-08-10');
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: '存进手机日历' }).tap();
    const file = readFileSync(await (await waiting).path(), 'utf8');
    expect(file).toContain('BEGIN:VCALENDAR');
    expect(file).toContain('DTSTART;VALUE=DATE:20270210');
    expect(file.match(/BEGIN:VEVENT/g)?.length).toBe(8);
  });
});

test('无障碍、大字和窄屏', async ({ page }) => {
  for (const city of ['shenzhen', 'chongqing']) {
    await calendar(page, city, '2026-11-22', '2026-08-10');
    await fits(page);
  }
});
