import type { Page } from '@playwright/test';
import { choose, expect, fen, fits, opened, test } from './lib/test.ts';

const DAY = new Date('2026-11-22T10:00:00+08:00');
const result = (page: Page) => page.getByRole('heading', { level: 1, name: '这次大约能报多少' });

test.beforeEach(async ({ page }) => page.clock.setFixedTime(DAY));

async function shenzhenCold(page: Page, amount = '300'): Promise<void> {
  await opened(page, '/shenzhen/estimate/');
  await choose(page, '门诊（含急诊，当天回家）');
  await choose(page, '深圳市内');
  await choose(page, '一级及以下（社康也是）');
  await choose(page, '是选定的');
  await page.getByRole('textbox', { name: '医保范围内的费用' }).fill(amount);
  await page.getByRole('button', { name: '下一步' }).tap();
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(result(page)).toBeVisible();
}

test('感冒看门诊：冷启动六步到结果，金额到分，首屏有结论和下一步', async ({ page }) => {
  await shenzhenCold(page, '300.55');
  // 300.55 × 75 % = 225.4125 → 225.41
  await expect(page.locator('[data-num="¥225.41"]')).toBeVisible();
  await expect(page.locator('[data-num="¥75.14"]')).toBeVisible();
  const next = page.getByRole('link', { name: '看全部待遇一览' });
  if ((page.viewportSize()?.width ?? 0) >= 375) {
    const box = await next.boundingBox();
    expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
  }
  await expect(page).toHaveTitle('深圳少儿医保报销估算 2026');
  expect(page.url()).not.toContain('300');
});

test('A08 每个数字都能打开依据：算式、原文、文件、最后核对；关上后焦点回来', async ({ page }) => {
  await opened(page, '/shenzhen/estimate/');
  await page.getByText('大病住院 10 万元').tap();
  await expect(result(page)).toBeVisible();
  await expect(page.getByRole('list', { name: '谁付多少' })).toBeVisible();
  const figures = page.locator('main [data-num]');
  const count = await figures.count();
  expect(count).toBeGreaterThanOrEqual(5);
  let sentences = 0;
  for (let i = 0; i < count; i++) {
    await figures.nth(i).tap();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('最后核对');
    await expect(dialog).toContainText(/依据|文件/);
    await expect(dialog).toContainText(/=|起/);
    sentences += await dialog.locator('blockquote').count();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(figures.nth(i)).toBeFocused();
  }
  // A sum of sums, and what was worked out, stand without a sentence of their own.
  expect(sentences).toBeGreaterThanOrEqual(5);
});

test('A09 各行加起来等于总费用', async ({ page }) => {
  for (const preset of ['感冒看门诊 300 元', '肺炎住院 8,000 元', '大病住院 10 万元']) {
    for (const city of ['shenzhen', 'chongqing']) {
      await opened(page, `/${city}/estimate/`);
      await page.getByText(preset).tap();
      await expect(result(page)).toBeVisible();
      const list = page.getByRole('list', { name: '谁付多少' });
      await expect(list).toBeVisible();
      const values = await list.locator('.wa-line-value').allInnerTexts();
      const amounts = values.map(fen);
      const total = amounts.pop() ?? -1;
      expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(total);
      expect(total).toBeGreaterThan(0);
    }
  }
});

test('A04 后退留着每个答案，一屏一条历史', async ({ page }) => {
  await opened(page, '/shenzhen/estimate/');
  const before = await page.evaluate(() => history.length);
  await choose(page, '住院');
  await choose(page, '广东省以外');
  await choose(page, '都没有（探亲、旅游等临时外出）');
  await choose(page, '三级（三甲也是）');
  expect((await page.evaluate(() => history.length)) - before).toBe(4);
  for (const checked of ['三级（三甲也是）', '都没有', '广东省以外', '住院']) {
    await page.goBack();
    await expect(page.getByRole('radio', { name: checked })).toBeChecked();
  }
  await page.goForward();
  await expect(page.getByRole('radio', { name: '广东省以外' })).toBeChecked();
});

test('A10 修改一项，马上回到结果，别的都不变', async ({ page }) => {
  await shenzhenCold(page);
  await page.getByRole('button', { name: /医院级别/ }).tap();
  await choose(page, '三级（三甲也是）', '看结果');
  // 300 × 55 %
  await expect(page.locator('[data-num="¥165.00"]')).toBeVisible();
  await expect(page.getByRole('button', { name: /医保范围内的费用 ¥300\.00/ })).toBeVisible();
});

test('不清楚：给出范围，指出最该弄清的一项', async ({ page }) => {
  await opened(page, '/shenzhen/estimate/');
  await choose(page, '门诊（含急诊，当天回家）');
  await choose(page, '深圳市内');
  await choose(page, '不清楚');
  await choose(page, '不清楚');
  await page.getByRole('textbox', { name: '医保范围内的费用' }).fill('1000');
  await page.getByRole('button', { name: '下一步' }).tap();
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(page.getByText('自己约付 250.00 元 到 1,000.00 元')).toBeVisible();
  await page.getByRole('button', { name: /弄清“是否选定”/ }).tap();
  await choose(page, '是选定的', '看结果');
  await expect(page.getByText('自己约付 250.00 元 到 450.00 元')).toBeVisible();
});

