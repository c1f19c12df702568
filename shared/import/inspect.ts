// What `tongbiao inspect` says of a file: the tables understood, row by row, in the shape of shared/inspect.md.
import {
  cellName,
  columnIndex,
  columnName,
  type Container,
  type RawSheet,
  type RawValue,
  type RawWorkbook,
} from '../workbook/raw.ts'
import { fillPlaces, type Locale } from '../kernel/words.ts'
import type { Finding, FindingLocation } from '../kernel/finding.ts'
import { importWords } from './importWords.ts'
import type { KindGuess, RecognisedRow, RecognisedTable, RowRole, UnitLine } from './plan.ts'
import { recogniseSheet } from './recogniseSheet.ts'
import { recogniseWords } from './recogniseWords.ts'
import { countRecords, sheetFindings } from './sheetFindings.ts'

export interface InspectColumn {
  readonly col: string
  readonly header: string
  readonly path: readonly string[]
  readonly type: string
  readonly unit: UnitLine | null
  readonly fillDown: boolean
  readonly key: string | null
}

export interface InspectTable {
  readonly titleRows: readonly number[]
  readonly metaRows: readonly number[]
  readonly headerRows: readonly number[]
  readonly repeatedHeaderRows: readonly number[]
  /** Runs of rows of data, both ends included. */
  readonly data: readonly (readonly [number, number])[]
  readonly sectionRows: readonly number[]
  readonly subtotalRows: readonly number[]
  readonly totalRows: readonly number[]
  readonly footerRows: readonly number[]
  readonly blankRows: readonly number[]
  readonly records: number
  readonly unit: UnitLine | null
  readonly columns: readonly InspectColumn[]
  readonly sums: readonly {
    readonly col: string
    readonly sum: string
    readonly numericCells: number
    readonly textCells: number
    readonly declared: string | null
    readonly ties: boolean | null
  }[]
  readonly kind: KindGuess | null
}

export type InspectValue = string | number | boolean | null

export interface InspectSheet {
  readonly index: number
  readonly name: string
  readonly visibility: RawSheet['visibility']
  /** `A1:H204`; '' for a sheet that holds nothing. */
  readonly trueRange: string
  readonly tables: readonly InspectTable[]
  readonly cells: Readonly<Record<string, InspectValue>>
  readonly filled: Readonly<Record<string, InspectValue>>
}

export interface InspectFinding {
  readonly code: string
  readonly severity: Finding['severity']
  readonly location: FindingLocation
  readonly message: string
}

export interface InspectReport {
  readonly file: string
  readonly container: Container
  readonly error: { readonly code: string; readonly message: string } | null
  readonly sheets: readonly InspectSheet[]
  readonly findings: readonly InspectFinding[]
}

/** What the list of kinds knows of a table; given by whoever may know the kinds. */
export type Identify = (
  table: RecognisedTable,
  sheet: RawSheet,
) => {
  readonly kind: KindGuess | null
  /** Column key by position in `table.columns`. */
  readonly keys: readonly (string | null)[]
}

export interface InspectOptions {
  readonly file: string
  readonly locale: Locale
  /** 0-based; all sheets when absent. */
  readonly sheet?: number
  /** Cell references such as `A7`. */
  readonly cells?: readonly string[]
  readonly identify?: Identify
  /** The sentence of a finding that recognition has no words for (reading the file). */
  readonly message?: (finding: Finding) => string | undefined
}

function rowsOf(table: RecognisedTable, ...roles: readonly RowRole[]): readonly number[] {
  return table.rowRoles.filter((row) => roles.includes(row.role)).map((row) => row.row)
}

function runs(rows: readonly RecognisedRow[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (const { row, role } of rows) {
    if (role !== 'data') continue
    const last = found[found.length - 1]
    if (last && last[1] === row - 1) last[1] = row
    else found.push([row, row])
  }
  return found
}

function inspectTable(table: RecognisedTable, sheet: RawSheet, identify: Identify | undefined): InspectTable {
  const known = identify?.(table, sheet)
  return {
    titleRows: rowsOf(table, 'title'),
    metaRows: rowsOf(table, 'meta'),
    headerRows: table.headerRows,
    repeatedHeaderRows: rowsOf(table, 'repeated-header'),
    data: runs(table.rowRoles),
    sectionRows: rowsOf(table, 'section'),
    subtotalRows: rowsOf(table, 'subtotal'),
    totalRows: rowsOf(table, 'total'),
    footerRows: rowsOf(table, 'footer', 'note'),
    blankRows: rowsOf(table, 'blank'),
    records: countRecords(table),
    unit: table.unit,
    columns: table.columns.map((column, i) => ({
      col: columnName(column.index),
      header: column.header,
      path: column.path,
      type: column.type,
      unit: column.unit,
      fillDown: column.fillDown,
      key: known?.keys[i] ?? null,
    })),
    sums: table.sums.map(({ index, ...sum }) => ({ col: columnName(index), ...sum })),
    kind: known?.kind ?? null,
  }
}

function plainValue(value: RawValue): InspectValue {
  if (value === null || typeof value !== 'object') return typeof value === 'string' ? value.trim() : value
  return value.kind === 'date' ? value.text : value.code
}

function cellAt(sheet: RawSheet, row: number, column: number): RawValue {
  let low = 0
  let high = sheet.rows.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const index = sheet.rows[middle]?.index ?? 0
    if (index === row) return sheet.rows[middle]?.cells[column] ?? null
    if (index < row) low = middle + 1
    else high = middle - 1
  }
  return null
}

