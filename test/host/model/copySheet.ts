// A copy of a sheet, as "move or copy" in Excel makes it.
import { addSheet, findSheet, type Book } from './book.ts'
import type { Sheet } from './sheet.ts'

/** Placed last; called `预算表 (2)`. Tables get new names. */
export function copySheet(book: Book, sheet: Sheet): Sheet {
  let n = 2
  while (findSheet(book, `${sheet.name} (${n})`)) n++
  const copy = addSheet(book, `${sheet.name} (${n})`)
  copy.visibility = sheet.visibility
  copy.cells = new Map([...sheet.cells].map(([row, cells]) => [row, new Map(cells)]))
  copy.rowHeights = new Map(sheet.rowHeights)
  copy.columnWidths = new Map(sheet.columnWidths)
  copy.hiddenRows = new Set(sheet.hiddenRows)
  copy.hiddenColumns = new Set(sheet.hiddenColumns)
  copy.filteredRows = new Set(sheet.filteredRows)
  copy.merges = [...sheet.merges]
  copy.validations = sheet.validations.map((each) => ({ ...each }))
  copy.conditionals = sheet.conditionals.map(({ box, content }) => ({
    box,
    content: { ...content, id: `{${book.nextId()}}`, bag: new Map(content.bag) },
  }))
  copy.comments = sheet.comments.map(({ box, content }) => ({
    box,
    content: { ...content, id: `{${book.nextId()}}`, replies: [...content.replies] },
  }))
  copy.notes = sheet.notes.map(({ box, content }) => ({ box, content: { ...content } }))
  copy.charts = sheet.charts.map(({ box, content }) => ({
    box,
    content: { ...content, id: `{${book.nextId()}}`, bag: new Map(content.bag) },
  }))
  copy.tables = sheet.tables.map((table) => ({
    ...table,
    id: String(book.nextId()),
    name: `${table.name}_${book.nextId()}`,
    columnIds: [...table.columnIds],
    filter: { box: table.filter.box, criteria: new Map(table.filter.criteria) },
    bag: new Map(table.bag),
  }))
  copy.filter = sheet.filter && { box: sheet.filter.box, criteria: new Map(sheet.filter.criteria) }
  copy.protection = sheet.protection
  for (const [key, value] of sheet.bag) copy.bag.set(key, value)
  for (const [key, value] of sheet.pageBag) copy.pageBag.set(key, value)
  for (const [column, format] of sheet.columnFormats) copy.columnFormats.set(column, format)
  return copy
}
