// What is written to a sheet so that it shows what the server says: only changed cells, new rows in their section.
import type { SheetDefinition } from '../../definition/sheet.ts'
import type { RecordId, Value, Values } from '../../kernel/value.ts'
import { valueTypes } from '../../values/index.ts'
import type { ReadingContext } from '../../values/valueType.ts'
import { idHeader, type BoundTable, type CellEdit, type CellInput, type WorkbookEdit } from '../../workbook/port.ts'
import { fillFormula } from './fillFormula.ts'
import { placeInserts, type SheetPlace } from './placeInserts.ts'
import type { SheetReading } from './sheetRow.ts'

export interface RowWrites {
  /** Rows are as they stand now, before anything is inserted or deleted. */
  readonly cells: readonly { readonly row: number; readonly values: Values }[]
  readonly ids: readonly { readonly row: number; readonly id: RecordId }[]
  readonly inserts: readonly { readonly id: RecordId; readonly values: Values }[]
  readonly deletes: readonly number[]
}

export interface PlanContext {
  readonly definition: SheetDefinition
  readonly year: number
}

/**
 * Cells first, then deletions, then insertions from the bottom up, so that row numbers stay true. A column that the
 * sheet no longer shows is left out; formats, own columns and rows that are not named are not touched. A formula in a
 * cell that is not named stays; new rows get the formulas of computed columns.
 */
export function planEdits(
  table: BoundTable,
  reading: SheetReading,
  { writes, context }: { readonly writes: RowWrites; readonly context: PlanContext },
): readonly WorkbookEdit[] {
  const sheet = table.binding.sheetName
  const edits: WorkbookEdit[] = []
  const toInput = makeToInput(table, context)
  const keepIndent = makeKeepIndent(table, context.definition)
  const idColumn = findIdColumn(table, writes, edits)
  const cells: CellEdit[] = writes.cells.flatMap(({ row, values }) =>
    toCells(table, { row, values }, toInput).map(keepIndent),
  )
  for (const { row, id } of writes.ids) cells.push({ row, column: idColumn, value: { kind: 'text', text: id } })
  if (cells.length > 0) edits.push({ type: 'setCells', sheet, cells })
  const deletes = [...new Set(writes.deletes)].toSorted((a, b) => a - b)
  if (deletes.length > 0) edits.push({ type: 'deleteRows', sheet, rows: deletes })
  if (writes.inserts.length === 0) return edits
  const places = placeInserts(table, { reading, deletes, inserts: writes.inserts }, context.definition)
  edits.push(...toInsertEdits(sheet, places))
  // The id first: a row that is written in part is known for what it is.
  const filled = places.flatMap(({ row, insert }) => [
    { row, column: idColumn, value: { kind: 'text', text: insert.id } } satisfies CellEdit,
    ...toCells(table, { row, values: insert.values }, toInput),
    ...toFormulas(table, { row, values: insert.values }, context.definition),
  ])
  return [...edits, { type: 'setCells', sheet, cells: filled }]
}

type ToInput = (key: string, value: Value) => CellInput

function makeToInput(table: BoundTable, { definition, year }: PlanContext): ToInput {
  const reading: ReadingContext = { unitFen: table.binding.unitFen, year, legacy: false }
  return (key, value) => {
    const column = definition.columns[key]
    return column === undefined || value === null ? null : valueTypes[column.type].toCell(value, column, reading)
  }
}

function toCells(
  table: BoundTable,
  { row, values }: { readonly row: number; readonly values: Values },
  toInput: ToInput,
): CellEdit[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const column = table.columns.get(key)
    return column === undefined ? [] : [{ row, column, value: toInput(key, value) }]
  })
}

/** Spaces before a text that is set in by level stay before what takes its place. */
function makeKeepIndent(table: BoundTable, { columns }: SheetDefinition): (edit: CellEdit) => CellEdit {
  const indented = new Set(
    Object.entries(columns).flatMap(([key, { isIndented }]) =>
      isIndented === true ? (table.columns.get(key) ?? []) : [],
    ),
  )
  if (indented.size === 0) return (edit) => edit
  const raws = new Map(table.rows.map(({ raw }) => [raw.index, raw]))
  return (edit) => {
    const { row, column, value } = edit
    const shown = raws.get(row)?.cells[column]
    if (!indented.has(column) || value?.kind !== 'text' || typeof shown !== 'string') return edit
    const indent = /^\s*/.exec(shown)?.[0] ?? ''
    return indent === '' ? edit : { ...edit, value: { ...value, text: indent + value.text } }
  }
}

function toFormulas(
  table: BoundTable,
  { row, values }: { readonly row: number; readonly values: Values },
  definition: SheetDefinition,
): CellEdit[] {
  return Object.entries(definition.columns).flatMap(([key, { formula, compute }]) => {
    const column = table.columns.get(key)
    if (formula === undefined || compute === undefined || column === undefined) return []
    const text = fillFormula(formula, { row, columns: table.columns })
    if (text === undefined) return []
    const value = compute(values)
    const cell = value === null ? null : toRaw(definition, { key, value, unitFen: table.binding.unitFen })
    return [{ row, column, value: { kind: 'formula', formula: text, cached: cell } }]
  })
}

function toRaw(
  definition: SheetDefinition,
  { key, value, unitFen }: { readonly key: string; readonly value: Exclude<Value, null>; readonly unitFen: number },
): string | number | boolean | null {
  const column = definition.columns[key]
  const input = column && valueTypes[column.type].toCell(value, column, { unitFen, year: 0, legacy: false })
  if (!input) return null
  return input.kind === 'number' ? Number(input.decimal) : input.kind === 'text' ? input.text : value
}

/** The id column, added right of everything that is there when it was deleted. */
function findIdColumn(table: BoundTable, writes: RowWrites, edits: WorkbookEdit[]): number {
  if (table.idColumn !== undefined) return table.idColumn
  if (writes.ids.length + writes.inserts.length === 0) return 0
  const widths = table.rows.map(({ raw }) => raw.cells.length)
  const at = Math.max(0, ...[...table.columns.values()].map((column) => column + 1))
  const free = widths.reduce((most, width) => Math.max(most, width), at)
  const sheet = table.binding.sheetName
  edits.push({ type: 'addColumn', sheet, at: free, width: 4, hidden: true })
  const header: CellEdit = { row: table.binding.headerRow, column: free, value: { kind: 'text', text: idHeader } }
  edits.push({ type: 'setCells', sheet, cells: [header] })
  return free
}

/** Places that follow each other are one insertion; from the bottom up, in row numbers as they stand at each step. */
function toInsertEdits(sheet: string, places: readonly SheetPlace[]): readonly WorkbookEdit[] {
  const blocks: { before: number; count: number; like: number }[] = []
  for (const { before, like } of places) {
    const last = blocks[blocks.length - 1]
    if (last && last.before === before) last.count += 1
    else blocks.push({ before, count: 1, like })
  }
  return blocks.toReversed().map((block) => ({ type: 'insertRows', sheet, ...block }))
}
