// An import plan carried out on its table: rows with values, rows refused with the reason, and counts that add up.
import type { RuleContext } from '../definition/rule.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Finding } from '../kernel/finding.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { RawSheet } from '../workbook/raw.ts'
import { checkControlTotals, controlTotalFindings } from './controlTotals.ts'
import { declaredRows } from './declaredRows.ts'
import { interpretRows } from './interpretRows.ts'
import { placeRows } from './placeRows.ts'
import type { ImportedRow, ImportPlan, ImportResult, RecognisedTable } from './plan.ts'
import { fingerprint } from './profile.ts'
import { boundColumns } from './readRows.ts'
import { validateImported } from './validateImported.ts'

export interface ImportSource {
  readonly sheet: RawSheet
  readonly table: RecognisedTable
}

/** `plan-for-other-table`: the table is not the one the plan was made for. */
export type ImportFailure = 'plan-for-other-table'

/** 分 by which a declared total may differ: half of the last digit that a sheet in 万元 with two decimals shows, else nothing. */
function toleranceFen(unitFen: number): number {
  return unitFen > 100 ? unitFen / 200 : 0
}

const blocks = (finding: Finding): boolean => finding.severity === 'error'

/**
 * Reads and judges; writes nothing. A row with an error of reading, or with an error that blocks saving, is rejected with
 * its findings and nothing else of it is lost: the file keeps it, and the report names it.
 */
export function applyImportPlan(
  definition: SheetDefinition,
  plan: ImportPlan,
  source: ImportSource,
  context: RuleContext,
): Result<ImportResult, ImportFailure> {
  const { sheet, table } = source
  if (plan.kind !== definition.kind || plan.fingerprint !== fingerprint(table)) return err('plan-for-other-table')
  const placed = placeRows(definition, plan, source)
  const interpreted = interpretRows(definition, placed.rows, { context, sheetName: sheet.name })
  const columns = boundColumns(definition, plan, table)
  const declared = declaredRows(definition, { placed, interpreted, columns, sheetName: sheet.name })
  const checks = checkControlTotals(
    declared,
    interpreted.rows.map((row) => row.values),
    toleranceFen(plan.conventions.unitFen),
  )

  const unread = interpreted.rows.filter((row) => row.findings.some(blocks))
  const validated = validateImported(
    definition,
    interpreted.rows.filter((row) => !row.findings.some(blocks)),
    {
      context,
      sheetName: sheet.name,
      columns,
    },
  )
  const rejected = [...unread, ...validated.rejected].sort((a: ImportedRow, b: ImportedRow) => a.row - b.row)
  const missing = missingColumns(definition, plan, sheet.name)
  return ok({
    rows: validated.rows,
    rejected,
    counts: {
      ...placed.counts,
      total: placed.counts.total + interpreted.parents.length,
      imported: validated.rows.length,
      rejected: rejected.length,
    },
    totals: checks,
    findings: [
      ...missing,
      ...table.findings,
      ...controlTotalFindings(checks, definition, sheet.name),
      ...interpreted.parents.flatMap((row) => row.findings),
      ...[...validated.rows, ...rejected].flatMap((row) => row.findings),
      ...validated.findings,
    ],
  })
}

/** `import/column-missing` for each column the kind must have and no source column goes to. */
function missingColumns(definition: SheetDefinition, plan: ImportPlan, sheetName: string): readonly Finding[] {
  const given = new Set(plan.mappings.map((mapping) => mapping.target))
  const implied = new Set(definition.layout.sections.flatMap((section) => Object.keys(section.sets)))
  return Object.entries(definition.columns)
    .filter(([key, column]) => column.required && column.merge !== 'derived' && !given.has(key) && !implied.has(key))
    .map(([key, column]) => ({
      code: 'import/column-missing',
      severity: 'warning',
      location: { sheet: sheetName, column: key },
      params: { label: column.label['zh-Hans'] },
    }))
}
