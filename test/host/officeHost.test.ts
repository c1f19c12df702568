// The real Office.js talks to the host: loads, writes, errors, events, versions, limits.
/// <reference types="office-js" />
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../harness/browser.ts'
import { createBook } from './model/book.ts'
import { createOfficeHost, type OfficeHost } from './officeHost.ts'
import { openPane, type Pane } from './openPane.ts'

let browser: Browser
let host: OfficeHost
let pane: Pane

beforeAll(async () => {
  browser = await launchBrowser()
  host = createOfficeHost(createBook(['Sheet1']), { version: '1.14', payloadLimit: 5_000_000 })
  pane = await openPane(browser, { host })
})
beforeEach(() => {
  host.book = createBook(['Sheet1'])
  host.requests.length = 0
})
afterEach(() => expect(host.missing).toEqual([]))
afterAll(() => browser.close())

describe('the Office.js host', () => {
  it('is taken for Excel, with its version', async () => {
    const seen = await pane.page.evaluate(() => ({
      host: String(Office.context.diagnostics.host),
      version: Office.context.diagnostics.version,
      has: ['1.14', '1.17'].map((version) => Office.context.requirements.isSetSupported('ExcelApi', version)),
    }))
    expect(seen).toEqual({ host: 'Excel', version: '16.0.14332.20000', has: [true, false] })
  })

  it('reads what was written, as Excel takes it', async () => {
    const read = await pane.page.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:F1')
        range.values = [['330102199003074512', "'330102199003074512", '2026-01-05', '5%', '=A2+1', ' 空 ']]
        range.load('values,formulas,numberFormat,valueTypes,address,text')
        await context.sync()
        return range.toJSON()
      }),
    )
    expect(read).toMatchObject({
      address: 'Sheet1!A1:F1',
      values: [[330102199003074000, '330102199003074512', 46027, 0.05, 0, ' 空 ']],
      formulas: [[330102199003074000, '330102199003074512', 46027, 0.05, '=A2+1', ' 空 ']],
      numberFormat: [['General', 'General', 'yyyy/m/d', '0%', 'General', 'General']],
      text: [['330102199003074000', '330102199003074512', '2026/1/5', '5%', '0', ' 空 ']],
    })
  })
})
