// A spreadsheet as it was read: nothing evaluated, nothing guessed, nothing dropped.
import type { Finding } from '../kernel/finding.ts'

export type Container = 'xlsx' | 'xlsm' | 'xlsb' | 'xls' | 'et' | 'ods' | 'csv' | 'html' | 'spreadsheetml' | 'unknown'

/** A date cell: the serial as stored and the day (and time) it means; `day` is undefined for serials that are no day. */
export interface RawDate {
  readonly kind: 'date'
  readonly serial: number
  /** `YYYY-MM-DD`, or with time `YYYY-MM-DD HH:mm:ss`, or only time `HH:mm:ss`; '' when there is none. */
  readonly text: string
}

/** A cell that holds `#REF!` and the like. */
export interface RawError {
  readonly kind: 'error'
  readonly code: string
}

/** null: blank. Text is as stored (not trimmed); numbers are IEEE doubles as stored. */
export type RawValue = null | string | number | boolean | RawDate | RawError

export interface RawRow {
  /** 1-based, as the spreadsheet shows it. */
  readonly index: number
  /** Position 0 is column A; trailing blanks are cut. */
  readonly cells: readonly RawValue[]
  /** Formula text without `=`, by the same positions; absent when the row has none. */
  readonly formulas?: readonly (string | undefined)[]
  /** Index into RawWorkbook.styles by position; absent when all are 0 or styles were not read. */
  readonly styles?: ArrayLike<number>
}

/** All inclusive; rows 1-based, columns 0-based. */
export interface CellRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** What recognition uses of a style; index 0 is the default style. */
export interface RawStyle {
  readonly numberFormat: string
  readonly bold: boolean
  readonly strike: boolean
  /** Indent level of the alignment, not of leading spaces. */
  readonly indent: number
}

export interface RawSheet {
  /** 0-based place in the workbook. */
  readonly index: number
  readonly name: string
  readonly visibility: 'visible' | 'hidden' | 'veryHidden'
  /** Only rows that hold something, ascending by index. */
  readonly rows: readonly RawRow[]
  readonly merges: readonly CellRange[]
  /** 1-based row numbers. */
  readonly hiddenRows: ReadonlySet<number>
  /** 0-based column numbers. */
  readonly hiddenColumns: ReadonlySet<number>
  /** Bounding box of cells that hold something; undefined for an empty sheet. The file's own dimension is not believed. */
  readonly trueRange: CellRange | undefined
  /** Excel table objects (ListObjects). */
  readonly tables: readonly { readonly name: string; readonly range: CellRange; readonly columns: readonly string[] }[]
}

export interface RawWorkbook {
  readonly container: Container
  readonly sheets: readonly RawSheet[]
  readonly styles: readonly RawStyle[]
  readonly definedNames: readonly { readonly name: string; readonly refersTo: string }[]
  readonly epoch: 1900 | 1904
  /** What was met on the way: `file.extension`, `file.macro-ignored`, `merge.overlap`, … */
  readonly findings: readonly Finding[]
}

/** Whole refusals of a file, a closed list (reliability.md §3.6 A). */
export type FileRefusalCode =
  | 'file.empty'
  | 'file.type'
  | 'file.type.html'
  | 'file.too-large'
  | 'file.encrypted'
  | 'file.no-cells'
  | 'file.archive.inflated'
  | 'file.archive.nested'
  | 'file.archive.overlap'
  | 'file.archive.entries'
  | 'file.archive.name'
  | 'file.archive.duplicate'
  | 'file.archive.damaged'
  | 'file.xml.dtd'
  | 'file.xml.depth'
  | 'file.xml.text'
  | 'file.xml.damaged'
  | 'file.cell.ref'
  | 'file.cells.count'
  | 'file.merge.count'
  | 'file.sheets.count'
  | 'file.cfb.damaged'
  | 'csv.encoding'
  | 'csv.rows'
  | 'csv.damaged'
  | 'file.timeout'
  | 'file.memory'
  | 'file.unreadable'

export interface FileRefusal {
  readonly code: FileRefusalCode
  readonly params: Readonly<Record<string, string | number>>
}

/** `3, 4` → `E3`; @param row 1-based @param column 0-based */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row}`
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  let name = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  return name
}

/** `AA` → 26; undefined past XFD or when it is no column name. */
export function columnIndex(name: string): number | undefined {
  if (!/^[A-Z]{1,3}$/.test(name)) return undefined
  let index = 0
  for (const letter of name) index = index * 26 + letter.charCodeAt(0) - 64
  return index <= 16384 ? index - 1 : undefined
}
