import { join } from 'node:path';
import { defineConfig } from 'vite';

/** The bench as one file, as the app is built: engine and peers are timed as they run there, not as a loader changes them. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  build: {
    ssr: 'scripts/bench/run.ts',
    outDir: '.cache/bench',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'run.js', codeSplitting: false } },
  },
  ssr: { noExternal: true },
});
