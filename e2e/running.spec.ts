/** What the amounts make is said while they are typed: under the first field, at each key, and it is what the result then says. */
import type { Locator, Page } from '@playwright/test';
import { choose, expect, fits, onBothScreens, opened, test } from './lib/test.ts';

const WARD = 'care=inpatient&level=tertiary&place=local&stay=first';
const CLINIC = 'care=outpatient&level=primary&place=local&standing=selected&year=2026';

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00'));
});

const field = (page: Page) => page.getByRole('textbox', { name: /医保范围内的费用/ });
const running = (page: Page) => page.locator('.wa-running');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('边填边算：每按一下都变，点数字看怎么算的，走下去结果一样', async ({ page }) => {
  await opened(page, `/shenzhen/estimate/?at=costs&${WARD}`);
  await expect(running(page)).toHaveText('填好金额，这里马上算出来。');
  await field(page).tap();
  // The deductible first, then 90 % of the rest.
  for (const [key, fund, self] of [
    ['8', '¥0.00', '¥8.00'],
    ['0', '¥0.00', '¥80.00'],
    ['0', '¥180.00', '¥620.00'],
    ['0', '¥6,660.00', '¥1,340.00'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(running(page)).toHaveText(`医保约付 ${fund}自己约付 ${self}`);
  }
  await page.keyboard.press('Backspace');
  await expect(running(page)).toHaveText('医保约付 ¥180.00自己约付 ¥620.00');
  await page.keyboard.type('0');
  await running(page).locator('[data-num="¥6,660.00"]').tap();
  await expect(page.getByRole('dialog')).toContainText(/起付线[\s\S]*90%[\s\S]*最后核对/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '下一步' }).tap();
  await expect(running(page)).toHaveText('医保约付 ¥6,660.00自己约付 ¥1,340.00');
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(heading(page)).toHaveText('这次大约能报多少');
  await expect(page.locator('[data-num="¥6,660.00"]').first()).toBeVisible();
  await expect(running(page)).toHaveCount(0);
});

test('今年用过多少也马上算进去；不改了，就还是原来的：金额、年份、选择', async ({ page }) => {
  await opened(page, `/shenzhen/estimate/?at=result&${CLINIC}&eligible=1000`);
  const sums = page.locator('.wa-figure-big');
  await expect(sums).toHaveText(['¥750.00', '¥250.00']);
  await page.getByRole('button', { name: /今年用掉多少，没有填/ }).tap();
  await expect(running(page)).toHaveText('医保约付 ¥750.00自己约付 ¥250.00');
  // Of the year's 2,655.86 there are 155.86 left.
  await page.getByRole('textbox', { name: /今年门诊统筹已支付/ }).fill('2500');
  await expect(running(page)).toHaveText('医保约付 ¥155.86自己约付 ¥844.14');
  await page.getByRole('button', { name: '不改了，回到结果' }).tap();
  await expect(sums).toHaveText(['¥750.00', '¥250.00']);
  await page.getByRole('button', { name: /就医年份/ }).tap();
  await page.getByRole('radio', { name: '2025年' }).tap();
  await page.getByRole('button', { name: '不改了，回到结果' }).tap();
  await expect(page.getByRole('button', { name: /就医年份 2026年/ })).toBeVisible();
  await page.getByRole('button', { name: /医院级别/ }).tap();
  await page.getByRole('radio', { name: /三级/ }).tap();
  await page.getByRole('button', { name: '不改了，回到结果' }).tap();
  await expect(page.getByRole('button', { name: /医院级别 一级及以下/ })).toBeVisible();
  await expect(sums).toHaveText(['¥750.00', '¥250.00']);
});

test('记账时从账本算起；自己填的数字标出来', async ({ page }) => {
  await opened(page, `/shenzhen/estimate/?at=result&${CLINIC}&eligible=3000`);
  await page.getByRole('button', { name: '记进家庭账本' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: '存', exact: true }).tap();
  await page.getByRole('link', { name: '记一笔' }).tap();
  await choose(page, /^门诊/);
  await choose(page, '深圳市内');
  await choose(page, /^一级及以下/);
  await choose(page, '是选定的');
  await field(page).fill('1000');
  // 2,655.86 − 3,000 × 75 %
  await expect(running(page)).toHaveText('医保约付 ¥405.86自己约付 ¥594.14');
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(page.locator('.wa-figure-big')).toHaveText(['¥405.86', '¥594.14']);
  await page.getByRole('button', { name: /普通门诊一年最多报销/ }).tap();
  await page.getByRole('button', { name: '知道更新的数字？' }).tap();
  await page.getByRole('textbox', { name: /普通门诊一年最多报销/ }).fill('2700');
  await page.getByRole('button', { name: '按这个数字算' }).tap();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /医保范围内的费用 ¥1,000\.00/ }).tap();
  await expect(running(page)).toHaveText('医保约付按你填的算 ¥450.00自己约付按你填的算 ¥550.00');
});

