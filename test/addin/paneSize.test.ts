// What the pane loads before its first page: at most 350 KB of JavaScript compressed, and nothing that is seldom used.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { builtPages } from '../harness/pages.ts'

/** The page's own scripts with all they import at once; what is imported when used is left out. */
async function loadedAtOnce(): Promise<ReadonlyMap<string, string>> {
  const folder = await builtPages()
  const page = readFileSync(`${folder}/taskpane.html`, 'utf8')
  const found = new Map<string, string>()
  const take = (name: string): void => {
    if (found.has(name)) return
    const text = readFileSync(`${folder}/assets/${name}`, 'utf8')
    found.set(name, text)
    for (const match of text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)) take(match[1] ?? '')
  }
  for (const match of page.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)) take(match[1] ?? '')
  return found
}

describe('the pane', () => {
  it('loads at most 350 KB of JavaScript at first, and neither importers nor archives nor the kinds', async () => {
    const loaded = await loadedAtOnce()
    expect(loaded.size).toBeGreaterThan(5)
    const bytes = [...loaded.values()].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)
    expect(bytes).toBeLessThan(350 * 1024)
    const names = [...loaded.keys()].join(' ')
    expect(names).not.toMatch(/recogniseSheet|FileBook|BindPane|AddPane|\bsheets-|exceljs|RecordsPane/)
  })
})
