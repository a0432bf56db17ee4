import type { Plugin } from 'vite';

const schema = [
  'Object.defineProperty(exports, "__esModule", { value: true });',
  'const unchecked = (value) => ({ error: null, value });',
  'exports.validateHeader = unchecked;',
  'exports.validateHeaderAndEvent = unchecked;',
  'exports.urlRegex = /^/;',
].join('\n');

/** Where lines are folded: between code points. Whoever reads the file joins them again. */
const runes = [
  'exports.runes = (text) => Array.from(text);',
  'exports.substring = (text, from, width) => Array.from(text).slice(from, width && from + width).join("");',
].join('\n');

/**
 * `ics` checks what it is given with a schema library (`yup`), 16 KB of the file that comes when somebody saves a calendar. What we
 * give it is typed, and the tests run it with its checks; in the app they are left out. So are its maker of random names (`nanoid`),
 * for every day has its own, and its tables of composed characters (`runes2`).
 */
export function leanIcs(): Plugin {
  return {
    name: 'lean-ics',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/(ics\/dist\/schema\/index|nanoid\/index\.browser|runes2\/dist\/index)\.c?js$/ },
      handler: (_, id) => ({
        code: id.includes('/ics/') ? schema : id.includes('/runes2/') ? runes : "export const nanoid = () => '';",
        map: null,
      }),
    },
  };
}
