/** The criteria about what is seen and touched, on every address and on screens inside the flows. */
import type { Page } from '@playwright/test';
import { coveredControls, cutText, smallTargets, smallText, strangeLook } from './lib/look.ts';
import { flowScreens, routes, written } from './lib/routes.ts';
import { barriers, expect, growText, opened, test } from './lib/test.ts';

test.beforeEach(async ({ page }) => {
  test.setTimeout(300_000);
  await page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00'));
  await page.addInitScript(() => {
    if (window.location.pathname === '/') localStorage.clear();
  });
});

const whiteOnBright = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('#root *')]
      .filter((one) => getComputedStyle(one).backgroundColor === 'rgb(7, 193, 96)' && one.textContent?.trim())
      .map((one) => `bright green under “${one.textContent}”`),
  );

const unreadable = async (page: Page): Promise<string[]> => [...(await barriers(page)), ...(await whiteOnBright(page))];

/** At every width; leaves the page at the smallest. */
async function badWidths(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [width, height] of [
    [1024, 768],
    [430, 932],
    [375, 667],
    [320, 568],
  ] as const) {
    await page.setViewportSize({ width, height });
    const seen = await page.evaluate(() => {
      const { left, right, width: wide } = document.querySelector('main')?.getBoundingClientRect() ?? new DOMRect();
      return {
        over: document.documentElement.scrollWidth - window.innerWidth,
        wide,
        off: left - (window.innerWidth - right),
      };
    });
    if (seen.over > 0) faults.push(`${width}: ${seen.over} px over`);
    if (seen.wide > 480) faults.push(`${width}: column of ${seen.wide} px`);
    if (Math.abs(seen.off) > 16) faults.push(`${width}: not in the middle`);
  }
  return faults;
}

async function cutWhenLarge(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 568 });
  await growText(page, 1.4);
  return [...(await cutText(page)), ...(await coveredControls(page))];
}

/** Each asked of every screen, in this order: the last two change the page. */
const CRITERIA: [name: string, ask: (page: Page) => Promise<string[]>][] = [
  ['A13 手指够得着：每个能点的至少 44 px，绿按钮 48', smallTargets],
  ['A14 对比度、无障碍：axe 没有意见，白字不压在亮绿上', unreadable],
  ['A17 字不小于 13 px，正文 16 以上，行距一倍半', smallText],
  ['A25 像微信里的一页：行高、按钮、底色、边距，一屏一个绿按钮，没有自己的导航栏', strangeLook],
  ['A16 小屏到大屏：不横滚，宽屏居中、不超过 480 px', badWidths],
  ['A15 字大四成、320 px：不横滚，不截字，按钮都点得到', cutWhenLarge],
];

// Every screen is opened once and asked all of them: opening a hundred screens six times took minutes.
for (const half of [0, 1]) {
  test(`A13 手指、A14 对比度、A15 大字、A16 宽窄、A17 字号、A25 样子：每一屏都看过（之${half + 1}）`, async ({
    page,
  }) => {
    const faults: Record<string, string[]> = Object.fromEntries(CRITERIA.map(([name]) => [name, []]));
    const mine = [...routes(), ...flowScreens].filter((_, place) => place % 2 === half);
    expect(mine.length).toBeGreaterThan(45);
    // Any file of the site without a script: the others are written in its place.
    await page.goto('/robots.txt');
    for (const path of mine) {
      await page.setViewportSize({ width: 375, height: 667 });
      if (path.includes('?')) await opened(page, path);
      else await written(page, path);
      await page.locator('main h1').first().waitFor();
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '');
      });
      for (const [name, ask] of CRITERIA) {
        faults[name]?.push(...(await ask(page)).map((fault) => `${path} ${fault}`));
      }
    }
    for (const [name, found] of Object.entries(faults)) expect.soft(found, name).toEqual([]);
  });
}

test('A15 字大一半、大字版再加字大四成：主要的几屏也不横滚', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  const faults: string[] = [];
  for (const path of ['/', '/shenzhen/', '/shenzhen/benefits/', '/shenzhen/enrol/wechat-yibao/', ...flowScreens]) {
    await opened(page, path);
    await growText(page, 1.5);
    faults.push(...(await cutText(page)).map((fault) => `${path} ×1.5 ${fault}`));
    await page.evaluate(() => {
      for (const grown of document.querySelectorAll<HTMLElement>('body *')) grown.style.fontSize = '';
      document.documentElement.dataset.mode = 'care';
    });
    faults.push(...(await cutText(page)).map((fault) => `${path} care ${fault}`));
    await growText(page, 1.4);
    faults.push(...(await cutText(page)).map((fault) => `${path} care ×1.4 ${fault}`));
  }
  expect(faults).toEqual([]);
});

test('A25 慢四倍的手机上 1.5 秒内看得到内容，首次脚本不超过 250 KB；半屏圆角 12', async ({
  page,
  browser,
  baseURL,
}) => {
  // A context of its own: the fixed clock of the others hides what the browser measures.
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    serviceWorkers: 'block',
    viewport: { width: 375, height: 667 },
  });
  const phone = await context.newPage();
  const session = await context.newCDPSession(phone);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  for (const path of ['/shenzhen/', '/shenzhen/estimate/', '/chongqing/sources/']) {
    await phone.goto(path, { waitUntil: 'load' });
    await phone.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    const seen = await phone.evaluate(() => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY;
      const scripts = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const bytes = scripts
        .filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, one) => sum + one.encodedBodySize, 0);
      return { paint, bytes };
    });
    expect(seen.paint, path).toBeLessThan(1500);
    expect(seen.bytes, path).toBeGreaterThan(50_000);
    expect(seen.bytes, path).toBeLessThan(250 * 1024);
  }
  await context.close();
  await opened(page, '/shenzhen/benefits/');
  await page.locator('main [data-num]').first().tap();
  await expect(page.getByRole('dialog')).toBeVisible();
  const radius = await page.locator('.wa-sheet').evaluate((one) => getComputedStyle(one).borderTopLeftRadius);
  expect(radius).toBe('12px');
});
