// The built pages in dist/addin, for tests that serve them: built when missing or older than their sources.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './sourceFiles.ts'

function newest(folder: string): number {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0)
}

/** Builds with vite only when needed. */
export async function buildPages(): Promise<void> {
  const built = join(root, 'dist/addin/index.html')
  if (existsSync(built) && statSync(built).mtimeMs >= Math.max(newest('addin'), newest('shared'))) return
  const { build } = await import('vite')
  await build({ root: join(root, 'addin'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
}