test('A11 随手填的金额都看得懂，看不懂的说怎么改，填的字留着', async ({ page }) => {
  await shenzhenCold(page, '１，２３４．５0元');
  await expect(page.getByRole('button', { name: /医保范围内的费用 ¥1,234\.50/ })).toBeVisible();
  await page.getByRole('button', { name: /医保范围内的费用/ }).tap();
  const field = page.getByRole('textbox', { name: '医保范围内的费用' });
  await expect(field).toHaveAttribute('inputmode', 'decimal');
  await expect(field).toHaveAttribute('type', 'text');
  for (const bad of ['-1', 'abc', '', '1.234', '1e9', '100000001']) {
    await field.fill(bad);
    await expect(page.getByRole('alert')).toHaveCount(bad === '-1' ? 0 : 1);
    await page.getByRole('button', { name: '看结果' }).tap();
    await expect(page.getByRole('alert')).toBeFocused();
    await expect(page.getByRole('alert')).toContainText('例如 300');
    await expect(field).toHaveValue(bad);
  }
  await field.fill(' ¥1,234.5 ');
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(page.locator('[data-num="¥925.88"]')).toBeVisible();
});

test('链接冷开：答案恢复，杂键去掉，看不懂的说出来', async ({ page }) => {
  await opened(
    page,
    '/shenzhen/estimate/?at=level&care=outpatient&place=local&from=singlemessage&isappinstalled=0&foo=%E4%BD%A0',
  );
  await expect(page.getByRole('heading', { level: 1, name: '医院是几级的？' })).toBeVisible();
  await expect.poll(() => page.url()).not.toContain('from=');
  expect(page.url()).not.toContain('foo');
  await opened(page, '/shenzhen/estimate/?at=result&care=outpatient&place=mars');
  await expect(page.getByRole('status').filter({ hasText: '没看懂的选择（就医地点）' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('在哪里看的病？');
});

test('换城市：还适用的留下，不适用的说出来', async ({ page }) => {
  await shenzhenCold(page);
  await opened(page, '/chongqing/estimate/');
  await expect(page.getByRole('status').filter({ hasText: '不再适用的是：就医地点、是否选定' })).toBeVisible();
  await expect(page.getByRole('radio', { name: '普通门诊' })).toBeChecked();
  await choose(page, '普通门诊');
  await choose(page, '独立参保（孩子自己缴了费）');
  await choose(page, '一档');
  await expect(page.getByRole('radio', { name: /一级及以下/ })).toBeChecked();
  await choose(page, '三级儿童医院或妇幼保健院');
  await expect(page.getByRole('textbox', { name: '医保范围内的费用' })).toHaveValue('300');
  await page.getByRole('button', { name: '下一步' }).tap();
  await page.getByRole('button', { name: '看结果' }).tap();
  // (300 − 200) × 40 % = 40.00
  await expect(page.locator('[data-num="¥40.00"]')).toBeVisible();
  await expect(page.locator('.est-readings').getByText('自己会少付 5.00 元')).toBeVisible();
});

test('重庆五种就医：住院的加点是单独一步，外地说清为什么不算', async ({ page }) => {
  const start = async (care: string) => {
    await opened(page, '/chongqing/estimate/');
    await choose(page, care);
  };
  const finish = async (amount: string) => {
    await page.getByRole('textbox', { name: '医保范围内的费用' }).fill(amount);
    await page.getByRole('button', { name: '下一步' }).tap();
    await page.getByRole('button', { name: '看结果' }).tap();
    await expect(result(page)).toBeVisible();
  };
  await start('住院');
  await choose(page, '独立参保（孩子自己缴了费）');
  await choose(page, '一档');
  await choose(page, '三级（三甲也是）');
  await finish('10000');
  // (10000 − 800) × (50 % + 5 points) = 5060.00
  await expect(page.locator('[data-num="¥5,060.00"]')).toBeVisible();
  await expect(page.getByText('独立参保的未成年人加点')).toBeVisible();

  await start('门诊重大疾病');
  await choose(page, '独立参保（孩子自己缴了费）');
  await choose(page, '二档');
  await choose(page, '二级');
  await finish('1000');
  // (1000 − 300) × 80 % = 560.00
  await expect(page.locator('[data-num="¥560.00"]')).toBeVisible();

  await start('门诊用国谈药品');
  await choose(page, '随监护人参保');
  await choose(page, '一档');
  await choose(page, '三级（三甲也是）');
  await finish('1000');
  await expect(page.locator('[data-num="¥500.00"]').first()).toBeVisible();

  await start('门诊慢性病');
  await choose(page, '二级');
  await choose(page, '2 种');
  await finish('3000');
  // 3000 × 60 % = 1800, limit 1000 + 200
  await expect(page.locator('[data-num="¥1,200.00"]')).toBeVisible();
  await expect(page.getByText('规则已更换，比例待核实')).toBeVisible();

  await start('住院');
  await choose(page, '独立参保（孩子自己缴了费）');
  await choose(page, '一档');
  await choose(page, '在重庆以外看的');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('在外地看病，比例没有查到');
  await expect(page.getByRole('link', { name: '外地就医：已知的和该问谁' })).toBeVisible();
});

test('没有标准的年份不拿旧的顶替', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2027-02-01T10:00:00+08:00'));
  await shenzhenRefused(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('本年度标准尚未公布');
  await page.getByRole('button', { name: '按 2026 年的规定看一个参考' }).tap();
  await expect(result(page)).toBeVisible();
  await page.getByRole('button', { name: /就医年份/ }).tap();
  await choose(page, '2025年', '看结果');
  await expect(page.getByRole('button', { name: /就医年份 2025年/ })).toBeVisible();
});

async function shenzhenRefused(page: Page): Promise<void> {
  await opened(page, '/shenzhen/estimate/');
  await page.getByText('感冒看门诊 300 元').tap();
}

test('A22 不让存也能用：每次读写都抛错，流程照样走完，刷新也不丢', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new Error('refused');
      },
    });
  });
  await shenzhenCold(page);
  await expect(page.locator('[data-num="¥225.00"]')).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-num="¥225.00"]')).toBeVisible();
});

