/** The hashed files of earlier releases, kept in a store and put beside those of the newest. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hashedFile } from './headers.ts';

/** Newest first. */
const releasesSchema = z.array(z.strictObject({ build: z.string(), files: z.array(z.string()) }));

const filesIn = (folder: string): string[] => {
  const assets = join(folder, 'assets');
  return existsSync(assets) ? readdirSync(assets).sort() : [];
};

export interface Kept {
  releases: number;
  /** Files of this release. */
  own: number;
  /** Files of earlier releases that were put beside them. */
  added: number;
  forgotten: number;
}

/**
 * Adds the release in `dist` to `store`, forgets what belongs to none of the newest `most` releases, and gives `dist` what it lacks
 * of the others. Only files under `assets/` are touched: pages are always the new ones.
 */
export function keepAssets(store: string, dist: string, most: number): Kept {
  const list = join(store, 'releases.json');
  const before = existsSync(list) ? releasesSchema.parse(JSON.parse(readFileSync(list, 'utf8'))) : [];
  const { build } = z.object({ build: z.string() }).parse(JSON.parse(readFileSync(join(dist, 'version.json'), 'utf8')));
  const present = filesIn(dist).filter((name) => hashedFile.test(`/assets/${name}`));
  if (present.length === 0) throw new Error(`no hashed files in ${dist}`);
  // What was put beside an earlier run of the same build is not part of it.
  const known = before.find((one) => one.build === build)?.files;
  const own = known?.every((name) => present.includes(name)) ? known : present;
  const releases = [{ build, files: own }, ...before.filter((one) => one.build !== build)].slice(0, most);
  const wanted = new Set(releases.flatMap(({ files }) => files));

  mkdirSync(join(store, 'assets'), { recursive: true });
  const copy = (from: string, to: string, name: string) =>
    copyFileSync(join(from, 'assets', name), join(to, 'assets', name));
  for (const name of own) copy(dist, store, name);
  const gone = filesIn(store).filter((name) => !wanted.has(name));
  for (const name of gone) rmSync(join(store, 'assets', name));
  const added = filesIn(store).filter((name) => !present.includes(name));
  for (const name of added) copy(store, dist, name);
  writeFileSync(list, `${JSON.stringify(releases, null, 1)}\n`);
  return { releases: releases.length, own: own.length, added: added.length, forgotten: gone.length };
}
