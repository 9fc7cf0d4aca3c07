import { defineConfig } from 'vitest/config';

// Browser tests of the built binary: one browser at a time, since software drawing is slow; no retries.
export default defineConfig({
  test: {
    include: ['e2e/*.test.ts'],
    fileParallelism: false,
    retry: 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
