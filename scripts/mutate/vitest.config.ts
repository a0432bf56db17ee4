import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { policyFigures } from '../lib/policy-figures.ts';

/** The quickest of the strong tests, in small: every worked case, the second engine, the laws of money, of the ledger and of answers. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  plugins: [policyFigures()],
  test: {
    include: [
      'src/engine/**/*.test.ts',
      'src/cities/cities.test.ts',
      'tests/engine/**/*.test.ts',
      'tests/laws/{money,ledger,trace}.test.ts',
      'tests/oracle-random.test.ts',
    ],
    environment: 'node',
    setupFiles: ['tests/setup.ts'],
    testTimeout: 60_000,
    env: { LAW_RUNS: '100', ORACLE_YEARS: '800', ORACLE_FACTS: '800' },
  },
});
