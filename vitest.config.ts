import { defineConfig } from 'vitest/config';

const browserTests = 'test/browser/**/*.test.{ts,tsx}';

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    // One process a file: botbuilder keeps tokens in a static cache, and node:sqlite and child processes want a process of their own.
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: ['test/support/temporal-equality.ts'],
    testTimeout: 15_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'code', include: ['test/**/*.test.{ts,tsx}'], exclude: [browserTests] } },
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
