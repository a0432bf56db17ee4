/** Forgetting all of it. Kept apart: most pages have nothing to do with it. */
import { type Area, afterWipe, attempt, LEDGER, memory, PREFIX } from './storage.ts';

export function empty(area: Area): void {
  attempt(() => {
    const storage = window[area];
    for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
  });
}

/** Forgets everything this app keeps on this phone, in all its open pages. */
export function wipe(): void {
  memory.clear();
  attempt(() => indexedDB.deleteDatabase(LEDGER));
  empty('sessionStorage');
  empty('localStorage');
  for (const reset of afterWipe) reset();
}
