import type { Page } from '@playwright/test';
import { choose, expect, fen, fits, opened, test, wipe } from './lib/test.ts';

const on = (page: Page, day: string) => page.clock.setFixedTime(new Date(`${day}T10:00:00+08:00`));
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const figure = (page: Page, text: string) => page.locator(`main [data-num="${text}"]`);

async function birth(page: Page, year: string, month: string, day: string): Promise<void> {
  await page.getByRole('textbox', { name: '年' }).fill(year);
  await page.getByRole('textbox', { name: '月' }).fill(month);
  await page.getByRole('textbox', { name: '日' }).fill(day);
}

/** Opens the countdown of a city on a day and asks for a child. */
async function countdown(page: Page, city: string, today: string, born: string, hukou?: string): Promise<void> {
  await on(page, today);
  await opened(page, `/${city}/newborn/`);
  const [year = '', month = '', day = ''] = born.split('-');
  await birth(page, year, month, day);
  if (hukou) await page.getByRole('radio', { name: hukou, exact: true }).tap();
  await page.getByRole('button', { name: '看最晚哪天办' }).tap();
}

/** Opens 要交多少 with a pay date in the address, as a link would. */
async function premium(page: Page, city: string, pay: string, rest = ''): Promise<void> {
  await on(page, '2026-11-22');
  await opened(page, `/${city}/premium/?at=result&newborn=0&pay=${pay}${rest}`);
}

test.describe('深圳新生儿', () => {
  test('期限内：先说还剩几天、最后一天星期几，再说现在交多少、管到哪天', async ({ page }) => {
    await countdown(page, 'shenzhen', '2026-11-22', '2026-08-10', '深圳户籍');
    await expect(title(page, '还剩 80 天')).toBeVisible();
    await expect(figure(page, '2027年2月10日')).toBeVisible();
    await expect(page.getByText('星期三')).toBeVisible();
    await expect(figure(page, '2026年8月10日')).toBeVisible();
    await expect(figure(page, '2027年9月30日').first()).toBeVisible();
    // 1 × 38.45 + 12 × 40.56 = 525.17
    await expect(figure(page, '¥525.17')).toBeVisible();
    // 7 × 40.56 = 283.92
    await expect(page.getByText('2027年2月11日才交')).toBeVisible();
    await expect(figure(page, '¥283.92')).toBeVisible();
    expect(page.url()).not.toMatch(/2026|08|10/);
    const next = page.getByRole('link', { name: '去参保登记' });
    await expect(next).toHaveAttribute(
      'href',
      '/shenzhen/enrol/?age=under7&at=result&hukou=local&newborn=yes&school=no',
    );
    if ((page.viewportSize()?.width ?? 0) >= 375) {
      const box = await next.boundingBox();
      expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
    }
  });
  test('最后一天还算，第二天就不算', async ({ page }) => {
    await countdown(page, 'shenzhen', '2026-11-14', '2026-05-14', '深圳户籍');
    await expect(title(page, '今天是最后一天')).toBeVisible();
    await expect(figure(page, '¥640.52')).toBeVisible();
    await countdown(page, 'shenzhen', '2026-11-15', '2026-05-14', '深圳户籍');
    await expect(title(page, '已经过期 1 天')).toBeVisible();
    await expect(figure(page, '2026年12月1日')).toBeVisible();
    await expect(figure(page, '¥405.60')).toBeVisible();
  });
  test('非深户：2025 年 9 月 1 日以前不行，当天起按同一条规则，两种说法都写明', async ({ page }) => {
    await countdown(page, 'shenzhen', '2025-08-31', '2025-05-10', '不是深圳户籍');
    await expect(page.getByText('今天还不行：2025年9月1日起付款')).toBeVisible();
    await expect(page.getByText('最后一天是2025年11月6日')).toBeVisible();
    await countdown(page, 'shenzhen', '2025-09-01', '2025-05-10', '不是深圳户籍');
    await expect(page.getByText('今天交好，从出生那天起的费用都能报。')).toBeVisible();
    await expect(page.getByRole('heading', { name: '先看能不能参保' })).toBeVisible();
    await expect(page.getByRole('link', { name: '去参保登记' })).toHaveAttribute(
      'href',
      '/shenzhen/enrol/?age=under7&at=parent&hukou=nonlocal&school=no',
    );
    await page.getByRole('link', { name: '去参保登记' }).tap();
    await expect(title(page, '父母有一方符合条件吗？')).toBeVisible();
    await countdown(page, 'shenzhen', '2025-03-01', '2024-12-10', '不是深圳户籍');
    await expect(title(page, '那时的规定只写了本市户籍')).toBeVisible();
    await expect(page.getByText('请问医保经办窗口')).toBeVisible();
  });
});

