import { parse } from './storage.ts';

let data: unknown;

/** What the prerender wrote into this page beside its text; `undefined` for a key it did not write. */
export function readPageData(key: string): unknown {
  if (typeof document === 'undefined') return undefined;
  data ??= parse(document.getElementById('page-data')?.textContent ?? null) ?? {};
  return Object.entries(data as object).find(([name]) => name === key)?.[1];
}
