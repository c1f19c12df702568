// `npm run test:corpus`: only the files in test/corpus, one after the other.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/corpus/**/*.test.ts'],
    globalSetup: 'test/harness/global.ts',
    fileParallelism: false,
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
  },
})
