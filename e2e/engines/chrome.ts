/**
 * Real old Chromes, as packed for npm (no apt). They stand for the system web views of old Android phones. Only this old a
 * puppeteer drives them: newer ones wait for ever. In processes of their own: with `--single-process`, which these packages
 * are made for, one page in four never finished loading.
 */
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Driver, type Engine, SCREEN } from './driver.ts';
import { installPackages } from './install.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--lang=zh-CN',
];

/** What is used of puppeteer-core 5.5.0; it is not among the project's own packages. */
interface OldPage {
  goto(address: string): Promise<unknown>;
  goBack(): Promise<unknown>;
  reload(): Promise<unknown>;
  evaluate<T>(expression: string): Promise<T>;
  touchscreen: { tap(x: number, y: number): Promise<void> };
  keyboard: { type(text: string): Promise<void> };
  screenshot(how: { encoding: 'base64' }): Promise<string>;
  on(event: 'pageerror', take: (fault: Error) => void): void;
  on(event: 'console', take: (message: { type(): string; text(): string }) => void): void;
}
interface OldBrowser {
  newPage(): Promise<OldPage>;
  version(): Promise<string>;
  close(): Promise<void>;
}
interface OldPuppeteer {
  launch(how: object): Promise<OldBrowser>;
}

export function oldChrome(major: number): Engine {
  let start: () => Promise<OldBrowser>;
  return {
    name: `Chrome ${major}`,
    async prepare() {
      const folder = await installPackages();
      const executablePath = join(folder, `chrome-${major}`);
      if (!existsSync(executablePath))
        unpack(join(folder, `node_modules/chrome-${major}/bin/chromium.br`), executablePath);
      const puppeteer: OldPuppeteer = createRequire(join(folder, 'package.json'))('puppeteer-core');
      const defaultViewport = { ...SCREEN, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
      start = () => puppeteer.launch({ executablePath, args: FLAGS, defaultViewport });
      const browser = await start();
      const version = await browser.version();
      await browser.close();
      return version.replace('HeadlessChrome/', '');
    },
    async launch() {
      const browser = await start();
      return driverOf(await browser.newPage(), () => browser.close());
    },
  };
}

/** Under its own name only when it is whole. */
function unpack(packed: string, to: string): void {
  writeFileSync(`${to}.part`, brotliDecompressSync(readFileSync(packed)));
  chmodSync(`${to}.part`, 0o755);
  renameSync(`${to}.part`, to);
}

function driverOf(page: OldPage, close: () => Promise<void>): Driver {
  const said: string[] = [];
  page.on('pageerror', (fault) => said.push(fault.message));
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text());
  });
  return {
    open: async (address) => void (await page.goto(address)),
    ask: (expression) => page.evaluate(expression),
    tap: (x, y) => page.touchscreen.tap(x, y),
    type: (text) => page.keyboard.type(text),
    back: async () => void (await page.goBack()),
    reload: async () => void (await page.reload()),
    picture: () => page.screenshot({ encoding: 'base64' }),
    complaints: () => said.splice(0),
    close,
  };
}