test.describe('深圳非深户新生儿：两种说法差几天', () => {
  for (const [today, born, head, words] of [
    ['2026-11-22', '2026-06-20', '还剩 25 天', '稳妥起见，最晚'],
    [
      '2026-11-22',
      '2026-05-24',
      '还剩 2 天',
      '按“180 天”的说法11月20日已过；按“6 个月”的说法还剩 2 天。今天就办，并打 12345 热线问清楚。',
    ],
    ['2026-11-25', '2026-05-24', '已经过期 1 天', '两种说法的期限都已经过了。'],
  ] as const) {
    test(`${born} 出生，${today} 看`, async ({ page }) => {
      await countdown(page, 'shenzhen', today, born, '不是深圳户籍');
      await expect(title(page, head)).toBeVisible();
      await expect(page.getByText(words)).toBeVisible();
      await expect(page.getByText('请按早的这天办')).toHaveCount(words.startsWith('稳妥') ? 1 : 0);
    });
  }
  test('大字写早的那天，晚的写在后面', async ({ page }) => {
    await countdown(page, 'shenzhen', '2026-11-22', '2026-06-20', '不是深圳户籍');
    await expect(page.locator('.dates-main [data-num]').first()).toHaveAttribute('data-num', '2026年12月17日');
    await expect(page.getByText('（另一种说法到')).toContainText('12月20日');
  });
});

test.describe('重庆新生儿', () => {
  test('当年：从出生那天到当年年底，两档的价都在', async ({ page }) => {
    await countdown(page, 'chongqing', '2026-11-22', '2026-10-10');
    await expect(title(page, '还剩 47 天')).toBeVisible();
    await expect(figure(page, '2027年1月8日')).toBeVisible();
    await expect(figure(page, '2026年12月31日').first()).toBeVisible();
    await expect(figure(page, '¥775').first()).toBeVisible();
  });
  test('跨年：两种交法，补缴只能去办税服务厅', async ({ page }) => {
    await countdown(page, 'chongqing', '2026-01-20', '2025-12-10');
    await expect(title(page, '还剩 49 天')).toBeVisible();
    await expect(page.getByRole('heading', { name: '连出生那一年一起缴' })).toBeVisible();
    await expect(page.getByRole('heading', { name: '只缴今年的' })).toBeVisible();
    await expect(figure(page, '¥1,550')).toBeVisible();
    await expect(figure(page, '2026年1月1日')).toBeVisible();
    await page.getByRole('link', { name: /补缴出生那一年怎么办/ }).tap();
    await expect(title(page, '补缴出生那一年')).toBeVisible();
  });
  test('过期：不编日子，说问谁，还能交下一年的', async ({ page }) => {
    await countdown(page, 'chongqing', '2025-06-01', '2025-03-02');
    await expect(title(page, '已经过期 1 天')).toBeVisible();
    await expect(page.getByText('从哪天起能报，没有查到。')).toBeVisible();
    await expect(page.getByText('缴费以前先问办税服务厅或当地社保所。')).toBeVisible();
    await expect(figure(page, '2026年1月1日')).toBeVisible();
    await expect(page.getByText('已过独立参保的期限。')).toBeVisible();
    await expect(page.getByText('补不回来')).toHaveCount(0);
    await expect(page.getByRole('heading', { name: '今年随监护人' })).toBeVisible();
    await expect(figure(page, '2025年12月31日').first()).toBeVisible();
    await expect(page.getByRole('link', { name: '看随监护人怎么办' })).toHaveAttribute(
      'href',
      '/chongqing/enrol/with-guardian/',
    );
  });
  test('过期又过了出生那一年：不再提随监护人', async ({ page }) => {
    await countdown(page, 'chongqing', '2026-01-01', '2025-03-02');
    await expect(title(page, /已经过期/)).toBeVisible();
    await expect(page.getByText('随监护人')).toHaveCount(1);
    await expect(page.getByRole('link', { name: '看超过期限怎么办' })).toBeVisible();
  });
  test('期限跨年：年前年后差多少写在一起，没公布的一年不给总数', async ({ page }) => {
    await countdown(page, 'chongqing', '2026-11-22', '2026-10-20');
    await expect(page.getByRole('heading', { name: '12月31日以前' })).toBeVisible();
    await expect(page.getByRole('heading', { name: '1月1日到1月18日才缴' })).toBeVisible();
    await expect(page.getByText('想从出生起报，要缴两年的，只能去办税服务厅；也不能再随监护人。')).toBeVisible();
    await expect(page.getByText('今年的钱只管到12月31日')).toBeVisible();
    await expect(page.getByText('2027 年的标准尚未公布，两项加起来才是一共要缴的。')).toBeVisible();
  });
  test('今年的标准还没公布：出生那一年的先说', async ({ page }) => {
    await countdown(page, 'chongqing', '2027-01-10', '2026-12-05');
    await expect(page.getByText('出生那一年（2026）：')).toContainText('一档 ¥400、二档 ¥775。');
    await expect(page.getByText('今年（2027）的标准尚未公布，两项加起来才是一共要缴的。')).toBeVisible();
  });
});

