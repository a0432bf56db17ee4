/** What the estimate and the check of a slip take from the ledger, and what is put there. */
import type { Page } from '@playwright/test';
import { bill, clinic, keep, main, recordStay, shot, stay, store, title, visit } from './lib/ledger.ts';
import { choose, expect, opened, test } from './lib/test.ts';

test.beforeEach(async ({ page }) => page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00')));

/** From the first question of a visit to the selected clinic to what the year has used up. */
async function toUsed(page: Page): Promise<void> {
  await opened(page, '/shenzhen/estimate/');
  await choose(page, /门诊/);
  await choose(page, '深圳市内');
  await choose(page, /一级/);
  await choose(page, '是选定的');
  await page.getByRole('textbox', { name: /医保范围内的费用/ }).fill('4000');
  await page.getByRole('button', { name: '下一步' }).tap();
}

test('下次估算从账本算起，可以改；第二个孩子另算；账本不进链接、不进分享', async ({ page }) => {
  await keep(page, [clinic(1, '2026-03-01', '1000'), clinic(2, '2025-03-01', '400')]);
  await toUsed(page);
  await expect(page.getByText('已按家庭账本填好，可以改。')).toBeVisible();
  const used = page.getByRole('textbox', { name: /今年门诊统筹已支付/ });
  await expect(used).toHaveValue('750.00');
  await shot(page, 'used');
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(page.getByText(/从家庭账本算起：这一年前面记了 1 笔/)).toBeVisible();
  // What is left of the limit: 2655.86 − 750 = 1905.86, less than 4000 × 75 %
  await expect(page.getByText('基本医保付 1,905.86 元')).toBeVisible();
  await shot(page, 'from-ledger');
  expect(decodeURIComponent(page.url())).not.toMatch(/750|豆豆|outpatient=/);
  await page.getByRole('button', { name: '分享' }).tap();
  const text = page.locator('[data-share-text]');
  await expect(text).toBeVisible();
  await expect(page.getByText('带上金额')).toHaveCount(0);
  expect(await text.innerText()).not.toMatch(/750|1,?905|豆豆/);
  await page.getByRole('button', { name: '关闭' }).tap();

  // The year changes: so does what the ledger knows. Typed over, it stays.
  await page.getByRole('button', { name: /就医年份/ }).tap();
  await choose(page, '2025年', '看结果');
  await expect(page.getByRole('button', { name: /今年门诊统筹已支付/ })).toContainText('¥300.00（已填，来自家庭账本）');
  await page.getByRole('button', { name: /今年门诊统筹已支付/ }).tap();
  await used.fill('10');
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(page.getByRole('button', { name: /今年门诊统筹已支付/ })).toContainText('¥10.00');

  // Into the ledger of another child, on a day of that year.
  await page.getByRole('button', { name: '记进家庭账本' }).tap();
  // What was typed over is not in the ledger, so that the visit will come out otherwise there.
  await expect(page.getByRole('dialog')).toContainText('不进账本');
  await page.getByRole('dialog').getByRole('button', { name: '存', exact: true }).tap();
  await expect(page.getByRole('dialog')).toContainText('请填月份');
  await store(page, { month: '12', day: '31', child: '另一个孩子', name: '圆圆' });
  await expect(page.getByRole('radio', { name: '圆圆' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '2025年' })).toBeChecked();
  await expect(visit(page, /12月31日/)).toBeVisible();
  await shot(page, 'two');
  await page.getByRole('radio', { name: '豆豆' }).tap();
  await page.getByRole('radio', { name: '2026年' }).tap();
  await expect(visit(page, /3月1日/)).toContainText('医保付 ¥750.00');
  await expect(visit(page, /12月31日/)).toHaveCount(0);
  await page.getByRole('button', { name: '分享' }).tap();
  expect(await text.innerText()).not.toMatch(/750|豆豆|圆圆|3月/);

  // With two children it is said whose year it starts from.
  await page.evaluate(() => sessionStorage.clear());
  await toUsed(page);
  await expect(page.getByText('已按豆豆的家庭账本填好，可以改。')).toBeVisible();
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(page.getByText(/从豆豆的家庭账本算起：这一年前面记了 1 笔/)).toBeVisible();
});

test('另一种说法只算这一笔：账本里前面的没有重算，说一声', async ({ page }) => {
  const result =
    '/shenzhen/estimate/?at=result&care=outpatient&level=primary&place=local&standing=selected&eligible=100&consultationFee=10';
  const said = page.getByText('账本里前面的几笔，没有按另一种说法重算。');
  await opened(page, result);
  await expect(page.getByRole('heading', { name: '说法不一的地方' })).toBeVisible();
  await expect(said).toHaveCount(0);
  await keep(page, [clinic(1, '2026-03-01', '1000')]);
  await opened(page, result);
  await expect(said).toBeVisible();
});

test('存好以后返回：不拿自己抵自己；改好以后返回、再存，还是那一笔', async ({ page }) => {
  await opened(
    page,
    '/shenzhen/estimate/?at=result&care=outpatient&level=primary&place=local&standing=selected&eligible=5000',
  );
  await page.getByRole('button', { name: '记进家庭账本' }).tap();
  await store(page, { name: '小宝' });
  await expect(visit(page, /11月22日 门诊/)).toContainText('医保付 ¥2,655.86，自己付 ¥2,344.14');
  await page.goBack();
  // A bill is begun anew: nothing is said of the one that was kept.
  await expect(page.getByRole('textbox', { name: /医保范围内的费用/ })).toHaveValue('');
  await opened(page, '/shenzhen/ledger/');
  await visit(page, /11月22日 门诊/).tap();
  await page.getByRole('button', { name: '修改这一笔' }).tap();
  await page.getByRole('button', { name: /^医保范围内的费用/ }).tap();
  await bill(page, '4000');
  await page.getByRole('button', { name: '存进账本' }).tap();
  await store(page, {});
  await page.goBack();
  await expect(page.getByText(/正在改账本里/)).toBeVisible();
  await expect(main(page)).toContainText('¥2,655.86');
  await page.getByRole('button', { name: /^医保范围内的费用/ }).tap();
  await bill(page, '3000');
  await page.getByRole('button', { name: '存进账本' }).tap();
  await store(page, {});
  await expect(main(page).getByText('（1 笔）')).toBeVisible();
  await expect(visit(page, /11月22日 门诊/)).toContainText('医保付 ¥2,250.00');
});

test('没有接着账本算的，存以前说一声', async ({ page }) => {
  await opened(page, '/shenzhen/ledger/');
  await recordStay(page, '1000', { month: '2', day: '3' });
  await opened(page, '/shenzhen/estimate/');
  await page.getByRole('button', { name: /感冒看门诊/ }).tap();
  await page.getByRole('button', { name: '记进家庭账本' }).tap();
  await expect(page.getByRole('dialog')).toContainText('账本里这一年前面记了 1 笔，刚才没有接着它们算');
});

/** From the ledger to the result of a visit that is to be changed. */
async function change(page: Page, name: RegExp): Promise<void> {
  await visit(page, name).tap();
  await page.getByRole('button', { name: '修改这一笔' }).tap();
  await expect(page.getByText(/正在改账本里/)).toBeVisible();
}

async function slip(page: Page, total: string, fund: string): Promise<void> {
  await page.getByRole('textbox', { name: '总费用' }).fill(total);
  await page.getByRole('textbox', { name: '统筹基金支付' }).fill(fund);
  await page.getByRole('button', { name: '看结果' }).tap();
}

test('对结算单也从账本算起：第几次住院还是问，账本不进分享', async ({ page }) => {
  await keep(page, [stay(1, '2026-03-01', '10000')]);
  await opened(page, '/shenzhen/slip/');
  await choose(page, '住院');
  await choose(page, '深圳市内');
  await choose(page, /三级/);
  // The slip may be that of the stay that is in the ledger.
  await expect(title(page, /第几次/)).toBeVisible();
  await expect(page.getByText('已按家庭账本填好，可以改。')).toBeVisible();
  await expect(page.getByRole('radio', { name: /第二次/ })).toBeChecked();
  await page.getByRole('button', { name: '下一步' }).tap();
  // (10000 − 300) × 90 %
  await slip(page, '10000', '8730');
  await expect(title(page, '和规定对得上')).toBeVisible();
  await page.getByRole('button', { name: '分享' }).tap();
  const text = page.locator('[data-share-text]');
  await expect(text).toContainText('/shenzhen/slip/');
  expect(await text.innerText()).not.toMatch(/stay|own=|1,?540/);
  await expect(page.getByRole('dialog').getByRole('checkbox')).toHaveCount(0);
});

test('从账本的一笔去对结算单：算到它前面为止，刷新也一样', async ({ page }) => {
  await keep(page, [
    stay(1, '2026-03-01', '10000'),
    clinic(2, '2026-04-01', '3000'),
    clinic(3, '2026-05-01', '1000'),
    stay(4, '2026-06-01', '10000'),
  ]);
  await opened(page, '/shenzhen/ledger/');
  for (const [day, total, fund] of [
    // (10000 − 600) × 90 %, the first stay of the year; (10000 − 300) × 90 %, a later one
    [/3月1日/, '10000', '8460'],
    [/6月1日/, '10000', '8730'],
    // What is left of the limit: 2655.86 − 3000 × 75 %
    [/5月1日/, '1000', '405.86'],
  ] as const) {
    await change(page, day);
    await page.getByRole('link', { name: /和医院的结算单对不上？/ }).tap();
    await slip(page, total, fund);
    await expect(title(page, '和规定对得上')).toBeVisible();
    await page.reload();
    await expect(title(page, '和规定对得上')).toBeVisible();
    await opened(page, '/shenzhen/ledger/');
  }
});

test('改过去年的一笔，再算一张新单子：是今年的；没存的单子换得回来', async ({ page }) => {
  await keep(page, [clinic(1, '2026-03-01', '1000'), clinic(2, '2025-03-01', '400')]);
  await opened(page, '/shenzhen/ledger/');
  await page.getByRole('radio', { name: '2025年' }).tap();
  await change(page, /3月1日/);
  await toUsed(page);
  await expect(page.getByRole('textbox', { name: /今年门诊统筹已支付/ })).toHaveValue('750.00');
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(page.getByText('基本医保付 1,905.86 元')).toBeVisible();
  // Neither a visit that is entered nor one that is changed takes it away.
  await opened(page, '/shenzhen/ledger/');
  await page.getByRole('link', { name: '记一笔' }).tap();
  await choose(page, '住院');
  await opened(page, '/shenzhen/ledger/');
  await change(page, /3月1日/);
  await opened(page, '/shenzhen/estimate/');
  await page.getByText('换回我填的').tap();
  await expect(page.getByText('基本医保付 1,905.86 元')).toBeVisible();
  await page.getByRole('button', { name: '清除我的填写，重新算' }).tap();
  await expect(page.getByText('换回我填的')).toHaveCount(0);
});

test('换城市：这边今年用掉的不算到那边去；不再适用的写中文', async ({ page }) => {
  await keep(page, [stay(1, '2026-03-01', '10000')]);
  await toUsed(page);
  await page.getByRole('textbox', { name: /今年门诊统筹已支付/ }).fill('500');
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(page.getByRole('button', { name: /今年门诊统筹已支付/ })).toContainText('¥500.00');
  await opened(page, '/chongqing/estimate/');
  await expect(page.getByText(/不再适用的是/)).not.toContainText(/[a-z]/);
  await opened(page, '/chongqing/estimate/?at=used&care=outpatient&enrolment=independent&level=primary&tier=one');
  for (const one of await page.getByRole('main').getByRole('textbox').all()) await expect(one).toHaveValue('');
});

test('同一天一模一样的再存：先问一声，问的话和按钮都看得见；再点才有两笔', async ({ page }) => {
  await keep(page, [stay(1, '2026-11-22', '1000')]);
  await page.setViewportSize({ width: 320, height: 568 });
  await opened(page, '/shenzhen/estimate/?at=costs&care=inpatient&level=tertiary&place=local&stay=first&year=2026');
  await bill(page, '1000');
  await page.getByRole('button', { name: '看结果' }).tap();
  await page.getByRole('button', { name: '记进家庭账本' }).tap();
  const put = page.getByRole('dialog').getByRole('button', { name: '存', exact: true });
  await put.tap();
  await expect(page.getByText('账本里这一天已经有一模一样的一笔')).toBeInViewport({ ratio: 1 });
  await expect(put).toBeInViewport({ ratio: 1 });
  await put.tap();
  await expect(title(page, '家庭账本')).toBeVisible();
  await expect(visit(page, /11月22日/)).toHaveCount(2);
});
