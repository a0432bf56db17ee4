/** What is kept belongs to somebody: to this child, to this ledger, to the page that is open. Nothing of it slips to another. */
import type { Page } from '@playwright/test';
import { soundBackup } from '../tests/hostile/backups.ts';
import { choose, expect, opened, standing, test, wipe } from './lib/test.ts';

const DAY = new Date('2026-11-22T10:00:00+08:00');
test.beforeEach(async ({ page }) => page.clock.setFixedTime(DAY));

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

interface Said {
  name: string;
  birth: { year: string; month: string; day: string };
  city?: string;
  [more: string]: unknown;
}

/** Children as the phone keeps them. */
async function keep(page: Page, children: Said[], at = 0): Promise<void> {
  await page.goto('/robots.txt');
  await page.evaluate((state) => localStorage.setItem('wa-yibao:children', JSON.stringify({ state, version: 1 })), {
    children,
    at,
  });
}

const kept = (page: Page) =>
  page.evaluate(
    () => JSON.parse(localStorage.getItem('wa-yibao:children') ?? '{}').state as { children: Said[]; at: number },
  );

const older: Said = {
  name: '豆豆',
  birth: { year: '2026', month: '3', day: '1' },
  city: 'chongqing',
  tier: { city: 'chongqing', is: 2 },
  enrolment: { city: 'chongqing', is: 'withGuardian' },
};
const younger: Said = { name: '果果', birth: { year: '2020', month: '5', day: '5' }, city: 'chongqing' };

