import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/temporary.ts', 'test/e2e/setup.ts'],
    // Two files at a time, all on the server and the browser of the set-up.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 60_000,
    // A busy machine draws a page in seconds.
    expect: { poll: { timeout: 10_000 } },
  },
});
