// What a page had loaded when its first pane was drawn: everything begun by then, imports at first and imports on the way.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

export interface FirstPage {
  /** Milliseconds from the navigation on. */
  readonly drawnMs: number
  readonly firstPaintMs: number
  /** Path → bytes, compressed as the server sends them. */
  readonly scripts: ReadonlyMap<string, number>
}

/** Waits for the mark that the pane sets itself (FirstPage.tsx). @param folder of the built pages */
export async function readFirstPage(page: Page, folder: string): Promise<FirstPage> {
  await page.waitForFunction(() => performance.getEntriesByName('tongbiao.first-page').length > 0)
  const { paths, ...times } = await page.evaluate(() => {
    const drawnMs = performance.getEntriesByName('tongbiao.first-page')[0]?.startTime ?? Number.NaN
    const firstPaintMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN
    const paths = performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime <= drawnMs)
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/assets/') && path.endsWith('.js'))
    return { drawnMs, firstPaintMs, paths }
  })
  const sizeOf = (path: string): number => gzipSync(readFileSync(`${folder}${path}`), { level: 9 }).length
  return { ...times, scripts: new Map(paths.map((path) => [path, sizeOf(path)])) }
}

export function sumBytes({ scripts }: FirstPage): number {
  return [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0)
}
