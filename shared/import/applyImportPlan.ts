// An import plan carried out on its table: rows with values, rows refused with the reason, and counts that add up.
import type { RuleContext } from '../definition/rule.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Finding } from '../kernel/finding.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { findingsHeader, idHeader } from '../workbook/port.ts'
import { columnName, type RawSheet } from '../workbook/raw.ts'
import { controlTotalFindings } from './controlTotals.ts'
import { compareHalves, halvesOf } from './halves.ts'
import type {
  ControlTotalCheck,
  ImportedRow,
  ImportPlan,
  ImportResult,
  RecognisedTable,
  RowCounts,
  TablePlan,
} from './plan.ts'
import { fingerprint } from './profile.ts'
import { checkHalf, readHalf, type ReadHalf } from './readHalf.ts'
import { validateImported } from './validateImported.ts'
import { wordedTotalFindings } from './wordedTotals.ts'

export interface ImportSource {
  readonly sheet: RawSheet
  readonly table: RecognisedTable
  /** In the order of the plans beside the leading one. */
  readonly beside?: readonly RecognisedTable[]
}

/** `plan-for-other-table`: the table is not the one the plan was made for. */
export type ImportFailure = 'plan-for-other-table'

const blocks = (finding: Finding): boolean => finding.severity === 'error'
const isUnread = ({ findings }: ImportedRow): boolean => findings.some(blocks)

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
  const { sheet } = source
  const tables = [source.table, ...(source.beside ?? [])]
  const plans = halvesOf(plan)
  const isRight = (each: TablePlan, i: number): boolean => {
    const table = tables[i]
    return each.kind === definition.kind && table !== undefined && each.fingerprint === fingerprint(table)
  }
  if (plans.length !== tables.length || !plans.every(isRight)) return err('plan-for-other-table')
  const halves = plans.flatMap((each, i) => {
    const table = tables[i]
    return table === undefined ? [] : [readHalf(definition, { plan: each, table }, { sheet, context })]
  })
  const checks = halves.map((half) => checkHalf(half, halves))
  const rows = halves.flatMap(({ interpreted }, half) =>
    half === 0 ? interpreted.rows : interpreted.rows.map((row) => ({ ...row, half })),
  )
  const unread = rows.filter(isUnread)
  const validated = validateImported(definition, unread.length === 0 ? rows : rows.filter((row) => !isUnread(row)), {
    context,
    sheetName: sheet.name,
    isHalf: halves.length === 1 && plan.conventions.section !== undefined,
    halves: halves.map(({ columns }) => columns),
  })
  const rejected = [...unread, ...validated.rejected].sort((a: ImportedRow, b: ImportedRow) => a.row - b.row)
  return ok({
    rows: validated.rows,
    rejected,
    counts: { ...countRows(halves), imported: validated.rows.length, rejected: rejected.length },
    totals: checks.flat(),
    findings: [
      ...halves.flatMap((half, i) => findingsOfHalf(definition, { ...half, checks: checks[i] ?? [] }, sheet.name)),
      ...compareHalves(definition, halves, sheet.name),
      ...wordedTotalFindings(definition, {
        sheet,
        tables,
        rows: [...validated.rows, ...rejected].map(({ values }) => values),
        checks: checks.flat(),
      }),
      ...findingsOf(validated.rows),
      ...findingsOf(rejected),
      ...validated.findings,
    ],
  })
}

/** Of a table set side by side every row counts once a half. */
function countRows(halves: readonly ReadHalf[]): RowCounts {
  const sum = (of: (half: ReadHalf) => number): number => halves.reduce((total, half) => total + of(half), 0)
  return {
    imported: 0,
    rejected: 0,
    rows: sum(({ placed }) => placed.counts.rows),
    heading: sum(({ placed }) => placed.counts.heading),
    section: sum(({ placed }) => placed.counts.section),
    note: sum(({ placed }) => placed.counts.note),
    total: sum(({ placed, interpreted }) => placed.counts.total + interpreted.parents.length),
    blank: sum(({ placed, interpreted }) => placed.counts.blank + interpreted.blank),
  }
}

/** What is said of a table beside the findings of its rows. */
function findingsOfHalf(
  definition: SheetDefinition,
  half: ReadHalf & { readonly checks: readonly ControlTotalCheck[] },
  sheetName: string,
): readonly Finding[] {
  const { plan, table, placed, interpreted, declared, checks } = half
  return [
    ...missingColumns(definition, plan, sheetName),
    ...columnsLeftOut(plan, table, sheetName),
    ...stillOpen(table.findings, [declared, placed.rows]),
    ...controlTotalFindings(checks, definition, sheetName),
    ...interpreted.parents.flatMap((row) => row.findings),
  ]
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
function columnsLeftOut(plan: TablePlan, table: RecognisedTable, sheetName: string): readonly Finding[] {
  const numbered = /^(?:序号?|编号|行次|NO\.?)$/i
  const isOurs = plan.mappings.some(({ source }) => source.header === idHeader)
  const ownHeaders: readonly string[] = isOurs ? [idHeader, findingsHeader] : []
  return plan.mappings
    .filter(({ source }) => !ownHeaders.includes(source.header))
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
function missingColumns(definition: SheetDefinition, plan: TablePlan, sheetName: string): readonly Finding[] {
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
