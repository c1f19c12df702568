// G20: the pane opens: what it loads before its first page, and when its first page is drawn.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readConfig } from '#server/config.ts'
import { createLog } from '#server/log.ts'
import { startServer } from '#server/main.ts'
import { launchBrowser } from '#test/harness/browser.ts'
import { builtPages } from '#test/harness/pages.ts'
import { createBook } from '#test/host/model/book.ts'
import { createOfficeHost } from '#test/host/officeHost.ts'
import { openPane } from '#test/host/openPane.ts'
import { median, type RunGoal } from './goal.ts'

const rounds = 5
const targetMs = 1_500
const targetKb = 350

export const run: RunGoal = async () => {
  const folder = await builtPages()
  const data = mkdtempSync(join(tmpdir(), 'tongbiao-pane-'))
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: ':memory:', DATA_DIR: data })
  const server = await startServer(config, {
    clock: () => new Date(),
    random: (bytes) => randomBytes(bytes),
    log: createLog({ write: () => undefined }),
    passwordCost: { ln: 4, r: 8, p: 1 },
  })
  const browser = await launchBrowser()
  const samples: { readonly paintMs: number; readonly readyMs: number }[] = []
  const scripts = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    const host = createOfficeHost(createBook(['Sheet1']), { version: '1.14', payloadLimit: 5_000_000 })
    const pane = await openPane(browser, { host, url: `${server.url}/taskpane.html` })
    // The page says so itself, once it has drawn its first pane.
    await pane.page.locator('html[data-ready="true"]').waitFor()
    const times = await pane.page.evaluate(() => ({
      readyMs: performance.now(),
      paintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      scripts: performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => path.startsWith('/assets/') && path.endsWith('.js')),
    }))
    samples.push(times)
    for (const path of times.scripts) scripts.set(path, gzipSync(readFileSync(join(folder, path)), { level: 9 }).length)
    await pane.context.close()
  }
  await browser.close()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
  const readyMs = Math.round(median(samples.map((sample) => sample.readyMs)))
  const kb = Math.round([...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) / 1024)
  return {
    goal: 'G20',
    title: 'pane: first page drawn, ms after it was asked for (wall)',
    ratio: readyMs,
    target: targetMs,
    holds: readyMs <= targetMs && kb <= targetKb,
    detail: {
      scriptKbGzip: kb,
      scriptKbTarget: targetKb,
      scriptFiles: scripts.size,
      firstPaintMs: Math.round(median(samples.map((sample) => sample.paintMs))),
    },
  }
}
