import type { Plugin } from 'vite';

/**
 * The chart draws straight lines and nothing else. The package makes every curve and symbol at the top of its only file, so that a
 * bundler must keep them all: 2 KB of what comes when somebody opens the chart. Marked as pure, they go. Nothing that runs is changed.
 */
export function leanShape(): Plugin {
  return {
    name: 'lean-shape',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/d3-shape\/dist\/.*\.mjs$/ },
      handler: (code) => ({
        code: code
          .replace(/^var (\w+) = (\(function custom\(|curveRadial\()/gm, 'var $1 = /* @__PURE__ */ $2')
          .replace(/(?<=^const .*)\b(sqrt|sin|cos)\(/gm, '/* @__PURE__ */ $1('),
        map: null,
      }),
    },
  };
}