test('填错的日期：在那一格说怎么改，填的还在，不往下走', async ({ page }) => {
  await on(page, '2026-11-22');
  await opened(page, '/chongqing/newborn/');
  const send = () => page.getByRole('button', { name: '看最晚哪天办' }).tap();
  const alert = page.getByRole('alert');
  await birth(page, '2026', '4', '31');
  await expect(alert).toBeHidden();
  await send();
  await expect(alert).toBeFocused();
  await expect(alert).toContainText('2026 年 4 月没有 31 日，请填 1 到 30。');
  await alert.getByRole('link').tap();
  await expect(page.getByRole('textbox', { name: '日' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: '日' })).toHaveValue('31');
  await birth(page, '二零', '4', '30');
  await send();
  await expect(alert).toContainText('年份只能填数字，例如 2026。');
  await birth(page, '2026', '11', '23');
  await send();
  await expect(alert).toContainText('这一天还没有到');
  await birth(page, '２０２６', '１１', '２２');
  await send();
  await expect(title(page, /还剩/)).toBeVisible();
});

test('出生日期只填一次，留在手机上，清除后没有了', async ({ page }) => {
  await countdown(page, 'chongqing', '2026-11-22', '2026-10-10');
  await page.goBack();
  await expect(page.getByRole('textbox', { name: '月' })).toHaveValue('10');
  await opened(page, '/chongqing/compare/');
  await expect(page.getByText('2026年10月10日出生')).toBeVisible();
  await opened(page, '/chongqing/newborn/?at=result&from=singlemessage');
  await expect(title(page, '还剩 47 天')).toBeVisible();
  expect(new URL(page.url()).search).toBe('?at=result');
  await opened(page, '/chongqing/');
  await wipe(page);
  await opened(page, '/chongqing/newborn/?at=result');
  await expect(title(page, '新生儿参保倒计时')).toBeVisible();
  await expect(page.getByRole('textbox', { name: '月' })).toHaveValue('');
});

/** In Chongqing, asked on 22 November 2026, of a child of that year. */
async function newbornFee(page: Page, pay: string, month: string, day: string): Promise<void> {
  await on(page, '2026-11-22');
  await opened(page, `/chongqing/premium/?at=birth&newborn=1&pay=${pay}`);
  await birth(page, '2026', month, day);
  await page.getByRole('button', { name: '下一步' }).tap();
  await page.getByRole('button', { name: '看要缴多少' }).tap();
}

