import type { Page } from '@playwright/test';
import { choose, expect, opened, test, wipe } from './lib/test.ts';

test.beforeEach(async ({ page }) => page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00')));

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

const newborn = '/shenzhen/enrol/?age=under7&at=result&hukou=local&newborn=yes&school=no';

test('第一次参保：冷启动逐题走到结论，标题每屏不同，历史一屏一条', async ({ page }) => {
  await opened(page, '/shenzhen/enrol/');
  await expect(heading(page, '第一次参保')).toBeVisible();
  const before = await page.evaluate(() => history.length);
  await choose(page, '没有在园在校');
  await expect(heading(page, '孩子多大了？')).toBeVisible();
  await choose(page, '未满 7 周岁');
  await expect(heading(page, '孩子是深圳户口吗？')).toBeVisible();
  await choose(page, '是深圳户口');
  await expect(heading(page, '孩子出生还在 6 个月以内吗？')).toBeVisible();
  await choose(page, '是，还在 6 个月以内');
  await expect(heading(page, '抓紧登记，从出生起享受')).toBeVisible();
  await expect(page).toHaveTitle(/抓紧登记/);
  expect(await page.evaluate(() => history.length)).toBe(before + 4);
  expect(new URL(page.url()).search).toBe('?age=under7&at=result&hukou=local&newborn=yes&school=no');

  await page.getByRole('link', { name: '微信登记：深圳医保' }).tap();
  await expect(heading(page, '微信登记：深圳医保')).toBeVisible();
  await page.goBack();
  await expect(heading(page, '抓紧登记，从出生起享受')).toBeVisible();
  await page.getByRole('link', { name: '用“深圳医保”登记' }).tap();
  await expect(heading(page, '微信登记：深圳医保')).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: /^缴费/ }).tap();
  await expect(heading(page, '缴费')).toBeVisible();
});

test('后退再前进，每一屏的选择都在；不选不走，选了也不自己走', async ({ page }) => {
  await opened(page, '/shenzhen/enrol/');
  await page.getByRole('button', { name: '下一步' }).tap();
  await expect(page.getByText('请选一项，再点下面的按钮。')).toBeVisible();
  await expect(page.getByRole('radiogroup')).toBeFocused();
  await page.getByRole('radio', { name: '没有在园在校' }).check();
  await expect(page.getByText('请选一项，再点下面的按钮。')).toBeHidden();
  await expect(heading(page, '第一次参保')).toBeVisible();
  await page.getByRole('button', { name: '下一步' }).tap();
  await choose(page, '7 到 17 周岁');
  await choose(page, '不是深圳户口');
  await expect(heading(page, '要在校才能参保')).toBeVisible();
  for (const [title, option] of [
    ['孩子是深圳户口吗？', '不是深圳户口'],
    ['孩子多大了？', '7 到 17 周岁'],
    ['第一次参保', '没有在园在校'],
  ] as const) {
    await page.goBack();
    await expect(heading(page, title)).toBeVisible();
    await expect(page.getByRole('radio', { name: option })).toBeChecked();
  }
  for (const title of ['孩子多大了？', '孩子是深圳户口吗？', '要在校才能参保']) {
    await page.goForward();
    await expect(heading(page, title)).toBeVisible();
  }
});

test('上一步：走进来的用历史，冷启动的换地址，都留着选择', async ({ page }) => {
  await opened(page, '/shenzhen/enrol/?age=minor&at=hukou&school=no');
  const before = await page.evaluate(() => history.length);
  await page.getByRole('button', { name: '上一步' }).tap();
  await expect(heading(page, '孩子多大了？')).toBeVisible();
  await expect(page.getByRole('radio', { name: '7 到 17 周岁' })).toBeChecked();
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.getByRole('button', { name: '下一步' }).tap();
  await expect(heading(page, '孩子是深圳户口吗？')).toBeVisible();
  await page.getByRole('button', { name: '上一步' }).tap();
  await expect(heading(page, '孩子多大了？')).toBeVisible();
});

test('冷链接直接打开结论，外来的参数去掉，一次后退就离开', async ({ page }) => {
  await opened(page, '/shenzhen/');
  await opened(page, `${newborn}&from=singlemessage&isappinstalled=0&foo=%E4%BD%A0`);
  await expect(heading(page, '抓紧登记，从出生起享受')).toBeVisible();
  await expect.poll(() => new URL(page.url()).search).toBe('?age=under7&at=result&hukou=local&newborn=yes&school=no');
  await page.goBack();
  await expect(heading(page, '深圳少儿医保')).toBeVisible();
});

