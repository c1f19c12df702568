// First pass over a table, top to bottom: data rows read, sections followed, total rows set aside, every row counted.
import type { RuleContext } from '../definition/rule.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { RawRow, RawSheet } from '../workbook/raw.ts'
import type { TablePlan, RecognisedTable, RowCounts, RowRole } from './plan.ts'
import { rowReader, type ReadRow } from './readRows.ts'
import { findSection, findTotalLine, genericTotal, plainLabel, rowLabels } from './rowLabels.ts'

export interface PlacedRow extends ReadRow {
  readonly raw: RawRow
  /** Section it stands under, by its key in the layout. */
  readonly section: string | undefined
}

export interface TotalRow {
  readonly raw: RawRow
  readonly labels: readonly string[]
  readonly section: string | undefined
  /** How many placed rows stand above it. */
  readonly after: number
}

export interface PlacedRows {
  readonly rows: readonly PlacedRow[]
  readonly totals: readonly TotalRow[]
  /** imported and rejected are 0 here: they are decided later. */
  readonly counts: RowCounts
}

const countedAs: Readonly<Record<RowRole, keyof Omit<RowCounts, 'rows' | 'imported' | 'rejected'> | undefined>> = {
  title: 'heading',
  meta: 'heading',
  header: 'heading',
  'repeated-header': 'heading',
  data: undefined,
  section: 'section',
  subtotal: 'total',
  total: 'total',
  footer: 'note',
  note: 'note',
  blank: 'blank',
}

/**
 * A line that looks like a sum but that the kind itself knows as data without any doubt (上年结余 among the totals).
 * Its labels must not be those of a total line of the layout, nor a word for sums.
 */
function isKnownLine(
  definition: SheetDefinition,
  row: ReadRow,
  place: {
    readonly context: RuleContext
    readonly section: string | undefined
    readonly raw: RawRow
    readonly table: RecognisedTable
  },
): boolean {
  if (definition.interpret === undefined || row.empty || row.findings.length > 0) return false
  const labels = rowLabels(place.raw, place.table.range.left, place.table.range.right)
  if (findTotalLine(definition, labels) !== undefined || genericTotal(labels) !== undefined) return false
  const within = place.section === undefined ? {} : { section: place.section }
  const meaning = definition.interpret(row.values, { ...place.context, ...within, codes: new Set() })
  return meaning.role === 'data' && meaning.findings.length === 0
}

/** A lone text that is the heading of a section of the kind: recognition, which knows no kinds, took it for a row. */
function isHeading(definition: SheetDefinition, { cells }: RawRow, { range }: RecognisedTable): boolean {
  if (definition.layout.sections.length === 0) return false
  let lone: string | undefined
  for (let index = range.left; index <= range.right; index++) {
    const cell = cells[index] ?? null
    if (cell === null || cell === '') continue
    if (lone !== undefined || typeof cell !== 'string') return false
    lone = cell
  }
  return lone !== undefined && findSection(definition, [plainLabel(lone)]) !== undefined
}

export function placeRows(
  definition: SheetDefinition,
  plan: TablePlan,
  source: { readonly sheet: RawSheet; readonly table: RecognisedTable; readonly context: RuleContext },
): PlacedRows {
  const { sheet, table } = source
  const { top, bottom } = table.range
  /** By row − top. */
  const roles: RowRole[] = []
  for (const row of table.rowRoles) roles[row.row - top] = row.empty === true ? 'blank' : row.role
  for (const correction of plan.roles) roles[correction.row - top] = correction.role
  const read = rowReader(definition, plan, source)
  const counts = { imported: 0, total: 0, section: 0, note: 0, blank: 0, rejected: 0, heading: 0 }
  const rows: PlacedRow[] = []
  const totals: TotalRow[] = []
  let section = plan.conventions.section
  let next = 0
  for (let index = top; index <= bottom; index++) {
    while ((sheet.rows[next]?.index ?? Number.POSITIVE_INFINITY) < index) next++
    const raw = sheet.rows[next]?.index === index ? sheet.rows[next] : undefined
    const seen = roles[index - top] ?? 'blank'
    const role = seen === 'data' && raw !== undefined && isHeading(definition, raw, table) ? 'section' : seen
    if (role === 'data') {
      const row = raw === undefined ? undefined : read(raw)
      if (raw === undefined || row === undefined || row.empty) counts.blank++
      else rows.push({ row: row.row, values: row.values, findings: row.findings, empty: false, raw, section })
      continue
    }
    if (raw !== undefined && (role === 'subtotal' || role === 'total')) {
      const row = read(raw)
      if (isKnownLine(definition, row, { context: source.context, section, raw, table })) {
        rows.push({ ...row, raw, section })
        continue
      }
    }
    counts[countedAs[role] ?? 'blank']++
    if (raw === undefined || (role !== 'section' && role !== 'subtotal' && role !== 'total')) continue
    const labels = rowLabels(raw, table.range.left, table.range.right)
    section = plan.conventions.section ?? findSection(definition, labels)?.key ?? section
    if (role !== 'section') totals.push({ raw, labels, section, after: rows.length })
  }
  return { rows, totals, counts: { ...counts, rows: bottom - top + 1 } }
}
