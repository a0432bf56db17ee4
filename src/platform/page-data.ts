import { parse } from './storage.ts';

let data: Map<string, unknown> | undefined;

/** What the prerender wrote into this page beside its text; `undefined` for a key it did not write. */
export function readPageData(key: string): unknown {
  if (typeof document === 'undefined') return undefined;
  data ??= new Map(Object.entries(parse(document.getElementById('page-data')?.textContent ?? null) ?? {}));
  return data.get(key);
}
