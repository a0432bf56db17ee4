import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { iconSprite } from './scripts/lib/icon-sprite.ts';
import { antdAliases, leanAntd } from './scripts/lib/lean-antd.ts';
import { leanDecimal } from './scripts/lib/lean-decimal.ts';
import { leanIcs } from './scripts/lib/lean-ics.ts';
import { leanPreload } from './scripts/lib/lean-preload.ts';
import { leanRouter } from './scripts/lib/lean-router.ts';
import { leanShape } from './scripts/lib/lean-shape.ts';
import { policyFigures } from './scripts/lib/policy-figures.ts';
import { versionFile } from './scripts/lib/version.ts';

/** Any host folder will do: `BASE_PATH=/yibao/ npm run build`. */
const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/');

/** What every page needs, in one piece beside React and the router, which stay in caches over releases. */
const shell = new RegExp(
  [
    '/src/app/(App|ErrorBoundary|pages|services)\\.',
    '/src/cities/info\\.',
    '/src/policy/[a-z-]+/city\\.json\\?name',
    '/src/platform/(page|page-data|storage|hooks|clipboard|care|early)\\.',
    '/src/ui/(Page|Cell|Button|icons|link|services|titles|Missing|KnownKeys|useLoaded)\\.',
    '/src/ui/(tokens|page|facts|cell|button)\\.css|/antd-mobile/es/global/',
    'preload-helper',
  ].join('|'),
);

/** What most pages need besides: texts with figures, and what is kept on the phone. */
const kit =
  /\/src\/ui\/(Figure|Stale|Sheet|RichText|Notice|SourceChip|format)\.|\/src\/ui\/(figure|notice|chip)\.css|\/src\/platform\/(persisted|ticks)\.|\/zustand\//;

/** The half-screen, and what of antd-mobile it is made of. */
const popup = /node_modules\/(antd-mobile|ahooks|classnames|tslib)|\/src\/ui\/(lean\/|SheetBody\.|sheet\.css)/;

/** Guides and other texts made of blocks. */
const texts = /\/src\/ui\/(Blocks|CopyButton|PathBlock|Materials|map|blocks|copy|path|material)\./;

/** Whatever asks what day it is, or when a child was born. */
const days = /\/src\/engine\/dates\.|\/src\/platform\/(clock|as-of|child)\./;

/** What calculators show their results with. */
const calc = /\/src\/features\/dates\/(Computed|PolicyWords|stay)\.|\/src\/ui\/(Segments|segments)\./;

export default defineConfig({
  base,
  plugins: [
    react(),
    policyFigures(),
    versionFile(),
    iconSprite(),
    leanPreload(),
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
    // Old system web views on phones in use; lowers syntax and styles, costs under 1 KB.
    target: ['chrome79', 'safari13.1'],
    assetsInlineLimit: 0,
    // The browsers that lack it also lack what it would gain: they fetch the parts when the entry asks for them.
    modulePreload: {
      polyfill: false,
      // What every page has already need not be asked for.
      resolveDependencies: (_, parts) => parts.filter((part) => !/\/(core|shell|rolldown-runtime)-/.test(part)),
    },
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      output: {
        // Half as many bytes that no compression makes smaller, in every list of parts.
        hashCharacters: 'hex',
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'core', test: /node_modules\/(react|react-dom|react-router|scheduler)\/|rolldown\/runtime/ },
            { name: 'shell', test: shell },
            { name: 'kit', test: kit },
            { name: 'texts', test: texts },
            { name: 'antd-toast', test: /antd-mobile\/es\/components\/(toast|auto-center)\/|\/src\/ui\/imperative\./ },
            { name: 'antd-popup', test: popup },
            { name: 'cities', test: /\/src\/cities\/index\./ },
            { name: 'days', test: days },
            { name: 'calc', test: calc },
            { name: 'born', test: /\/src\/journeys\/(said|typed-date)\.|\/src\/features\/dates\/(child|query)\.ts/ },
            { name: 'questions', test: /\/src\/journeys\/(graph|link)\./ },
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
