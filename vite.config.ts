// How the pages are built: addin/ → dist/addin, with .br and .gz beside each asset for serveStatic({ precompressed: true }).
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const precompress = (): Plugin => ({
  name: 'precompress',
  apply: 'build',
  closeBundle() {
    const folder = at('dist/addin/assets')
    for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg)$/.test(file))) {
      const bytes = readFileSync(join(folder, name))
      writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params }))
    }
  },
})

// The Excel pane of a later issue is a second entrance to the same app.
const entrances = ['index', 'taskpane'].filter((name) => existsSync(at(`addin/${name}.html`)))

export default defineConfig({
  root: at('addin'),
  plugins: [react(), precompress()],
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    outDir: at('dist/addin'),
    emptyOutDir: true,
    target: ['chrome109', 'safari15'],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: Object.fromEntries(entrances.map((name) => [name, at(`addin/${name}.html`)])),
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 2 },
            {
              name: 'fluent',
              test: /node_modules[\\/](@fluentui|@griffel|tabster|keyborg|@floating-ui|@swc|stylis)/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
})