test('换一个孩子：从前一个孩子来的答案不留给后一个', async ({ page }) => {
  await keep(page, [older, younger]);
  await opened(page, '/chongqing/estimate/');
  await choose(page, '住院');
  await choose(page, /一级/);
  await expect(page.getByRole('textbox', { name: /医保范围内/ })).toBeVisible();
  await opened(page, '/me/');
  await page.getByRole('button', { name: /换成果果/ }).tap();
  await opened(page, '/chongqing/estimate/');
  await choose(page, '住院');
  // Not known of this one: asked, and nothing is chosen.
  await expect(title(page, /怎样参保/)).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('记一笔：规定还没到时不变成普通的估算；到不了就说没有打开', async ({ page, watch }) => {
  watch.allow(/Failed to load resource|Failed to fetch|dynamically imported|net::ERR|not known/);
  await keep(page, [{ ...older, id: 'abcdef1' }]);
  let let_go = () => {};
  const held = new Promise<void>((resolve) => {
    let_go = resolve;
  });
  await page.route(/\/assets\/chongqing-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/chongqing/estimate/?record=1');
  await expect(page.getByText('正在打开账本……')).toBeVisible();
  let_go();
  await expect(title(page, '记一笔')).toBeVisible();
  await choose(page, '住院');
  expect(page.url()).toContain('record=1');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.route(/\/assets\/chongqing-[^/]*\.js$/, (route) => route.abort());
  await page.goto('/chongqing/estimate/?record=1');
  await expect(title(page, '这一页没有打开')).toBeVisible();
});

test('再加一个孩子又退回来：没有空的孩子，用的还是原来的', async ({ page }) => {
  await keep(page, [older]);
  await opened(page, '/me/');
  await page.getByRole('button', { name: '再加一个孩子' }).tap();
  await expect(title(page, /哪天出生/)).toBeVisible();
  await page.goBack();
  await expect(page.getByText('豆豆（现在用的是这个孩子）')).toBeVisible();
  await expect(page.getByText('孩子 2')).toHaveCount(0);
  expect(await kept(page)).toMatchObject({ children: [{ name: '豆豆' }], at: 0 });
});

test('取回账本：看过以后另一页又加的孩子还在', async ({ page, context }) => {
  await keep(page, [older]);
  await opened(page, '/chongqing/ledger/?at=import');
  await page.getByRole('textbox', { name: /粘到这里/ }).fill(soundBackup(3, '看牙'));
  await page.getByRole('button', { name: '看看里面有什么' }).tap();
  await expect(page.getByText(/这一份里有 3 笔/)).toBeVisible();
  const before = (await kept(page)).children.length;
  const other = await context.newPage();
  await other.clock.setFixedTime(DAY);
  await opened(other, '/me/');
  await other.getByRole('button', { name: '再加一个孩子' }).tap();
  for (const [name, text] of Object.entries({ 年: '2021', 月: '8', 日: '17' }))
    await other.getByRole('textbox', { name }).fill(text);
  await other.getByRole('button', { name: '下一步' }).tap();
  await expect(title(other, /哪个城市/)).toBeVisible();
  await page.getByRole('button', { name: '取回', exact: true }).tap();
  await expect(title(page, '家庭账本')).toBeVisible();
  const after = (await kept(page)).children;
  expect(after.map(({ birth }) => birth.year)).toContain('2021');
  expect(after.length).toBeGreaterThan(before);
});

test('一页清除，另一页开着的账本也空', async ({ page, context }) => {
  await keep(page, [older]);
  await opened(page, '/chongqing/ledger/?at=import');
  await page.getByRole('textbox', { name: /粘到这里/ }).fill(soundBackup(3, '看牙'));
  await page.getByRole('button', { name: '看看里面有什么' }).tap();
  await page.getByRole('button', { name: '取回', exact: true }).tap();
  await expect(title(page, '家庭账本')).toBeVisible();
  await opened(page, '/chongqing/ledger/?at=export');
  await expect(page.getByText('一共 3 笔')).toBeVisible();
  const other = await context.newPage();
  await other.clock.setFixedTime(DAY);
  await opened(other, '/me/');
  await wipe(other);
  await expect(page.getByText('账本里还没有记过')).toBeVisible();
});

test('头一次没读到，后来写成了：手机里原有的都算进来', async ({ page }) => {
  const take = async (note: string, visits: number) => {
    await opened(page, '/shenzhen/ledger/?at=import');
    await page.getByRole('textbox', { name: /粘到这里/ }).fill(soundBackup(visits, note));
    await page.getByRole('button', { name: '看看里面有什么' }).tap();
    await page.getByRole('button', { name: '取回', exact: true }).tap();
    await expect(page.getByText(/2026年一共（3 笔/)).toBeVisible();
  };
  await take('看牙', 3);
  // A phone too slow to answer the first time.
  await page.addInitScript(() => {
    const { getAll } = IDBObjectStore.prototype;
    let first = true;
    IDBObjectStore.prototype.getAll = function (...all: Parameters<typeof getAll>) {
      if (!first) return getAll.apply(this, all);
      first = false;
      throw new Error('refused');
    };
  });
  await take('发烧', 1);
});

test('打开别人发来的、看一个例子：自己填的留着，换得回来', async ({ page }) => {
  await opened(page, '/shenzhen/estimate/?at=costs&care=inpatient&level=tertiary&place=local&stay=first&year=2026');
  await page.getByRole('textbox', { name: /医保范围内/ }).fill('50000');
  for (const name of ['下一步', '看结果']) await page.getByRole('button', { name, exact: true }).tap();
  const sums = page.locator('.wa-figure-big');
  await expect(title(page, '这次大约能报多少')).toBeVisible();
  const own = await sums.allInnerTexts();
  const theirs =
    '/shenzhen/estimate/?at=result&care=outpatient&eligible=300&level=tertiary&place=local&standing=selected&year=2026';
  await opened(page, theirs);
  await expect(page.getByText('这是链接里的单子。你自己填的留着')).toBeVisible();
  expect(await sums.allInnerTexts()).not.toEqual(own);
  // A slip, another bill, and an example: what is laid aside is still the person's own.
  const slip = '/shenzhen/slip/?at=result&care=outpatient&level=primary&place=local&standing=selected';
  await opened(page, `${slip}&slipTotal=1000&slipFund=750&year=2026`);
  await expect(page.getByText('你自己填的留着，在“算一算能报多少”的第一页可以换回来')).toBeVisible();
  await opened(page, theirs.replace('300', '400'));
  await opened(page, '/shenzhen/estimate/');
  await expect(page.getByText('链接里的，或者是例子')).toBeVisible();
  await page.getByText('大病住院 10 万元').tap();
  await expect(title(page, '这次大约能报多少')).toBeVisible();
  await opened(page, '/shenzhen/estimate/');
  await page.getByText('换回我填的').tap();
  await expect(title(page, '这次大约能报多少')).toBeVisible();
  expect(await sums.allInnerTexts()).toEqual(own);
  await opened(page, '/shenzhen/estimate/');
  await expect(page.getByText('换回我填的')).toHaveCount(0);
  await expect(page.getByText('你上次在这台手机上填的还在')).toBeVisible();
});

test('还没填金额的、换了城市的，也换得回来；没有答完就不说有结果', async ({ page }) => {
  const begun = '/shenzhen/estimate/?at=level&care=inpatient&place=local';
  await opened(page, '/shenzhen/estimate/');
  await page.getByRole('radio', { name: '住院' }).tap();
  await page.getByRole('button', { name: '下一步' }).tap();
  await page.getByRole('radio', { name: '深圳市内' }).tap();
  await page.getByRole('button', { name: '下一步' }).tap();
  await expect(page).toHaveURL(new RegExp(begun.replace(/[?]/g, '\\?')));
  await opened(page, '/shenzhen/estimate/');
  await expect(page.getByText('看上次的结果')).toHaveCount(0);
  await page.getByText('感冒看门诊 300 元').tap();
  await expect(title(page, '这次大约能报多少')).toBeVisible();
  await opened(page, '/shenzhen/estimate/');
  await page.getByText('换回我填的').tap();
  await expect(title(page, '医院是几级的？')).toBeVisible();
  // Without its amounts a link takes over what was answered, not what was typed; both come back.
  await choose(page, /三级/);
  await choose(page, /第一次/);
  await page.getByRole('textbox', { name: /医保范围内/ }).fill('8000');
  for (const name of ['下一步', '看结果']) await page.getByRole('button', { name, exact: true }).tap();
  await expect(page.getByText('基本医保付 6,660.00 元，自己付 1,340.00 元')).toBeVisible();
  await opened(page, '/shenzhen/estimate/?at=result&care=outpatient&level=primary&place=local&standing=selected');
  await expect(
    page.getByText(/金额是你上次在这台手机上填的。你自己填的留着，在这一项的第一页可以换回来/),
  ).toBeVisible();
  await opened(page, '/shenzhen/estimate/');
  await page.getByText('换回我填的').tap();
  await expect(page.getByText('基本医保付 6,660.00 元，自己付 1,340.00 元')).toBeVisible();
  // A look at another city and back.
  await opened(page, '/chongqing/estimate/');
  await expect(page.getByText('看上次的结果')).toHaveCount(0);
  await choose(page, /门诊/);
  await opened(page, '/shenzhen/estimate/');
  await page.getByText('看上次的结果').tap();
  await expect(page.getByText('基本医保付 6,660.00 元，自己付 1,340.00 元')).toBeVisible();
});

test('存着的年份不像年份：结果页不原地打转，按今年算', async ({ page }) => {
  await page.goto('/robots.txt');
  await page.evaluate(() => {
    const state = { city: 'shenzhen', answers: {}, names: {}, amounts: { eligible: '8000' }, year: 99_999 };
    localStorage.setItem('wa-yibao:estimate', JSON.stringify({ state, version: 1 }));
  });
  await opened(page, '/shenzhen/estimate/?at=result&care=inpatient&level=tertiary&place=local&stay=first');
  await expect(title(page, '这次大约能报多少')).toBeVisible();
  const entries = await page.evaluate(() => history.length);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  expect(page.url()).not.toContain('99999');
});

test('按别的年份看：网址跟着写上那一年', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2027-02-01T10:00:00+08:00'));
  await opened(page, '/shenzhen/estimate/?at=costs&care=inpatient&level=tertiary&place=local&stay=first');
  await page.getByRole('textbox', { name: /医保范围内/ }).fill('8000');
  for (const name of ['下一步', '看结果']) await page.getByRole('button', { name, exact: true }).tap();
  await page.getByRole('button', { name: /按 2026 年的规定看/ }).tap();
  await expect(title(page, '这次大约能报多少')).toBeVisible();
  await expect(page).toHaveURL(/year=2026/);
});

test('清除要问一声：说出会没有什么，不点第二下什么都在', async ({ page }) => {
  await keep(page, [older]);
  for (const path of ['/me/', '/chongqing/']) {
    await opened(page, path);
    await page.getByRole('button', { name: '清除我的填写' }).tap();
    await expect(page.getByRole('alert')).toContainText('账本里的每一笔');
    await expect(page.getByRole('alert')).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: '全部清除' })).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: '不清除了' }).tap();
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  expect((await kept(page)).children).toHaveLength(1);
  await wipe(page);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

