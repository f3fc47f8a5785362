import { defineConfig } from 'vitest/config';

// The tests of the rules alone, in one project: what Stryker runs again for every mutant.
export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    include: ['test/domain/**/*.test.ts', 'test/policies/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 30_000,
  },
});
