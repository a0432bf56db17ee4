/** The family's ledger as a parent uses it, and as an earlier day left it. */
import type { Page } from '@playwright/test';
import { choose, expect } from './test.ts';

export const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
export const main = (page: Page) => page.locator('main');
export const shot = async (page: Page, name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
};

/** Whose and when, in the half-screen, and back to the ledger. */
export async function store(page: Page, { month, day, child, note, name }: Record<string, string>): Promise<void> {
  const sheet = page.getByRole('dialog');
  const year = sheet.getByRole('textbox', { name: '年', exact: true });
  expect(await year.evaluate((one) => one.scrollWidth - one.clientWidth), 'all four digits').toBeLessThanOrEqual(0);
  if (month) await sheet.getByRole('textbox', { name: '月' }).fill(month);
  if (day) await sheet.getByRole('textbox', { name: '日' }).fill(day);
  if (child) await sheet.getByRole('radio', { name: child }).tap();
  if (name) await sheet.getByRole('textbox', { name: /小名/ }).fill(name);
  if (note) await sheet.getByRole('textbox', { name: /备注/ }).fill(note);
  await sheet.getByRole('button', { name: /存$/ }).tap();
  await expect(title(page, '家庭账本')).toBeVisible();
}

/** The amounts of a bill, from the form on. */
export async function bill(page: Page, eligible: string): Promise<void> {
  await page.getByRole('textbox', { name: /医保范围内的费用/ }).fill(eligible);
  await page.getByRole('button', { name: /看结果|下一步/ }).tap();
}

/** 记一笔 in the ledger of Shenzhen: a stay in a tertiary hospital. */
export async function recordStay(page: Page, eligible: string, when: Record<string, string>): Promise<void> {
  await page.getByRole('link', { name: '记一笔' }).tap();
  await expect(title(page, '记一笔')).toBeVisible();
  await choose(page, '住院');
  await choose(page, '深圳市内');
  await choose(page, /三级/);
  await bill(page, eligible);
  await page.getByRole('button', { name: '存进账本' }).tap();
  await store(page, when);
}

export const visit = (page: Page, name: RegExp) => main(page).getByRole('button', { name });

/** Visits as an earlier day left them on this phone. */
export async function keep(page: Page, visits: object[], child: object = { name: '豆豆' }): Promise<void> {
  await page.goto('/version.json');
  await page.evaluate(
    async ([list, one]) => {
      const born = { year: '2020', month: '5', day: '1' };
      const children = [{ id: 'aaaaaaaaaa', birth: born, ...one }];
      localStorage.setItem('wa-yibao:children', JSON.stringify({ state: { children, at: 0 }, version: 1 }));
      const pieces: Record<string, object[]> = {};
      for (const visit of list as { id: string }[]) {
        const key = visit.id.slice(0, 7);
        pieces[key] ??= [];
        pieces[key].push(visit);
      }
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('wa-yibao');
        opening.onupgradeneeded = () => opening.result.createObjectStore('visits');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const { transaction } = opening.result.transaction('visits', 'readwrite').objectStore('visits');
          for (const [key, piece] of Object.entries(pieces))
            transaction.objectStore('visits').put(JSON.stringify(piece), key);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      });
    },
    [visits, child] as const,
  );
}

export const clinic = (n: number, date: string, eligible: string) => ({
  id: `${date.slice(0, 7)}.${String(n).padStart(9, '0')}abc`,
  child: 'aaaaaaaaaa',
  city: 'shenzhen',
  date,
  answers: { care: 'outpatient', place: 'local', level: 'primary', standing: 'selected' },
  amounts: { eligible },
  note: '',
});

/** A stay in a tertiary hospital. */
export const stay = (n: number, date: string, eligible: string) => ({
  ...clinic(n, date, eligible),
  answers: { care: 'inpatient', place: 'local', level: 'tertiary' },
});
