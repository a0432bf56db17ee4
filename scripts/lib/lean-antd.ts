import { join } from 'node:path';
import type { Alias, Plugin } from 'vite';

const lean = join(import.meta.dirname, '../../src/ui/lean');

/** What moves antd-mobile's popup (18 KB) and what lets it be swiped (8 KB), by what of it is asked for here. */
export const antdAliases: Alias[] = [
  { find: '@react-spring/web', replacement: join(lean, 'spring.ts') },
  { find: '@use-gesture/react', replacement: join(lean, 'gesture.ts') },
];

/** Parts of antd-mobile that come along and are never reached, with what stands in for them. */
const stubs: [RegExp, string][] = [
  // It is told by `unstableSetRender` how to render (`ui/imperative.ts`); the way of its own brings a compiler's helpers.
  [/\/antd-mobile\/es\/utils\/render\.js$/, 'export const render = () => {}; export const unmount = render;'],
  [/\/rc-util\/lib\/warning\.js$/, 'export default () => {};'],
  // Icons and the turning wheel of a toast that has only words, and of a popup whose head is ours.
  [/\/antd-mobile-icons\/es\/(CheckOutline|CloseOutline)\.js$/, 'export default () => null;'],
  [/\/antd-mobile\/es\/components\/spin-loading\/index\.js$/, 'export default () => null;'],
];

/** Words of all its components; the popup and its ground have two. */
const words = /\/antd-mobile\/es\/locales\/zh-CN\.js$/;

export function leanAntd(): Plugin {
  return {
    name: 'lean-antd',
    apply: 'build',
    transform: {
      filter: { id: [words, ...stubs.map(([file]) => file)] },
      handler(code, id) {
        const stub = stubs.find(([file]) => file.test(id))?.[1];
        if (stub) return { code: stub, map: null };
        const close = /close: '([^']+)'/.exec(code)?.[1];
        const mask = /Mask: \{\s*name: '([^']+)'/.exec(code)?.[1];
        if (!close || !mask) this.error('the words of antd-mobile look different');
        return { code: `export default ${JSON.stringify({ common: { close }, Mask: { name: mask } })};`, map: null };
      },
    },
  };
}
