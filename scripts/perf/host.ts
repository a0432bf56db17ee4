/** The built app behind its own compressing server, and a browser to look at it: what the measurements share. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../find-browser.ts';
import { dist } from '../lib/manifest.ts';
import { staticServer } from '../lib/static-server.ts';

/** What the compiler of these scripts wraps functions with; a page knows nothing of it. */
export const NAMELESS = 'globalThis.__name = (one) => one;';

/** In the page: whether React has taken it over. It hangs its own keys on what it owns. */
export function isTakenOver(): boolean {
  const inside = document.querySelector('#root main');
  return inside !== null && Object.keys(inside).some((key) => key.startsWith('__reactProps'));
}

/** Throttling of "4G" and of a phone four times slower than this machine, as platform tests of slow phones do: 1.6 Mbps, 150 ms. */
export const CPU = 4;
export const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--hide-scrollbars',
];

/** Serves `dist` on a free port (or `PERF_PORT`). */
export async function serve(): Promise<{ url: string; close: () => void }> {
  if (!existsSync(join(dist, '404.html'))) throw new Error('Nothing to measure: run `npm run build` first.');
  const server = staticServer(dist, '/');
  const port = await new Promise<number>((resolve) => {
    server.listen(Number(process.env.PERF_PORT ?? 0), () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    url: `http://localhost:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * A browser of its own that listens for the debugger.
 * @param folder what it keeps, which stays; without one it starts with nothing and leaves nothing
 * @returns `close` kills it, whatever it is doing
 */
export async function browser(folder?: string): Promise<{ port: number; close: () => Promise<void> }> {
  const profile = folder ?? (await mkdtemp(join(tmpdir(), 'wa-perf-')));
  const child = spawn(
    findBrowser().path,
    [...flags, `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own, so that its helpers end with it.
      detached: true,
    },
  );
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the browser ended with ${code}`)));
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString('utf8');
      const found = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said)?.[1];
      if (found) resolve(Number(found));
    });
  });
  return {
    port,
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
      await ended;
      if (!folder) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export interface Row {
  what: string;
  value: number;
  unit: string;
  /** None: stands there for comparison. */
  goal?: number;
  /** Better when larger. */
  more?: true;
}

/** Prints the rows and returns how many miss their goal; a value that is not a number misses it. */
export function table(rows: Row[]): number {
  const isGood = ({ value, goal = value, more }: Row) => (more ? value >= goal : value <= goal);
  const shown = rows.map((row) => [
    row.what,
    `${Number.isInteger(row.value) ? row.value : row.value.toFixed(2)} ${row.unit}`.trim(),
    row.goal === undefined ? '' : `${row.more ? '≥' : '≤'} ${row.goal} ${row.unit}`.trim(),
    row.goal === undefined ? '' : isGood(row) ? 'ok' : '✗',
  ]);
  const all = [['what', 'value', 'goal', ''], ...shown];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((cells) => (cells[column] ?? '').length)));
  for (const cells of all)
    console.info(
      cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    );
  return rows.filter((row) => !isGood(row)).length;
}
