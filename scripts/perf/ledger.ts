/** Opening a ledger of ten thousand visits: what a family that never deletes anything may come to in a year, and more. */
import type { Page } from '@playwright/test';
import { see, touch } from './hand.ts';

export const VISITS = 10_000;
const YEAR = '2026';

interface Seed {
  pieces: Record<string, object[]>;
  children: object;
}

/** Ten thousand visits of one child in one year, with the answers and the bills of a real one. */
function seed(): Seed {
  const two = (n: number) => String(n).padStart(2, '0');
  const kinds = [
    { care: 'outpatient', place: 'local', level: 'primary', standing: 'selected' },
    { care: 'outpatient', place: 'local', level: 'secondary', standing: 'selected' },
    { care: 'inpatient', place: 'local', level: 'tertiary' },
  ];
  const pieces: Seed['pieces'] = {};
  for (let n = 0; n < VISITS; n++) {
    const month = `${YEAR}-${two((n % 12) + 1)}`;
    pieces[month] ??= [];
    pieces[month].push({
      id: `${month}.${String(n).padStart(9, '0')}abc`,
      child: 'aaaaaaaaaa',
      city: 'shenzhen',
      date: `${month}-${two((n % 28) + 1)}`,
      answers: kinds[n % kinds.length],
      amounts: { eligible: `${100 + (n % 700)}.50`, excluded: '12' },
      note: '',
    });
  }
  const children = [{ id: 'aaaaaaaaaa', name: '豆豆', birth: { year: '2020', month: '5', day: '1' } }];
  return { pieces, children: { state: { children, at: 0 }, version: 1 } };
}

/** Puts them where the app keeps them. */
export async function fillLedger(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/version.json`);
  await page.evaluate(async ({ pieces, children }) => {
    localStorage.setItem('wa-yibao:children', JSON.stringify(children));
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('wa-yibao');
      opening.onupgradeneeded = () => opening.result.createObjectStore('visits');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const pile = opening.result.transaction('visits', 'readwrite').objectStore('visits');
        for (const [key, piece] of Object.entries(pieces)) pile.put(JSON.stringify(piece), key);
        pile.transaction.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
  }, seed());
}

/**
 * From the tap on 家庭账本 on the city's page to the frame in which the year, settled, stands: ms, by the browser's event entry.
 * The page must listen already (`touch.ts`).
 */
export async function openLedger(page: Page): Promise<number> {
  await page.evaluate(() => {
    window.__touch.events = [];
    window.__touch.shown = 0;
    const look = new MutationObserver(() => {
      if (document.getElementsByClassName('led-card').length < 2) return;
      look.disconnect();
      // After the frame that holds it.
      requestAnimationFrame(() =>
        setTimeout(() => {
          window.__touch.shown = performance.now();
        }),
      );
    });
    look.observe(document, { childList: true, subtree: true });
  });
  await touch(page, 'a', '家庭账本');
  await see(page, 'main *', `${YEAR}年一共（${VISITS} 笔）`);
  return page.evaluate(() => {
    const { events, shown } = window.__touch;
    const click = events.find(({ name }) => name === 'click') ?? events.find(({ interaction }) => interaction > 0);
    return click && shown > 0 ? shown - click.start : Number.NaN;
  });
}
