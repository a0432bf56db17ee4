import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { policyFigures } from './scripts/lib/policy-figures.ts';
import { versionFile } from './scripts/lib/version.ts';

/** Any host folder will do: `BASE_PATH=/yibao/ npm run build`. */
const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/');

const isOurs = (id: string) => id.startsWith(join(import.meta.dirname, 'src')) && !id.endsWith('.css');

export default defineConfig({
  base,
  plugins: [react(), policyFigures(), versionFile()],
  ssr: { noExternal: true },
  build: {
    manifest: true,
    // Old system web views on phones in use; lowers syntax and styles, costs under 1 KB.
    target: ['chrome79', 'safari13.1'],
    // One style sheet, inlined in every page by the prerender: no chunk waits for styles later.
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      // Our modules do nothing when loaded but the styles: so a room's index does not drag all of it into one chunk.
      treeshake: { moduleSideEffects: (id) => (isOurs(id) ? id.endsWith('/main.tsx') : undefined) },
    },
  },
  environments: {
    ssr: { build: { outDir: 'dist-ssr', manifest: false, target: 'node20' } },
  },
  server: { host: true },
});
