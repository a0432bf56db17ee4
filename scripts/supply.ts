/**
 * `npm run supply`: what the app is made from can be named and does not change behind our backs. Lock file, exact versions, pinned
 * CI actions, bill of materials; known faults of shipped packages where an advisory service answers, which is said if it does not.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Lock, readLock } from './lib/packages.ts';
import { root } from './lib/project.ts';

const faults: string[] = [];
function saw(what: string, count: number, floor: number): void {
  console.info(`  saw ${count} ${what} (floor ${floor})`);
  if (count < floor) faults.push(`saw ${count} ${what}, expected at least ${floor}`);
}
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const versions = z.record(z.string(), z.string());
const packageSchema = z.object({ dependencies: versions, devDependencies: versions, overrides: versions });

/** One version each, and one that stands there: no range, no tag, no address. */
function checkVersions(): void {
  const { dependencies, devDependencies, overrides } = packageSchema.parse(JSON.parse(read('package.json')));
  const all = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
  saw('versions in package.json', all.length, 25);
  for (const [name, version] of all)
    if (!/^(\d+\.\d+\.\d+(-[\w.]+)?|\$[\w-]+)$/.test(version)) faults.push(`${name}: ${version} is not one version`);
}

function checkLock({ lockfileVersion, packages }: Lock): void {
  const all = Object.entries(packages).filter(([path]) => path !== '');
  saw('packages in the lock file', all.length, 300);
  if (lockfileVersion !== 3) faults.push(`lock file version ${lockfileVersion}`);
  for (const [path, { resolved, integrity, link }] of all) {
    if (link || !integrity?.startsWith('sha512-')) faults.push(`${path}: no sha512 of it`);
    // No address at all stands for the registry that npm asks by default.
    if (resolved && !resolved.startsWith('https://registry.npmjs.org/')) faults.push(`${path}: from ${resolved}`);
  }
}

/** CI installs what the lock file says, and runs actions that are named by their commit. */
function checkPipelines(): void {
  const folder = '.github/workflows';
  const pipelines = ['.ci/run', ...readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)];
  let actions = 0;
  for (const path of pipelines) {
    for (const line of read(path).split('\n')) {
      if (/\bnpm (i|install|update)\b/.test(line)) faults.push(`${path}: installs past the lock file: ${line.trim()}`);
      const [, used] = /\buses:\s*(.+)$/.exec(line) ?? [];
      if (used === undefined) continue;
      actions += 1;
      if (!/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(used)) faults.push(`${path}: not pinned: ${used}`);
    }
  }
  saw('pinned actions', actions, 5);
  if (!read('.ci/run').includes('npm ci')) faults.push('.ci/run does not install by the lock file');
}

const npm = (...args: string[]) => spawnSync('npm', args, { cwd: root, encoding: 'utf8', timeout: 30_000 });
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

function checkBill(lock: Lock): void {
  const { stdout } = npm('run', '--silent', 'sbom');
  const bill = z
    .object({ bomFormat: z.literal('CycloneDX'), components: z.array(z.unknown()) })
    .safeParse(parsed(stdout));
  const here = ([path, { dev }]: [string, { dev?: boolean | undefined }]) =>
    path !== '' && !dev && existsSync(join(root, path));
  const shipped = Object.entries(lock.packages).filter(here).length;
  saw('components in the bill of materials', bill.data?.components.length ?? 0, shipped);
}

/** Known faults of shipped packages. Many registries have no such service: then it is said, and held against nobody. */
function checkAdvisories(): void {
  const { stdout } = npm('audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=8000');
  const report = z
    .object({ vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })) })
    .safeParse(parsed(stdout));
  if (!report.success) {
    console.info('  npm audit: no advisory service answered, nothing is known either way');
    return;
  }
  const found = Object.entries(report.data.vulnerabilities);
  console.info(`  npm audit: ${found.length} known faults of shipped packages`);
  for (const [name, { severity }] of found) faults.push(`${name}: ${severity}, see npm audit`);
}

const lock = readLock();
checkVersions();
checkLock(lock);
checkPipelines();
checkBill(lock);
checkAdvisories();
for (const fault of faults) console.error(`✗ ${fault}`);
console.info(`supply: ${faults.length === 0 ? 'passed' : `${faults.length} failed`}`);
if (faults.length > 0) process.exitCode = 1;
