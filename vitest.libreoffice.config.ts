// `npm run test:libreoffice`: only the files in test/libreoffice, one after the other.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/libreoffice/**/*.test.ts'],
    globalSetup: 'test/harness/global.ts',
    fileParallelism: false,
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
  },
})