test.describe('要交多少', () => {
  for (const [pay, sum, from, months] of [
    ['2026-08-31', '¥38.45', '2026年9月1日', '2026年8月起 1 个月'],
    ['2026-09-01', '¥486.72', '2026年10月1日', '2026年9月起 12 个月'],
    ['2026-09-30', '¥486.72', '2026年10月1日', '2026年9月起 12 个月'],
    ['2025-12-31', '¥346.05', '2026年1月1日', '2025年12月起 9 个月'],
    ['2026-01-01', '¥307.60', '2026年2月1日', '2026年1月起 8 个月'],
    ['2024-02-29', '¥247.94', '2024年3月1日', '2024年2月起 7 个月'],
  ] as const) {
    test(`深圳 ${pay} 交：${months}，${sum}`, async ({ page }) => {
      await premium(page, 'shenzhen', pay);
      await expect(title(page, '一共要交')).toBeVisible();
      await expect(figure(page, sum).first()).toBeVisible();
      await expect(figure(page, from)).toBeVisible();
      await expect(page.getByText(months).first()).toBeVisible();
    });
  }
  test('从头问起：默认今天，改一项回到结果，每行加起来等于一共', async ({ page }) => {
    await on(page, '2026-11-22');
    await opened(page, '/shenzhen/premium/');
    await page.getByRole('button', { name: '下一步' }).tap();
    await expect(page.getByText('请选一项，再点下面的按钮。')).toBeVisible();
    await choose(page, /新生儿，从出生起交/);
    await birth(page, '2026', '6', '10');
    await page.getByRole('button', { name: '下一步' }).tap();
    await choose(page, '深圳户籍');
    await expect(page.getByRole('textbox', { name: '日' })).toHaveValue('22');
    await page.getByRole('button', { name: '看要交多少' }).tap();
    // 3 × 38.45 + 12 × 40.56 = 602.07
    await expect(figure(page, '¥602.07').first()).toBeVisible();
    const values = await page.getByRole('list', { name: '一共交多少' }).locator('.wa-line-value').allInnerTexts();
    const amounts = values.map(fen);
    expect(amounts.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(amounts.at(-1));
    expect(page.url()).not.toContain('06');
    await page.getByRole('button', { name: /缴费日期/ }).tap();
    await page.getByRole('textbox', { name: '月' }).fill('8');
    await page.getByRole('button', { name: '看要交多少' }).tap();
    await expect(figure(page, '¥115.35').first()).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('textbox', { name: '月' })).toHaveValue('11');
  });
  test('没有公布的年度：不给数，说怎么自己算', async ({ page }) => {
    await premium(page, 'shenzhen', '2027-09-01');
    await expect(title(page, '本年度标准尚未公布')).toBeVisible();
    await expect(figure(page, '0.6%')).toBeVisible();
    await premium(page, 'chongqing', '2026-11-22', '&year=2027');
    await expect(title(page, '本年度标准尚未公布')).toBeVisible();
    await expect(figure(page, '2027年1月1日')).toBeVisible();
  });
  test('重庆：过了新生儿的期限不是填错，一点就按普通参保算', async ({ page }) => {
    await newbornFee(page, '2026-11-22', '8', '1');
    await expect(title(page, '过了新生儿的期限')).toBeVisible();
    await page.getByRole('button', { name: '按普通参保算' }).tap();
    await page.getByRole('radio', { name: /^2026 年/ }).check();
    await page.getByRole('button', { name: '下一步' }).tap();
    await page.getByRole('button', { name: '看要缴多少' }).tap();
    await expect(figure(page, '¥400').first()).toBeVisible();
    await expect(page.getByText('普通参保或续保')).toBeVisible();
  });
  test('重庆：跨年的新生儿，明年的标准还没有也说清两种缴法', async ({ page }) => {
    await newbornFee(page, '2027-01-15', '11', '20');
    await expect(title(page, '本年度标准尚未公布')).toBeVisible();
    await expect(page.getByRole('heading', { name: '连出生那一年一起缴' })).toBeVisible();
    await expect(page.getByRole('heading', { name: '只缴 2027 年的' })).toBeVisible();
    await expect(figure(page, '2026年11月20日').first()).toBeVisible();
    await expect(figure(page, '2027年1月1日').first()).toBeVisible();
    await page.getByRole('link', { name: /补缴出生那一年怎么办/ }).tap();
    await expect(title(page, '补缴出生那一年')).toBeVisible();
  });
  test('重庆：年底交下一年的，两档并排', async ({ page }) => {
    await premium(page, 'chongqing', '2025-12-31', '&year=2026');
    await expect(figure(page, '¥400').first()).toBeVisible();
    await expect(figure(page, '¥775').first()).toBeVisible();
    await expect(figure(page, '2026年1月1日')).toBeVisible();
  });
});

