/**
 * `test` as every journey uses it: a fresh phone each time, and a page that must stay silent: no error, no warning, no request
 * to another origin.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test as base, expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

export { expect } from '@playwright/test';

declare global {
  interface Window {
    /** Put into the page by `barriers`. */
    axe: typeof axe;
  }
}

/** What a page must not do. Faults a test expects (a broken chunk) are allowed by pattern. */
export interface Watch {
  allow: (pattern: RegExp) => void;
}

export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      // Said by Playwright itself, in place of the service worker: only the tests of `offline.spec.ts` let it in.
      const allowed: RegExp[] = [/Service Worker registration blocked by Playwright/];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(`console ${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(baseURL ?? '') && !/^(data|blob|about):/.test(url)) faults.push(`foreign request: ${url}`);
      });
      await use({ allow: (pattern) => allowed.push(pattern) });
      expect(faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** The smallest screen in use. */
const SMALLEST = { width: 320, height: 568 };

/** How long nothing of the page changes before it counts as standing. */
const QUIET = 120;

/**
 * Waits until the script has taken the page over, each control of it, and what it shows stands still: from then on taps do
 * something, and what was kept on the phone has been read.
 */
export async function standing(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector('#root main');
    const live = (one: Element) => Object.keys(one).some((key) => key.startsWith('__reactProps'));
    return main !== null && live(main) && Array.from(main.querySelectorAll('button, input, a')).every(live);
  });
  await page.evaluate(
    (quiet) =>
      new Promise<void>((resolve) => {
        const done = () => {
          if (document.querySelector('.wa-opening') === null) resolve();
        };
        let timer = setTimeout(done, quiet);
        const watch = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, quiet);
        });
        watch.observe(document.documentElement, { childList: true, subtree: true, characterData: true });
      }),
    QUIET,
  );
}

/** Opens an address and waits until its page is `standing`. */
export async function opened(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  await standing(page);
}

/** Answers the question on screen and goes on. */
export async function choose(page: Page, label: string | RegExp, button = '下一步'): Promise<void> {
  await page.getByRole('radio', { name: label }).first().tap();
  await page.getByRole('button', { name: button, exact: true }).tap();
}

/** 清除我的填写, and yes. */
export async function wipe(page: Page): Promise<void> {
  await page.getByRole('button', { name: '清除我的填写' }).tap();
  await page.getByRole('button', { name: '全部清除' }).tap();
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What of axe depends on how wide the screen is; names, roles and colours are the same on every screen. */
const OF_THE_WIDTH = ['target-size', 'scrollable-region-focusable'];

/**
 * What axe finds wrong, a line each; empty is well.
 * @param only ids of its rules; all if left out
 * @param within a selector; the whole page if left out
 */
export async function barriers(page: Page, only?: string[], within?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(
    async ([only, within]) => {
      const { violations } = await window.axe.run(within ?? document, {
        resultTypes: ['violations'],
        // A third of its time, for paths to elements whose text we show anyway.
        selectors: false,
        ...(only && { runOnly: { type: 'rule', values: only } }),
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    [only, within] as const,
  );
}

const screenOf = (page: Page) => {
  const size = page.viewportSize();
  if (!size) throw new Error('no screen');
  return size;
};

/** Does something on the test's own screen, then on the smallest in use (in so far as the test's is not smaller), and goes back to its own. */
export async function onBothScreens(page: Page, look: (width: number) => Promise<void>): Promise<void> {
  const own = screenOf(page);
  const sizes =
    own.width > SMALLEST.width ? [own, { ...SMALLEST, height: Math.min(SMALLEST.height, own.height) }] : [own];
  for (const size of sizes) {
    await page.setViewportSize(size);
    await look(size.width);
  }
  await page.setViewportSize(own);
}

/** No part of the page is wider than the screen, nor than the smallest in use. */
export async function noSidewaysScroll(page: Page): Promise<void> {
  await onBothScreens(page, async (width) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBeLessThanOrEqual(width);
  });
}

/** What stands on the screen fits it and the smallest in use, with the text as it is and grown (as it stays); axe has nothing to say. */
export async function fits(page: Page, within?: string): Promise<void> {
  const own = screenOf(page).width;
  await onBothScreens(page, async (width) => {
    expect(await barriers(page, width === own ? undefined : OF_THE_WIDTH, within), `${width} px`).toEqual([]);
  });
  await noSidewaysScroll(page);
  await growText(page, 1.4);
  await noSidewaysScroll(page);
}

/** Every text grown as a web view's text zoom does it. */
export async function growText(page: Page, factor: number): Promise<void> {
  await page.evaluate((by) => {
    const elements = [...document.querySelectorAll<HTMLElement>('body *')];
    const sizes = elements.map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    for (const [i, element] of elements.entries()) element.style.fontSize = `${(sizes[i] ?? 16) * by}px`;
  }, factor);
}

/** Amounts as drawn (`¥1,234.50`, `1,234.50`) → whole fen. */
export const fen = (text: string): number => {
  const [yuan = '0', cents = ''] = text.replace(/[¥,\s元]/g, '').split('.');
  return Number(yuan) * 100 + Number(cents.padEnd(2, '0'));
};
