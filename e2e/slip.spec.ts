/** 和结算单对一对: the slip typed in, what differs from the rules, and why it may. */
import type { Page } from '@playwright/test';
import { choose, expect, fits, opened, test } from './lib/test.ts';

test.beforeEach(async ({ page }) => page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00')));

const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const see = (page: Page) => page.getByRole('button', { name: '看结果' }).tap();
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const firstCause = (page: Page) => page.locator('.slip-cause').first();

test('深圳：冷启动答几个问题，对得上；改一行，按单子找出没有按选定的机构算', async ({ page }) => {
  await opened(page, '/shenzhen/');
  await page.getByRole('link', { name: /和结算单对一对/ }).tap();
  await expect(heading(page)).toHaveText('和结算单对一对');
  await choose(page, '门诊（含急诊，当天回家）');
  await choose(page, '深圳市内');
  await choose(page, '二级');
  await choose(page, '是选定的');
  await expect(heading(page)).toHaveText('结算单上写的是多少？');
  await see(page);
  await expect(page.getByRole('alert')).toContainText('没有付就填 0');
  await field(page, '总费用').fill('１，０００元');
  await field(page, '统筹基金支付').fill('1001');
  await see(page);
  await expect(page.getByRole('alert')).toContainText('不能比“总费用”多');
  await field(page, '统筹基金支付').fill('585');
  await field(page, /^个人自付/).fill('315');
  await field(page, /^自费/).fill('100');
  await see(page);
  // (1000 − 100) × 65 % = 585
  await expect(heading(page)).toHaveText('和规定对得上');
  await expect(page.getByText('一分不差，可以放心')).toBeVisible();
  expect(page.url()).not.toMatch(/slip[A-Z]|585/);

  await page.reload();
  await expect(heading(page)).toHaveText('和规定对得上');
  await page.getByRole('button', { name: /^统筹基金支付/ }).tap();
  await field(page, '统筹基金支付').fill('0');
  await see(page);
  await expect(heading(page)).toHaveText('单子上的几行加不起来');
  await expect(page.getByText('比总费用少 585.00 元')).toBeVisible();
  await page.getByRole('button', { name: '去改单子上的数' }).tap();
  await field(page, /^个人自付/).fill('900');
  await see(page);
  await expect(heading(page)).toHaveText('有 2 行和规定不一样');
  await expect(firstCause(page)).toContainText('没有按选定的机构算');
  await expect(firstCause(page)).toContainText('和单子一分不差');
  await expect(page.getByText('统筹基金支付单子上是 0.00 元，按公布的规定算是 585.00 元')).toBeVisible();
  await page.getByRole('link', { name: '没在选定的机构看' }).tap();
  await expect(page).toHaveURL(/\/shenzhen\/clinic\/without\/$/);
  await page.goBack();
  await expect(heading(page)).toHaveText('有 2 行和规定不一样');
});

test('总费用是 0：不是一张单子，不说对得上', async ({ page }) => {
  await opened(page, '/shenzhen/slip/?at=costs&care=inpatient&level=tertiary&place=local&stay=first&year=2026');
  await page.getByRole('textbox', { name: /总费用/ }).fill('0');
  await page.getByRole('textbox', { name: /统筹基金支付/ }).fill('0');
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(page.getByRole('alert')).toContainText('要比 0 多');
  await expect(page.getByText('对得上')).toHaveCount(0);
});

test('从估算结果来：只填单子的几行；限额用掉多少算到分；分享不带金额', async ({ page }) => {
  await opened(
    page,
    '/shenzhen/estimate/?at=result&care=outpatient&eligible=1000&level=primary&place=local&standing=selected&year=2026',
  );
  await page.getByRole('link', { name: /和医院的结算单对不上？/ }).tap();
  await expect(heading(page)).toHaveText('结算单上写的是多少？');
  await field(page, '总费用').fill('1000');
  // 2655.86 − 2500.01 are left
  await field(page, '统筹基金支付').fill('155.85');
  await see(page);
  await expect(heading(page)).toHaveText('有 1 行和规定不一样');
  // What stands on the slip is looked at first: (1000 − 792.20) × 75 % = 155.85. A solved amount is never said to be certain.
  await expect(page.getByRole('heading', { name: '先核对这一个' })).toBeVisible();
  await expect(firstCause(page)).toContainText('自费：792.20 元');
  await expect(firstCause(page)).toContainText('要核对了才算');
  await expect(page.getByText('最可能')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '单子上有，就去填上' })).toBeVisible();
  await page.getByText('种说得通的原因').tap();
  await expect(page.locator('.slip-cause', { hasText: '今年的门诊限额已用掉一部分' })).toContainText(
    '今年门诊统筹已支付：2,500.01 元',
  );
  await expect(page.getByRole('list', { name: '单子上的每一行' })).toContainText('没有填，是减出来的');
  // What was left over is no line of the slip: the hospital is not told that it stands there.
  await expect(page.locator('.slip-words')).not.toContainText('个人自付');
  await page.getByRole('button', { name: '分享' }).tap();
  const text = page.locator('[data-share-text]');
  await expect(text).toContainText('/shenzhen/slip/');
  expect(await text.innerText()).not.toContain('155');
  await page.getByRole('checkbox').check();
  await expect(text).toContainText('slipFund=155.85');
  await page.keyboard.press('Escape');
  // What the year had used up is known: now it agrees.
  await page.getByRole('button', { name: /^今年用掉多少，没有填/ }).tap();
  await field(page, /^今年门诊统筹已支付/).fill('2500.01');
  await see(page);
  await expect(heading(page)).toHaveText('和规定对得上');
});