test.describe('一档还是二档', () => {
  test('先说差多少，再说花到多少划算；图、句子、表说的一样', async ({ page }) => {
    await on(page, '2026-11-22');
    await opened(page, '/chongqing/tiers/');
    await expect(figure(page, '¥375')).toBeVisible();
    await expect(page.getByRole('img', { name: /一年花到约 8,300 元/ })).toBeVisible();
    await page.getByRole('radio', { name: '一级及以下' }).tap();
    await expect(page.getByText('一年花到约 7,600 元，二档就划算。').first()).toBeVisible();
    await page.getByRole('radio', { name: '看门诊' }).tap();
    await expect(page.getByText('花多少都补不回二档多缴的钱').first()).toBeVisible();
    await expect(page.locator('p', { hasText: '二档最多只多报 200 元，多缴的是 375 元' })).toBeVisible();
    await page.getByRole('radio', { name: '门诊加住院' }).tap();
    await expect(page.getByText('一年花到约 3,600 元，二档就划算。').first()).toBeVisible();
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(3);
    const rows = page.getByRole('table').first().locator('tbody tr');
    const count = await rows.count();
    expect(count).toBe(4);
    for (let i = 0; i < count; i++) {
      const [one = 0, two = 0, more = 0] = (await rows.nth(i).locator('td').allInnerTexts()).map(fen);
      expect(two - one).toBe(more);
    }
    await expect(page.getByRole('link', { name: '去缴费' })).toHaveAttribute('href', '/chongqing/pay/');
  });
  test('没有公布的年度不顶替，可以看最近一年的', async ({ page }) => {
    await on(page, '2027-02-01');
    await opened(page, '/chongqing/tiers/');
    await expect(page.getByText('本年度标准尚未公布')).toBeVisible();
    await page.getByRole('button', { name: /看 2026 年的比较/ }).tap();
    await expect(figure(page, '¥375')).toBeVisible();
    await expect(page.getByText('2027 年的标准尚未公布，这里比的是 2026 年的')).toBeVisible();
    // Of a year gone by nothing will be published any more.
    await opened(page, '/chongqing/tiers/?year=2022');
    await expect(page.getByText('没有该年度的资料')).toBeVisible();
    await expect(page.getByText('尚未公布')).toHaveCount(0);
  });
  test('只有一档的城市没有这一页', async ({ page, watch }) => {
    watch.allow(/404/);
    await opened(page, '/shenzhen/');
    await expect(page.getByRole('link', { name: /新生儿参保倒计时/ })).toBeVisible();
    await expect(page.getByRole('link', { name: /一档还是二档/ })).toHaveCount(0);
    await opened(page, '/shenzhen/tiers/');
    await expect(title(page, '没有这个页面')).toBeVisible();
  });
});

test.describe('独立参保、随监护人', () => {
  test('不填出生日期也有结论；填了按孩子算', async ({ page }) => {
    await on(page, '2026-11-22');
    await opened(page, '/chongqing/compare/');
    await expect(page.getByText('能独立参保就独立参保')).toBeVisible();
    await expect(figure(page, '85%')).toBeVisible();
    await page.getByRole('radio', { name: '二档' }).tap();
    await expect(figure(page, '90%')).toBeVisible();
    await page.getByRole('button', { name: /填上出生日期再看/ }).tap();
    await birth(page, '2026', '3', '10');
    await page.getByRole('button', { name: '看怎么选' }).tap();
    await expect(page.getByText('今年就先随监护人')).toBeVisible();
    await page.getByRole('button', { name: /修改/ }).tap();
    await birth(page, '2025', '3', '10');
    await page.getByRole('button', { name: '看怎么选' }).tap();
    await expect(page.getByText('只能独立参保')).toBeVisible();
    await expect(figure(page, '90%')).toBeVisible();
  });
});

const screens = [
  ['shenzhen', '/shenzhen/newborn/?at=result'],
  ['chongqing', '/chongqing/newborn/?at=result'],
  ['shenzhen', '/shenzhen/premium/?at=result&newborn=1&pay=2026-11-22'],
  ['chongqing', '/chongqing/tiers/?care=both'],
  ['chongqing', '/chongqing/compare/'],
] as const;

test('每屏：无障碍检查干净，字大四成也不横向滚动', async ({ page }) => {
  test.slow();
  await countdown(page, 'shenzhen', '2026-11-22', '2026-10-10', '深圳户籍');
  for (const [, path] of screens) {
    await opened(page, path);
    await test.step(path, () => fits(page));
  }
});

for (const [path, least] of [
  ['/shenzhen/newborn/?at=result', 8],
  ['/shenzhen/premium/?at=result&newborn=1&pay=2026-11-22', 8],
  ['/chongqing/compare/', 10],
  ['/chongqing/tiers/', 12],
] as const) {
  test(`${path} 的每个数字和日子都能打开依据，关上后焦点回来`, async ({ page }) => {
    test.slow();
    await countdown(page, 'shenzhen', '2026-11-22', '2026-10-10', '不是深圳户籍');
    await opened(page, path);
    const figures = page.locator('main [data-num]');
    const count = await figures.count();
    expect(count).toBeGreaterThanOrEqual(least);
    for (let i = 0; i < count; i++) {
      await figures.nth(i).tap();
      const dialog = page.getByRole('dialog');
      await expect(dialog).toContainText('最后核对');
      await expect(dialog).toContainText('适用');
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(figures.nth(i)).toBeFocused();
    }
  });
}
