// A book of the host from the plain sheets that the conformance suite gives.
import type { MemorySheet } from '#shared/workbook/memoryWorkbook.ts'
import type { RawValue } from '#shared/workbook/raw.ts'
import { createBook, findSheet, type Book } from './model/book.ts'
import { putCell, type Cell } from './model/sheet.ts'

export function fillBook(sheets: readonly MemorySheet[]): Book {
  const book = createBook(sheets.map(({ name }) => name))
  for (const { name, cells, merges } of sheets) {
    const sheet = findSheet(book, name)
    if (!sheet) continue
    cells.forEach((row, at) => {
      row.forEach((value, column) => {
        if (value !== null) putCell(sheet, { row: at, column }, toCell(value))
      })
    })
    sheet.merges = (merges ?? []).map((merge) => ({ ...merge, top: merge.top - 1, bottom: merge.bottom - 1 }))
  }
  return book
}

function toCell(value: Exclude<RawValue, null>): Cell {
  if (typeof value !== 'object') return { value, format: {} }
  if (value.kind === 'error') return { value: { error: value.code }, format: {} }
  return { value: value.serial, format: { numberFormat: 'yyyy-mm-dd' } }
}
