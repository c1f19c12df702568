// The port of a page, called from a test: what cannot cross as it is goes as a list.
import type { BoundTable, WorkbookPort } from '#shared/workbook/port.ts'
import type { Pane } from './openPane.ts'

type ListedTable = Omit<BoundTable, 'columns'> & { readonly columns: readonly (readonly [string, number])[] }

type Answer<T> =
  { readonly ok: true; readonly value: T } | Extract<Awaited<ReturnType<WorkbookPort['readTable']>>, { ok: false }>

export interface PagePort {
  readonly readState: WorkbookPort['readState']
  readonly readTable: (...binding: Parameters<WorkbookPort['readTable']>) => Promise<Answer<ListedTable>>
  readonly apply: WorkbookPort['apply']
}

declare global {
  interface Window {
    port: PagePort
  }
}

export function portOfPage({ page }: Pane): WorkbookPort {
  return {
    readState: () => page.evaluate(() => window.port.readState()),
    async readTable(binding) {
      const table = await page.evaluate((wanted) => window.port.readTable(wanted), binding)
      return table.ok ? { ok: true, value: { ...table.value, columns: new Map(table.value.columns) } } : table
    },
    async apply(edits) {
      const done = await page.evaluate((all) => window.port.apply([...all]), edits)
      return done.ok ? { ok: true, value: undefined } : done
    },
  }
}
