// A TypeScript module with all it imports as one script for a page.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** @param entry from the project's root */
export async function bundlePage(
  entry: string,
  { isMinified }: { readonly isMinified: boolean } = { isMinified: false },
): Promise<string> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: isMinified,
      target: 'chrome109',
      lib: { entry: `${root}${entry}`, formats: ['iife'], name: 'page' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const chunk = output && 'output' in output ? output.output[0] : undefined
  if (!chunk) throw new Error(`${entry} gave no script`)
  return chunk.code
}
