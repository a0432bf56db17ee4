import { onWipe, stored } from './storage.ts';

/** 大字版: larger text and buttons, chosen once for this phone. The styles hang on `data-mode` of the root element. */
const mode = stored<'care' | 'plain'>({
  key: 'mode',
  version: 1,
  validate: (value) => (value === 'care' || value === 'plain' ? value : undefined),
  fallback: 'plain',
});

/** Draws the page the way it was last chosen; the entry calls it before anything else. */
export function applyCare(): void {
  const { dataset } = document.documentElement;
  if (mode.read() === 'care') dataset.mode = 'care';
  else delete dataset.mode;
}

export function toggleCare(): void {
  mode.write(mode.read() === 'care' ? 'plain' : 'care');
  applyCare();
}

export const watchCare = (): (() => void) => onWipe(applyCare);
