// Findings as sentences in the column 校验, and their clearing: plain text in our own column, no paint on anyone's cells.
import type { Finding, Severity } from '../kernel/finding.ts'
import type { Locale } from '../kernel/words.ts'
import { findingsHeader, type BoundTable, type CellEdit, type WorkbookEdit } from '../workbook/port.ts'
import { severityMarks, severityWords } from './blueprint.ts'

export interface MarkWords {
  readonly locale: Locale
  /** The finding in the reader's language (formatFinding). */
  readonly sentence: (finding: Finding) => string
}

export interface Marks {
  readonly edits: readonly WorkbookEdit[]
  /** Findings that belong to no row of the table: shown elsewhere. */
  readonly unplaced: readonly Finding[]
}

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 }
/** A cell takes 32,767; beyond this nobody reads on. */
const maxLength = 1_000
const columnWidth = 36

/** Only cells whose text changes are written; marks of rows that are clean now are cleared. */
export function markFindings(table: BoundTable, findings: readonly Finding[], words: MarkWords): Marks {
  const byId = new Map(table.rows.filter(({ id }) => id !== '').map((row) => [row.id.toLowerCase(), row.raw.index]))
  const rows = new Set(table.rows.map(({ raw }) => raw.index))
  const placed = new Map<number, Finding[]>()
  const unplaced: Finding[] = []
  for (const finding of findings) {
    const { id, row } = finding.location
    const at = (id === undefined ? undefined : byId.get(id)) ?? (row !== undefined && rows.has(row) ? row : undefined)
    if (at === undefined) unplaced.push(finding)
    else placed.set(at, [...(placed.get(at) ?? []), finding])
  }
  const texts = new Map([...placed].map(([row, list]) => [row, textOf(list, words)]))
  const place = findColumn(table)
  const cells = table.rows.flatMap(({ raw }): readonly CellEdit[] => {
    const now = place.isNew ? null : (raw.cells[place.column] ?? null)
    const wanted = texts.get(raw.index)
    if (wanted !== undefined) return now === wanted ? [] : [toCell(raw.index, place.column, wanted)]
    return isMark(now) ? [{ row: raw.index, column: place.column, value: null }] : []
  })
  if (cells.length === 0) return { edits: [], unplaced }
  const sheet = table.binding.sheetName
  return { edits: [...place.edits, { type: 'setCells', sheet, cells }], unplaced }
}

/** Takes back what markFindings wrote; what others wrote into the column stays. */
export function clearMarks(table: BoundTable): readonly WorkbookEdit[] {
  const column = table.findingsColumn
  if (column === undefined) return []
  const cells = table.rows
    .filter(({ raw }) => isMark(raw.cells[column] ?? null))
    .map(({ raw }): CellEdit => ({ row: raw.index, column, value: null }))
  return cells.length === 0 ? [] : [{ type: 'setCells', sheet: table.binding.sheetName, cells }]
}

function textOf(findings: readonly Finding[], { locale, sentence }: MarkWords): string {
  const lines = findings
    .toSorted((a, b) => order[a.severity] - order[b.severity])
    .map(
      (finding) =>
        `${severityMarks[finding.severity]} ${severityWords[finding.severity][locale]}：${sentence(finding)}`,
    )
  const text = [...new Set(lines)].join('\n')
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`
}

function toCell(row: number, column: number, text: string): CellEdit {
  return { row, column, value: { kind: 'text', text } }
}

function isMark(cell: unknown): boolean {
  return typeof cell === 'string' && Object.values(severityMarks).some((mark) => cell.startsWith(`${mark} `))
}

/** Our column where it stands, or a new one right of everything. */
function findColumn(table: BoundTable) {
  if (table.findingsColumn !== undefined) return { column: table.findingsColumn, isNew: false, edits: [] }
  const bound = [...table.columns.values(), table.idColumn ?? 0]
  const column = table.rows.reduce((most, { raw }) => Math.max(most, raw.cells.length), Math.max(...bound) + 1)
  const sheet = table.binding.sheetName
  const header: CellEdit = { row: table.binding.headerRow, column, value: { kind: 'text', text: findingsHeader } }
  const edits: readonly WorkbookEdit[] = [
    { type: 'addColumn', sheet, at: column, width: columnWidth, hidden: false },
    { type: 'setCells', sheet, cells: [header] },
  ]
  return { column, isNew: true, edits }
}
