/** The criteria of a page in a chat app, A01 to A25; those that stand elsewhere carry their number there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { flowScreens, routes } from './lib/routes.ts';
import { choose, expect, opened, test, wipe } from './lib/test.ts';

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00'));
  // Each address is opened as by someone who was never here.
  await page.addInitScript(() => {
    try {
      if (window.location.pathname === '/') localStorage.clear();
    } catch {
      // about:blank has no storage.
    }
  });
});

const cityFile = (city: string): { hotlines: unknown[] } =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../src/policy/${city}/city.json`), 'utf8'));

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const headingIn = (html: string): string =>
  (/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '').replace(/<!--.*?-->|<[^>]+>/g, '');
const titleIn = (html: string): string => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';

/** Title, heading and address: each page's own, and nothing that a chat app added. */
async function itsOwn(page: Page, route: string, written: string, titles: Set<string>): Promise<void> {
  await expect(heading(page), route).toHaveCount(1);
  await expect(heading(page), route).toBeVisible();
  await expect(heading(page), route).toHaveText(headingIn(written));
  const title = await page.title();
  expect([...title].length, route).toBeLessThanOrEqual(28);
  expect(title.length, route).toBeGreaterThan(5);
  expect(titles.has(title), `${route}: ${title}`).toBe(false);
  titles.add(title);
  expect(page.url()).not.toContain('#');
}

interface Paths {
  all: number;
  /** Whose name one types. */
  accounts: number;
}

/** The footer, and what stands at each menu path. */
async function sourced(page: Page, route: string, hotlines: number): Promise<Paths> {
  const seen = await page.evaluate(() => ({
    footer: document.querySelector('footer')?.innerText ?? '',
    hotlines: document.querySelectorAll('footer a[href^="tel:"]').length,
    paths: Array.from(document.querySelectorAll<HTMLElement>('.wa-path'), (block) => ({
      words: block.innerText,
      kind: block.querySelector('.wa-account-kind')?.textContent,
      copies: block.querySelectorAll('button[aria-label^="复制名称："]').length,
    })),
  }));
  expect(seen.footer, route).toMatch(/规则年度 20\d\d/);
  expect(seen.footer, route).toMatch(/最后核对 20\d\d年\d+月\d+日/);
  expect(seen.footer, route).toMatch(/页面版本 \w{7}/);
  expect(seen.footer, route).toContain('非官方，仅供参考。');
  expect(seen.hotlines, route).toBe(hotlines);
  const count: Paths = { all: 0, accounts: 0 };
  for (const { words, kind, copies } of seen.paths) {
    expect(words, route).toMatch(/最后核对 20\d\d年\d+月\d+日/);
    // A counter or a machine is gone to; its name is typed nowhere.
    const typed = kind !== '窗口' && kind !== '终端机';
    expect(copies, route).toBe(typed ? 1 : 0);
    count.all += 1;
    count.accounts += typed ? 1 : 0;
  }
  return count;
}

test('A01 A02 A24 每个地址带着微信的参数冷打开：自己的标题，地址变干净，一次后退就离开；页脚和每条路径有核对日期', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const extra = 'from=singlemessage&isappinstalled=0&foo=%E4%BD%A0&from=timeline';
  // As many telephones as the sources of that city name.
  const hotlines: Record<string, number> = Object.fromEntries(
    ['shenzhen', 'chongqing'].map((city) => [city, cityFile(city).hotlines.length]),
  );
  expect(hotlines.shenzhen).toBeGreaterThanOrEqual(1);
  const titles = new Set<string>();
  const paths: Paths = { all: 0, accounts: 0 };
  const before = '/robots.txt';
  await page.goto(before);
  for (const route of routes()) {
    const answer = await page.goto(`${route}?${extra}`, { waitUntil: 'domcontentloaded' });
    await page.waitForURL(({ search }) => search === '', { timeout: 5000 });
    await itsOwn(page, route, (await answer?.text()) ?? '', titles);
    const { all, accounts } = await sourced(page, route, hotlines[route.split('/')[1] ?? ''] ?? 0);
    paths.all += all;
    paths.accounts += accounts;
    // Where the next one starts from.
    await page.goBack();
    expect(new URL(page.url()).pathname, route).toBe(before);
  }
  expect(paths.all).toBeGreaterThanOrEqual(20);
  expect(paths.accounts).toBeGreaterThanOrEqual(20);
});

