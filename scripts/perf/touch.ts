/**
 * From touch to picture, on a phone four times slower than this machine (`npm run perf:touch`): the browser's own event
 * entries say how long after a touch the next picture stood; frames are counted while the point of the plot is dragged.
 */
import { chromium, type Page } from '@playwright/test';
import { open, press, see, touch, write } from './hand.ts';
import { browser, CPU, median, NAMELESS, type Row, serve, table } from './host.ts';
import { fillLedger, openLedger, VISITS } from './ledger.ts';

declare global {
  interface Window {
    __touch: { events: { name: string; start: number; duration: number; interaction: number }[]; shown: number };
  }
}

/** Listens before anything else on the page: interactions, and when a picture with another heading or number stood. */
function listen(): void {
  window.__touch = { events: [], shown: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId?: number })[])
      window.__touch.events.push({
        name: entry.name,
        start: entry.startTime,
        duration: entry.duration,
        interaction: entry.interactionId ?? 0,
      });
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  const text = () =>
    ['h1', '.wa-figure-big', '.wa-running'].map((part) => document.querySelector(part)?.textContent).join();
  let last = '';
  new MutationObserver(() => {
    const now = text();
    if (now === last) return;
    last = now;
    // After the frame that holds it.
    requestAnimationFrame(() =>
      setTimeout(() => {
        window.__touch.shown = performance.now();
      }),
    );
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

interface Touch {
  /** The event entry: input to next paint. */
  inp: number;
  /** Until the picture with the other heading or number stood. */
  shown: number;
}

/** Does something and reads what the browser noted of it, from this event on. */
async function noted(page: Page, first: 'click' | 'keydown', act: () => Promise<void>): Promise<Touch> {
  await page.evaluate(() => {
    window.__touch.events = [];
    window.__touch.shown = 0;
  });
  await act();
  const { events, shown } = await page.evaluate(() => window.__touch);
  const own = events.filter(({ interaction }) => interaction > 0);
  const begun = events.find(({ name }) => name === first) ?? own[0];
  if (!begun || shown === 0) throw new Error(`nobody noted what came after a ${first}`);
  return { inp: Math.max(...own.map(({ duration }) => duration)), shown: shown - begun.start };
}

/** Touches, and waits for the heading. */
async function timed(page: Page, words: string, heading: RegExp): Promise<Touch> {
  const noticed = await noted(page, 'click', () => touch(page, 'button', words));
  const title = await page.evaluate(() => document.querySelector('h1')?.innerText ?? '');
  if (!heading.test(title)) throw new Error(`after ${words}: ${title}`);
  return noticed;
}

/** The least a touch costs here: a button that changes one word of a page with nothing else on it. */
async function nothing(page: Page, url: string): Promise<Touch> {
  await page.goto(`${url}/robots.txt`);
  await page.setContent('<h1>0</h1><button>1</button>');
  await page.evaluate(() => {
    const [heading, button] = [document.querySelector('h1'), document.querySelector('button')];
    button?.addEventListener('click', () => {
      if (heading) heading.textContent = '1';
    });
  });
  return timed(page, '1', /1/);
}

const answers: [string, RegExp][] = [
  ['门诊（含急诊，当天回家）', /在哪里看/],
  ['深圳市内', /几级/],
  ['一级及以下（社康也是）', /选定/],
];

async function questions(page: Page, url: string): Promise<Touch[]> {
  await open(page, `${url}/shenzhen/estimate/`);
  await page.evaluate(() => localStorage.clear());
  await open(page, `${url}/shenzhen/estimate/`);
  const seen: Touch[] = [];
  for (const [answer, next] of answers) {
    await touch(page, 'label', answer);
    seen.push(await timed(page, '下一步', next));
  }
  return seen;
}

const RESULT = 'care=inpatient&level=tertiary&place=local&stay=first&year=2026';

/** An amount is changed key by key; what it makes stands under it. What comes first with the first amount is not counted. */
async function keys(page: Page, url: string): Promise<Touch[]> {
  await open(page, `${url}/shenzhen/estimate/?at=costs&edit=1&${RESULT}`);
  await write(page, 'input', '80');
  const running = () => page.evaluate(() => document.querySelector('.wa-running')?.textContent ?? '');
  const seen: Touch[] = [];
  for (const digit of '57301') {
    const before = await running();
    seen.push(await noted(page, 'keydown', () => press(page, digit)));
    const after = await running();
    if (!/¥/.test(before) || !/¥/.test(after) || after === before)
      throw new Error(`${digit} made ${after} of ${before}`);
  }
  return seen;
}

/** The whole result comes with one touch. The first time, its script comes, too: not counted. */
async function amounts(page: Page, url: string): Promise<Touch[]> {
  await open(page, `${url}/shenzhen/estimate/?at=costs&edit=1&${RESULT}`);
  const seen: Touch[] = [];
  for (const amount of ['8000', '9000', '12345.67', '25000']) {
    await write(page, 'input', amount);
    seen.push(await timed(page, '看结果', /能报多少/));
    await page.goBack();
    await see(page, 'input');
  }
  return seen.slice(1);
}

/** Frames while a finger moves the point of the plot for two seconds, a move each 16 ms. */
async function drag(page: Page, url: string): Promise<{ frames: number; longest: number }> {
  await open(page, `${url}/shenzhen/estimate/?at=result&eligible=8000&${RESULT}`);
  await page
    .getByRole('button', { name: /画成图/ })
    .first()
    .tap();
  const slider = page.getByRole('slider').first();
  await slider.waitFor();
  await slider.scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  const box = await slider.boundingBox();
  if (!box) throw new Error('the plot has no point to drag');
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { __frames: times });
    const next = (now: number) => {
      times.push(now);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.2, y);
  await page.mouse.down();
  const start = Date.now();
  for (let i = 0; Date.now() - start < 2000; i += 1) {
    await page.mouse.move(box.x + box.width * (0.5 + 0.4 * Math.sin(i / 12)), y);
    await page.waitForTimeout(10);
  }
  const times = await page.evaluate(() => (window as unknown as { __frames: number[] }).__frames);
  await page.mouse.up();
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  return { frames: gaps.length / seconds, longest: Math.max(...gaps) };
}

/** From the tap on the city's page, five times, each in a page that was loaded anew. */
async function ledger(page: Page, url: string): Promise<number> {
  await fillLedger(page, url);
  const took: number[] = [];
  for (let time = 0; time < 5; time++) {
    await open(page, `${url}/shenzhen/`);
    took.push(await openLedger(page));
  }
  return median(took);
}

const host = await serve();
const chrome = await browser();
const rows: Row[] = [];
try {
  const client = await chromium.connectOverCDP(`http://localhost:${chrome.port}`);
  const context = await client.newContext({
    viewport: { width: 375, height: 667 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.addInitScript(NAMELESS);
  await page.addInitScript(listen);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  const asked = await questions(page, host.url);
  const typed = await keys(page, host.url);
  const settled = await amounts(page, host.url);
  const pick = (all: Touch[], key: keyof Touch) => Math.round(Math.max(...all.map((one) => one[key])));
  rows.push({
    what: `answer → next question, slowest of ${asked.length} (INP)`,
    value: pick(asked, 'inp'),
    unit: 'ms',
    goal: 100,
  });
  rows.push({
    what: 'answer → next question stands',
    value: Math.round(median(asked.map((one) => one.shown))),
    unit: 'ms',
    goal: 100,
  });
  rows.push({
    what: `changed amount → new result under it, slowest of ${typed.length} keys (INP)`,
    value: pick(typed, 'inp'),
    unit: 'ms',
    goal: 50,
  });
  rows.push({
    what: 'changed amount → new result under it stands',
    value: Math.round(median(typed.map((one) => one.shown))),
    unit: 'ms',
    goal: 50,
  });
  rows.push({
    what: `changed amount → page of the result, slowest of ${settled.length} (INP)`,
    value: pick(settled, 'inp'),
    unit: 'ms',
    goal: 50,
  });
  rows.push({
    what: 'changed amount → page of the result stands',
    value: Math.round(median(settled.map((one) => one.shown))),
    unit: 'ms',
    goal: 50,
  });
  const least = await nothing(page, host.url);
  rows.push({ what: '  for comparison: one word on an empty page (INP)', value: Math.round(least.inp), unit: 'ms' });
  rows.push({ what: '  for comparison: that word stands', value: Math.round(least.shown), unit: 'ms' });
  const { frames, longest } = await drag(page, host.url);
  rows.push({ what: 'dragging the plot', value: Math.round(frames), unit: 'frames/s', goal: 30, more: true });
  rows.push({ what: 'dragging the plot, longest frame', value: Math.round(longest), unit: 'ms', goal: 100 });
  rows.push({
    what: `tap → ledger of ${VISITS} visits, settled, stands`,
    value: Math.round(await ledger(page, host.url)),
    unit: 'ms',
    goal: 300,
  });
  await client.close();
} finally {
  await chrome.close();
  host.close();
}
const missed = table(rows);
console.info(
  `touch: ${rows.filter(({ goal }) => goal !== undefined).length} values under CPU ${CPU}×, ${missed} over their goal`,
);
if (missed > 0 || rows.length < 11) process.exitCode = 1;
process.exit();
