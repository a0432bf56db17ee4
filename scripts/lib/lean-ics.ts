import type { Plugin } from 'vite';

const schema = [
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

/** People and places that no day of ours has. */
const nothing = "exports.__esModule = true; exports.default = () => '';";

/** Whole files, by the end of their path. */
const FILES: [RegExp, string][] = [
  [/\/ics\/dist\/schema\/index\.js$/, schema],
  [/\/ics\/dist\/utils\/(set-contact|set-organizer|set-geolocation|set-location|format-duration)\.js$/, nothing],
  [/\/runes2\/dist\/index\.c?js$/, runes],
  [/\/nanoid\/index\.browser\.c?js$/, "exports.nanoid = () => '';"],
];

/** What a compiler wrote for browsers without the words it stands for; each is one line. */
const HELPERS: Record<string, string> = {
  _slicedToArray: '(list) { return list; }',
  _typeof: '(one) { return typeof one; }',
  _defineProperty: '(one, key, value) { one[key] = value; return one; }',
  _objectSpread: '() { return Object.assign.apply(null, arguments); }',
};

/**
 * `ics` checks what it is given with a schema library (`yup`), 16 KB of the file that comes when somebody saves a calendar. What we
 * give it is typed, and the tests run it with its checks; in the app they are left out. So are its maker of random names (`nanoid`),
 * for every day has its own, its tables of composed characters (`runes2`), and what it has for browsers of ten years ago.
 */
export function leanIcs(): Plugin {
  const seen = new Set<unknown>();
  return {
    name: 'lean-ics',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    transform: {
      filter: { id: /node_modules\/(ics\/dist\/.*|nanoid\/index\.browser|runes2\/dist\/index)\.c?js$/ },
      handler(source, id) {
        const file = FILES.find(([path]) => path.test(id));
        if (file) {
          seen.add(file);
          return { code: file[1], map: null };
        }
        const code = source.replace(/^function (_\w+)\(.*$/gm, (line, name: string) => {
          const short = HELPERS[name];
          if (short) seen.add(name);
          return short ? `function ${name}${short}` : line;
        });
        return { code, map: null };
      },
    },
    generateBundle(_, bundle) {
      const used = Object.values(bundle).some(
        (part) => part.type === 'chunk' && part.moduleIds.some((id) => /\/ics\/dist\//.test(id)),
      );
      if (used && seen.size < FILES.length + Object.keys(HELPERS).length)
        this.error('ics is made otherwise than lean-ics.ts knows');
    },
  };
}
