// A real .xlsx as a book of the host: contents by our own reader, looks by exceljs.
import ExcelJS from 'exceljs'
import { readOoxml } from '#shared/ooxml/readWorkbook.ts'
import type { CellRange, RawSheet, RawValue } from '#shared/workbook/raw.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import type { Box } from './model/area.ts'
import { createBook, findSheet, type Book } from './model/book.ts'
import type { CellValue } from './model/parseInput.ts'
import { cellAt, putCell, type CellFormat, type Note, type Pinned, type Sheet } from './model/sheet.ts'

/** exceljs' own description of a cell's look, carried along untouched under this path. */
export const fileLook = 'file/style'

/** Charts, pictures, pivot tables, rules of entry and conditional formats are not taken in. Throws for a file that the reader refuses. */
export async function loadXlsx(bytes: Uint8Array): Promise<Book> {
  const read = readOoxml(bytes, nodeZipPorts)
  if (!read.ok) throw new Error(read.error.code)
  const { sheets, definedNames } = read.value
  const book = createBook(sheets.map(({ name }) => name))
  const looks = new ExcelJS.Workbook()
  await looks.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof looks.xlsx.load>[0])
  for (const raw of sheets) {
    const sheet = findSheet(book, raw.name)
    const look = looks.getWorksheet(raw.name)
    if (!sheet) continue
    if (look) loadLooks(sheet, look)
    loadCells(sheet, raw)
    loadTables(book, sheet, raw)
  }
  for (const { name, refersTo } of definedNames) {
    if (!name.startsWith('_xlnm.'))
      book.names.push({ name, formula: `=${refersTo}`, visible: true, comment: '', scope: undefined })
  }
  book.active = book.sheets.find(({ visibility }) => visibility === 'Visible') ?? book.active
  book.selection = { sheet: book.active, box: { top: 0, left: 0, bottom: 0, right: 0 } }
  return book
}

const visibilities = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const

function toBox({ top, left, bottom, right }: CellRange): Box {
  return { top: top - 1, left, bottom: bottom - 1, right }
}

function loadCells(sheet: Sheet, raw: RawSheet): void {
  sheet.visibility = visibilities[raw.visibility]
  sheet.merges = raw.merges.map(toBox)
  sheet.hiddenRows = new Set([...raw.hiddenRows].map((row) => row - 1))
  sheet.hiddenColumns = new Set(raw.hiddenColumns)
  for (const { index, cells, formulas } of raw.rows) {
    const width = Math.max(cells.length, formulas?.length ?? 0)
    for (let column = 0; column < width; column++) {
      const at = { row: index - 1, column }
      const formula = formulas?.[column]
      const value = toValue(cells[column] ?? null)
      const { format } = cellAt(sheet, at.row, at.column)
      if (value === '' && formula === undefined) continue
      putCell(sheet, at, formula === undefined ? { value, format } : { value, formula: `=${formula}`, format })
    }
  }
}

function toValue(value: RawValue): CellValue {
  if (value === null) return ''
  if (typeof value !== 'object') return value
  return value.kind === 'date' ? value.serial : { error: value.code }
}

function loadTables(book: Book, sheet: Sheet, raw: RawSheet): void {
  for (const { name, range, columns } of raw.tables) {
    const box = toBox(range)
    const columnIds = columns.map((_, at) => at + 1)
    const filter = { box, criteria: new Map<number, Readonly<Record<string, unknown>>>() }
    sheet.tables.push({ id: String(book.nextId()), name, box, columnIds, filter, showTotals: false, bag: new Map() })
  }
}

function loadLooks(sheet: Sheet, look: ExcelJS.Worksheet): void {
  look.columns?.forEach((column, at) => {
    if (column.width !== undefined) sheet.columnWidths.set(at, ((column.width * 7 + 5) * 72) / 96)
  })
  look.eachRow({ includeEmpty: true }, (row, number) => {
    if (row.height) sheet.rowHeights.set(number - 1, row.height)
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      if (cell.note) sheet.notes.push(toNote(cell.note, { row: number - 1, column: column - 1 }))
      const format = toFormat(cell.style)
      if (Object.keys(format).length > 0) putCell(sheet, { row: number - 1, column: column - 1 }, { value: '', format })
    })
  })
}

function toNote(note: string | ExcelJS.Comment, { row, column }: { row: number; column: number }): Pinned<Note> {
  const text = typeof note === 'string' ? note : (note.texts ?? []).map((part) => part.text).join('')
  return {
    box: { top: row, bottom: row, left: column, right: column },
    content: { text, author: '', isVisible: false },
  }
}

/** What the API can ask for is taken over; the rest stays in the file's own words. */
function toFormat(style: Partial<ExcelJS.Style>): CellFormat {
  if (Object.keys(style).length === 0) return {}
  const { numFmt, fill, font, protection } = style
  const color = fill?.type === 'pattern' ? fill.fgColor?.argb : undefined
  return {
    [fileLook]: style,
    ...(numFmt === undefined || numFmt === 'General' ? {} : { numberFormat: numFmt }),
    ...(color === undefined ? {} : { 'format/fill/color': `#${color.slice(-6)}` }),
    ...(font?.bold ? { 'format/font/bold': true } : {}),
    ...(protection?.locked === false ? { 'format/protection/locked': false } : {}),
  }
}
