/** The whole tree once more in a temporary place, so that something can be added to it and built. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/project.ts';
import { staticServer } from '../../scripts/lib/static-server.ts';

const PARTS = [
  'src',
  'public',
  'scripts',
  'tests',
  'e2e',
  'index.html',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const CONFIGS = ['vite.config.ts', 'vitest.config.ts'];

export interface OtherTree {
  folder: string;
  /** Runs a command of the project there; its output, whatever the end. */
  run: (command: string[], env?: Record<string, string>) => Promise<{ status: number | null; output: string }>;
  remove: () => void;
}

export function copyTree(): OtherTree {
  const folder = mkdtempSync(join(tmpdir(), 'wa-yibao-tree-'));
  for (const part of [...PARTS, ...CONFIGS]) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'docs'), { recursive: true });
  return {
    folder,
    run: ([tool = '', ...args], env = {}) =>
      new Promise((resolve, reject) => {
        const at = { cwd: folder, env: { ...process.env, NODE_OPTIONS: '', ...env } };
        const child = spawn(tool, args, at);
        let output = '';
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text));
        child.on('error', reject);
        child.on('close', (status) => resolve({ status, output }));
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Serves a folder as a static host would; returns its origin and how to stop. */
export async function serveFolder(
  folder: string,
  base: string,
): Promise<{ origin: string; stop: () => Promise<void> }> {
  const server = staticServer(folder, base);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
