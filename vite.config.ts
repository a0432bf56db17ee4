import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { iconSprite } from './scripts/lib/icon-sprite.ts';
import { leanIcs } from './scripts/lib/lean-ics.ts';
import { leanPreload } from './scripts/lib/lean-preload.ts';
import { leanRouter } from './scripts/lib/lean-router.ts';
import { policyFigures } from './scripts/lib/policy-figures.ts';
import { versionFile } from './scripts/lib/version.ts';

/** Any host folder will do: `BASE_PATH=/yibao/ npm run build`. */
const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/');

/** What every page needs, in one piece beside React and the router, which stay in caches over releases. */
const shell = new RegExp(
  [
    '/src/app/(App|ErrorBoundary|pages|services)\\.',
    '/src/cities/info\\.',
    '/src/policy/[a-z-]+/city\\.json',
    '/src/platform/(page|storage|hooks|clipboard|care)\\.',
    '/src/ui/(Page|Cell|Button|icons|link|services|titles|Missing|KnownKeys)\\.',
    'preload-helper',
  ].join('|'),
);

/** What most pages need besides: texts with figures, and what is kept on the phone. */
const kit =
  /\/src\/ui\/(Figure|Stale|Sheet|RichText|Notice|SourceChip|format|useLoaded)\.|\/src\/platform\/(persisted|ticks)\.|\/zustand\//;

export default defineConfig({
  base,
  plugins: [react(), policyFigures(), versionFile(), iconSprite(), leanPreload(), leanRouter(), leanIcs()],
  // Its package points bundlers at the build with the developers' warnings.
  resolve: {
    alias: [
      {
        find: /^react-router$/,
        replacement: join(import.meta.dirname, 'node_modules/react-router/dist/production/index.mjs'),
      },
    ],
  },
  ssr: { noExternal: true },
  build: {
    manifest: true,
    // Old system web views on phones in use; lowers syntax and styles, costs under 1 KB.
    target: ['chrome79', 'safari13.1'],
    // One style sheet, inlined in every page by the prerender: no chunk waits for styles later.
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    // The browsers that lack it also lack what it would gain: they fetch the parts when the entry asks for them.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'core', test: /node_modules\/(react|react-dom|react-router|scheduler)\/|rolldown\/runtime/ },
            { name: 'shell', test: shell },
            { name: 'kit', test: kit },
          ],
        },
      },
    },
  },
  environments: {
    ssr: { build: { outDir: 'dist-ssr', manifest: false, target: 'node20' } },
  },
  server: { host: true },
});
