// What import understood of a file and what it will do: data that a person can see, correct and keep.
import type { Finding } from '../kernel/finding.ts'
import type { ColumnType } from '../definition/column.ts'
import type { Value, Values } from '../kernel/value.ts'
import type { CellRange } from '../workbook/raw.ts'

/** How every source row ends; the counts add up to the rows of the table's range. */
export type RowRole =
  | 'title'
  | 'meta'
  | 'header'
  | 'repeated-header'
  | 'data'
  | 'section'
  | 'subtotal'
  | 'total'
  | 'footer'
  | 'note'
  | 'blank'

export interface UnitLine {
  /** 分 per unit ÷ 100: 1 for 元, 10000 for 万元. */
  readonly scale: number
  readonly name: string
  /** Cell reference where it was read. */
  readonly where: string
}

export interface RecognisedColumn {
  /** 0-based. */
  readonly index: number
  /** Last header text as shown, cleaned of line breaks. */
  readonly header: string
  /** From the merged parents down. */
  readonly path: readonly string[]
  readonly type: 'text' | 'number' | 'money' | 'date' | 'percent' | 'boolean'
  readonly unit: UnitLine | null
  /** Group key merged down or left blank below its first row: to be filled down. */
  readonly fillDown: boolean
}

export interface ColumnSum {
  readonly index: number
  /** Exact decimal text of the data rows' sum, in the column's own unit. */
  readonly sum: string
  readonly numericCells: number
  readonly textCells: number
  /** What the file's own total row says, exact decimal text; null when it says nothing. */
  readonly declared: string | null
  /** null when nothing is declared. */
  readonly ties: boolean | null
}

/** What one row of a table's range is. */
export interface RecognisedRow {
  readonly row: number
  readonly role: RowRole
  /** Text of the section row above it. */
  readonly section?: string
  /** Depth by codes, indents or outline numbers; 0 at the top. */
  readonly level?: number
  /** Data that nobody filled in: a numbered blank, template residue, a blank form. No record. */
  readonly empty?: true
  /** Further row of the record that begins at this row number. */
  readonly partOf?: number
  /** Its amounts are the sum of the rows below it: not added again. */
  readonly parent?: true
}

/** One table found in a sheet, of a known kind or not. Row numbers are 1-based. */
export interface RecognisedTable {
  readonly range: CellRange
  readonly rowRoles: readonly RecognisedRow[]
  readonly headerRows: readonly number[]
  readonly columns: readonly RecognisedColumn[]
  readonly unit: UnitLine | null
  /** Title text without unit and year where they could be told apart. */
  readonly title: string
  readonly year: number | null
  readonly unitName: string | null
  readonly sums: readonly ColumnSum[]
  /** Side-by-side twin: tables that share rows carry the same number. */
  readonly block: number
  /** 0–1. Below 0.6 there is a finding that says so. */
  readonly confidence: number
  readonly findings: readonly Finding[]
}

export interface ColumnMapping {
  readonly source: { readonly index: number; readonly header: string; readonly path: readonly string[] }
  /** Column key of the kind; null: left out on purpose (kept in the file, not in the record). */
  readonly target: string | null
  readonly basis: 'exact' | 'synonym' | 'normalized' | 'content' | 'profile' | 'manual' | 'none'
  /** Share of sampled cells that read back unchanged, 0–1. */
  readonly confidence: number
}

export interface Conventions {
  readonly unitFen: number
  readonly year: number
  /** What a blank money cell means. */
  readonly blankMoney: 'null' | 'zero'
  /** Section the whole table stands under (side-by-side halves), by its key in the layout. */
  readonly section?: string
}

/** What becomes of one recognised table. Refused for a table it was not made for (fingerprint). */
export interface TablePlan {
  readonly kind: string
  readonly schema: number
  readonly sheetName: string
  readonly tableIndex: number
  readonly fingerprint: string
  readonly mappings: readonly ColumnMapping[]
  readonly conventions: Conventions
  /** Row roles a person corrected. */
  readonly roles: readonly { readonly row: number; readonly role: RowRole }[]
  /** Values a person corrected, by source row and column key. */
  readonly corrections: readonly { readonly row: number; readonly column: string; readonly value: Value }[]
  /** Value aliases: 科目/部门 别名. */
  readonly aliases: readonly { readonly column: string; readonly from: string; readonly to: string }[]
  readonly onMatch: 'replace-all' | 'replace-with-nonblank' | 'fill-blanks-only'
  /** Row numbers whose warnings were looked at and accepted. */
  readonly accepted: readonly number[]
}

/** What is imported at once: one table, or one with those beside it that make one sheet (income left, expenditure right). */
export interface ImportPlan extends TablePlan {
  readonly beside?: readonly TablePlan[]
}

export interface ControlTotalCheck {
  readonly column: string
  readonly label: string
  /** 分. */
  readonly computed: number
  readonly declared: number | null
  readonly difference: number | null
  /** Cell reference of the declared total. */
  readonly where: string | null
  readonly ties: boolean | null
}

export interface ImportedRow {
  /** 1-based source row. */
  readonly row: number
  readonly values: Values
  readonly findings: readonly Finding[]
  /** Which of several tables beside one another it stands in; 0 when absent. */
  readonly half?: number
}

/** imported + total + section + note + blank + rejected + headings = rows of the range. */
export interface RowCounts {
  readonly imported: number
  readonly total: number
  readonly section: number
  readonly note: number
  readonly blank: number
  readonly rejected: number
  readonly heading: number
  readonly rows: number
}

export interface ImportResult {
  readonly rows: readonly ImportedRow[]
  readonly rejected: readonly ImportedRow[]
  readonly counts: RowCounts
  readonly totals: readonly ControlTotalCheck[]
  readonly findings: readonly Finding[]
}

export interface KindGuess {
  readonly kind: string
  /** 0–1. */
  readonly confidence: number
  readonly reasons: readonly string[]
}

/** A column type seen in content, before any kind is known. */
export type SeenType = RecognisedColumn['type'] | ColumnType
