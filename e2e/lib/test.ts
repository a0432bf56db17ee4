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
 * What axe finds wrong, a line each; empty is well. On the smallest screen what depends on the width, the rest is asked on the other.
 * @param only ids of its rules; all if left out
 * @param within a selector; the whole page if left out
 */
export async function barriers(page: Page, only?: string[], within?: string): Promise<string[]> {
  const asked = only ?? (base.info().project.name === 'small' ? OF_THE_WIDTH : undefined);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(
    async ([asked, within]) => {
      const { violations } = await window.axe.run(within ?? document, {
        resultTypes: ['violations'],
        // A third of its time, for paths to elements whose text we show anyway.
        selectors: false,
        ...(asked && { runOnly: { type: 'rule', values: asked } }),
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    [asked, within] as const,
  );
}

/** No part of the page is wider than the screen. */
export async function noSidewaysScroll(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(width).toBeLessThanOrEqual(0);
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
