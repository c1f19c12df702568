// Gives rows and cells that some exporters leave uncounted their `r`, so that others can be put between them.
import { cellName } from '../../workbook/raw.ts'
import { cellsOf, readSheetPart, rowsOf, type SheetPart } from './sheetPart.ts'
import { applySplices, type Splice } from './splice.ts'

/** The same sheet when every row and cell has one. */
export function spellReferences(sheet: SheetPart): SheetPart {
  const splices: Splice[] = []
  const add = (start: number, name: string, reference: string): void => {
    const at = start + 1 + name.length
    splices.push({ start: at, end: at, text: ` r="${reference}"` })
  }
  for (const row of rowsOf(sheet)) {
    if (row.referenceStart < 0) add(row.start, `${sheet.prefix}row`, String(row.number))
    for (const cell of cellsOf(sheet, row)) {
      if (cell.referenceStart < 0) add(cell.start, `${sheet.prefix}c`, cellName(row.number, cell.number))
    }
  }
  return splices.length === 0 ? sheet : readSheetPart(applySplices(sheet.bytes, splices))
}
