// In the page: the Office.js workbook of the add-in, for tests that call it from outside.
import { createOfficeWorkbook } from '#addin/workbook/officeWorkbook.ts'
import type { PagePort } from './pagePort.ts'

const port = createOfficeWorkbook()

const page: PagePort = {
  readState: () => port.readState(),
  async readTable(binding) {
    const table = await port.readTable(binding)
    return table.ok ? { ok: true, value: { ...table.value, columns: [...table.value.columns] } } : table
  },
  apply: (edits) => port.apply(edits),
}

Object.assign(window, { port: page })
