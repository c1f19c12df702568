// A workbook in memory: the door's meaning in its shortest form, for tests, simulations and pages.
import { parsePlainDate, toSerial } from '../kernel/plainDate.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { unreachable } from '../kernel/unreachable.ts'
import { cancelled, countBatches, inOneBatch, weighEdits } from './batches.ts'
import { findTable } from './findTable.ts'
import type { CellInput, WorkbookEdit, WorkbookFailure, WorkbookPort } from './port.ts'
import { gridToRows, moveGridRows, type GridCell, type MemoryGrid } from './memoryGrid.ts'
import type { CellRange, RawSheet, RawValue } from './raw.ts'
import { trimRows } from './trimRows.ts'

export interface MemorySheet {
  readonly name: string
  /** Row 1 first; position 0 is column A. */
  readonly cells: readonly (readonly RawValue[])[]
  readonly merges?: readonly CellRange[]
}

export interface MemoryWorkbook extends WorkbookPort {
  /** As a reader would give it, the state sheet left out. */
  sheets(): readonly RawSheet[]
  /** What a person does in the spreadsheet program, in place; throws when there is no such sheet (a bug in the test). */
  edit(sheet: string, change: (grid: MemoryGrid) => MemoryGrid): void
}

interface SheetState {
  readonly name: string
  grid: MemoryGrid
  readonly merges: readonly CellRange[]
  readonly hiddenColumns: Set<number>
}

export function createMemoryWorkbook(sheets: readonly MemorySheet[]): MemoryWorkbook {
  const held: SheetState[] = sheets.map(({ name, cells, merges }) => ({
    name,
    grid: new Map(
      cells.map((row, index) => [
        index + 1,
        new Map(row.flatMap((value, column) => (value === null ? [] : [[column, { value }]]))),
      ]),
    ),
    merges: merges ?? [],
    hiddenColumns: new Set(),
  }))
  let state: readonly (readonly string[])[] | null = null
  const find = (name: string): SheetState | undefined =>
    held.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())
  const toRaw = (): readonly RawSheet[] => held.map((sheet, index) => toRawSheet(sheet, index))

  const applyOne = (edit: WorkbookEdit): Result<void, WorkbookFailure> => {
    if (edit.type === 'setState') {
      state = trimRows(edit.rows)
      return ok(undefined)
    }
    const sheet = find(edit.sheet)
    if (!sheet) return err({ code: 'missing-sheet', detail: edit.sheet })
    switch (edit.type) {
      case 'setCells':
        for (const { row, column, value } of edit.cells) setCell(sheet, { row, column }, value)
        return ok(undefined)
      case 'addColumn':
        if (edit.hidden) sheet.hiddenColumns.add(edit.at)
        else sheet.hiddenColumns.delete(edit.at)
        return ok(undefined)
      case 'insertRows':
        for (const each of held) {
          each.grid = moveGridRows(each, { sheet: sheet.name, shift: { ...edit, type: 'insert' } })
        }
        return ok(undefined)
      case 'deleteRows': {
        const rows = [...new Set(edit.rows)].toSorted((a, b) => a - b)
        for (const each of held) each.grid = moveGridRows(each, { sheet: sheet.name, shift: { type: 'delete', rows } })
        return ok(undefined)
      }
      default:
        return unreachable(edit)
    }
  }

  return {
    sheets: toRaw,
    edit(name, change) {
      const sheet = find(name)
      if (!sheet) throw new Error(`no sheet ${name}`)
      sheet.grid = change(sheet.grid)
    },
    readState: (options) => Promise.resolve(inOneBatch(() => ok(state), { options, work: state?.length ?? 0 })),
    readTable: (binding, options) =>
      Promise.resolve(inOneBatch(() => findTable(toRaw(), binding), { options, work: 1 })),
    apply(edits, options) {
      const batches = countBatches(options)
      batches.expect({ work: weighEdits(edits), batches: edits.length })
      let applied = 0
      for (const edit of edits) {
        const done = batches.isCancelled() ? err(cancelled) : applyOne(edit)
        if (!done.ok) return Promise.resolve(err({ ...done.error, applied }))
        applied++
        batches.step(weighEdits([edit]))
      }
      batches.end()
      return Promise.resolve(ok(undefined))
    },
  }
}

function setCell(sheet: SheetState, at: { row: number; column: number }, input: CellInput): void {
  const row = new Map(sheet.grid.get(at.row) ?? [])
  const cell = toGridCell(input)
  if (cell) row.set(at.column, cell)
  else row.delete(at.column)
  const grid = new Map(sheet.grid)
  grid.set(at.row, row)
  sheet.grid = grid
}

function toGridCell(input: CellInput): GridCell | undefined {
  if (input === null) return undefined
  switch (input.kind) {
    case 'text':
      return input.text === '' ? undefined : { value: input.text }
    case 'number':
      return { value: Number(input.decimal) }
    case 'date': {
      const day = parsePlainDate(input.day)
      return day ? { value: { kind: 'date', serial: toSerial(day, 1900), text: day } } : undefined
    }
    case 'boolean':
      return { value: input.value }
    case 'formula':
      return { value: input.cached, formula: input.formula }
    default:
      return unreachable(input)
  }
}

function toRawSheet(sheet: SheetState, index: number): RawSheet {
  const { rows, trueRange } = gridToRows(sheet.grid)
  return {
    index,
    name: sheet.name,
    visibility: 'visible',
    rows,
    merges: sheet.merges,
    hiddenRows: new Set(),
    hiddenColumns: new Set(sheet.hiddenColumns),
    trueRange,
    tables: [],
  }
}
