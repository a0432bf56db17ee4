/** What a build is made of, and how its files are read. */
import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Everything that what is built depends on, besides `BASE_PATH`; paths from the root. */
export const SOURCES = [
  'src',
  'public',
  'scripts/lib',
  'scripts/prerender.ts',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** Any host folder will do: `BASE_PATH=/yibao/ npm run build`. Begins and ends with a slash. */
export const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/');

/** Scripts that a page names itself, entry and preloads, without the base. */
export function scriptsOf(html: string, root = base): string[] {
  const named = html.matchAll(/<(?:script|link)[^>]*(?:src|href)="([^"]+\.js)"/g);
  return [...new Set(Array.from(named, ([, src = '']) => src.slice(root.length)))];
}

const sizes = new Map<string, number>();

/** Bytes of a file as a host sends it: gzip -9. Read once, until it is written anew. */
export function zipped(file: string): number {
  const key = `${file} ${statSync(file).mtimeMs}`;
  const bytes = sizes.get(key) ?? gzipSync(readFileSync(file), { level: 9 }).length;
  sizes.set(key, bytes);
  return bytes;
}
