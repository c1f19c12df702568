// The built pages for tests that open them: built when they are missing or older than their source.
import { execFile } from 'node:child_process'
import { existsSync, globSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

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
    // in a process of its own: under vitest's NODE_ENV the pages would get React's development build
    if (isStale())
      await run(process.execPath, [`${root}node_modules/vite/bin/vite.js`, 'build', '--logLevel', 'warn'], {
        cwd: root,
        env: { ...process.env, NODE_ENV: 'production' },
      })
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
  return `${root}dist/addin`
}
