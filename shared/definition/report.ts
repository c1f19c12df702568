// A table that nobody types: worked out from the sheets of one unit and year, looking like any other sheet of the house.
import type { Condition } from './condition.ts'
import type { SheetDefinition } from './sheet.ts'

export interface ReportDefinition {
  /** kebab-case. */
  readonly report: string
  /** How it looks on paper and on screen; its permissions are not asked, nothing is ever pushed to it. */
  readonly sheet: SheetDefinition
  /** Columns of `sheet` that tell its lines apart: one line for each key that any source has. */
  readonly key: readonly string[]
  readonly sources: readonly ReportSource[]
  /** What is drawn: for every line one bar, its whole and what it is made of. */
  readonly bars?: ReportBars
}

/** Rows of one kind that the lines are made of. */
export interface ReportSource {
  readonly kind: string
  readonly where: Condition
  /** Only rows in these states; absent: in every state. */
  readonly states?: readonly string[]
  /** Column of the report → column of the source: the key, and texts that the first row with any gives. */
  readonly takes: Readonly<Record<string, string>>
  /** Money or integer columns that are added up; `column` null counts rows. `times` is a whole factor, usually 1. */
  readonly sums: readonly { readonly to: string; readonly column: string | null; readonly times: number }[]
}

export interface ReportBars {
  /** Only lines that meet it are drawn. */
  readonly where: Condition
  readonly label: string
  readonly whole: string
  /** From left to right; may pass the whole. */
  readonly parts: readonly string[]
}
