/** Gets the engines: packages into `.cache/engines` (pinned by the lock file in `packages`, no scripts run), the rest by apt. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/project.ts';

const folder = join(root, '.cache/engines');
const pins = join(import.meta.dirname, 'packages');

/** What a program prints; nothing if it is not there. */
export function program(name: string, args: string[], cwd = root, timeout = 20_000): Promise<string> {
  return new Promise((resolve) => {
    execFile(name, args, { cwd, timeout, encoding: 'utf8' }, (_, out, complaint) => resolve(out || complaint));
  });
}

function run(name: string, args: string[], cwd: string, timeout: number): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(name, args, { cwd, timeout, encoding: 'utf8' }, (fault, _, complaint) => {
      if (fault) reject(new Error(`${name} ${args[0]}: ${complaint.trim().split('\n').pop() || fault.message}`));
      else resolve();
    });
  });
}

let packages: Promise<string> | undefined;

/** The folder with the packages of `package-lock.json`; asked for by several engines, done once. */
export function installPackages(): Promise<string> {
  packages ??= (async () => {
    const lock = readFileSync(join(pins, 'package-lock.json'), 'utf8');
    const done = join(folder, 'installed.json');
    if (existsSync(done) && readFileSync(done, 'utf8') === lock) return folder;
    mkdirSync(folder, { recursive: true });
    for (const name of ['package.json', 'package-lock.json']) cpSync(join(pins, name), join(folder, name));
    // Their wishes about each other's versions contradict; only the packed browsers are taken from them.
    await run('npm', ['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'], folder, 180_000);
    writeFileSync(done, lock);
    return folder;
  })();
  return packages;
}

export async function aptInstall(names: string[]): Promise<void> {
  if (process.platform !== 'linux' || !(await program('which', ['apt-get'])).trim())
    throw new Error(`needs ${names.join(' and ')}, and there is no apt here`);
  if (process.getuid?.() !== 0) throw new Error(`needs ${names.join(' and ')}: apt-get install ${names.join(' ')}`);
  await run('apt-get', ['update'], root, 120_000);
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...names], root, 240_000);
}
