import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', development: false } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    globalSetup: 'test/temporary.ts',
    // The files share a worker's modules, and what they make once: an app of the built dataset, the drawing of charts.
    isolate: false,
    // As the server runs: React of its development mode draws twice as slowly.
    env: { NODE_ENV: 'production' },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
