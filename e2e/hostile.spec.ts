/** A sample of what `tests/hostile` does in full, in a real browser: always words, never a blank page, never a trace of the machine. */
import type { Page } from '@playwright/test';
import { mutatedBackup } from '../tests/hostile/backups.ts';
import { mutatedJson, mutatedLink, Random } from '../tests/hostile/mutate.ts';
import { SOUND_STORES } from '../tests/hostile/stores.ts';
import { expect, standing, test } from './lib/test.ts';

declare global {
  interface Window {
    planted?: boolean;
  }
}

const LINKS = 60;
const STORES = 30;
const IMPORTS = 20;

/** Waits for the page to be itself, then looks at all that a person could see of it. */
async function readable(page: Page, what: string): Promise<void> {
  await standing(page);
  const seen = await page.evaluate(() => ({
    words: document.body.innerText,
    title: document.title,
    tall: document.querySelector('main')?.getBoundingClientRect().height ?? 0,
    planted: window.planted,
    prototype: Object.keys(Object.prototype).concat(Object.keys(Array.prototype)),
  }));
  expect(seen.words.length, what).toBeGreaterThan(60);
  expect(seen.tall, what).toBeGreaterThan(100);
  expect(`${seen.title}\n${seen.words}`, what).not.toMatch(/NaN|undefined|\[object|Infinity|null|\[\[/);
  expect(seen.planted, what).toBeUndefined();
  expect(seen.prototype, what).toEqual([]);
}

test.beforeEach(async ({ page, watch }) => {
  watch.allow(/status of 40[04]/);
  page.on('dialog', (dialog) => {
    throw new Error(`a dialog: ${dialog.message()}`);
  });
});

test(`${LINKS} 个改坏的链接：每个都打开一页能读的话`, async ({ page }) => {
  test.slow();
  const random = new Random(20_261_125);
  for (let i = 0; i < LINKS; i++) {
    const link = mutatedLink(random);
    await page.goto(link, { waitUntil: 'domcontentloaded' });
    await readable(page, link);
  }
});

test(`${STORES} 次改坏的存储：写了一半的、旧版的、新版的、别人的，页面都照常`, async ({ page }) => {
  test.slow();
  const random = new Random(20_261_126);
  const pages = [
    '/me/',
    '/shenzhen/estimate/?at=result',
    '/chongqing/pay/',
    '/shenzhen/enrol/web/',
    '/chongqing/calendar/',
    '/',
  ];
  for (let i = 0; i < STORES; i++) {
    // No page of the app is there that would still write when it is left.
    await page.goto('/robots.txt');
    const kept = Object.entries(SOUND_STORES).map(([key, sound]) => [`wa-yibao:${key}`, mutatedJson(random, sound)]);
    await page.evaluate((all) => {
      localStorage.clear();
      sessionStorage.clear();
      for (const [key = '', text = ''] of all) localStorage.setItem(key, text);
    }, kept);
    const path = pages[i % pages.length] ?? '/';
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    await readable(page, `${path} with ${JSON.stringify(kept)}`);
  }
});

test(`${IMPORTS} 份改坏的账本：说第几行，或者说有几笔；点“取回”以前什么都不改`, async ({ page }) => {
  test.slow();
  const random = new Random(20_261_127);
  await page.goto('/shenzhen/ledger/?at=import', { waitUntil: 'domcontentloaded' });
  const area = page.getByRole('textbox', { name: /粘到这里/ });
  let refused = 0;
  for (let i = 0; i < IMPORTS; i++) {
    const text = mutatedBackup(random);
    await area.fill(text);
    await page.getByRole('button', { name: '看看里面有什么' }).tap();
    const fault = page.getByRole('alert').filter({ hasText: /第 \d+ 行：.*手机里的什么都没有改。/ });
    const found = page.getByRole('heading', { name: /这一份里有 \d+ 笔/ });
    await expect(fault.or(found).first()).toBeVisible();
    await readable(page, text);
    const back = page.getByRole('button', { name: '不取了' });
    if (await back.isVisible()) await back.tap();
    else refused += 1;
    await page.reload({ waitUntil: 'domcontentloaded' });
  }
  expect(refused).toBeGreaterThan(IMPORTS / 3);
  await page.goto('/shenzhen/ledger/');
  await expect(page.getByText('还没有记过')).toBeVisible();
});
