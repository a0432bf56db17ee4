import type { Page } from '@playwright/test';
import { qrOf } from './lib/picture.ts';
import { expect, growText, noSidewaysScroll, onBothScreens, opened, test } from './lib/test.ts';

test.beforeEach(async ({ page }) => page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00')));

const sheet = (page: Page) => page.getByRole('dialog', { name: '分享这一页' });
const shareText = async (page: Page) => (await sheet(page).locator('[data-share-text]').textContent()) ?? '';

async function share(page: Page): Promise<void> {
  await page.getByRole('button', { name: '分享', exact: true }).tap();
  await expect(sheet(page).getByRole('button', { name: '复制文字和链接' })).toBeVisible();
}

async function preset(page: Page, city: string, name: string): Promise<void> {
  await opened(page, `/${city}/estimate/`);
  await page.getByText(name).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这次大约能报多少');
}

test('文字里有城市、主题、年度、一句结论和干净的地址；关上回到原处', async ({ page }) => {
  for (const [path, ...parts] of [
    ['/shenzhen/enrol/wechat-yibao/?from=groupmessage', '【深圳少儿医保】微信登记：深圳医保（2026 年度）', '公众号'],
    ['/chongqing/help/', '【重庆少儿医保】遇到问题（2026 年度）'],
    ['/', '【娃医保】孩子的医保怎么办、怎么报（2026 年度）'],
    ['/shenzhen/clinic/?age=under&at=result&how=wechat', '【深圳少儿医保】', '?age=under&at=result&how=wechat'],
    ['/shenzhen/clinic/?age=under&at=how', '【深圳少儿医保】'],
    ['/chongqing/tiers/?care=both', '【重庆少儿医保】一档还是二档（2026 年度）', '/chongqing/tiers/?care=both'],
  ] as const) {
    await opened(page, path);
    await share(page);
    const text = await shareText(page);
    for (const part of parts) expect(text, path).toContain(part);
    const lines = text.split('\n');
    expect(lines, path).toHaveLength(4);
    expect(lines[1]?.length, path).toBeGreaterThan(10);
    const link = new URL(lines[2] ?? '');
    expect(link.pathname, path).toBe(path.replace(/\?.*/, ''));
    expect(link.search, path).not.toMatch(/from|at=how|edit/);
    expect(lines[3]).toBe('非官方，仅供参考。');
    await page.goBack();
    await expect(sheet(page)).toBeHidden();
    await expect(page.getByRole('button', { name: '分享', exact: true })).toBeFocused();
  }
});

test('估算：不勾选就没有金额；勾选了，别人打开就是这个结果，地址里又没有金额', async ({ page, browser, baseURL }) => {
  await preset(page, 'shenzhen', '肺炎住院 8,000 元');
  await share(page);
  expect(await shareText(page)).not.toMatch(/8,?000|eligible|¥/);
  expect(await shareText(page)).toContain('year=2026');
  await page.getByRole('checkbox', { name: /带上金额/ }).check();
  const text = await shareText(page);
  expect(text).toContain('医保约付 ¥6,660.00，自己约付 ¥1,340.00');
  const link = text.split('\n')[2] ?? '';
  expect(link).toContain('eligible=8000');
  expect(page.url()).not.toContain('8000');

  const other = await browser.newContext({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
  const guest = await other.newPage();
  await opened(guest, link);
  await expect(guest.locator('[data-num="¥6,660.00"]').first()).toBeVisible();
  await expect.poll(() => guest.url()).not.toContain('eligible');
  await guest.reload();
  await expect(guest.locator('[data-num="¥6,660.00"]').first()).toBeVisible();
  await other.close();
});

test('新生儿的最后一天、按出生算的钱：不勾选就不带', async ({ page }) => {
  await opened(page, '/shenzhen/newborn/');
  for (const [name, text] of Object.entries({ 年: '2026', 月: '8', 日: '10' }))
    await page.getByRole('textbox', { name }).fill(text);
  await page.getByRole('radio', { name: '深圳户籍', exact: true }).tap();
  await page.getByRole('button', { name: '看最晚哪天办' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('还剩 80 天');
  await share(page);
  expect(await shareText(page)).not.toMatch(/80|2027|月|\?/);
  await page.getByRole('checkbox', { name: /带上最后一天/ }).check();
  expect(await shareText(page)).toContain('2027年2月10日');
  expect(await shareText(page)).not.toContain('?');
  await opened(page, '/shenzhen/premium/?at=result&newborn=1&pay=2026-11-22');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^一共要/);
  await share(page);
  expect(await shareText(page)).not.toMatch(/¥|2026-11|11月|\?/);
});

/** Loads the page of the first example anew, as it is to be sent: the hint is there, and so is the result. */
async function forward(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: '用右上角 ··· 转发' }).tap();
  await loaded;
  await expect(page.getByText('选“发送给朋友”')).toBeVisible();
  await expect(page.locator('[data-num="¥225.00"]').first()).toBeVisible();
}

test('转发：重新打开这一页再用右上角，填的还在，多按一次后退就回去', async ({ page }) => {
  await preset(page, 'shenzhen', '感冒看门诊 300 元');
  const entries = await page.evaluate(() => history.length);
  await share(page);
  await forward(page);
  expect(new URL(page.url()).searchParams.get('year')).toBe('2026');
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(entries + 1);
  await page.getByRole('button', { name: '知道了' }).tap();
  await expect(page.getByText('选“发送给朋友”')).toBeHidden();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('算一算能报多少');
});

test('转发带上了金额：提示还在的时候，地址里也带着；知道了以后才拿掉', async ({ page }) => {
  await preset(page, 'shenzhen', '感冒看门诊 300 元');
  await share(page);
  await page.getByRole('checkbox', { name: /带上金额/ }).check();
  await forward(page);
  expect(new URL(page.url()).searchParams.get('eligible')).toBe('300');
  await page.getByRole('button', { name: '知道了' }).tap();
  await expect(page).not.toHaveURL(/eligible/);
  await expect(page.locator('[data-num="¥225.00"]').first()).toBeVisible();
});

test('A19 A20 图片：微信里是可以长按的大图，别处下载；二维码读出来就是这个链接', async ({ page, browser, baseURL }) => {
  await preset(page, 'chongqing', '大病住院 10 万元');
  await share(page);
  await page.getByRole('checkbox', { name: /带上金额/ }).check();
  const address = page.url();
  const downloads: string[] = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  await page.getByRole('button', { name: '保存图片' }).tap();
  const image = sheet(page).getByRole('img', { name: /可以转发的图片/ });
  await expect(image).toBeVisible();
  await expect(sheet(page)).toContainText('长按图片保存或发给朋友');
  expect(await image.getAttribute('src')).toMatch(/^data:image\/png;base64,/);
  const seen = await image.evaluate((one) => {
    const { naturalWidth, naturalHeight } = one as HTMLImageElement;
    const { left, top, width, height } = one.getBoundingClientRect();
    const y = Math.min(top + height / 2, innerHeight - 20);
    const above = document.elementFromPoint(left + width / 2, y);
    const style = getComputedStyle(one);
    return { naturalWidth, naturalHeight, width, free: above === one, select: style.pointerEvents };
  });
  expect(seen.naturalWidth).toBe(1080);
  expect(seen.naturalHeight).toBeGreaterThanOrEqual(1080);
  expect(seen.width).toBeGreaterThanOrEqual(240);
  expect(seen).toMatchObject({ free: true, select: 'auto' });
  expect(page.url()).toBe(address);
  expect(downloads).toEqual([]);
  const link = (await shareText(page)).split('\n')[2] ?? '';
  expect(await qrOf(image)).toBe(link);
  expect(new URL(link).origin).toBe(baseURL);

  // A page without amounts, in a desktop browser: the same picture goes to the downloads.
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    serviceWorkers: 'block',
    userAgent: 'Mozilla/5.0',
  });
  const desk = await context.newPage();
  await opened(desk, '/shenzhen/enrol/wechat-yibao/');
  await desk.getByRole('button', { name: '分享', exact: true }).click();
  const wanted = desk.waitForEvent('download');
  await desk.getByRole('button', { name: '保存图片' }).click();
  expect((await wanted).suggestedFilename()).toBe('娃医保-深圳-微信登记深圳医保.png');
  const drawn = desk.getByRole('img', { name: /可以转发的图片/ });
  expect(await qrOf(drawn)).toBe(`${baseURL}/shenzhen/enrol/wechat-yibao/`);
  await context.close();
});