test('没看懂的选择说出来并去掉，不拿上次的顶替', async ({ page }) => {
  await opened(page, newborn);
  await expect(heading(page, '抓紧登记，从出生起享受')).toBeVisible();
  await opened(page, '/shenzhen/enrol/?at=result&school=maybe');
  await expect(page.getByText('链接里有没看懂的选择（是否上学），请重新选一下。')).toBeVisible();
  await expect(heading(page, '第一次参保')).toBeVisible();
  await expect.poll(() => new URL(page.url()).search).toBe('');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.getByRole('button', { name: '知道了' }).tap();
  await expect(page.getByText('链接里有没看懂的选择')).toBeHidden();
});

test('修改一项：改完回到结论，别的选择不动；改出新问题的先问', async ({ page }) => {
  await opened(page, '/shenzhen/enrol/?age=under7&at=result&hukou=local&newborn=no&school=no');
  await expect(heading(page, '自己登记，四个入口选一个')).toBeVisible();
  await page.getByRole('button', { name: /是否新生儿/ }).tap();
  await expect(page.getByRole('radio', { name: '不是，已经超过' })).toBeChecked();
  await choose(page, '是，还在 6 个月以内', '看结果');
  await expect(heading(page, '抓紧登记，从出生起享受')).toBeVisible();

  await page.getByRole('button', { name: /户籍/ }).tap();
  await choose(page, '不是深圳户口', '看结果');
  await expect(heading(page, '父母有一方符合条件吗？')).toBeVisible();
  await choose(page, '有一方符合', '看结果');
  await expect(heading(page, '可以参保，抓紧登记')).toBeVisible();

  await page.getByRole('button', { name: /是否上学/ }).tap();
  await expect(heading(page, '孩子在深圳上学或上幼儿园吗？')).toBeVisible();
  await page.getByRole('radio', { name: /^在园或在校/ }).check();
  await page.getByRole('button', { name: '不改了，回到结果' }).tap();
  await expect(heading(page, '可以参保，抓紧登记')).toBeVisible();
  await expect(page.getByRole('button', { name: /是否上学/ })).toContainText('没有在园在校');
});

test('不符合条件是平常的结果页：原因、办法、可点的去处，没有报错', async ({ page }) => {
  await opened(page, '/shenzhen/enrol/?age=under7&at=result&hukou=nonlocal&parent=no&school=no');
  await expect(heading(page, '现在还不能自己参保')).toBeVisible();
  await expect(page.getByText('父母一方先办深圳经济特区居住证')).toBeVisible();
  await expect(page.getByRole('link', { name: '看非深户孩子怎么办' })).toBeVisible();
  await expect(page.getByRole('link', { name: /在园在校：由学校办/ })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.locator('.wa-field-error, .wa-errors')).toHaveCount(0);
});

test('选社康：两步有进度，结论给两个地图搜索的普通链接', async ({ page }) => {
  await opened(page, '/shenzhen/clinic/');
  await expect(page.getByText('第 1 步，共 2 步')).toBeVisible();
  await choose(page, '未满 14 周岁');
  await expect(page.getByText('第 2 步，共 2 步')).toBeVisible();
  await choose(page, '用微信');
  await expect(heading(page, '14 周岁以下，用微信绑定')).toBeVisible();
  const word = encodeURIComponent('社康中心');
  await expect(page.getByRole('link', { name: /高德地图/ })).toHaveAttribute(
    'href',
    `https://uri.amap.com/search?keyword=${word}`,
  );
  await expect(page.getByRole('link', { name: /腾讯地图/ })).toHaveAttribute(
    'href',
    `https://apis.map.qq.com/uri/v1/search?keyword=${word}`,
  );
});

