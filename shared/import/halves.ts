// Tables beside one another that are one sheet on paper: income left, expenditure right; a list set in two or three columns.
import { formatYuan, type Fen } from '../kernel/money.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Finding } from '../kernel/finding.ts'
import type { ImportPlan, RecognisedRow, RecognisedTable, RowRole, TablePlan } from './plan.ts'
import type { ReadHalf } from './readHalf.ts'
import { genericTotal, plainLabel } from './rowLabels.ts'

/** The leading table's plan, then those beside it. */
export function halvesOf(plan: ImportPlan): readonly TablePlan[] {
  return [plan, ...(plan.beside ?? [])]
}

/** They share rows and their header stands in the same row: what is missing then is only that both are of one kind. */
export function mayBeHalves(a: RecognisedTable, b: RecognisedTable): boolean {
  return a !== b && a.block === b.block && a.headerRows.length > 0 && a.headerRows.at(-1) === b.headerRows.at(-1)
}

/** Of several halves the role that says most of a row; a row of data in one half is one. */
const telling: readonly RowRole[] = [
  'data', 'total', 'subtotal', 'section', 'header', 'repeated-header', 'title', 'meta', 'footer', 'note', 'blank',
] // prettier-ignore

/** All of them as one table, for people to look at. */
export function joinTables(tables: readonly [RecognisedTable, ...RecognisedTable[]]): RecognisedTable {
  const [first, ...others] = tables
  if (others.length === 0) return first
  const range = {
    top: Math.min(...tables.map((table) => table.range.top)),
    left: Math.min(...tables.map((table) => table.range.left)),
    bottom: Math.max(...tables.map((table) => table.range.bottom)),
    right: Math.max(...tables.map((table) => table.range.right)),
  }
  const byRow = new Map<number, RecognisedRow>()
  for (const row of tables.flatMap((table) => table.rowRoles)) {
    const known = byRow.get(row.row)
    if (known === undefined || telling.indexOf(row.role) < telling.indexOf(known.role)) byRow.set(row.row, row)
  }
  const rowRoles = Array.from(
    { length: range.bottom - range.top + 1 },
    (_, i): RecognisedRow => byRow.get(range.top + i) ?? { row: range.top + i, role: 'blank' },
  )
  return {
    ...first,
    range,
    rowRoles,
    columns: tables.flatMap((table) => table.columns),
    sums: tables.flatMap((table) => table.sums),
    confidence: Math.min(...tables.map((table) => table.confidence)),
    findings: tables.flatMap((table) => table.findings),
  }
}

/** `import/halves-differ`: the grand totals of the halves stand in one row under one name, and are not equal. */
export function compareHalves(
  definition: SheetDefinition,
  halves: readonly ReadHalf[],
  sheetName: string,
): readonly Finding[] {
  const [first, ...others] = halves
  const sections = new Set(halves.map(({ plan }) => plan.conventions.section ?? ''))
  if (first === undefined || sections.has('') || sections.size < halves.length) return []
  const whole = (half: ReadHalf) => half.declared.filter(({ label }) => genericTotal([plainLabel(label)]) === 'all')
  return whole(first).flatMap((left) =>
    others.flatMap((half) =>
      whole(half)
        .filter((right) => right.row === left.row && plainLabel(right.label) === plainLabel(left.label))
        .flatMap((right) =>
          left.amounts.flatMap(({ column, fen }): readonly Finding[] => {
            const other = right.amounts.find((amount) => amount.column === column)?.fen ?? null
            if (fen === null || other === null || fen === other) return []
            const params = {
              label: left.label,
              column: definition.columns[column]?.label['zh-Hans'] ?? column,
              left: formatYuan(fen as Fen),
              right: formatYuan(other as Fen),
              difference: formatYuan((fen - other) as Fen),
            }
            const location = { sheet: sheetName, row: left.row, column }
            return [{ code: 'import/halves-differ', severity: 'warning', location, params }]
          }),
        ),
    ),
  )
}
