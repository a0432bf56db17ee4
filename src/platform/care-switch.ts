import { applyCare, CARE_KEY } from './care.ts';
import { onWipe, rawStorage, rereads } from './storage.ts';

export function toggleCare(): void {
  // Never removed: other pages take a key that is gone for a wipe.
  rawStorage.setItem(CARE_KEY, rawStorage.getItem(CARE_KEY) === 'care' ? '' : 'care');
  applyCare();
}

/** Forgetting everything forgets this too, and other pages follow. Returns how to stop. */
export function watchCare(): () => void {
  rereads.set(CARE_KEY, applyCare);
  const stop = onWipe(applyCare);
  return () => void stop();
}
