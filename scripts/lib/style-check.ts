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
  const keys = Object.keys(manifest);
  const leading = new Map<string, string[]>(keys.map((key) => [key, []]));
  for (const key of keys) {
    const { imports = [], dynamicImports = [] } = manifest[key] ?? { file: '' };
    for (const inner of [...imports, ...dynamicImports]) leading.get(inner)?.push(key);
  }
  // What is there whenever a part is shown: its own, and what every part that leads to it has. From "all" downwards.
  const own = new Map(keys.map((key) => [key, stylesOf(manifest, [key])]));
  const everything = new Set([...own.values()].flat());
  const isFirst = (key: string) => manifest[key]?.file === manifest[entryKey]?.file;
  const there = new Map(keys.map((key) => [key, isFirst(key) ? new Set(own.get(key)) : everything]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const key of keys) {
      const before = there.get(key) ?? everything;
      const ways = (leading.get(key) ?? []).map((one) => there.get(one) ?? everything);
      const after = new Set(
        [...before].filter((file) => own.get(key)?.includes(file) || ways.every((way) => way.has(file))),
      );
      if (isFirst(key) || after.size === before.size) continue;
      there.set(key, after);
      changed = true;
    }
  }
  const rules = new Map([...everything].map((file) => [file, ruled(file)]));
  const known = new Set([...rules.values()].flatMap((names) => [...names]));
  const always = new Set(own.get(entryKey));
  const faults: string[] = [];
  let seen = 0;
  for (const key of keys) {
    const file = manifest[key]?.file ?? '';
    if (!file.endsWith('.js')) continue;
    const here = [...always, ...(there.get(key) ?? [])].map((one) => rules.get(one));
    for (const name of written(file)) {
      if (!known.has(name)) continue;
      seen += 1;
      if (!here.some((names) => names?.has(name))) faults.push(`${file} writes .${name} without its styles`);
    }
  }
  return { faults, seen };
}
