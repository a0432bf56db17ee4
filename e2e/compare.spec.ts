/** The result looked at from other sides: other ways, the picture, the reasons. */
import type { Page } from '@playwright/test';
import { expect, fits, noSidewaysScroll, opened, test } from './lib/test.ts';

const CLINIC =
  '/shenzhen/estimate/?at=result&care=outpatient&eligible=1000&level=tertiary&place=local&standing=none&year=2026';

test.beforeEach(async ({ page }) => page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00')));

const ways = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: '同一张单子，换一种情形' }) });

const reasons = (page: Page) => page.getByRole('list', { name: '原因' }).getByRole('listitem');

test('同一张单子换一种情形：从便宜到贵，少付多少，去哪里办，回来还在', async ({ page }) => {
  await opened(page, CLINIC);
  // 55 % of 1000 at the same hospital, had it been the selected one
  await expect(reasons(page)).toHaveText([/^没在选定的机构看，普通门诊不付多付 ¥550\.00选一家由它结算的社康$/]);
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
  await expect(reasons(page)).toContainText(['没报 ¥4,140.00', '多付 ¥3,355.00', '没报 ¥800.00']);
  await page.getByRole('button', { name: '看全部 4 条' }).tap();
  await expect(reasons(page).last()).toContainText(
    '缴的是一档，报得比二档少多付 ¥460.00下次参保时选二档，2027年1月1日起才算',
  );
});

/** A finger that goes across an element, from one part of its width to another. */
async function drag(page: Page, selector: string, from: number, to: number): Promise<void> {
  const target = page.locator(selector);
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error(selector);
  const client = await page.context().newCDPSession(page);
  const point = (part: number) => [{ x: box.x + box.width * part, y: box.y + box.height / 2 }];
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(from) });
  for (let step = 1; step <= 8; step++)
    await client.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: point(from + ((to - from) * step) / 8),
    });
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('画成图比一比：手指拖、按键都跟着变，圈写明是什么，表格说一样的话', async ({ page }) => {
  await opened(page, CLINIC);
  await page.getByRole('button', { name: '画成图比一比' }).tap();
  const slider = page.getByRole('slider', { name: '医保范围内的费用' });
  const values = page.locator('.plot-values li');
  await expect(slider).toHaveAttribute(
    'aria-valuetext',
    /^1,000\.00 元。没选定，直接去三级医院自己付 1,000\.00 元；选定的社康自己付 250\.00 元/,
  );
  await expect(values).toHaveCount(4);
  await drag(page, '.chart-frame', 0.5, 0.25);
  await expect(values).toHaveText([/¥500\.00$/, /选定的社康¥125\.00$/, /¥175\.00$/, /¥225\.00$/]);
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuenow', '510');
  await expect(values.nth(1)).toContainText('¥127.50');
  await page.keyboard.press('End');
  await expect(values.nth(1)).toContainText('¥500.00');
  await page.getByRole('button', { name: '回到我的 ¥1,000.00' }).tap();
  await expect(slider).toHaveAttribute('aria-valuenow', '1000');
  await page.getByRole('radio', { name: '¥5,000' }).check({ force: true });
  // 75 % of 3541.15 is the limit of 2655.86, to half a fen
  await expect(page.locator('.plot-marks')).toContainText(/限额用完，花到约：2 3,541 元/);
  await page.getByText('用表格看').tap();
  // 1000 and 5000 less 75 %, at most the limit
  await expect(
    page
      .getByRole('row', { name: /^¥1,000\.00（你填的）/ })
      .getByRole('cell')
      .nth(1),
  ).toHaveText('¥250.00');
  await expect(
    page
      .getByRole('row', { name: /^¥5,000\.00/ })
      .getByRole('cell')
      .nth(1),
  ).toHaveText('¥2,344.14');
  await fits(page, '.plot');
});