test('重庆：按另一档、按随监护人；两个原因一起；都对不上就说怎么问；外地说清为什么不能对', async ({ page }) => {
  const way = '/chongqing/slip/?at=result&care=inpatient&enrolment=independent&level=tertiary&tier=two&year=2026';
  // (10000 − 800) × 55 % = 5060: tier one; × 60 % as said
  await opened(page, `${way}&slipTotal=10000&slipFund=5060`);
  await expect(heading(page)).toHaveText('有 1 行和规定不一样');
  await expect(page.locator('.slip-cause', { hasText: '按另一档算的' }).first()).toBeAttached();
  await expect(firstCause(page)).toContainText('档次：一档');
  // (10000 − 800) × 60 % = 5520: neither tier two nor enrolled independently alone makes it
  const other = way.replace('enrolment=independent', 'enrolment=guardian').replace('tier=two', 'tier=one');
  await opened(page, `${other}&slipTotal=10000&slipFund=5520`);
  await expect(firstCause(page)).toContainText('并且');
  await expect(firstCause(page)).toContainText('档次：二档');
  await opened(page, `${way}&slipTotal=10000&slipFund=9999`);
  await expect(page.getByText('没有找到能对上的原因')).toBeVisible();
  await expect(page.getByRole('button', { name: /复制这段话/ })).toBeVisible();
  await opened(
    page,
    '/chongqing/slip/?at=result&care=inpatient&enrolment=independent&level=away&tier=two&slipTotal=9&slipFund=1',
  );
  await expect(heading(page)).toHaveText('这张单子没法对');
  await expect(page.getByText('在外地看病，比例没有查到')).toBeVisible();
  await opened(page, `${way}&slipTotal=abc&slipFund=NaN`);
  await expect(page.getByRole('status').filter({ hasText: '金额没看懂' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText(/NaN|undefined|\[object/);
});

test('大字、小屏：不横滚；axe 没有意见', async ({ page }) => {
  await opened(page, '/shenzhen/slip/');
  await page.getByText('单子上哪里看').tap();
  await fits(page);
  await opened(
    page,
    '/shenzhen/slip/?at=result&care=inpatient&level=tertiary&place=local&slipDeductible=300&slipFund=8730&slipTotal=10000&stay=first&year=2026',
  );
  // (10000 − 300) × 90 %: a later stay
  await expect(firstCause(page)).toContainText('住院次数：第二次或更多');
  await fits(page);
});

test('只差 1 分不去问；两项支付加起来超过总费用先说加不起来；不清楚的按哪一种对的写进问的话', async ({ page }) => {
  const way = '/chongqing/slip/?at=result&care=inpatient&enrolment=independent&tier=one&year=2026';
  // (10000.05 − 800) × 55 % = 5060.0275
  await opened(page, `${way}&level=tertiary&slipTotal=10000.05&slipFund=5060.02`);
  await expect(heading(page)).toHaveText('和规定只差 1 分');
  await expect(page.getByText('差的 1 分是取整的办法不同，不用去问。')).toBeVisible();
  await expect(page.locator('.slip-cause, .slip-words')).toHaveCount(0);
  await opened(page, `${way}&level=tertiary&slipTotal=10000&slipFund=8000&slipCritical=3500`);
  await expect(heading(page)).toHaveText('单子上的几行加不起来');
  await expect(page.getByText('比总费用多 1,500.00 元')).toBeVisible();
  await expect(page.locator('.slip-words')).toHaveCount(0);
  await opened(page, `${way}&level=unsure&slipTotal=10000&slipFund=4600`);
  await expect(page.locator('.slip-words')).toContainText('三级');
  await expect(page.locator('.slip-words')).not.toContainText('不清楚');
});

test('自己填过数字：对得上的单子不冤枉，按谁的数算的写明', async ({ page }) => {
  await page.addInitScript(() => {
    const figure = { id: 'outpatient.limit', value: '2800', from: '2026-01-01', to: '2026-12-31' };
    localStorage.setItem('wa-yibao:own-figures', JSON.stringify({ state: { shenzhen: [figure] }, version: 1 }));
  });
  const slip =
    '/shenzhen/slip/?at=result&care=outpatient&level=primary&place=local&standing=selected&year=2026&slipTotal=4000&slipFund=';
  // 4000 × 75 % = 3000: the published limit is 2655.86, the person's own 2800.
  await opened(page, `${slip}2655.86`);
  await expect(heading(page)).toHaveText('和规定对得上');
  await expect(page.getByText(/照公布的规定算，一分不差；和你自己填的数字对不上/)).toBeVisible();
  await opened(page, `${slip}2800`);
  await expect(heading(page)).toHaveText('和你填的数字对得上');
  expect((await page.locator('.slip-lead, .slip-lines, .slip-words').allInnerTexts()).join()).not.toContain('规定');
  await opened(page, `${slip}2000`);
  await expect(heading(page)).toHaveText(/行和你填的数字不一样/);
  await expect(page.locator('.slip-words')).toContainText('按我听说的新标准算是 2,800.00 元');
  expect((await page.locator('.slip-lead, .slip-lines, .slip-words').allInnerTexts()).join()).not.toContain('规定');
});
