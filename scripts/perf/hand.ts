/**
 * A hand that is measured with. It finds and touches by itself: what Playwright puts into a page to do so takes 90 ms to read at CPU 4×,
 * and then listens to every touch.
 */
import type { CDPSession, Page } from '@playwright/test';
import { isTakenOver } from './host.ts';

/** ms a finger stays on the glass. */
const PRESS = 80;

/** ms a page is left to itself: whoever asks it something while it works takes its time. */
const ALONE = 700;

/**
 * Where the middle of the first element is with these words in it.
 * @throws when there is none within 5 s
 */
async function placeOf(page: Page, selector: string, words = ''): Promise<{ x: number; y: number }> {
  for (let time = 0; time < 50; time++) {
    const place = await page.evaluate(
      ([selector, words]) => {
        const one = [...document.querySelectorAll(selector)].find(({ textContent }) => textContent?.includes(words));
        one?.scrollIntoView({ block: 'nearest' });
        const box = one?.getBoundingClientRect();
        return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      },
      [selector, words] as const,
    );
    if (place) return place;
    await page.waitForTimeout(100);
  }
  throw new Error(`not there: ${selector} ${words}`);
}

/** Waits until this stands in the page. */
export async function see(page: Page, selector: string, words?: string): Promise<void> {
  await placeOf(page, selector, words);
}

const phones = new WeakMap<Page, CDPSession>();

/** What touches and types. One for each page: what a session was told of a page (how slow its processor is) may end with it. */
async function phoneOf(page: Page): Promise<CDPSession> {
  const phone = phones.get(page) ?? (await page.context().newCDPSession(page));
  phones.set(page, phone);
  return phone;
}

/** Touches the middle of it as a finger does, and leaves the page alone for a moment before and after. */
export async function touch(page: Page, selector: string, words?: string): Promise<void> {
  await see(page, selector, words);
  await page.waitForTimeout(300);
  const { x, y } = await placeOf(page, selector, words);
  const glass = await phoneOf(page);
  await glass.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await page.waitForTimeout(PRESS);
  await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForTimeout(ALONE);
}

/**
 * Types into a field as a keyboard does that puts the whole word in.
 * @throws when it does not stand there afterwards
 */
export async function write(page: Page, selector: string, text: string): Promise<void> {
  await touch(page, selector);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
  await page.waitForTimeout(ALONE);
  const there = await page.evaluate((field) => document.querySelector<HTMLInputElement>(field)?.value, selector);
  if (there !== text) throw new Error(`${selector} holds ${there}, not ${text}`);
}

/** A key of the keyboard, in the field that is being filled in; the page is left alone before and after. */
export async function press(page: Page, digit: string): Promise<void> {
  const keyboard = await phoneOf(page);
  const key = { key: digit, code: `Digit${digit}`, windowsVirtualKeyCode: digit.charCodeAt(0) };
  await page.waitForTimeout(300);
  await keyboard.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: digit });
  await page.waitForTimeout(PRESS);
  await keyboard.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' });
  await page.waitForTimeout(ALONE);
}

/** Opens a page and waits until it is taken over. */
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  for (let time = 0; !(await page.evaluate(isTakenOver)); time++) {
    if (time > 100) throw new Error(`${url} is not taken over`);
    await page.waitForTimeout(100);
  }
  await page.waitForTimeout(1500);
}