test('A03 每个地址都是一个文件：没有脚本时标题、大标题、描述、图标、卡片的字都在', async ({ request, baseURL }) => {
  for (const route of routes()) {
    const answer = await request.get(route);
    expect(answer.status(), route).toBe(200);
    const html = await answer.text();
    const title = titleIn(html);
    expect(title.length, route).toBeGreaterThan(5);
    expect(headingIn(html).length, route).toBeGreaterThan(1);
    for (const tag of ['og:title', 'og:description', 'og:image', 'og:url']) expect(html, route).toContain(`"${tag}"`);
    expect(html, route).toMatch(/<meta name="description" content="[^"]{30,}/);
    expect(html, route).toMatch(/<meta name="theme-color" content="#[0-9a-f]{6}"/);
    // The subject first: no name of the app before it.
    expect(title.startsWith('娃医保'), route).toBe(route === '/');
  }
  const icon = await request.get(`${baseURL}/icon-300.png`);
  const bytes = await icon.body();
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([300, 300]);
});

test('A05 冷打开的链接，一次后退就回到来的地方', async ({ page }) => {
  await page.goto('/robots.txt');
  for (const route of [...flowScreens, '/shenzhen/', '/chongqing/help/']) {
    await opened(page, route);
    await page.goBack();
    expect(new URL(page.url()).pathname, route).toBe('/robots.txt');
    expect(await page.evaluate(() => window.onbeforeunload), route).toBeNull();
  }
});

test('A06 一屏一问，步数说得准', async ({ page }) => {
  for (const [route, ...answers] of [
    ['/shenzhen/estimate/', '住院', '深圳市内', '三级（三甲也是）', '是第一次'],
    ['/chongqing/estimate/', '住院', '独立参保（孩子自己交了费）', '一档', '三级（三甲也是）'],
    ['/shenzhen/clinic/', '未满 14 周岁', '用微信办'],
  ] as const) {
    await opened(page, route);
    for (const answer of answers) {
      await expect(heading(page), route).toHaveCount(1);
      expect(await page.locator('[role="radiogroup"], fieldset').count(), `${route} ${answer}`).toBe(1);
      for (const text of await page.getByText(/第 \d+ 步，共 \d+ 步/).allInnerTexts()) {
        const [, at, of] = /第 (\d+) 步，共 (\d+) 步/.exec(text) ?? [];
        expect(Number(at)).toBeLessThanOrEqual(Number(of));
      }
      const option = page.getByRole('radio', { name: answer }).first();
      if ((await option.count()) === 0) break;
      await choose(page, answer);
    }
  }
});

test('A12 键盘弹出只剩 340 px：输入框、它的名字、下一步都够得着，没有东西盖住', async ({ page }) => {
  for (const route of [
    '/shenzhen/estimate/?at=costs&care=inpatient&level=tertiary&place=local&stay=first',
    '/shenzhen/newborn/',
  ]) {
    await page.setViewportSize({ width: 375, height: 667 });
    await opened(page, route);
    const field = page.getByRole('textbox').first();
    await field.tap();
    await page.setViewportSize({ width: 375, height: 340 });
    await field.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    const seen = await field.evaluate((one) => {
      const { left, top, width, height, bottom } = one.getBoundingClientRect();
      const label = one.closest('.wa-field, fieldset, .dates-field')?.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return { top, bottom, free: hit === one, label: label?.top ?? -1, focused: document.activeElement === one };
    });
    expect(seen.free, route).toBe(true);
    expect(seen.focused, route).toBe(true);
    expect(seen.top, route).toBeGreaterThanOrEqual(0);
    expect(seen.bottom, route).toBeLessThanOrEqual(340);
    expect(seen.label, route).toBeLessThanOrEqual(seen.top);
    const next = page.locator('.wa-button-primary');
    await next.scrollIntoViewIfNeeded();
    const free = await next.evaluate((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit === one || one.contains(hit);
    });
    expect(free, route).toBe(true);
  }
});