/** What a blank cell of a filled column takes from above: within its merge, or from the first row of its group. */
function filledValue(sheet: RawSheet, tables: readonly RecognisedTable[], row: number, column: number): InspectValue {
  const table = tables.find(
    (one) =>
      one.range.top <= row &&
      row <= one.range.bottom &&
      one.columns.some((seen) => seen.index === column && seen.fillDown),
  )
  if (!table) return null
  const merge = sheet.merges.find(
    (one) => one.left <= column && column <= one.right && one.top <= row && row <= one.bottom && one.bottom > one.top,
  )
  if (merge) return plainValue(cellAt(sheet, merge.top, merge.left))
  const merged = sheet.merges.some(
    (one) =>
      one.left === column && one.bottom > one.top && one.top >= table.range.top && one.bottom <= table.range.bottom,
  )
  if (merged) return null
  for (let above = row - 1; above >= table.range.top; above--) {
    if (table.rowRoles[above - table.range.top]?.role !== 'data') return null
    const value = plainValue(cellAt(sheet, above, column))
    if (value !== null && value !== '') return value
  }
  return null
}

function readCells(
  sheet: RawSheet,
  tables: readonly RecognisedTable[],
  references: readonly string[],
): Pick<InspectSheet, 'cells' | 'filled'> {
  const cells: Record<string, InspectValue> = {}
  const filled: Record<string, InspectValue> = {}
  for (const reference of references) {
    const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(reference.trim().toUpperCase())
    const column = match ? columnIndex(match[1] ?? '') : undefined
    if (!match || column === undefined) continue
    const row = Number(match[2])
    const name = cellName(row, column)
    const value = plainValue(cellAt(sheet, row, column))
    cells[name] = value === '' ? null : value
    if (cells[name] !== null) continue
    const above = filledValue(sheet, tables, row, column)
    if (above !== null) filled[name] = above
  }
  return { cells, filled }
}

const trimmedRange = (sheet: RawSheet): string =>
  sheet.trueRange
    ? `${cellName(sheet.trueRange.top, sheet.trueRange.left)}:${cellName(sheet.trueRange.bottom, sheet.trueRange.right)}`
    : ''

/** Recognises every sheet asked for and says it in the shape of the contract. Pure. */
export function inspectWorkbook(workbook: RawWorkbook, options: InspectOptions): InspectReport {
  const findings: Finding[] = [...workbook.findings]
  const sheets = workbook.sheets
    .filter((sheet) => options.sheet === undefined || sheet.index === options.sheet)
    .map((sheet): InspectSheet => {
      const tables = recogniseSheet(sheet, { styles: workbook.styles })
      findings.push(...sheetFindings(sheet, tables), ...tables.flatMap((table) => table.findings))
      return {
        index: sheet.index,
        name: sheet.name,
        visibility: sheet.visibility,
        trueRange: trimmedRange(sheet),
        tables: tables.map((table) => inspectTable(table, sheet, options.identify)),
        ...readCells(sheet, tables, options.cells ?? []),
      }
    })
  return {
    file: options.file,
    container: workbook.container,
    error: null,
    sheets,
    findings: findings.map((finding) => sayFinding(finding, options)),
  }
}

function sayFinding(finding: Finding, options: InspectOptions): InspectFinding {
  const words = recogniseWords[finding.code] ?? importWords[finding.code]
  const message =
    options.message?.(finding) ?? (words ? fillPlaces(words[options.locale], finding.params) : finding.code)
  return { code: finding.code, severity: finding.severity, location: finding.location, message }
}

/** The same shape for a file that was refused. */
export function inspectRefusal(
  file: string,
  container: Container,
  error: { readonly code: string; readonly message: string },
): InspectReport {
  return { file, container, error, sheets: [], findings: [] }
}
