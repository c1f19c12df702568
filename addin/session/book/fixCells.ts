// One-click fixes: what findings suggest, as edits of the cells they speak of.
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { Value } from '#shared/kernel/value.ts'
import { valueTypes } from '#shared/values/index.ts'
import type { BoundTable, CellEdit, WorkbookEdit } from '#shared/workbook/port.ts'

export interface FixPlace {
  readonly definition: SheetDefinition
  readonly table: BoundTable
  /** 年度. */
  readonly year: number
}

/** Fixes that name a column the sheet does not show do nothing. Of two for one cell the later one counts. */
export function planFixes(place: FixPlace, findings: readonly Finding[]): readonly WorkbookEdit[] {
  const cells = new Map<string, CellEdit>()
  const put = (row: number, key: string, value: Value): void => {
    const cell = toCell(place, row, { key, value })
    if (cell) cells.set(`${row}/${cell.column}`, cell)
  }
  for (const { fix, location } of findings) {
    if (fix === undefined) continue
    if (fix.type === 'setValue' && location.row !== undefined) put(location.row, fix.column, fix.value)
    if (fix.type === 'mapValue') for (const row of rowsShowing(place, fix)) put(row, fix.column, fix.to)
  }
  return cells.size === 0
    ? []
    : [{ type: 'setCells', sheet: place.table.binding.sheetName, cells: [...cells.values()] }]
}

function toCell(
  { definition, table, year }: FixPlace,
  row: number,
  { key, value }: { readonly key: string; readonly value: Value },
): CellEdit | undefined {
  const column = table.columns.get(key)
  const type = definition.columns[key]
  if (column === undefined || type === undefined) return undefined
  const reading = { unitFen: table.binding.unitFen, year, legacy: false }
  return { row, column, value: value === null ? null : valueTypes[type.type].toCell(value, type, reading) }
}

function rowsShowing({ table }: FixPlace, fix: { readonly column: string; readonly from: string }): readonly number[] {
  const at = table.columns.get(fix.column)
  if (at === undefined) return []
  return table.rows
    .filter(({ raw }) => {
      const cell = raw.cells[at] ?? null
      return cell !== null && typeof cell !== 'object' && String(cell).trim() === fix.from.trim()
    })
    .map(({ raw }) => raw.index)
}
