/**
 * Finds a Chromium for the tests, and a Chinese font, and prints one line about them. Looks in this order: the one of
 * Playwright, one of the system, one that Playwright downloads, the one in the package `@sparticuz/chromium`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { root } from './lib/project.ts';

const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export interface Browser {
  path: string;
  from: string;
}

const runs = (path: string) => spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;

function ofPlaywright(): Browser | undefined {
  const path = chromium.executablePath();
  return path && existsSync(path) && runs(path) ? { path, from: 'Playwright' } : undefined;
}

function ofSystem(): Browser | undefined {
  const asked = process.env.CHROME_PATH;
  const folders = (process.env.PATH ?? '').split(':');
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  places.push('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  for (const path of asked ? [asked, ...places] : places) {
    try {
      accessSync(path, constants.X_OK);
      if (runs(path)) return { path, from: 'this system' };
    } catch {
      // Not here: the next place.
    }
  }
  return undefined;
}

function byPlaywright(): Browser | undefined {
  spawnSync('npx', ['playwright', 'install', 'chromium'], { cwd: root, stdio: 'ignore', timeout: 180_000 });
  return ofPlaywright();
}

/** The packed browser of `@sparticuz/chromium`, unpacked once below `node_modules/.cache`. */
function ofPackage(): Browser | undefined {
  try {
    const entry = createRequire(join(root, 'package.json')).resolve('@sparticuz/chromium');
    const home = entry.slice(0, entry.indexOf('chromium', entry.indexOf('@sparticuz')) + 'chromium'.length);
    const path = join(root, 'node_modules/.cache/chromium/chromium');
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, brotliDecompressSync(readFileSync(join(home, 'bin/chromium.br'))));
      chmodSync(path, 0o755);
    }
    return runs(path) ? { path, from: '@sparticuz/chromium' } : undefined;
  } catch {
    return undefined;
  }
}

/** The first browser that starts. */
export function findBrowser(): Browser {
  const found = ofPlaywright() ?? ofSystem() ?? byPlaywright() ?? ofPackage();
  if (!found) throw new Error('No Chromium found and none to be had. Install one, or set CHROME_PATH.');
  return found;
}

/** A Chinese font, without which every text is drawn as boxes; installed with apt where that is possible. */
export function findFont(): string {
  const ask = () => {
    try {
      return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).split('\n')[0]?.trim() ?? '';
    } catch {
      return '';
    }
  };
  if (process.platform !== 'linux') return 'fonts of the system';
  const found = ask();
  if (found) return found;
  if (process.getuid?.() === 0) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore', timeout: 120_000 });
    spawnSync('apt-get', ['install', '-y', 'fontconfig', 'fonts-noto-cjk'], { stdio: 'ignore', timeout: 300_000 });
  }
  return ask() || 'NO CHINESE FONT: install fonts-noto-cjk, or texts are drawn as boxes';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { path, from } = findBrowser();
  console.info(`browser: ${path} (${from}) · font: ${findFont()}`);
}
