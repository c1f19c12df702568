// How the tests are run; the pages' libraries are bundled once for jsdom (react-icons imports without extensions).
import { defineConfig } from 'vitest/config'

const pageLibraries = [
  '@fluentui/react-components',
  '@fluentui/react-icons',
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
]

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/deep/**', 'test/libreoffice/**', 'test/corpus/**', 'node_modules/**'],
    globalSetup: 'test/harness/global.ts',
    setupFiles: ['test/harness/laws.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    deps: { optimizer: { client: { enabled: true, include: pageLibraries } } },
  },
})
