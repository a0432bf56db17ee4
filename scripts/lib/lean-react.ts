import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const load = createRequire(import.meta.url);
const PREFIX = '\0lean-react:';

/** Of React 19. */
const NEWER = ['use', 'useOptimistic'];

/**
 * React is an object with functions on it, so that whoever uses one has to name both: `(0,T.jsx)(…)` at every element, `(0,w.useState)(…)`
 * at every hook. Here its functions are exports, and a minifier calls each by one letter. React's own files get the object, as before.
 */
export function leanReact(): Plugin {
  return {
    name: 'lean-react',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^react(\/jsx-runtime)?$/ },
      handler: (source, importer) =>
        importer && !/node_modules\/(react|react-dom|scheduler)\/|^\0/.test(importer) ? PREFIX + source : null,
    },
    load: {
      filter: { id: /^\0lean-react:/ },
      handler(id) {
        const source = id.slice(PREFIX.length);
        const react = load(source) as object;
        const names = Object.keys(react).filter((name) => !name.startsWith('__'));
        return [
          `import all from ${JSON.stringify(load.resolve(source))};`,
          'export default all;',
          // The router asks whether this React has them.
          ...NEWER.filter((name) => !(name in react)).map((name) => `export const ${name} = undefined;`),
          ...names.map((name) => `export const ${name} = /* @__PURE__ */ (() => all.${name})();`),
        ].join('\n');
      },
    },
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk' && /\(0, ?[\w$]+\.(jsxs?|use[A-Z]\w+)\)\(/.test(part.code))
          this.error(`${part.fileName} calls React by way of its object`);
      }
    },
  };
}
