import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, entryKey, type Manifest, stylesOf } from './manifest.ts';

/** Classes that a style sheet has a rule for; of a selector the first one, the others only refine it. */
function ruled(file: string): Set<string> {
  const selectors = readFileSync(join(dist, file), 'utf8').matchAll(
    /(?<=^|[{},])[^{},@]*?\.([a-z]+-[\w-]+)[^{},]*(?=[{,])/g,
  );
  return new Set(Array.from(selectors, ([, name = '']) => name));
}

/** Classes that a script writes. */
function written(file: string): Set<string> {
  const names = readFileSync(join(dist, file), 'utf8').matchAll(/(?<=[`"' ])[a-z]+-[\w-]+(?=[`"' $])/g);
  return new Set(Array.from(names, ([name]) => name));
}

/**
 * Names every class that a part of the app writes although its rule comes neither with that part nor with everything that
 * leads to it: whoever opened it first would see it unstyled.
 */
export function unstyled(manifest: Manifest): { faults: string[]; seen: number } {
  // A file stands under the name of each of its modules.
  const keyOf = new Map(Object.entries(manifest).map(([key, { file }]) => [file, key]));
  const files = [...keyOf.keys()];
  const leading = new Map(files.map((file) => [file, new Set<string>()]));
  for (const { file, imports = [], dynamicImports = [] } of Object.values(manifest))
    for (const inner of [...imports, ...dynamicImports]) leading.get(manifest[inner]?.file ?? '')?.add(file);
  // What is there whenever a part is shown: its own, and what every part that leads to it has. From "all" downwards.
  const own = new Map(files.map((file) => [file, stylesOf(manifest, [keyOf.get(file) ?? ''])]));
  const everything = new Set([...own.values()].flat());
  const first = manifest[entryKey]?.file;
  const there = new Map(files.map((file) => [file, file === first ? new Set(own.get(file)) : everything]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const file of files) {
      const before = there.get(file) ?? everything;
      const ways = [...(leading.get(file) ?? [])].map((one) => there.get(one) ?? everything);
      const after = new Set(
        [...before].filter((sheet) => own.get(file)?.includes(sheet) || ways.every((way) => way.has(sheet))),
      );
      if (file === first || after.size === before.size) continue;
      there.set(file, after);
      changed = true;
    }
  }
  const rules = new Map([...everything].map((sheet) => [sheet, ruled(sheet)]));
  const known = new Set([...rules.values()].flatMap((names) => [...names]));
  const always = own.get(first ?? '') ?? [];
  const faults: string[] = [];
  let seen = 0;
  for (const file of files.filter((one) => one.endsWith('.js'))) {
    if (file !== first && leading.get(file)?.size === 0) faults.push(`nothing leads to ${file}`);
    const here = [...always, ...(there.get(file) ?? [])].map((one) => rules.get(one));
    for (const name of written(file)) {
      if (!known.has(name)) continue;
      seen += 1;
      if (!here.some((names) => names?.has(name))) faults.push(`${file} writes .${name} without its styles`);
    }
  }
  return { faults, seen };
}
