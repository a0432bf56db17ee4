/**
 * `npm run sbom`: the bill of materials (CycloneDX) of all that reaches families, by `npm sbom`. It is handed a lock file without the
 * tools, because `--omit dev` also leaves out what a tool happens to share with the app: decimal.js, for one.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib/project.ts';

interface Manifest {
  devDependencies?: unknown;
}
const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const withoutTools = <T extends Manifest>({ devDependencies: _, ...manifest }: T) => manifest;

const folder = mkdtempSync(join(tmpdir(), 'wa-yibao-sbom-'));
try {
  const lock: { packages: Record<string, Manifest & { dev?: boolean; devOptional?: boolean }> } =
    read('package-lock.json');
  const packages = Object.entries(lock.packages)
    .filter(([, { dev }]) => !dev)
    .map(([path, one]) => [path, path === '' ? withoutTools(one) : one]);
  const write = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content));
  write('package.json', withoutTools(read('package.json')));
  write('package-lock.json', { ...lock, packages: Object.fromEntries(packages) });
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  process.stdout.write(execFileSync('npm', args, { cwd: folder, maxBuffer: 1 << 26 }));
} finally {
  rmSync(folder, { recursive: true });
}
