import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Puts the drawings of `src/ui/icons.svg` into every page, where `<use href="#i-…">` finds them. */
export function iconSprite(): Plugin {
  return {
    name: 'icon-sprite',
    transformIndexHtml(html) {
      const sprite = readFileSync(join(import.meta.dirname, '../../src/ui/icons.svg'), 'utf8');
      return html.replace('<!--app-icons-->', sprite.replace(/\n\s*/g, '').replace(/ xmlns="[^"]+"/, ''));
    },
  };
}