test('A22 旧的、坏的存储内容不会弄坏页面', async ({ page }) => {
  for (const bad of [
    '{',
    '[]',
    'null',
    '{"state":{"answers":5},"version":1}',
    '{"state":{"city":"x","answers":{"__proto__":"a"},"names":{},"amounts":{"eligible":"NaN"},"year":1e99},"version":1}',
    '{"state":{},"version":99}',
  ]) {
    await page.addInitScript((text) => localStorage.setItem('wa-yibao:estimate', text), bad);
    await opened(page, '/shenzhen/estimate/?at=result');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('body')).not.toContainText(/NaN|undefined|\[object/);
  }
});

test('清除我的填写', async ({ page }) => {
  await shenzhenCold(page);
  await page.getByRole('button', { name: '清除我的填写，重新算' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('算一算能报多少');
  await page.reload();
  await expect(page.getByRole('radio', { name: '门诊（含急诊，当天回家）' })).not.toBeChecked();
});

test('大字、小屏：不横滚；axe 没有意见', async ({ page }) => {
  await opened(page, '/shenzhen/estimate/');
  await fits(page);
  await opened(page, '/shenzhen/estimate/');
  await page.getByText('大病住院 10 万元').tap();
  await expect(result(page)).toBeVisible();
  await fits(page);
});

test('不清楚里有一种没有查到：范围照给，写明哪一种没算、问谁', async ({ page }) => {
  const told = page.getByText('如果医院级别“在重庆以外看的”：在外地看病，比例没有查到，上面没有算进去。');
  const path = '/chongqing/estimate/?at=result&care=inpatient&enrolment=independent&tier=one&year=2026&eligible=10000';
  await opened(page, `${path}&level=unsure`);
  await expect(page.getByText(/自己约付 1,585\.00 元 到 4,940\.00 元/)).toBeVisible();
  await expect(told).toContainText('请在就医前问参保地的医保部门');
  // Whatever else is not known: what is missing is said once, by the answer it hangs on.
  const unsure = '&enrolment=unsure&tier=unsure&level=unsure';
  await opened(page, `/chongqing/estimate/?at=result&care=inpatient&year=2026&eligible=10000${unsure}`);
  await expect(page.getByText('上面没有算进去')).toHaveCount(1);
  await expect(told).toBeVisible();
  await opened(page, `${path}&level=tertiary`);
  await expect(told).toHaveCount(0);
});

test('看过例子再从第一题答起：例子的金额不算自己的', async ({ page }) => {
  await opened(page, '/shenzhen/estimate/');
  await page.getByRole('button', { name: /大病住院/ }).tap();
  await expect(page.getByRole('heading', { level: 1, name: /能报多少/ })).toBeVisible();
  await page.goBack();
  // The example's own first answer, and another one.
  for (const care of ['住院', '门诊（含急诊，当天回家）']) {
    await choose(page, care);
    await choose(page, '深圳市内');
    await choose(page, '一级及以下（社康也是）');
    await choose(page, care === '住院' ? '今年第一次' : '是选定的');
    await expect(page.getByRole('textbox', { name: /医保范围内的费用/ })).toHaveValue('');
    await opened(page, '/shenzhen/estimate/');
    await page.getByRole('button', { name: /大病住院/ }).tap();
    await page.goBack();
  }
});
