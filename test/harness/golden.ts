// Golden files: what is derived is held in test/golden, and `npm run golden:update` rewrites it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** @param path from the project root, e.g. `test/golden/rules.md` or `docs/rules.md` */
export function expectGolden(path: string, text: string): void {
  const file = `${root}${path}`
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    return
  }
  expect(existsSync(file), `${path} is missing: npm run golden:update`).toBe(true)
  expect(text, `${path} is out of date: npm run golden:update, then read the diff`).toBe(readFileSync(file, 'utf8'))
}