test('缴费：选好走到具体办法；总步数还不一定时不报步数', async ({ page }) => {
  await opened(page, '/shenzhen/pay/');
  await expect(page.getByText(/第 1 步/)).toHaveCount(0);
  await choose(page, '刚办完第一次登记');
  await expect(page.getByText('第 2 步，共 2 步')).toBeVisible();
  await choose(page, '支付宝');
  await expect(heading(page, '支付宝里搜生活号')).toBeVisible();
  await page.getByRole('link', { name: '看支付宝的步骤' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('支付宝里交');
});

test('重庆：两种户口各走到结论', async ({ page }) => {
  await opened(page, '/chongqing/enrol/');
  await choose(page, '在重庆（本市户籍）');
  await choose(page, '今年出生，还在期限内');
  await choose(page, '没有，或参加的是职工医保');
  await expect(heading(page, '给孩子独立参保')).toBeVisible();
  await page.getByRole('button', { name: /户口/ }).tap();
  await choose(page, '不在重庆（市外户籍）', '看结果');
  await choose(page, '还没有', '看结果');
  await expect(heading(page, '现在还不能参保，先办居住证')).toBeVisible();
});

test('材料划掉以后重新打开还在，另一页不受影响', async ({ page }) => {
  await opened(page, '/shenzhen/enrol/counter/');
  const first = page.getByRole('checkbox').first();
  await first.check();
  await page.reload();
  await expect(first).toBeChecked();
  await opened(page, '/chongqing/pay/?at=result&registered=yes&tier=one&years=both');
  const boxes = page.getByRole('checkbox');
  await expect(boxes).toHaveCount(2);
  await expect(boxes.first()).not.toBeChecked();
});

test('这一步办好了：重新打开还在，结论里写已完成，可以改回', async ({ page }) => {
  await opened(page, '/shenzhen/enrol/wechat-yibao/');
  await page.getByRole('button', { name: '这一步办好了' }).tap();
  await expect(page.getByText(/^已完成/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^已完成/)).toBeVisible();
  await opened(page, newborn);
  await expect(page.getByRole('link', { name: /微信登记：深圳医保/ })).toContainText('已完成');
  await expect(page.getByRole('link', { name: /网上登记/ })).not.toContainText('已完成');
  await opened(page, '/shenzhen/enrol/wechat-yibao/');
  await page.getByRole('button', { name: '改回没办好' }).tap();
  await expect(page.getByText(/^已完成/)).toBeHidden();
});

test('清除我的填写：选择、划掉的、办好的都没了，地址也干净', async ({ page }) => {
  await opened(page, newborn);
  await wipe(page);
  await expect(heading(page, '第一次参保')).toBeVisible();
  await expect.poll(() => new URL(page.url()).search).toBe('');
  await page.reload();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(page.getByText('看上次的结果')).toHaveCount(0);
});

test('存储不可用也走得完', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['getItem', 'setItem', 'removeItem'] as const) {
      Storage.prototype[name] = () => {
        throw new Error('refused');
      };
    }
  });
  await opened(page, '/shenzhen/clinic/');
  await choose(page, '已满 14 周岁');
  await choose(page, '到现场办');
  await expect(heading(page, '满 14 周岁，到现场绑定')).toBeVisible();
});

test('没有脚本也能读：问题和全部办法都在页面里', async ({ request }) => {
  for (const [path, ...words] of [
    ['/shenzhen/enrol/', '孩子在深圳上学或上幼儿园吗？', '微信登记：深圳医保', '去窗口登记'],
    ['/shenzhen/pay/', '孩子是哪种情况？', '一年交多少钱'],
    ['/shenzhen/clinic/', '孩子满 14 周岁了吗？', '微信绑定'],
    ['/chongqing/enrol/', '孩子的户口在重庆吗？', '新生儿参保的期限'],
    ['/chongqing/pay/', '孩子办过参保登记了吗？', '去窗口缴'],
  ] as const) {
    const body = await (await request.get(path)).text();
    for (const word of words) expect(body, path).toContain(word);
  }
  expect((await request.get('/chongqing/clinic/')).status()).toBe(404);
});

test('A07 首屏就有结论和绿色按钮', async ({ page }) => {
  for (const path of [
    newborn,
    '/shenzhen/enrol/?age=minor&at=result&hukou=nonlocal&school=no',
    '/shenzhen/clinic/?age=over&at=result&how=pc',
    '/shenzhen/pay/?at=result&hand=wechat&who=first',
    '/chongqing/enrol/?at=result&birth=window&guardian=yes&hukou=local',
  ]) {
    await opened(page, path);
    const box = await page.locator('.wa-button-primary').boundingBox();
    await expect(page.locator('.wa-button-primary')).toHaveCount(1);
    expect((box?.y ?? 9999) + (box?.height ?? 0), path).toBeLessThanOrEqual(667);
  }
});

test('选项里的数字不挡着选：没选时点它就是选这一行，选上以后点它看出处；键盘一直是看出处', async ({ page }) => {
  await opened(page, '/chongqing/pay/');
  await choose(page, '办过了');
  const option = page.locator('.wa-choice', { has: page.locator('[data-num]') }).first();
  const figure = option.locator('[data-num]').first();
  await figure.tap();
  await expect(option.getByRole('radio')).toBeChecked();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await figure.tap();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const other = page.locator('.wa-choice', { has: page.locator('[data-num]') }).nth(1);
  await other.locator('[data-num]').first().press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(other.getByRole('radio')).not.toBeChecked();
});