/** The words drawn on the picture, as handed to the canvas. */
async function wordsDrawn(page: Page): Promise<string> {
  return page.evaluate(() => (window as unknown as { drawn: string[] }).drawn.join(''));
}

test('A20 图片上写着城市、年度、结果、怎么来的、依据、日期、非官方', async ({ page }) => {
  await page.addInitScript(() => {
    const drawn: string[] = [];
    Object.assign(window, { drawn });
    const fillText = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (words, x, y) {
      drawn.push(words);
      fillText.call(this, words, x, y);
    };
  });
  await preset(page, 'shenzhen', '感冒看门诊 300 元');
  await share(page);
  await page.getByRole('checkbox', { name: /带上金额/ }).check();
  await page.getByRole('button', { name: '保存图片' }).tap();
  await expect(sheet(page).getByRole('img', { name: /可以转发的图片/ })).toBeVisible();
  const words = await wordsDrawn(page);
  for (const part of [
    '深圳 · 2026 年度',
    '¥225.00',
    '¥75.00',
    '300.00 × 75% = 225.00',
    '依据：《',
    '最后核对 2026年',
    '非官方，仅供参考',
  ])
    expect(words).toContain(part);
});

test('A18 复制：旧办法成了就说已复制；都不行就不说，把字选中给人长按', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { copies: true, copied: [] as string[] });
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
    document.execCommand = () => {
      const given = window as unknown as { copies: boolean; copied: string[] };
      const area = document.activeElement as HTMLTextAreaElement;
      if (given.copies) given.copied.push(area.value.slice(area.selectionStart, area.selectionEnd));
      return given.copies;
    };
  });
  await opened(page, '/shenzhen/enrol/wechat-yibao/');
  const copied = () => page.evaluate(() => (window as unknown as { copied: string[] }).copied);
  await page
    .getByRole('button', { name: /^复制名称/ })
    .first()
    .tap();
  await expect(page.getByText('已复制', { exact: true })).toBeVisible();
  expect(await copied()).toEqual(['深圳医保']);
  await share(page);
  const text = await shareText(page);
  await page.getByRole('button', { name: '复制文字和链接' }).tap();
  await expect(page.getByRole('button', { name: '已复制，去群里粘贴' })).toBeVisible();
  expect((await copied())[1]).toBe(text);

  await page.evaluate(() => Object.assign(window, { copies: false }));
  await page.getByRole('button', { name: '只复制链接' }).tap();
  const area = sheet(page).getByRole('textbox', { name: '要复制的文字' });
  await expect(area).toBeFocused();
  await expect(sheet(page)).toContainText('长按复制');
  await expect(sheet(page).getByText(/^已复制/)).toHaveCount(0);
  const chosen = () =>
    area.evaluate((one) => {
      const { value, selectionStart, selectionEnd } = one as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    });
  await expect.poll(chosen).toBe(text.split('\n')[2]);
  await page.goBack();
  await page
    .getByRole('button', { name: /^复制名称/ })
    .first()
    .tap();
  await expect(page.getByRole('dialog', { name: '请长按复制' })).toContainText('长按复制');
  await expect(page.getByRole('dialog', { name: '请长按复制' }).getByRole('textbox')).toHaveValue('深圳医保');
});

