import { readdirSync, readFileSync } from 'node:fs';
import { expect, opened, test } from './lib/test.ts';

const DAY = '2026-11-22T10:00:00+08:00';
test.beforeEach(async ({ page }) => page.clock.setFixedTime(new Date(DAY)));

const cities = ['shenzhen', 'chongqing'];

test('遇到问题：每一句都是链接，都打得开', async ({ page, request }) => {
  let count = 0;
  for (const city of cities) {
    await opened(page, `/${city}/help/`);
    const links = page.locator('main .wa-cell-tap');
    const paths = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    count += paths.length;
    for (const path of paths) {
      expect(path).toMatch(new RegExp(`^/${city}/`));
      expect((await request.get(path)).status(), path).toBe(200);
    }
  }
  expect(count).toBeGreaterThanOrEqual(30);
});

test('遇到问题：从一句话走到办法', async ({ page }) => {
  await opened(page, '/shenzhen/help/');
  await page.getByRole('link', { name: /交了钱为什么显示未参保？/ }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('显示未参保');
  await page.goBack();
  await page.getByRole('link', { name: /爸妈的个人账户能给孩子用吗？/ }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('绑定家人账户');
});

test('待遇一览：真的表格，分年度，每个数字点开有原文和文件', async ({ page }) => {
  for (const city of cities) {
    await opened(page, `/${city}/benefits/`);
    const tables = page.locator('main table');
    expect(await tables.count()).toBeGreaterThanOrEqual(7);
    const figures = page.locator('.wa-stack [data-num]');
    const count = await figures.count();
    expect(count).toBeGreaterThanOrEqual(30);
    for (const place of [0, Math.floor(count / 2), count - 1]) {
      await figures.nth(place).tap();
      const dialog = page.getByRole('dialog');
      await expect(dialog).toContainText('可靠程度');
      await expect(dialog).toContainText(/文件|怎么算出来的/);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
  }
});

test('待遇一览：以前的年度收起来，点开就有', async ({ page }) => {
  await opened(page, '/shenzhen/benefits/');
  const old = page.getByText('2024 年看病报多少').first();
  const limit = page.locator('details [data-num]').last();
  await expect(limit).toBeHidden();
  await old.tap();
  await expect(limit).toBeVisible();
});

test('数据与来源：文件、可靠程度、说法不一、没查到、核对日子', async ({ page }) => {
  for (const city of cities) {
    await opened(page, `/${city}/sources/open/`);
    for (const name of ['没有查到的', '说法不一的地方', '什么时候重新核对']) {
      await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    }
    await expect(page.getByText('已经到了该重新核对的日子')).toHaveCount(0);
    await page.getByRole('link', { name: /数据与来源/ }).tap();
    await expect(page.getByRole('heading', { name: '可靠程度怎么看' })).toBeVisible();
    const links = page.locator('main a[href^="http"]');
    const hosts = await links.evaluateAll((all) => all.map((one) => new URL(one.getAttribute('href') ?? '').hostname));
    expect(hosts.length).toBeGreaterThanOrEqual(6);
    const good = /(^|\.)(gov\.cn|bendibao\.com|163\.com|dutenews\.com|shenchuang\.com)$/;
    expect(hosts.filter((host) => !good.test(host))).toEqual([]);
  }
  await opened(page, '/shenzhen/sources/');
  await page.getByRole('link', { name: /拿不准的和没查到的/ }).tap();
  await page.getByText('诊查费占不占门诊的年度限额').tap();
  await expect(page.getByText('另一种读法').first()).toBeVisible();
});

test('数据与来源：过了核对日子的说出来', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2027-02-01T10:00:00+08:00'));
  await opened(page, '/chongqing/sources/open/');
  await expect(page.getByText(/有 \d+ 项已经到了该重新核对的日子/)).toBeVisible();
  await page.getByText('看是哪些').tap();
  await expect(page.getByText('一档缴费标准').first()).toBeVisible();
});

test('病种：按名字和拼音首字母查，换日期换名单，查不到说清楚', async ({ page }) => {
  await opened(page, '/chongqing/diseases/');
  await expect(page.getByText('共 53 种')).toBeVisible();
  const field = page.getByRole('textbox', { name: '按名字查' });
  await field.fill('GXY');
  await expect(page.getByText('找到 1 种')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '高血压' })).toContainText('二类');
  await field.fill('血友');
  await expect(page.getByRole('listitem').filter({ hasText: '血友病' })).toContainText('一类');
  await field.fill('肾透析');
  await expect(page.getByRole('listitem').filter({ hasText: '慢性肾衰竭血液净化治疗' })).toContainText('一类');
  await page.getByRole('button', { name: '2025年6月1日以前' }).tap();
  await expect(page.getByRole('listitem').filter({ hasText: '肾透析' })).toContainText('重大疾病');
  await field.fill('支气管哮喘');
  await expect(page.getByText('没有找到“支气管哮喘”')).toBeVisible();
  await expect(page.getByText(/“2025年6月1日及以后”的名单里有/)).toBeVisible();
  await field.fill('');
  await expect(page.getByText('共 6 种')).toBeVisible();
  await expect(page.getByText('其余没有查到')).toBeVisible();
  await field.fill('感冒');
  await expect(page.getByText('没有找到“感冒”。换个写法')).toContainText('感冒这类常见病按普通门诊报。');
});

test('没有病种名单的城市没有这一页', async ({ page, request }) => {
  expect((await request.get('/shenzhen/diseases/')).status()).toBe(404);
  await opened(page, '/shenzhen/');
  await expect(page.getByRole('link', { name: /病种/ })).toHaveCount(0);
});

test('没有脚本也能读', async ({ request }) => {
  for (const [path, ...words] of [
    ['/shenzhen/help/', '交了钱为什么显示未参保？'],
    ['/shenzhen/benefits/', '75%', '2,471.31'],
    ['/chongqing/diseases/', '高血压', '共 53 种'],
    ['/chongqing/sources/open/', '没有查到的', '2027年1月10日'],
  ] as const) {
    const body = (await (await request.get(path)).text()).replaceAll('<!-- -->', '');
    for (const word of words) expect(body, path).toContain(word);
  }
});

test('和本页出处不是同一份文件的那一段，自己写明出处和可靠程度', async ({ request }) => {
  interface Guide {
    group: string;
    id: string;
    at: { source: string };
    blocks: { at?: { source: string } }[];
  }
  const read = <T>(file: string): T => JSON.parse(readFileSync(`src/policy/${file}`, 'utf8'));
  let blocks = 0;
  for (const city of cities) {
    for (const file of readdirSync(`src/policy/${city}/guides`)) {
      const guide = read<Guide>(`${city}/guides/${file}`);
      const others = guide.blocks.flatMap(({ at }) => (at && at.source !== guide.at.source ? [at.source] : []));
      const html = await (await request.get(`/${city}/${guide.group}/${guide.id}/`)).text();
      for (const source of others)
        expect(html).toContain(`出处：《${read<{ title: string }>(`sources/${source}.json`).title}》`);
      expect(html.split('出处：').length - 1, file).toBe(others.length);
      blocks += others.length;
    }
  }
  expect(blocks).toBeGreaterThanOrEqual(20);
});

test('推算的金额旁边写着推算，公布的没有', async ({ page }) => {
  await opened(page, '/shenzhen/pay/amount/');
  const row = (year: string) => page.getByRole('row', { name: new RegExp(year) });
  await expect(row('2026-27')).toHaveText(/40\.56（推算）486\.72（推算）973\.44（推算）/);
  await expect(row('2024-25')).toHaveText(/36\.36436\.32872\.64/);
});