test('每个空都算进去；看不懂的不猜，也不当场报错；清空就等着', async ({ page }) => {
  await opened(page, `/shenzhen/estimate/?at=costs&${WARD}`);
  await field(page).fill('8000');
  await page.getByRole('textbox', { name: /自费部分/ }).fill('100');
  await expect(running(page)).toHaveText('医保约付 ¥6,660.00自己约付 ¥1,440.00');
  await field(page).fill('八千');
  await expect(running(page)).toHaveText('照现在填的还算不出来。');
  await expect(page.getByRole('alert')).toHaveCount(0);
  for (const nothing of ['', ' ', '¥', '元']) {
    await field(page).fill(nothing);
    await expect(running(page)).toHaveText('填好金额，这里马上算出来。');
  }
});

test('指出的错改对了就不再说，光标不被拉走；别的错还在', async ({ page }) => {
  await opened(page, `/shenzhen/estimate/?at=costs&${WARD}`);
  await field(page).fill('1000000000');
  const own = page.getByRole('textbox', { name: /自费部分/ });
  await own.fill('一百');
  await page.getByRole('button', { name: '下一步' }).tap();
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2);
  await field(page).fill('1234.5');
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(/自费部分/);
  await expect(field(page)).toBeFocused();
  await expect(field(page)).not.toHaveAttribute('aria-invalid', 'true');
  await own.fill('100');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('有不清楚的给范围；没公布的年份不给数字；对结算单的没有', async ({ page }) => {
  await opened(page, '/shenzhen/estimate/?at=costs&care=inpatient&level=unsure&place=local&stay=first');
  await field(page).fill('8000');
  await expect(running(page)).toHaveText(/^自己约付 [\d,.]+ 元 到 1,340\.00 元$/);
  await page.clock.setFixedTime(new Date('2027-02-01T10:00:00+08:00'));
  await opened(page, `/shenzhen/estimate/?at=costs&${WARD}`);
  await field(page).fill('8000');
  await expect(running(page)).toHaveText('照现在填的还算不出来。');
  await opened(page, `/shenzhen/slip/?at=costs&${WARD}&year=2026`);
  await expect(page.getByRole('textbox').first()).toBeVisible();
  await expect(running(page)).toHaveCount(0);
});

test('结果那一部分没取到：照样填，照样往下走', async ({ page, watch }) => {
  watch.allow(/Failed to load resource|net::ERR_FAILED/);
  let broken = true;
  let tries = 0;
  await page.route(/\/assets\/result-/, (route) => {
    tries += 1;
    return broken ? route.abort() : route.continue();
  });
  const documents: string[] = [];
  page.on('request', (request) => request.isNavigationRequest() && documents.push(request.url()));
  await opened(page, `/shenzhen/estimate/?at=costs&${WARD}`);
  await field(page).fill('8000');
  await expect(running(page)).toBeHidden();
  expect(tries).toBeGreaterThan(0);
  // What the page can do without is no reason to load it anew under somebody's finger.
  await page.waitForTimeout(500);
  expect(documents).toHaveLength(1);
  await expect(field(page)).toHaveValue('8000');
  await page.getByRole('button', { name: '下一步' }).tap();
  await expect(heading(page)).toHaveText('今年已经用过多少医保？');
  // Asked for anew at the result.
  broken = false;
  await page.waitForTimeout(1600);
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(page.locator('[data-num="¥6,660.00"]').first()).toBeVisible();
});

test('边填只看得见；手停了一秒才念，只念一遍', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-22T10:00:00+08:00') });
  await opened(page, `/shenzhen/estimate/?at=costs&${WARD}`);
  await field(page).tap();
  await page.clock.pauseAt(new Date('2026-11-22T10:05:00+08:00'));
  const spoken = page.locator('.wa-running + [role=status]');
  for (const key of '8000') {
    await page.keyboard.press(key);
    await page.clock.runFor(900);
    await expect(spoken).toHaveText('');
  }
  await expect(running(page)).toHaveText('医保约付 ¥6,660.00自己约付 ¥1,340.00');
  await expect(running(page)).not.toHaveAttribute('aria-live');
  await page.clock.runFor(200);
  await expect(spoken).toHaveText(/^医保约付\s+¥6,660\.00\s+自己约付\s+¥1,340\.00$/);
});

test('刚按下就离开：写下的都在', async ({ page }) => {
  await opened(page, `/shenzhen/estimate/?at=costs&${WARD}`);
  await field(page).fill('80');
  await expect(running(page)).toHaveText('医保约付 ¥0.00自己约付 ¥80.00');
  // In one breath: before anything that waits could come to it.
  await field(page).evaluate((one: HTMLInputElement) => {
    one.focus();
    document.execCommand('insertText', false, '00');
    location.reload();
  });
  await expect(running(page)).toHaveText('医保约付 ¥6,660.00自己约付 ¥1,340.00');
});

test('键盘弹出、字大四成：填着的空和算出来的都看得见，不横滚', async ({ page }) => {
  await opened(page, `/shenzhen/estimate/?at=costs&${WARD}`);
  await field(page).fill('99999999.99');
  await expect(running(page)).toContainText('¥');
  const seen = (part: Locator) =>
    onBothScreens(page, async () => {
      await field(page).evaluate((one) => one.scrollIntoView({ block: 'center' }));
      await expect(part).toBeInViewport({ ratio: 1 });
      await expect(field(page)).toBeInViewport({ ratio: 1 });
    });
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height: 340 });
  await seen(running(page));
  await fits(page);
  await seen(running(page).locator('[data-num]').first());
});