test('A21 什么都不外传：走完一遍，没有别处的请求，地址里没有生日、金额，清除以后什么都不剩', async ({
  page,
  baseURL,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  const addresses: string[] = [];
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  await opened(page, '/shenzhen/newborn/');
  for (const [name, text] of Object.entries({ 年: '2026', 月: '8', 日: '17' }))
    await page.getByRole('textbox', { name }).fill(text);
  await page.getByRole('radio', { name: '深圳户籍', exact: true }).tap();
  await page.getByRole('button', { name: '看最晚哪天办' }).tap();
  await expect(heading(page)).toHaveText(/还剩/);
  await opened(page, '/shenzhen/estimate/');
  await choose(page, '门诊（含急诊，当天回家）');
  await choose(page, '深圳市内');
  await choose(page, '一级及以下（社康也是）');
  await choose(page, '是选定的');
  await page.getByRole('textbox', { name: '医保范围内的费用' }).fill('43210.98');
  await page.getByRole('button', { name: '下一步' }).tap();
  await page.getByRole('button', { name: '看结果' }).tap();
  await expect(heading(page)).toHaveText('这次大约能报多少');
  await page.getByRole('button', { name: '分享', exact: true }).tap();
  await page.getByRole('button', { name: '保存图片' }).tap();
  await expect(page.getByRole('img', { name: /可以转发的图片/ })).toBeVisible();
  const all = [...asked, ...addresses].filter((line) => !/^(data|about|blob):/.test(line));
  expect(all.filter((line) => !line.startsWith(baseURL ?? ''))).toEqual([]);
  expect(all.filter((line) => /2026-?0?8-?17|43210|birth|eligible/.test(line))).toEqual([]);
  expect(all.length).toBeGreaterThan(20);
  const keys = () => page.evaluate(() => Object.keys(localStorage));
  expect((await keys()).length).toBeGreaterThanOrEqual(2);
  expect((await keys()).filter((key) => /name|phone|card|idno|mobile/i.test(key))).toEqual([]);
  await opened(page, '/shenzhen/');
  await wipe(page);
  await expect(page.getByText('已清除')).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).not.toMatch(/43210|2026|local|level/);
});

test('A22 不让存：第一次参保、缴费、选社康、新生儿倒计时也都走得完', async ({ page }) => {
  await page.addInitScript(() => {
    for (const area of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, area, {
        get() {
          throw new Error('refused');
        },
      });
  });
  for (const [route, ...answers] of [
    ['/shenzhen/enrol/', '没有在园在校', '未满 7 周岁', '是深圳户口', '是，还在 6 个月以内'],
    ['/chongqing/pay/', '办过了', '一档', '只缴一年的', '微信'],
    ['/shenzhen/clinic/', '未满 14 周岁', '用微信'],
  ] as const) {
    await opened(page, route);
    for (const answer of answers) await choose(page, answer);
    await expect(page.getByText('你的选择（点一行修改）'), route).toBeVisible();
    const title = (await heading(page).textContent()) ?? '';
    await page.reload();
    await expect(heading(page), route).toHaveText(title);
  }
  await opened(page, '/shenzhen/newborn/');
  for (const [name, text] of Object.entries({ 年: '2026', 月: '8', 日: '17' }))
    await page.getByRole('textbox', { name }).fill(text);
  await page.getByRole('radio', { name: '深圳户籍', exact: true }).tap();
  await page.getByRole('button', { name: '看最晚哪天办' }).tap();
  await expect(heading(page)).toHaveText(/还剩/);
});
