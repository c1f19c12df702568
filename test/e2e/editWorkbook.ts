// What people do to a downloaded workbook in an ordinary spreadsheet program, done here by exceljs: another hand than ours.
import ExcelJS from 'exceljs'

export interface Edits {
  /** Column header → new value, by the account code of the row. */
  readonly change?: Readonly<Record<string, Readonly<Record<string, string | number>>>>
  /** Account codes of rows to take out. */
  readonly remove?: readonly string[]
  /** Put in after the row with this code; values by header. */
  readonly insert?: { readonly after: string; readonly values: Readonly<Record<string, string | number>> }
  /** Codes of rows whose contents change places, first with last: a sort the other way round. */
  readonly turn?: readonly string[]
  /** Filters the table and hides the rows of these codes. */
  readonly hide?: readonly string[]
}

const headerRow = 4

export async function editWorkbook(bytes: Uint8Array, edits: Edits): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  const sheet = workbook.worksheets.find((each) => each.state === 'visible')
  if (!sheet) throw new Error('the workbook has no sheet to see')

  const columns = new Map<string, number>()
  sheet.getRow(headerRow).eachCell((cell, column) => columns.set(cell.text, column))
  const columnOf = (header: string): number => {
    const column = columns.get(header)
    if (column === undefined) throw new Error(`no column ${header} among ${[...columns.keys()].join(', ')}`)
    return column
  }
  const codes = columnOf('科目编码')
  const rowOf = (code: string): ExcelJS.Row => {
    for (let at = headerRow + 1; at <= sheet.rowCount; at += 1)
      if (sheet.getRow(at).getCell(codes).text.trim() === code) return sheet.getRow(at)
    throw new Error(`no row ${code}`)
  }

  for (const [code, values] of Object.entries(edits.change ?? {}))
    for (const [header, value] of Object.entries(values)) rowOf(code).getCell(columnOf(header)).value = value
  const turned = edits.turn ?? []
  for (let low = 0, high = turned.length - 1; low < high; low += 1, high -= 1)
    swapRows(rowOf(turned[low] ?? ''), rowOf(turned[high] ?? ''), Math.max(...columns.values()))
  for (const code of edits.hide ?? []) rowOf(code).hidden = true
  if (edits.hide)
    sheet.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: sheet.rowCount, column: columns.size } }
  for (const code of edits.remove ?? []) sheet.spliceRows(rowOf(code).number, 1)
  if (edits.insert) {
    const values: ExcelJS.CellValue[] = []
    for (const [header, value] of Object.entries(edits.insert.values)) values[columnOf(header)] = value
    sheet.insertRow(rowOf(edits.insert.after).number + 1, values)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function swapRows(one: ExcelJS.Row, other: ExcelJS.Row, columns: number): void {
  for (let column = 1; column <= columns; column += 1) {
    const [left, right] = [one.getCell(column), other.getCell(column)]
    const value = left.value
    left.value = right.value
    right.value = value
  }
}