test('分享的半屏：小屏、大字也放得下', async ({ page }) => {
  await preset(page, 'shenzhen', '感冒看门诊 300 元');
  await share(page);
  await growText(page, 1.4);
  await noSidewaysScroll(page);
  await onBothScreens(page, async (width) => {
    for (const name of ['复制文字和链接', '保存图片', '只复制链接']) {
      const button = page.getByRole('button', { name });
      await button.scrollIntoViewIfNeeded();
      const box = await button.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(48);
      expect((box?.x ?? -1) + (box?.width ?? 999)).toBeLessThanOrEqual(width);
    }
  });
});

test('在一步里分享：说的是这一项，链接也是', async ({ page }) => {
  for (const [path, topic] of [
    ['/shenzhen/estimate/?at=costs&care=outpatient&level=primary&place=local&standing=selected', '算一算能报多少'],
    ['/shenzhen/clinic/?at=how&age=under', '选社康'],
  ] as const) {
    await opened(page, path);
    const step = await page.getByRole('heading', { level: 1 }).innerText();
    await page.getByRole('button', { name: '分享' }).tap();
    const sheet = page.getByRole('dialog');
    await expect(sheet).toContainText(`【深圳少儿医保】${topic}`);
    await expect(sheet).not.toContainText(step);
  }
});
