import type { Plugin } from 'vite';

/**
 * `ics` checks what it is given with a schema library (`yup`), 16 KB of the file that comes when somebody saves a calendar. What we
 * give it is typed, and the tests run it with its checks; in the app they are left out.
 */
export function leanIcs(): Plugin {
  return {
    name: 'lean-ics',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/ics\/dist\/schema\/index\.js$/ },
      handler: () => ({
        code: [
          'Object.defineProperty(exports, "__esModule", { value: true });',
          'const unchecked = (value) => ({ error: null, value });',
          'exports.validateHeader = unchecked;',
          'exports.validateHeaderAndEvent = unchecked;',
          'exports.urlRegex = /^/;',
        ].join('\n'),
        map: null,
      }),
    },
  };
}
