// The workbook in Excel on a page, with its host and a person at the keyboard.
import type { Browser } from 'playwright-core'
import type { MemorySheet } from '#shared/workbook/memoryWorkbook.ts'
import type { CallOptions } from '#shared/workbook/port.ts'
import { launchBrowser } from '#test/harness/browser.ts'
import { bundlePage } from '#test/host/bundlePage.ts'
import { ironCalculate } from '#test/host/ironCalculate.ts'
import { fillBook } from '#test/host/fillBook.ts'
import { createBook, type Book } from '#test/host/model/book.ts'
import { createOfficeHost, type OfficeHost } from '#test/host/officeHost.ts'
import { openPane, type Pane } from '#test/host/openPane.ts'
import { createProgressTold, portOfPage, type CrossedWorkbook } from '#test/host/pagePort.ts'
import { createPerson, type Person } from '#test/host/person.ts'

export interface WorkbookStage {
  readonly host: OfficeHost
  readonly pane: Pane
  readonly person: Person
  /** A new port on a new workbook, in the same page. */
  open(content: readonly MemorySheet[] | Book): Promise<CrossedWorkbook>
  close(): Promise<void>
}

/** @param version of ExcelApi */
export async function openWorkbookStage(version = '1.14'): Promise<WorkbookStage> {
  const script = await bundlePage('test/host/portPage.ts')
  const browser: Browser = await launchBrowser()
  const host = createOfficeHost(createBook(['Sheet1']), { version, payloadLimit: 5_000_000 })
  const pane = await openPane(browser, { host, script })
  const calls = new Map<number, CallOptions>()
  await pane.context.exposeFunction('tellProgress', createProgressTold(pane, calls))
  return {
    host,
    pane,
    person: createPerson(host),
    async open(content) {
      host.book = 'sheets' in content ? content : fillBook(content)
      host.book.calculate = ironCalculate
      host.isEditing = false
      host.beforeBatch = undefined
      host.takeEvents()
      await pane.page.evaluate(script)
      host.requests.length = 0
      return portOfPage(pane, calls)
    },
    close: () => browser.close(),
  }
}
