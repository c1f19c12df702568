// The workbook that is open in Excel, through Office.js: the only file that says Excel.run.
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { unreachable } from '#shared/kernel/unreachable.ts'
import { findTable } from '#shared/workbook/findTable.ts'
import {
  stateSheetName,
  type TableBinding,
  type BoundTable,
  type WorkbookEdit,
  type WorkbookFailure,
  type WorkbookPort,
} from '#shared/workbook/port.ts'
import type { RawSheet } from '#shared/workbook/raw.ts'
import { trimRows } from '#shared/workbook/trimRows.ts'
import { addColumn } from './addColumn.ts'
import { followRows, staySeen, toSeenRows, type SeenRows } from './followRows.ts'
import { moveFormulas, readFormulas, type PlacedFormula } from './formulaBook.ts'
import { deleteRows, insertRows } from './moveRows.ts'
import { OfficeRefusal, toFailure } from './officeFailure.ts'
import { readSheet } from './readSheet.ts'
import { readState, writeState, type StateRows } from './stateSheet.ts'
import { writeCells } from './writeCells.ts'

/**
 * Needs ExcelApi 1.9, and 1.13 for merged areas and tables that grow. Days are those of the 1900 system. One exchange
 * runs at a time: calls that come while another is under way wait for it.
 */
export function createOfficeWorkbook(): WorkbookPort {
  const inTurn = createTurns()
  let known: StateRows | null | undefined
  let seen: SeenRows | undefined

  const apply = async (
    edits: readonly WorkbookEdit[],
  ): Promise<Result<void, WorkbookFailure & { readonly applied: number }>> => {
    let applied = 0
    const done = await exchange(async (context) => {
      context.runtime.enableEvents = false
      const followed = seen ? await followRows(context, seen, edits) : edits
      if (seen && !staySeen(seen, edits)) seen = undefined
      const progress: Progress = { formulas: undefined }
      for (const edit of followed) {
        if (edit.type === 'setState') {
          const before = known
          known = undefined
          await writeState(context, edit.rows, before)
          known = trimRows(edit.rows)
        } else await applyEdit(context, edit, progress)
        applied++
      }
    })
    await enableEvents()
    return done.ok ? done : err({ ...done.error, applied })
  }

  return {
    readState: () =>
      inTurn(async () => {
        const read = await exchange(readState)
        known = read.ok ? read.value : undefined
        return read
      }),
    readTable: (binding) =>
      inTurn(async () => {
        const table = await readTable(binding)
        seen = table.ok ? toSeenRows(table.value) : undefined
        return table
      }),
    apply: (edits) => inTurn(() => (edits.length === 0 ? Promise.resolve(ok(undefined)) : apply(edits))),
  }
}

/** The sheet that kept the name is asked first; only where the table is not there are the others read. */
async function readTable(binding: TableBinding): Promise<Result<BoundTable, WorkbookFailure>> {
  const read = await exchange(async (context) => {
    const own = await readSheet(context, binding.sheetName)
    const found = own && findTable([own], binding)
    if (found?.ok && found.value.idColumn !== undefined) return found
    const { worksheets } = context.workbook
    worksheets.load('items/name')
    await context.sync()
    const sheets: RawSheet[] = []
    for (const { name } of worksheets.items) {
      if (name.toLowerCase() === stateSheetName) continue
      const sheet = name === own?.name ? own : await readSheet(context, name)
      if (sheet) sheets.push(sheet)
    }
    return findTable(sheets, binding)
  })
  return read.ok ? read.value : read
}

interface Progress {
  /** Formulas over ranges as they stand now; undefined until rows are inserted. */
  formulas: readonly PlacedFormula[] | undefined
}

async function applyEdit(
  context: Excel.RequestContext,
  edit: Exclude<WorkbookEdit, { readonly type: 'setState' }>,
  progress: Progress,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(edit.sheet)
  await context.sync()
  if (sheet.isNullObject) throw new OfficeRefusal('missing-sheet', edit.sheet)
  switch (edit.type) {
    case 'setCells':
      // Formulas that are written over are read anew when they are needed.
      if (edit.cells.length > 0) progress.formulas = undefined
      return writeCells(context, sheet, edit.cells)
    case 'addColumn':
      return addColumn(context, sheet, edit)
    case 'insertRows': {
      if (edit.count < 1) return undefined
      const shift = { type: 'insert', before: edit.before, count: edit.count, like: edit.like } as const
      const { all, grown } = moveFormulas((progress.formulas ??= await readFormulas(context)), {
        sheet: edit.sheet,
        shift,
      })
      progress.formulas = all
      return insertRows(context, sheet, { shift, grown })
    }
    case 'deleteRows': {
      const rows = [...new Set(edit.rows)].toSorted((a, b) => a - b)
      if (rows.length === 0) return undefined
      if (progress.formulas)
        progress.formulas = moveFormulas(progress.formulas, { sheet: edit.sheet, shift: { type: 'delete', rows } }).all
      return deleteRows(context, sheet, rows)
    }
    default:
      return unreachable(edit)
  }
}

/** What Excel refuses becomes a failure; anything else is a bug and is thrown. */
async function exchange<T>(task: (context: Excel.RequestContext) => Promise<T>): Promise<Result<T, WorkbookFailure>> {
  try {
    return ok(await Excel.run(task))
  } catch (error) {
    const failure = toFailure(error)
    if (!failure) throw error
    return err(failure)
  }
}

/** On again whatever happened: in an exchange of its own, as Excel skips what follows a refusal. */
async function enableEvents(): Promise<void> {
  await exchange((context) => {
    context.runtime.enableEvents = true
    return context.sync()
  })
}

function createTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const turn = last.then(task, task)
    last = turn
    return turn
  }
}
