import { rawStorage } from './storage.ts';

export const CARE_KEY = 'mode';

/**
 * 大字版, larger text and buttons, chosen once for this phone: draws the page the way it was last chosen. The page's
 * head does the same before anything is drawn (`scripts/lib/first-script.ts`); the styles hang on `data-mode` of the root element.
 */
export function applyCare(): void {
  document.documentElement.dataset.mode = rawStorage.getItem(CARE_KEY) ?? '';
}