/** As the browser does it for a page that it had laid aside whole: such a page is told of nothing meanwhile. */
const broughtBack = (page: Page) =>
  page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));

test('从别的页退回来：这期间在那里改的、清掉的，这里也一样', async ({ page }) => {
  await keep(page, [older]);
  await opened(page, '/me/');
  await expect(page.getByText('2026年3月1日')).toBeVisible();
  await page.evaluate((state) => localStorage.setItem('wa-yibao:children', JSON.stringify({ state, version: 1 })), {
    children: [younger],
    at: 0,
  });
  await broughtBack(page);
  await expect(page.getByText('2020年5月5日')).toBeVisible();
  await page.evaluate(() => {
    sessionStorage.setItem('wa-yibao:journey', '{}');
    localStorage.clear();
  });
  await broughtBack(page);
  await expect(page.getByRole('button', { name: '填孩子的情况' })).toBeVisible();
  expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([]);
});

test('半屏开着时刷新：关上，不会打开另一个', async ({ page }) => {
  await opened(page, '/shenzhen/estimate/');
  await page.getByText('大病住院 10 万元').tap();
  const figure = page.locator('main [data-num="¥10,162.00"]').first();
  await expect(figure).toBeVisible();
  // Drawn the same way twice, its element has the same name twice.
  await page.reload();
  await standing(page);
  await figure.tap();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.reload();
  await expect(figure).toBeVisible();
  await page.waitForTimeout(500);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
