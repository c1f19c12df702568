// An import plan carried out on its table: rows with values, rows refused with the reason, and counts that add up.
import type { RuleContext } from '../definition/rule.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Finding } from '../kernel/finding.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { columnName, type RawSheet } from '../workbook/raw.ts'
import { derivedColumns } from './checkDerived.ts'
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
const isUnread = ({ findings }: ImportedRow): boolean => findings.length > 0 && findings.some(blocks)

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
  const placed = placeRows(definition, plan, { ...source, context })
  const derived = derivedColumns(definition, plan, table)
  const interpreted = interpretRows(definition, placed.rows, {
    context,
    sheetName: sheet.name,
    title: table.title === '' ? sheet.name : table.title,
    derived,
  })
  const columns = boundColumns(definition, plan, table)
  const declared = declaredRows(definition, { placed, interpreted, columns, sheetName: sheet.name })
  const checks = checkControlTotals(
    declared,
    interpreted.rows.map((row) => row.values),
    toleranceFen(plan.conventions.unitFen),
  )

  const unread = interpreted.rows.filter(isUnread)
  const validated = validateImported(
    definition,
    unread.length === 0 ? interpreted.rows : interpreted.rows.filter((row) => !isUnread(row)),
    {
      context,
      sheetName: sheet.name,
      isHalf: plan.conventions.section !== undefined,
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
      blank: placed.counts.blank + interpreted.blank,
      imported: validated.rows.length,
      rejected: rejected.length,
    },
    totals: checks,
    findings: [
      ...missing,
      ...columnsLeftOut(plan, table, sheet.name),
      ...stillOpen(table.findings, [declared, placed.rows]),
      ...controlTotalFindings(checks, definition, sheet.name),
      ...interpreted.parents.flatMap((row) => row.findings),
      ...findingsOf(validated.rows),
      ...findingsOf(rejected),
      ...validated.findings,
    ],
  })
}

/** Most rows have none. */
function findingsOf(rows: readonly ImportedRow[]): readonly Finding[] {
  const findings: Finding[] = []
  for (const row of rows) if (row.findings.length > 0) findings.push(...row.findings)
  return findings
}

/** What recognition could not decide without knowing the kind, and the kind has decided by now. */
const settledByKind: ReadonlySet<string> = new Set([
  'import/total-mismatch',
  'import/balance-unchecked',
  'import/parent-rows',
])

/** Findings of recognition without those whose rows the kind has read as data or compared as totals. */
function stillOpen(
  findings: readonly Finding[],
  judgedRows: readonly (readonly { readonly row: number }[])[],
): readonly Finding[] {
  const rowsOf = (finding: Finding): readonly number[] => {
    const named = finding.params['rows'] ?? finding.params['row'] ?? finding.location.row ?? finding.location.cell
    return [...String(named ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits))
  }
  const wanted = new Set(findings.filter(({ code }) => settledByKind.has(code)).flatMap(rowsOf))
  if (wanted.size === 0) return findings
  const judged = new Set<number>()
  for (const rows of judgedRows) for (const { row } of rows) if (wanted.has(row)) judged.add(row)
  return findings.filter((finding) => {
    const rows = settledByKind.has(finding.code) ? rowsOf(finding) : []
    return rows.length === 0 || !rows.every((row) => judged.has(row))
  })
}

/** `import/column-left-out` for each source column with content that goes nowhere and that nobody left out on purpose. */
function columnsLeftOut(plan: ImportPlan, table: RecognisedTable, sheetName: string): readonly Finding[] {
  const numbered = /^(?:序号?|编号|行次|NO\.?)$/i
  return plan.mappings
    .filter(
      ({ source, target, basis }) =>
        target === null && basis === 'none' && source.header !== '' && !numbered.test(source.header),
    )
    .filter(({ source }) => table.rowRoles.length > 0 && table.columns.some((column) => column.index === source.index))
    .map(({ source }) => ({
      code: 'import/column-left-out',
      severity: 'hint' as const,
      location: { sheet: sheetName },
      params: {
        header: source.path.length > 0 ? source.path.join(' / ') : source.header,
        column: columnName(source.index),
      },
    }))
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
