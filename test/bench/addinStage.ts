// A pane in Chromium on a workbook of the benchmark list, with the server behind it.
import type { Browser } from 'playwright-core'
import { launchBrowser } from '#test/harness/browser.ts'
import { bundlePage } from '#test/host/bundlePage.ts'
import { fillBook } from '#test/host/fillBook.ts'
import { findSheet } from '#test/host/model/book.ts'
import { createOfficeHost, type OfficeHost } from '#test/host/officeHost.ts'
import { openPane, type Pane } from '#test/host/openPane.ts'
import { serveHost } from '#test/host/serveHost.ts'
import { createPerson, type Person } from '#test/host/person.ts'
import { openAddinWorld, type AddinWorld } from './addinWorld.ts'
import { traceTasks, type TaskFigures } from './pageTasks.ts'
import type { BenchPage, StepFigures } from './addinPage.ts'

export interface AddinStage {
  readonly host: OfficeHost
  readonly pane: Pane
  readonly person: Person
  readonly world: AddinWorld
  /** One step in the page, with what it asked of the host. */
  step(name: Exclude<keyof BenchPage, 'connect'>): Promise<MeasuredStep>
  close(): Promise<void>
}

export interface MeasuredStep extends StepFigures {
  readonly tasks: TaskFigures
  readonly hostRequests: number
  /** The largest request to the host, and the largest answer of it. */
  readonly hostRequestBytes: number
  readonly hostAnswerBytes: number
  /** The largest of either to and from the server. */
  readonly serverBytes: number
}

/** @param pushBytes of one push at most */
export async function openAddinStage(rows: number, pushBytes: number): Promise<AddinStage> {
  const world = await openAddinWorld(rows)
  const browser: Browser = await launchBrowser()
  const book = fillBook(world.sheets)
  const state = findSheet(book, '_tongbiao')
  if (state) state.visibility = 'VeryHidden'
  const host = createOfficeHost(book, { version: '1.14', payloadLimit: 5_000_000 })
  const served = await serveHost(host, { apiPort: world.port })
  const pane = await openPane(browser, {
    host,
    served,
    script: await bundlePage('test/bench/addinPage.ts', { isMinified: true }),
  })
  await pane.page.evaluate(([token, limit]) => window.bench.connect('/api/v1', token, limit), [
    world.token,
    pushBytes,
  ] as const)
  return {
    host,
    pane,
    person: createPerson(host),
    world,
    async step(name) {
      host.requests.length = 0
      await pane.deliverEvents()
      const [figures, tasks] = await traceTasks(browser, () =>
        pane.page.evaluate((which) => window.bench[which](), name),
      )
      const most = (values: readonly number[]): number => values.reduce((top, value) => Math.max(top, value), 0)
      return {
        ...figures,
        tasks,
        hostRequests: host.requests.length,
        hostRequestBytes: most(host.requests.map(({ requestBytes }) => requestBytes)),
        hostAnswerBytes: most(host.requests.map(({ answerBytes }) => answerBytes)),
        serverBytes: most(figures.calls.flatMap(({ requestBytes, answerBytes }) => [requestBytes, answerBytes])),
      }
    },
    async close() {
      await browser.close()
      await served.stop()
      await world.stop()
    },
  }
}
