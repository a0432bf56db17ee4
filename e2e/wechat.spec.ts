/** What differs on the other browsers people open a link in; the rest of the tests speak as a current Android phone. */
import { barriers, expect, noSidewaysScroll, opened, test, wipe } from './lib/test.ts';

test.beforeEach(async ({ page }) => page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00')));

const oldAndroid =
  'Mozilla/5.0 (Linux; Android 10; RMX1971 Build/QKQ1.190918.001; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 ' +
  'Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160083 MMWEBSDK/20231202 MMWEBID/8342 MicroMessenger/8.0.47.2560' +
  '(0x28002F51) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64';
const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 ' +
  'MicroMessenger/8.0.68(0x1800442b) NetType/WIFI Language/zh_CN';
const harmony =
  'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ' +
  'ArkWeb/4.1.6.1 Mobile MicroMessenger/1.0.3';
const desktop =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0.0.0 Safari/537.36 ' +
  'MicroMessenger/7.0.20.1781(0x6700143B) NetType/WIFI WindowsWechat XWEB/8555';

for (const [name, userAgent, viewport] of [
  ['安卓旧版', oldAndroid, { width: 360, height: 640 }],
  ['苹果', iPhone, { width: 390, height: 664 }],
  ['鸿蒙', harmony, { width: 384, height: 720 }],
  ['电脑版微信', desktop, { width: 1000, height: 700 }],
] as const) {
  test.describe(name, () => {
    test.use({ userAgent, viewport, contextOptions: { reducedMotion: 'no-preference' } });

    test(`${name}：从首页走到结果、看出处、分享图片，都不缺`, async ({ page }) => {
      await page.addInitScript(() => {
        for (const lost of ['share', 'clipboard', 'serviceWorker']) Reflect.deleteProperty(Navigator.prototype, lost);
      });
      await opened(page, '/shenzhen/');
      await page.getByRole('link', { name: /算一算/ }).tap();
      await page.getByText('感冒看门诊 300 元').tap();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('这次大约能报多少');
      await page.locator('[data-num="¥225.00"]').first().tap();
      await expect(page.getByRole('dialog')).toContainText('最后核对');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '分享', exact: true }).tap();
      await expect(page.getByRole('button', { name: '用右上角 ··· 转发' })).toBeVisible();
      let downloads = 0;
      page.on('download', () => {
        downloads += 1;
      });
      await page.getByRole('button', { name: '保存图片' }).tap();
      await expect(page.getByText('长按图片保存或发给朋友')).toBeVisible();
      expect(downloads).toBe(0);
      await noSidewaysScroll(page);
      const wide = await page.locator('main').evaluate((one) => one.getBoundingClientRect().width);
      expect(wide).toBeLessThanOrEqual(480);
    });
  });
}

test('不在微信里：不说右上角，图片交给下载', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    serviceWorkers: 'block',
    userAgent: 'Mozilla/5.0',
  });
  const page = await context.newPage();
  await opened(page, '/chongqing/help/');
  await page.getByRole('button', { name: '分享', exact: true }).click();
  await expect(page.getByRole('button', { name: '复制文字和链接' })).toBeVisible();
  await expect(page.getByText('右上角')).toHaveCount(0);
  await context.close();
});

test('减少动态效果：半屏照样开合，没有动画', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await opened(page, '/shenzhen/benefits/');
  await page.locator('main [data-num]').first().tap();
  await expect(page.getByRole('dialog')).toBeVisible();
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((one) => {
        const { animationName, transitionDuration } = getComputedStyle(one);
        return animationName !== 'none' || Number.parseFloat(transitionDuration) > 0;
      })
      .map(({ className }) => String(className)),
  );
  expect(moving).toEqual([]);
  await page.goBack();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('手机是深色：声明了只有浅色，一切照旧，看得清', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const path of ['/', '/shenzhen/', '/shenzhen/estimate/', '/chongqing/benefits/']) {
    await opened(page, path);
    const seen = await page.evaluate(() => ({
      scheme: getComputedStyle(document.documentElement).colorScheme,
      meta: document.querySelector('meta[name="color-scheme"]')?.getAttribute('content'),
      ground: getComputedStyle(document.body).backgroundColor,
    }));
    expect(seen.scheme).toContain('light');
    expect(seen.scheme).not.toContain('dark');
    expect(seen).toMatchObject({ meta: 'light', ground: 'rgb(247, 247, 247)' });
    expect(await barriers(page, ['color-contrast'])).toEqual([]);
  }
});

test.describe('脚本关掉', () => {
  test.use({ javaScriptEnabled: false });

  test('脚本关掉：能读，能从一页走到另一页，没有点不动的按钮', async ({ page }) => {
    await page.goto('/shenzhen/');
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.getByRole('button', { name: '分享', exact: true })).toBeHidden();
    await expect(page.getByRole('button', { name: /大字版/ })).toBeHidden();
    await page.getByRole('link', { name: /第一次参保/ }).tap();
    await page.getByRole('link', { name: /微信登记：深圳医保/ }).tap();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('微信登记：深圳医保');
    await expect(page.locator('.wa-path').first()).toContainText('深圳医保');
  });
});

test('大字版：字大四分之一，按钮 60 px，记得住，不闪，清除以后回到普通', async ({ page }) => {
  await opened(page, '/shenzhen/estimate/');
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  expect(await size()).toBe(17);
  await page.getByRole('button', { name: '换成大字版' }).tap();
  expect(await size()).toBeCloseTo(21.25, 1);
  await opened(page, '/chongqing/compare/');
  expect(await size()).toBeCloseTo(21.25, 1);
  const low = await page.evaluate(() =>
    [...document.querySelectorAll('.wa-button, main button:not([data-num])')]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 60)
      .map(({ textContent }) => textContent),
  );
  expect(low).toEqual([]);
  await noSidewaysScroll(page);
  // Chosen before the app takes the page over.
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const root = document.getElementById('root');
      const live = root !== null && Object.keys(root).some((key) => key.startsWith('__reactContainer'));
      if (live && seen.length === 0) seen.push(document.documentElement.dataset.mode ?? '');
    }).observe(document, { childList: true, subtree: true, attributes: true });
  });
  await opened(page, '/shenzhen/');
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen[0])).toBe('care');
  await page.getByRole('button', { name: '换回普通字' }).tap();
  expect(await size()).toBe(17);
  await page.getByRole('button', { name: '换成大字版' }).tap();
  await wipe(page);
  expect(await size()).toBe(17);
  await page.reload();
  expect(await size()).toBe(17);
});
