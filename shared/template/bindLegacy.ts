// Makes a workbook that was imported carry its own base: ids and findings column beside its table, nothing else touched.
import type { RecordId } from '../kernel/value.ts'
import type { ColumnMapping, RecognisedTable } from '../import/plan.ts'
import { endMark } from '../workbook/findTable.ts'
import { findingsHeader, idHeader, type CellEdit, type TableBinding, type WorkbookEdit } from '../workbook/port.ts'
import type { RawSheet } from '../workbook/raw.ts'

export interface LegacyTable {
  readonly sheet: RawSheet
  readonly table: RecognisedTable
  readonly mappings: readonly ColumnMapping[]
  /** Record of each source row that was imported, by 1-based row. */
  readonly ids: ReadonlyMap<number, RecordId>
  readonly partition: string
  readonly kind: string
  readonly schema: number
  readonly unitFen: number
}

export interface LegacyEdits {
  readonly binding: TableBinding
  /** `setState` is left to the caller, who has the base. */
  readonly edits: readonly WorkbookEdit[]
}

const marksWidth = 36
const idWidth = 38

/** Two columns that are blank in the whole sheet, the ids hidden; header cells look like the header beside them. */
export function bindLegacy(legacy: LegacyTable): LegacyEdits {
  const { sheet, table, ids } = legacy
  const headerRow = Math.max(...table.headerRows)
  const lastRow = Math.max(...table.rowRoles.filter(({ role }) => !isBelowTable(role)).map(({ row }) => row))
  const [marks, id] = findFreeColumns(sheet, table.range.right + 1)
  const like = { row: headerRow, column: table.range.right }
  const text = (row: number, column: number, value: string): CellEdit => ({
    row,
    column,
    value: { kind: 'text', text: value },
  })
  const cells: CellEdit[] = [
    { ...text(headerRow, marks, findingsHeader), like },
    { ...text(headerRow, id, idHeader), like },
    ...[...ids].map(([row, value]) => text(row, id, value)),
    text(lastRow + 1, id, endMark),
  ]
  const headers = Object.fromEntries(
    legacy.mappings.flatMap(({ source, target }) => (target === null ? [] : [[target, source.header] as const])),
  )
  return {
    binding: {
      partition: legacy.partition,
      kind: legacy.kind,
      schema: legacy.schema,
      sheetName: sheet.name,
      headerRow,
      headers,
      unitFen: legacy.unitFen,
    },
    edits: [
      { type: 'addColumn', sheet: sheet.name, at: marks, width: marksWidth, hidden: false },
      { type: 'addColumn', sheet: sheet.name, at: id, width: idWidth, hidden: true },
      { type: 'setCells', sheet: sheet.name, cells },
    ],
  }
}

function isBelowTable(role: RecognisedTable['rowRoles'][number]['role']): boolean {
  return role === 'footer' || role === 'note' || role === 'blank'
}

/** The first two neighbours at or after `from` that hold nothing anywhere and lie in no merge. */
function findFreeColumns(sheet: RawSheet, from: number): readonly [marks: number, id: number] {
  const taken = new Set<number>()
  for (const row of sheet.rows) {
    for (let column = from; column < row.cells.length; column++) {
      if ((row.cells[column] ?? null) !== null || row.formulas?.[column] !== undefined) taken.add(column)
    }
  }
  for (const merge of sheet.merges) {
    for (let column = Math.max(from, merge.left); column <= merge.right; column++) taken.add(column)
  }
  let at = from
  while (taken.has(at) || taken.has(at + 1)) at++
  return [at, at + 1]
}
