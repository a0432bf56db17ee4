import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { base } from './scripts/lib/built.ts';
import { foldRuntime } from './scripts/lib/fold-runtime.ts';
import { iconSprite } from './scripts/lib/icon-sprite.ts';
import { antdAliases, leanAntd } from './scripts/lib/lean-antd.ts';
import { leanDecimal } from './scripts/lib/lean-decimal.ts';
import { leanIcs } from './scripts/lib/lean-ics.ts';
import { leanPreload } from './scripts/lib/lean-preload.ts';
import { leanReact } from './scripts/lib/lean-react.ts';
import { leanRouter } from './scripts/lib/lean-router.ts';
import { leanShape } from './scripts/lib/lean-shape.ts';
import { moduleList } from './scripts/lib/module-list.ts';
import { parts } from './scripts/lib/parts.ts';
import { policyFigures } from './scripts/lib/policy-figures.ts';
import { strictLogger } from './scripts/lib/strict-logger.ts';
import { versionFile } from './scripts/lib/version.ts';

export default defineConfig({
  base,
  customLogger: strictLogger(),
  plugins: [
    react(),
    policyFigures(),
    versionFile(),
    moduleList(),
    foldRuntime(),
    iconSprite(),
    leanPreload(),
    leanReact(),
    leanRouter(),
    leanIcs(),
    leanDecimal(),
    leanAntd(),
    leanShape(),
  ],
  // Its package points bundlers at the build with the developers' warnings.
  resolve: {
    alias: [
      ...antdAliases,
      {
        find: /^react-router$/,
        replacement: join(import.meta.dirname, 'node_modules/react-router/dist/production/index.mjs'),
      },
    ],
  },
  ssr: { noExternal: true },
  build: {
    manifest: true,
    // Old system web views on phones in use; lowers syntax and styles, costs under 1 KB. For scripts Chrome 91 stands for 86: it differs in one
    // thing we would use, a spread in an optional call, for which every `?.` would be written out (ADR 10; `e2e/engines/syntax.ts` looks).
    target: ['chrome91', 'safari13.1'],
    cssTarget: ['chrome86', 'safari13.1'],
    assetsInlineLimit: 0,
    // The browsers that lack it also lack what it would gain: they fetch the parts when the entry asks for them.
    modulePreload: {
      polyfill: false,
      // What every page has already need not be asked for.
      resolveDependencies: (_, files) => files.filter((file) => !/\/(core|shell)-/.test(file)),
    },
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      // Nothing here reads a property or a global for what reading does.
      treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
      // A field is set, not defined: without a helper.
      transform: { assumptions: { setPublicClassFields: true } },
      output: {
        // Half as many bytes that no compression makes smaller, in every list of parts.
        hashCharacters: 'hex',
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: parts,
        },
      },
    },
  },
  environments: {
    ssr: { build: { outDir: 'dist-ssr', manifest: false, target: 'node20' } },
  },
  server: { host: true },
});
