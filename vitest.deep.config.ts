// `npm run test:deep`: only the files in test/deep, one after the other.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/deep/**/*.test.ts'],
    globalSetup: 'test/harness/global.ts',
    fileParallelism: false,
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
  },
})
