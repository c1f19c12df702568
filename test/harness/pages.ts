// The built pages for tests that open them: built when they are missing or older than their source.
import { existsSync, globSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = `${root}dist/addin/index.html`
const lock = `${root}node_modules/.cache/pages.lock`

function isStale(): boolean {
  if (!existsSync(page)) return true
  const builtAt = statSync(page).mtimeMs
  const sources = globSync(['addin/**/*.{ts,tsx,css,html}', 'shared/**/*.ts', 'vite.config.ts'], { cwd: root })
  return sources.some((file) => statSync(`${root}${file}`).mtimeMs > builtAt)
}

/** Waits for another process that is building; a lock older than two minutes is a dead one's. */
async function takeLock(): Promise<void> {
  mkdirSync(`${root}node_modules/.cache`, { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      return
    } catch {
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 120_000) rmSync(lock, { recursive: true })
      else await wait(100)
    }
  }
}

/** @returns the folder with index.html and assets/ */
export async function builtPages(): Promise<string> {
  await takeLock()
  try {
    if (isStale()) {
      const { build } = await import('vite')
      await build({ configFile: `${root}vite.config.ts`, logLevel: 'warn' })
    }
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
  return `${root}dist/addin`
}
