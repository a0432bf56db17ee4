/** Before the app has taken the page over: what is drawn first, and what is done in that second. */
import type { Page } from '@playwright/test';
import { expect, test } from './lib/test.ts';

test.beforeEach(async ({ watch }) => watch.allow(/status of 404/));

/** Holds back every script of the app; the answer lets them go. */
async function heldBack(page: Page): Promise<() => void> {
  let go = () => {};
  const wait = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await wait;
    await route.continue();
  });
  return go;
}

const takenOver = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys(document.querySelector('main button') ?? {}).some((key) => key.startsWith('__reactProps')),
  );

test('慢手机：脚本还没来就选的、填的，来了以后还在', async ({ page }) => {
  const go = await heldBack(page);
  await page.goto('/shenzhen/estimate/', { waitUntil: 'commit' });
  const stay = page.getByRole('radio', { name: '住院' });
  await stay.tap();
  await expect(stay).toBeChecked();
  go();
  await takenOver(page);
  await expect(stay).toBeChecked();
  await page.getByRole('button', { name: '下一步' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('在哪里看的病？');
});

test('慢手机：先填的生日也还在；带着答案的链接不被第一屏的手滑改掉', async ({ page }) => {
  const go = await heldBack(page);
  await page.goto('/shenzhen/newborn/', { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: '年' }).fill('2026');
  go();
  await takenOver(page);
  await page.getByRole('textbox', { name: '月' }).fill('8');
  await expect(page.getByRole('textbox', { name: '年' })).toHaveValue('2026');
  await page.unrouteAll();
  const again = await heldBack(page);
  await page.goto('/shenzhen/estimate/?at=level&care=outpatient&place=local', { waitUntil: 'commit' });
  await page.getByRole('radio', { name: '住院' }).tap();
  again();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('医院是几级的？');
  await expect.poll(() => page.url()).toContain('care=outpatient');
});

test('大字版冷打开：第一眼就是大字，脚本来了也不动一下', async ({ page }) => {
  await page.addInitScript(() => {
    if (window.location.protocol !== 'http:') return;
    localStorage.setItem('wa-yibao:mode', 'care');
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const measures = () =>
    page.evaluate(() => ({
      text: getComputedStyle(document.body).fontSize,
      button: document.querySelector('.wa-button')?.getBoundingClientRect().height,
      height: document.documentElement.scrollHeight,
    }));
  for (const path of ['/shenzhen/estimate/', '/chongqing/pay/', '/no/such/page/']) {
    const go = await heldBack(page);
    await page.goto(path, { waitUntil: 'commit' });
    await page.waitForSelector(path.startsWith('/no') ? '.wa-opening' : 'footer');
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    const first = await measures();
    expect(first.text, path).toBe('21.25px');
    go();
    if (path.startsWith('/no')) break;
    expect(first.button, path).toBeGreaterThanOrEqual(60);
    await takenOver(page);
    await page.waitForLoadState('networkidle');
    expect(await measures(), path).toEqual(first);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts), path).toEqual([]);
    await page.unrouteAll();
  }
});
