import { applyCare, CARE_KEY } from './care.ts';
import { onWipe, rawStorage } from './storage.ts';

export function toggleCare(): void {
  if (rawStorage.getItem(CARE_KEY) === 'care') rawStorage.removeItem(CARE_KEY);
  else rawStorage.setItem(CARE_KEY, 'care');
  applyCare();
}

/** Forgetting everything forgets this too. Returns how to stop. */
export function watchCare(): () => void {
  const stop = onWipe(applyCare);
  return () => void stop();
}
