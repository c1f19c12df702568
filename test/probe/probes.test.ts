// The test host's answers to what a real Excel can be asked, as they are kept for comparison.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectGolden } from '#test/harness/golden.ts'
import { launchBrowser } from '#test/harness/browser.ts'
import { bundlePage } from '#test/host/bundlePage.ts'
import { ironCalculate } from '#test/host/ironCalculate.ts'
import { createBook } from '#test/host/model/book.ts'
import { createOfficeHost } from '#test/host/officeHost.ts'
import { openPane } from '#test/host/openPane.ts'
import { compareDumps } from './compareProbe.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

it('answers every probe, and as it did before', async () => {
  const host = createOfficeHost(createBook(['Sheet1']), { version: '1.14', payloadLimit: 5_000_000 })
  host.book.calculate = ironCalculate
  const pane = await openPane(browser, { host, script: await bundlePage('test/probe/probePage.ts') })
  const running = pane.page.evaluate(() => window.runProbes())
  let isRunning = true
  const dump = running.finally(() => (isRunning = false))
  while (isRunning) {
    await pane.deliverEvents()
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const found = await dump
  expect(host.missing).toEqual([])
  expect(JSON.stringify(found)).not.toContain('refused')
  expect(compareDumps(found, found)).toEqual([])
  expect(compareDumps(found, { ...found, answers: {} }).length).toBe(Object.keys(found.answers).length)
  expectGolden('test/golden/probes.json', `${JSON.stringify(found, null, 1)}\n`)
})
