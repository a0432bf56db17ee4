import type { Plugin } from 'vite';

/**
 * The router names its components for developer tools (`Link.displayName = …`), wraps some (`forwardRef`), and holds
 * classes and tables of its framework mode at the top of its only file, so a bundler must keep those that nobody uses:
 * 5 KB of the first load. Without the names, and with the rest marked as pure, they go. So does how a data router shows its errors: this app has
 * none, its state is never there. Nothing that runs is changed.
 */
export function leanRouter(): Plugin {
  return {
    name: 'lean-router',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/react-router\/dist\/.*\.m?js$/ },
      handler(code) {
        const state = 'let dataRouterState = dataRouterOpts?.state;';
        if (code.includes('function _renderMatches(') && !code.includes(state))
          throw new Error('lean-router: the router asks for the state of a data router in another way');
        const lean = code
          .replace(state, 'const dataRouterState = void 0;')
          .replace(/^RenderErrorBoundary\.contextType = \w+;$/m, '')
          .replace(/^[A-Z]\w+\.displayName = "[^"]*";$/gm, '')
          .replace(
            /^(var|const|let) (\w+) = (new [A-Z]|\w+\.(?:forwardRef|createContext|memo|createElement)\()/gm,
            '$1 $2 = /* @__PURE__ */ $3',
          )
          .replace(
            /^(var|const|let) (\w+) = (class extends [\w.]+ \{\n[\s\S]*?^\}|Object\.getOwnPropertyNames\([^\n]*\));$/gm,
            '$1 $2 = /* @__PURE__ */ (() => ($3))();',
          );
        return { code: lean, map: null };
      },
    },
  };
}
