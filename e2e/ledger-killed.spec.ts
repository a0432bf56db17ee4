/** The browser's process is killed while the ledger is being written: afterwards all of a change is there, or nothing of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { browser } from '../scripts/perf/host.ts';
import { soundBackup } from '../tests/hostile/backups.ts';

/** Fifty in each of twelve pieces. */
const VISITS = 600;

/** A phone whose browser is started anew on the same storage, and killed at the end, whatever it is doing. */
async function session(folder: string, work: (page: Page) => Promise<void>): Promise<void> {
  const chrome = await browser(folder);
  const client = await chromium.connectOverCDP(`http://localhost:${chrome.port}`);
  try {
    const [context] = client.contexts();
    if (!context) throw new Error('the browser has no window');
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00'));
    await work(page);
  } finally {
    await chrome.close();
  }
}

/** How many visits are kept, by their note. */
async function kept(page: Page, origin: string): Promise<Record<string, number>> {
  await page.goto(`${origin}/shenzhen/ledger/`);
  await page.getByText(/还没有记过|年一共/).waitFor();
  return page.evaluate(
    () =>
      new Promise<Record<string, number>>((resolve, reject) => {
        const opening = indexedDB.open('wa-yibao');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const request = opening.result.transaction('visits').objectStore('visits').getAll();
          request.onsuccess = () => {
            const notes: Record<string, number> = {};
            for (const piece of request.result)
              for (const { note } of JSON.parse(piece)) notes[note] = (notes[note] ?? 0) + 1;
            opening.result.close();
            resolve(notes);
          };
        };
      }),
  );
}

/** Takes a backup in, up to the tap that writes it. */
async function takeIn(page: Page, origin: string, note: string): Promise<void> {
  await page.goto(`${origin}/shenzhen/ledger/?at=import`);
  await page.getByRole('textbox', { name: /粘到这里/ }).fill(soundBackup(VISITS, note));
  await page.getByRole('button', { name: '看看里面有什么' }).click();
  await page.getByRole('button', { name: '取回', exact: true }).waitFor();
}

/** The page stands still in the middle of the writing, at the piece with this number, and says so; it is killed there. */
async function killedAt(folder: string, origin: string, note: string, piece: number): Promise<void> {
  await session(folder, async (page) => {
    await takeIn(page, origin, note);
    await page.evaluate((last) => {
      const put = IDBObjectStore.prototype.put;
      let count = 0;
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...all: Parameters<typeof put>) {
        const request = put.apply(this, all);
        count += 1;
        if (count === last) {
          console.info(`piece ${last}`);
          for (const end = performance.now() + 3000; performance.now() < end; );
        }
        return request;
      };
    }, piece);
    const reached = page.waitForEvent('console', (message) => message.text() === `piece ${piece}`);
    // Nobody waits for the tap to come back: its page is gone by then.
    void page
      .getByRole('button', { name: '取回', exact: true })
      .click()
      .catch(() => undefined);
    await reached;
  });
}

/** A recording of a browser that is killed has nowhere to end. */
test.use({ trace: 'off' });

test('写到一半进程被杀：要么全在，要么一笔没动', async ({ baseURL }) => {
  const origin = baseURL ?? '';
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), 'wa-killed-'));
  try {
    await killedAt(folder, origin, '一', 12);
    await session(folder, async (page) => {
      expect(await kept(page, origin)).toEqual({});
      await takeIn(page, origin, '二');
      await page.getByRole('button', { name: '取回', exact: true }).click();
      // What the page says is kept survives its end.
      await page.getByText(`年一共（${VISITS} 笔）`).waitFor();
    });
    await killedAt(folder, origin, '三', 7);
    await session(folder, async (page) => expect(await kept(page, origin)).toEqual({ 二: VISITS }));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
