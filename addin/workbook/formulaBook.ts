// Formulas of the workbook while rows move: which of them must take new rows in that Excel by itself leaves out.
import { shiftFormula } from '#shared/workbook/rewriteFormula.ts'
import { moveRow, type RowShift } from '#shared/workbook/rowShift.ts'
import type { Exchange } from './exchange.ts'

export interface PlacedFormula {
  readonly sheet: string
  /** 1-based. */
  readonly row: number
  /** 0-based. */
  readonly column: number
  /** Without `=`. */
  readonly formula: string
}

/** Only formulas over ranges can be short of rows; the others are not kept here. */
export async function readFormulas(exchange: Exchange): Promise<readonly PlacedFormula[]> {
  const { worksheets } = exchange.context.workbook
  worksheets.load('items/name')
  await exchange.sync()
  const found = worksheets.items.map((sheet) => {
    const { areas } = sheet.getRange().getSpecialCellsOrNullObject('Formulas')
    areas.load('items/rowIndex,items/columnIndex,items/formulas')
    return { sheet: sheet.name, areas }
  })
  await exchange.sync()
  return found.flatMap(({ sheet, areas }) =>
    areas.isNullObject ? [] : areas.items.flatMap((area) => toPlaced(sheet, area)),
  )
}

function toPlaced(sheet: string, area: Excel.Range): readonly PlacedFormula[] {
  const cells = area.formulas as readonly (readonly unknown[])[]
  return cells.flatMap((row, down) =>
    row.flatMap((text, across): readonly PlacedFormula[] => {
      if (typeof text !== 'string' || !text.startsWith('=') || !text.includes(':')) return []
      const [at, column] = [area.rowIndex + down + 1, area.columnIndex + across]
      return [{ sheet, row: at, column, formula: text.slice(1) }]
    }),
  )
}

export interface MovedFormulas {
  readonly all: readonly PlacedFormula[]
  /** Those that Excel leaves shorter than they should be, as they must read, where they stand after the move. */
  readonly grown: readonly PlacedFormula[]
}

export function moveFormulas(
  formulas: readonly PlacedFormula[],
  move: { readonly sheet: string; readonly shift: RowShift },
): MovedFormulas {
  const all: PlacedFormula[] = []
  const grown: PlacedFormula[] = []
  for (const placed of formulas) {
    const isMoved = placed.sheet.toLowerCase() === move.sheet.toLowerCase()
    const row = isMoved ? moveRow(move.shift, placed.row) : placed.row
    if (row === undefined) continue
    const place = { sheet: placed.sheet, row: placed.row }
    const formula = shiftFormula(placed.formula, place, move)
    const after = { ...placed, row, formula }
    all.push(after)
    if (
      move.shift.type === 'insert' &&
      formula !== shiftFormula(placed.formula, place, withoutLike(move.sheet, move.shift))
    )
      grown.push(after)
  }
  return { all, grown }
}

/** The same rows, made like none: how Excel itself moves references. */
function withoutLike(sheet: string, shift: RowShift): { readonly sheet: string; readonly shift: RowShift } {
  return { sheet, shift: shift.type === 'insert' ? { ...shift, like: -1 } : shift }
}
