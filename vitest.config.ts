import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { policyFigures } from './scripts/lib/policy-figures.ts';

export default defineConfig({
  plugins: [react(), policyFigures()],
  define: { __BUILD__: JSON.stringify({ build: 'test', policyDate: '2026-11-22' }) },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['tests/setup.ts'],
    // Ten thousand cases on a busy machine take their time.
    testTimeout: process.env.FULL === '1' ? 900_000 : 60_000,
    // On two cores one would stand idle: the runner leaves one to itself.
    maxWorkers: 2,
    // The rules, the data and the pages are read once for all files, a quarter of the time. A store is emptied by the test that fills it.
    isolate: false,
  },
});
