// To a cell and back: what a click in the pane shows in the sheet, and which cell a person stands on.
import type { CellPlace } from './liveWorkbook.ts'
import type { Exchange } from './exchange.ts'
import { OfficeRefusal } from './officeFailure.ts'

export async function goTo({ context, sync }: Exchange, { sheet: name, row, column }: CellPlace): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name)
  sheet.load('visibility')
  await sync()
  if (sheet.isNullObject || sheet.visibility !== 'Visible') throw new OfficeRefusal('missing-sheet', name)
  sheet.activate()
  sheet.getCell(row - 1, column).select()
  await sync()
}

/** Throws `missing-sheet` where a chart or picture is selected and no cell. */
export async function readSelectedCell({ context, sync }: Exchange): Promise<CellPlace> {
  const cell = context.workbook.getActiveCell()
  cell.load('rowIndex,columnIndex')
  cell.worksheet.load('name')
  await sync()
  return { sheet: cell.worksheet.name, row: cell.rowIndex + 1, column: cell.columnIndex }
}