test('手指在图上：上下划是翻页，点不动；左右划、点一下，点跟着走', async ({ page, context }) => {
  await opened(page, CLINIC);
  await page.getByRole('button', { name: '画成图比一比' }).tap();
  const slider = page.getByRole('slider', { name: '医保范围内的费用' });
  const frame = page.locator('.chart-frame');
  await frame.scrollIntoViewIfNeeded();
  const glass = await context.newCDPSession(page);
  const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    glass.send('Input.dispatchTouchEvent', { type, touchPoints });
  /** From a place of the frame (parts of it), so many pixels on. */
  const swipe = async (across: number, down: number, dx: number, dy: number) => {
    const box = await frame.boundingBox();
    if (!box) throw new Error('no frame');
    const [x, y] = [box.x + box.width * across, box.y + box.height * down];
    await finger('touchStart', { x, y });
    for (let step = 1; step <= 12; step++)
      await finger('touchMove', { x: x + (dx * step) / 12, y: y + (dy * step) / 12 });
    await finger('touchEnd');
  };
  const before = await page.evaluate(() => scrollY);
  await swipe(0.2, 0.7, 6, -120);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 60);
  await expect(slider).toHaveAttribute('aria-valuenow', '1000');
  await swipe(0.2, 0.5, 90, 12);
  const there = Number(await slider.getAttribute('aria-valuenow'));
  expect(there).not.toBe(1000);
  await swipe(0.9, 0.5, 0, 0);
  await expect.poll(async () => Number(await slider.getAttribute('aria-valuenow'))).toBeGreaterThan(there);
});

test('下面的后到：先看到金额和绿按钮，补上来时什么都不跳；不清楚时说最少最多和该先弄清哪一项', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route(/\/assets\/below-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(
    '/shenzhen/estimate/?at=result&care=inpatient&eligible=8000&level=tertiary&place=local&stay=first&year=2026',
  );
  await expect(page.locator('[data-num="¥6,660.00"]')).toBeInViewport();
  await expect(page.getByRole('link', { name: '看全部待遇一览' })).toBeInViewport({ ratio: 1 });
  await expect(ways(page)).toHaveCount(0);
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) document.body.dataset.shift = `${entry.entryType} ${entry.startTime}`;
    }).observe({ type: 'layout-shift' });
  });
  release();
  await expect(ways(page)).toBeVisible();
  expect(await page.evaluate(() => document.body.dataset.shift)).toBeUndefined();
  // 600 or 800 of deductible
  await expect(page.getByText('算上说法不一的地方，自己付 1,340.00 元 到 1,520.00 元')).toBeVisible();
  // Said beside the amounts, too.
  await expect(page.locator('.est-summary')).toContainText('自己会多付 180.00 元');

  await opened(
    page,
    '/shenzhen/estimate/?at=result&care=inpatient&eligible=8000&level=unsure&place=local&stay=first&year=2026',
  );
  // (8000 − 200) × 92 % is paid at least, (8000 − 600) × 90 % at most
  await expect(page.getByText('自己约付 824.00 元 到 1,340.00 元')).toBeVisible();
  await expect(page.getByRole('button', { name: /弄清“医院级别”/ })).toBeVisible();
  await expect(page.getByText('再算上说法不一的地方，自己付 824.00 元 到 1,520.00 元')).toBeVisible();
  await expect(ways(page).locator('.cmp-way')).toHaveText([/一级及以下医院/, /二级医院/, /三级医院/]);
  await expect(ways(page)).not.toContainText(/少付|你填的/);
});

test('只列这个孩子能选的：非深户没有备案，满 14 周岁不能直接选医院', async ({ page }) => {
  await page.addInitScript(() => {
    const city = 'shenzhen';
    const child = { name: '', birth: { year: '2011', month: '5', day: '1' }, city, hukou: { city, is: false } };
    localStorage.setItem('wa-yibao:children', JSON.stringify({ state: { children: [child], at: 0 }, version: 1 }));
  });
  await opened(page, CLINIC);
  await expect(ways(page).locator('.cmp-group').nth(1)).toContainText('二级医院（选定社康的结算医院）');
  await expect(ways(page)).not.toContainText('选定的二级医院');
  await opened(
    page,
    '/shenzhen/estimate/?at=result&care=inpatient&eligible=10600&level=tertiary&place=elsewhere&stay=first&way=temporary&year=2026',
  );
  await ways(page).getByRole('button', { name: '看全部 6 种' }).tap();
  await expect(ways(page).locator('.cmp-way')).toHaveCount(6);
  await expect(ways(page)).not.toContainText('长期备案');
  // (10600 − 600) × 90 %, of which 80 % were paid
  await expect(reasons(page).first()).toContainText(
    '没备案也没转诊，外地按市内比例打折多付 ¥1,800.00看病前办好市外转诊手续',
  );
});
