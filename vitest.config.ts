import { defineConfig } from 'vitest/config';

const browserTests = 'test/browser/**/*.test.{ts,tsx}';
const ruleTests = ['test/domain/**/*.test.ts', 'test/policies/**/*.test.ts'];

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    // One process a file: botbuilder keeps tokens in a static cache, and node:sqlite and child processes want a process of their own.
    pool: 'forks',
    maxWorkers: 3,
    setupFiles: ['test/support/temporal-equality.ts'],
    testTimeout: 15_000,
    hookTimeout: 30_000,
    projects: [
      // Pure functions have nothing to leave behind, so that their files can share a process and its loaded modules.
      { extends: true, test: { name: 'rules', include: ruleTests, isolate: false } },
      {
        extends: true,
        test: { name: 'code', include: ['test/**/*.test.{ts,tsx}'], exclude: [browserTests, ...ruleTests] },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [browserTests],
          globalSetup: ['test/support/chromium-setup.ts', 'test/support/house-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
