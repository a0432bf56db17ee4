import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.ts';

export const dist = join(root, 'dist');

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}

export type Manifest = Record<string, Chunk>;

/** What Vite says of each file, and the same under the name of each module that shares a file with others. */
export function readManifest(): Manifest {
  const read = (name: string) => JSON.parse(readFileSync(join(dist, '.vite', name), 'utf8'));
  const manifest: Manifest = read('manifest.json');
  const chunks = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]));
  for (const [module, file] of Object.entries<string>(read('modules.json'))) {
    const chunk = chunks.get(file);
    if (!manifest[module] && chunk) manifest[module] = chunk;
  }
  return manifest;
}

/** The style sheets of these modules, in the order in which they are to stand: what others build on comes first. */
export function stylesOf(manifest: Manifest, modules: string[]): string[] {
  const seen = new Set<string>();
  const styles = new Set<string>();
  const visit = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const inner of manifest[key]?.imports ?? []) visit(inner);
    for (const file of manifest[key]?.css ?? []) styles.add(file);
  };
  for (const key of modules) visit(key);
  return [...styles];
}

/** The script files that must be there before these modules run: their own and all they import statically. */
export function filesOf(manifest: Manifest, modules: string[]): string[] {
  const seen = new Set<string>();
  const files = new Set<string>();
  const visit = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the manifest`);
    for (const inner of chunk.imports ?? []) visit(inner);
    if (chunk.file.endsWith('.js')) files.add(chunk.file);
  };
  for (const key of modules) visit(key);
  return [...files];
}

/** Name of a bundled module in the manifest, for a route's page and data. */
export const pageKey = (page: string) => `src/features/${page}.tsx`;
export const dataKey = (path: string) => `src/${path}`;
/** In one file with what every page needs; the page names that file itself. */
export const entryKey = 'src/app/main.tsx';
