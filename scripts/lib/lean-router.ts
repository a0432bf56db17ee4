import type { Plugin } from 'vite';

/**
 * The router names its components for developer tools (`Link.displayName = …`) and wraps some (`forwardRef`) at the top
 * of its only file, so a bundler must keep those that nobody uses: 3 KB of the first load. Without the names, and with
 * the wraps marked as pure, they go. Nothing that runs is changed.
 */
export function leanRouter(): Plugin {
  return {
    name: 'lean-router',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/react-router\/dist\/.*\.m?js$/ },
      handler(code) {
        const lean = code
          .replace(/^[A-Z]\w+\.displayName = "[^"]*";$/gm, '')
          .replace(
            /^(var|const|let) (\w+) = (\w+\.(?:forwardRef|createContext|memo)\()/gm,
            '$1 $2 = /* @__PURE__ */ $3',
          );
        return { code: lean, map: null };
      },
    },
  };
}
