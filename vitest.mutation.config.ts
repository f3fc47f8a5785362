import { defineConfig } from 'vitest/config';

// The tests of the rules alone, in one project: what Stryker runs again for every mutant.
export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    include: ['test/domain/**/*.test.ts', 'test/policies/**/*.test.ts'],
    pool: 'forks',
    isolate: false,
    testTimeout: 30_000,
    // A few random cases of each property: what they alone would notice counts as a survivor.
    env: { PTT_FEW_RUNS: '1' },
    setupFiles: ['test/support/runs.ts'],
  },
});
