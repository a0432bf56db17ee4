/** What the lock file holds, with the licence each package names in its own folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './project.ts';

const lockSchema = z.object({
  lockfileVersion: z.number(),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});
export type Lock = z.infer<typeof lockSchema>;

export const readLock = (): Lock => lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));

export interface Package {
  name: string;
  version: string;
  /** As the package names it; empty: it does not. */
  licence: string;
  /** A text of the licence comes with it. */
  text: boolean;
  /** Reaches families; the others build and test. */
  shipped: boolean;
}

const typed = z.object({ type: z.string() });
/** `licenses`: as packages of before 2015 have it. */
const described = z.object({ license: z.union([z.string(), typed]).optional(), licenses: z.array(typed).optional() });

/** Every package that is installed here; builds for other systems are not. */
export function installed(lock: Lock): Package[] {
  return Object.entries(lock.packages).flatMap(([path, { version = '', dev }]) => {
    const folder = join(root, path);
    if (path === '' || !existsSync(join(folder, 'package.json'))) return [];
    const { license, licenses = [] } = described.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    const single = typeof license === 'object' ? license.type : license;
    const licence = single ?? licenses.map(({ type }) => type).join(' OR ');
    const text = readdirSync(folder).some((name) => /^(licen[cs]e|copying)/i.test(name));
    return [{ name: path.slice(path.lastIndexOf('node_modules/') + 13), version, licence, text, shipped: !dev }];
  });
}
