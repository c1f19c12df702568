// New rows whose record will say something else than their cells show (an old account code, a section's side): before they
// are sent the cells are written as the record has them, so that sheet and record agree from the first day.
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Value } from '#shared/kernel/value.ts'
import { sameValue } from '#shared/sync/merge/sameValue.ts'
import type { SessionTable } from '#shared/sync/session/sessionTables.ts'
import { valueTypes } from '#shared/values/index.ts'
import type { CellEdit, WorkbookEdit } from '#shared/workbook/port.ts'
import { cellName } from '#shared/workbook/raw.ts'

export interface SpelledCell {
  /** `E9` */
  readonly cell: string
  readonly column: string
  readonly shown: Value
  readonly recorded: Value
  readonly edit: CellEdit
}

/** @param year 年度 of the partition; cells that hold formulas are left as they are */
export function spellOut({ definition, table, reading }: SessionTable, year: number): readonly SpelledCell[] {
  const raws = new Map(table.rows.map(({ raw }) => [raw.index, raw]))
  const { unitFen } = table.binding
  return reading.rows
    .filter(({ id, blank }) => id === '' && blank !== true)
    .flatMap(({ row, values, formulas }) =>
      Object.entries(values).flatMap(([key, recorded]): readonly SpelledCell[] => {
        const at = table.columns.get(key)
        const raw = raws.get(row)
        if (at === undefined || raw === undefined || formulas.includes(key)) return []
        const shown = readCell(definition, { key, cell: raw.cells[at] ?? null, unitFen, year })
        if (shown === undefined || sameValue(shown, recorded)) return []
        const edit = { row, column: at, value: writeCell(definition, { key, value: recorded, unitFen, year }) }
        return [{ cell: cellName(row, at), column: key, shown, recorded, edit }]
      }),
    )
}

export function toEdits(table: SessionTable, cells: readonly SpelledCell[]): readonly WorkbookEdit[] {
  const sheet = table.table.binding.sheetName
  return cells.length === 0 ? [] : [{ type: 'setCells', sheet, cells: cells.map(({ edit }) => edit) }]
}

type Cell = NonNullable<SessionTable['table']['rows'][number]['raw']['cells'][number]> | null

/** As a known row is read: strictly first, then as old files are; undefined where it cannot be. */
function readCell(
  definition: SheetDefinition,
  {
    key,
    cell,
    unitFen,
    year,
  }: { readonly key: string; readonly cell: Cell; readonly unitFen: number; readonly year: number },
): Value | undefined {
  const column = definition.columns[key]
  if (column === undefined) return undefined
  const type = valueTypes[column.type]
  const strict = type.parse(cell, column, { unitFen, year, legacy: false })
  const read = strict.ok ? strict : type.parse(cell, column, { unitFen, year, legacy: true })
  return read.ok ? read.value.value : undefined
}

function writeCell(
  definition: SheetDefinition,
  {
    key,
    value,
    unitFen,
    year,
  }: { readonly key: string; readonly value: Value; readonly unitFen: number; readonly year: number },
): CellEdit['value'] {
  const column = definition.columns[key]
  if (column === undefined || value === null) return null
  return valueTypes[column.type].toCell(value, column, { unitFen, year, legacy: false })
}
