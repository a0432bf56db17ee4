import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dist } from '../scripts/lib/manifest.ts';
import { staticServer } from '../scripts/lib/static-server.ts';
import { test as base, expect } from './lib/test.ts';

interface Host {
  url: string;
  /** A new release: every page says which one it is. */
  release: (name: string) => void;
  /** Pages answer late. */
  slow: (milliseconds: number) => void;
}

/** A host of its own, so that it can be changed and slowed down. */
const test = base.extend<{ host: Host }>({
  serviceWorkers: 'allow',
  host: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'wa-yibao-'));
    cpSync(dist, folder, { recursive: true });
    let wait = 0;
    const server: Server = staticServer(folder, '/');
    const [answer] = server.listeners('request') as ((...args: unknown[]) => void)[];
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      const late = request.url?.split('?')[0]?.endsWith('/') ? wait : 0;
      setTimeout(() => answer?.(request, response), late);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use({
      url: `http://localhost:${(server.address() as AddressInfo).port}`,
      release: (name) => {
        for (const path of ['shenzhen/index.html', 'shenzhen/help/index.html']) {
          const file = join(folder, path);
          const text = readFileSync(file, 'utf8').replace(/<meta name="release"[^>]*>/, '');
          writeFileSync(file, text.replace('</head>', `<meta name="release" content="${name}"></head>`));
        }
      },
      slow: (milliseconds) => {
        wait = milliseconds;
      },
    });
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

const release = (page: Page) => page.locator('meta[name="release"]').getAttribute('content');

/** Opens a page and waits until it is kept. */
async function keep(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(async (address) => {
    const { active } = await navigator.serviceWorker.ready;
    const pages = await caches.open('wa-yibao-pages-1');
    return active !== null && (await pages.match(address)) !== undefined;
  }, url);
  await page.waitForLoadState('networkidle');
}

test.use({ baseURL: 'http://localhost' });

test('打开过的页面，没有网络也打得开；没打开过的说清楚', async ({ page, context, host, watch }) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED|Failed to (load|fetch)|503/);
  await keep(page, `${host.url}/shenzhen/help/`);
  await context.setOffline(true);
  await page.goto(`${host.url}/shenzhen/help/?from=timeline`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('遇到问题');
  await expect(page.getByRole('button', { name: '分享', exact: true })).toBeVisible();
  await expect.poll(() => page.url()).not.toContain('from');
  await page.goto(`${host.url}/chongqing/help/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('现在没有网络');
  await context.setOffline(false);
  await page.goto(`${host.url}/chongqing/help/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('遇到问题');
});

for (const [city, query] of [
  ['shenzhen', 'care=inpatient&level=tertiary&place=local&stay=first'],
  ['chongqing', 'care=inpatient&level=tertiary&enrolment=independent&tier=one'],
] as const)
  test(`${city}：填金额时断了网，照样算出来；出处没取到就说，页面还在，有网了再点就有`, async ({
    page,
    context,
    host,
    watch,
  }) => {
    watch.allow(/ERR_FAILED|ERR_INTERNET_DISCONNECTED|Failed to (load|fetch)|503|Error: \/assets\/\S+css/);
    await keep(page, `${host.url}/${city}/estimate/`);
    await page.goto(`${host.url}/${city}/estimate/?at=costs&${query}&year=2026`);
    await expect(page.getByRole('textbox').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await page.getByRole('textbox').first().fill('8000');
    const result = page.getByRole('heading', { level: 1, name: '这次大约能报多少' });
    for (const name of ['下一步', '看结果']) await page.getByRole('button', { name, exact: true }).tap();
    await expect(result).toBeVisible();
    await expect(page.getByRole('heading', { name: '怎么算的' })).toBeVisible();
    const figure = page.locator('.wa-figure-big').first();
    await figure.tap();
    await expect(page.getByRole('alert')).toHaveText('没有取到，请检查网络再点一次');
    await expect(result).toBeVisible();
    for (const name of ['分享', '画成图比一比']) {
      await page.getByRole('button', { name, exact: true }).tap();
      await expect(page.getByRole('alert').last()).toHaveText('没有取到，请检查网络再点一次');
      await expect(result).toBeVisible();
    }
    await expect(page).not.toHaveURL(/v=/);
    await context.setOffline(false);
    // A failure is forgotten a moment later (`preload`).
    await page.waitForTimeout(2000);
    await figure.tap();
    await expect(page.getByRole('dialog')).toContainText('起付线');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

test('旧的一页活不过一次联网：网快马上是新的，网慢下一次是新的', async ({ page, host }) => {
  host.release('one');
  await keep(page, `${host.url}/shenzhen/help/`);
  expect(await release(page)).toBe('one');
  host.release('two');
  await page.goto(`${host.url}/shenzhen/help/`);
  expect(await release(page)).toBe('two');

  host.release('three');
  host.slow(5000);
  const start = Date.now();
  await page.goto(`${host.url}/shenzhen/help/`);
  expect(await release(page)).toBe('two');
  expect(Date.now() - start).toBeLessThan(4900);
  await page.waitForTimeout(2500);
  await page.goto(`${host.url}/shenzhen/help/`);
  expect(await release(page)).toBe('three');
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const files = await (await caches.open('wa-yibao-files-1')).keys();
    return { names, files: files.map(({ url }) => new URL(url).pathname) };
  });
  expect(kept.names.sort()).toEqual(['wa-yibao-files-1', 'wa-yibao-pages-1']);
  expect(kept.files.length).toBeGreaterThan(4);
  expect(kept.files.filter((path) => !/^\/assets\/.+-[\w-]{8}\.\w+$/.test(path))).toEqual([]);
});

test('没有这种能力的浏览器：一切照旧', async ({ page, host }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  await page.goto(`${host.url}/shenzhen/help/`);
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: '分享', exact: true }).tap();
  await expect(page.getByRole('dialog', { name: '分享这一页' })).toBeVisible();
});
