// Import as the endpoints speak of it: what was recognised in a file, plans and their previews. JSON shapes; all amounts are 分.
import type { ColumnSum, ControlTotalCheck, ImportPlan, KindGuess, RecognisedTable, RowCounts } from '../import/plan.ts'
import type { Finding, Severity } from '../kernel/finding.ts'
import type { Values } from '../kernel/value.ts'
import type { Container } from '../workbook/raw.ts'

/** Answer to an upload for import: everything recognised, and a plan per table of a known kind. */
export interface ImportAnalysis {
  readonly importId: string
  readonly file: { readonly name: string; readonly bytes: number; readonly container: Container }
  /** The file carries our base: it belongs to POST /workbooks. */
  readonly carriesBase: boolean
  readonly tables: readonly ImportTable[]
  readonly findings: readonly Finding[]
}
export interface ImportTable {
  readonly sheetName: string
  readonly tableIndex: number
  /** Its `rowRoles` reach as far as the picture does. */
  readonly table: RecognisedTable
  readonly guess: KindGuess | null
  readonly plan: ImportPlan | null
  readonly preview: ImportPreview | null
  /** The sheet as people know it, for the shaded picture: rows of texts, at most 300 rows × 40 columns. */
  readonly picture: {
    readonly top: number
    readonly left: number
    readonly rows: readonly (readonly string[])[]
    readonly cut: boolean
  }
}
/** Of very many rows and findings the first are shown; counts, totals and groups are of all. */
export interface ImportPreview {
  readonly counts: RowCounts
  readonly totals: readonly ControlTotalCheck[]
  readonly sums: readonly ColumnSum[]
  readonly rows: readonly { readonly row: number; readonly values: Values }[]
  /** At most 1,000, some of every group; `findingCount` says how many there are. */
  readonly findings: readonly Finding[]
  readonly findingCount: number
  /** Findings grouped by the fix that clears most, largest first; at most 200 of `groupCount`. */
  readonly fixGroups: readonly FixGroup[]
  readonly groupCount: number
}
export interface FixGroup {
  readonly code: string
  /** The worst of the group. */
  readonly severity: Severity
  readonly column: string | null
  /** All of the group, shown or not. */
  readonly count: number
  /** Those of the group that are shown: places in `findings`. */
  readonly findings: readonly number[]
  /** Rows of all of the group, as runs, both ends included. */
  readonly rows: readonly (readonly [number, number])[]
}
/** Body of POST /imports/:id/plan, /rehearse and /apply. */
export interface ImportRequest {
  readonly plan: ImportPlan
  readonly unitId: string
  readonly year: number
}
