// Does edits to the open workbook, in order, and counts those that took effect.
import { unreachable } from '#shared/kernel/unreachable.ts'
import { weighEdits } from '#shared/workbook/batches.ts'
import type { WorkbookEdit } from '#shared/workbook/port.ts'
import { addColumn } from './addColumn.ts'
import type { Exchange } from './exchange.ts'
import { moveFormulas, readFormulas, type PlacedFormula } from './formulaBook.ts'
import { deleteRows, insertRows } from './moveRows.ts'
import { OfficeRefusal } from './officeFailure.ts'
import type { StateRows } from './stateDiff.ts'
import { writeState } from './stateSheet.ts'
import { writeCells } from './writeCells.ts'

export interface ApplyMemory {
  /** The state sheet as it was read or written last; undefined: not known. */
  state: StateRows | null | undefined
  /** Edits that took effect. */
  applied: number
}

interface Moves {
  /** Formulas over ranges as they stand now; undefined until rows are inserted. */
  formulas: readonly PlacedFormula[] | undefined
}

export async function applyEdits(
  exchange: Exchange,
  edits: readonly WorkbookEdit[],
  memory: ApplyMemory,
): Promise<void> {
  exchange.expect({ work: weighEdits(edits), batches: 0 })
  const moves: Moves = { formulas: undefined }
  for (const edit of edits) {
    if (edit.type === 'setState') {
      const before = memory.state
      memory.state = undefined
      memory.state = await writeState(exchange, edit.rows, before)
    } else await applyEdit(exchange, edit, moves)
    memory.applied++
  }
}

async function applyEdit(
  exchange: Exchange,
  edit: Exclude<WorkbookEdit, { readonly type: 'setState' }>,
  moves: Moves,
): Promise<void> {
  const sheet = exchange.context.workbook.worksheets.getItemOrNullObject(edit.sheet)
  exchange.expect({ work: 0, batches: 1 })
  await exchange.sync()
  if (sheet.isNullObject) throw new OfficeRefusal('missing-sheet', edit.sheet)
  switch (edit.type) {
    case 'setCells':
      // Formulas that are written over are read anew when they are needed.
      if (edit.cells.length > 0) moves.formulas = undefined
      return writeCells(exchange, sheet, edit.cells)
    case 'addColumn':
      return addColumn(exchange, sheet, edit)
    case 'insertRows': {
      if (edit.count < 1) return undefined
      const shift = { type: 'insert', before: edit.before, count: edit.count, like: edit.like } as const
      const { all, grown } = moveFormulas((moves.formulas ??= await readFormulas(exchange)), {
        sheet: edit.sheet,
        shift,
      })
      moves.formulas = all
      return insertRows(exchange, sheet, { shift, grown })
    }
    case 'deleteRows': {
      const rows = [...new Set(edit.rows)].toSorted((a, b) => a - b)
      if (rows.length === 0) return undefined
      if (moves.formulas)
        moves.formulas = moveFormulas(moves.formulas, { sheet: edit.sheet, shift: { type: 'delete', rows } }).all
      return deleteRows(exchange, sheet, rows)
    }
    default:
      return unreachable(edit)
  }
}
