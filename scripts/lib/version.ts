import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { base, SOURCES } from './built.ts';
import { root } from './project.ts';

export interface Version {
  /** Short hash of everything that what is built depends on. */
  build: string;
  /** The latest day on which a policy text was compared with its source. */
  policyDate: string;
}

/** A file, or those of a folder, in order. */
function files(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('/.') && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function currentVersion(): Version {
  const hash = createHash('sha256').update(base);
  let policyDate = '';
  for (const file of SOURCES.flatMap((path) => files(join(root, path)))) {
    const text = readFileSync(file);
    hash.update(text);
    if (!/\/policy\/[^/]+\/guides\//.test(file)) continue;
    const day = /"checkedOn":\s*"(\d{4}-\d\d-\d\d)"/.exec(text.toString('utf8'))?.[1] ?? '';
    if (day > policyDate) policyDate = day;
  }
  return { build: hash.digest('hex').slice(0, 7), policyDate };
}

/**
 * Gives the app its version as `__BUILD__` and writes `version.json`. The build for the server reads the file that the
 * build for the browser wrote, so that both render the same footer.
 */
export function versionFile(): Plugin {
  let version: Version = { build: 'dev', policyDate: '' };
  return {
    name: 'version-file',
    config(_, { command, isSsrBuild }) {
      if (command === 'build') {
        version = isSsrBuild ? JSON.parse(readFileSync(join(root, 'dist/version.json'), 'utf8')) : currentVersion();
      }
      return { define: { __BUILD__: JSON.stringify(version) } };
    },
    generateBundle() {
      if (this.environment.name !== 'client') return;
      this.emitFile({ type: 'asset', fileName: 'version.json', source: `${JSON.stringify(version)}\n` });
    },
  };
}
