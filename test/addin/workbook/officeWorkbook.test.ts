// The workbook in Excel passes the common suite, through the real Office.js in Chromium.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { describeWorkbookPort, type MakeWorkbook } from '#test/conformance/workbookPort.ts'
import { launchBrowser } from '#test/harness/browser.ts'
import { bundlePage } from '#test/host/bundlePage.ts'
import { fillBook } from '#test/host/fillBook.ts'
import { calculateSums } from '#test/host/calculateSums.ts'
import { createBook } from '#test/host/model/book.ts'
import { createOfficeHost, type OfficeHost } from '#test/host/officeHost.ts'
import { openPane, type Pane } from '#test/host/openPane.ts'
import { portOfPage } from '#test/host/pagePort.ts'

let browser: Browser
let host: OfficeHost
let pane: Pane
let script: string

beforeAll(async () => {
  script = await bundlePage('test/host/portPage.ts')
  browser = await launchBrowser()
  host = createOfficeHost(createBook(['Sheet1']), { version: '1.14', payloadLimit: 5_000_000 })
  pane = await openPane(browser, { host, script })
})
afterEach(() => {
  expect(host.missing).toEqual([])
  expect(pane.complaints).toEqual([])
})
afterAll(() => browser.close())

const make: MakeWorkbook = async (sheets) => {
  host.book = fillBook(sheets)
  host.book.calculate = calculateSums
  // A new port for each workbook, in the same page.
  await pane.page.evaluate(script)
  return portOfPage(pane)
}

describeWorkbookPort('officeWorkbook', make, { calculates: true })
