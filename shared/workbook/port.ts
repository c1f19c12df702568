// The door to a workbook: what is read from it and everything that may be done to it, as data.
import type { Result } from '../kernel/result.ts'
import type { RawRow, RawValue } from './raw.ts'

/**
 * One bound table as it stands now. Rows are found by the row ids in the hidden id column; rows without id are new.
 * Columns are found by their header text, so that swapped or inserted columns do no harm.
 */
export interface BoundTable {
  readonly binding: TableBinding
  /** Column key → 0-based column where its header stands now; a bound column that is gone is absent. */
  readonly columns: ReadonlyMap<string, number>
  /** 0-based; undefined when the id column was deleted (C27). */
  readonly idColumn: number | undefined
  /** 0-based column of 校验; absent when there is none. */
  readonly findingsColumn?: number
  /**
   * Every row between header and end of the table that holds something, in sheet order, total and section rows included;
   * without those that only repeat title or header, as printed pages do.
   */
  readonly rows: readonly BoundRow[]
}

export interface BoundRow {
  readonly raw: RawRow
  /** Text of the id cell, '' when blank. */
  readonly id: string
}

/** How a table in a workbook belongs to a partition; kept in the base sheet. */
export interface TableBinding {
  readonly partition: string
  readonly kind: string
  readonly schema: number
  readonly sheetName: string
  /** 1-based rows of the header (last one decides) at issue; searched again when the sheet was moved about. */
  readonly headerRow: number
  /** Column key → header text as issued. */
  readonly headers: Readonly<Record<string, string>>
  /** 分 per displayed unit: 100 for 元, 1,000,000 for 万元. */
  readonly unitFen: number
}

/** One thing done to a workbook. Planned by pure functions, applied in order by a thin adapter. */
export type WorkbookEdit =
  /** Only the cells named; their format is kept unless `numberFormat` is given. */
  | { readonly type: 'setCells'; readonly sheet: string; readonly cells: readonly CellEdit[] }
  /** Inserts rows before `before` (1-based), formatted like row `like`; references below shift. */
  | {
      readonly type: 'insertRows'
      readonly sheet: string
      readonly before: number
      readonly count: number
      readonly like: number
    }
  /** 1-based rows, ascending. */
  | { readonly type: 'deleteRows'; readonly sheet: string; readonly rows: readonly number[] }
  /**
   * Width and visibility of a column of our own at `at` (0-based). A filter or table object that ends beside it takes it
   * in, so that sorting there takes our cells along.
   */
  | {
      readonly type: 'addColumn'
      readonly sheet: string
      readonly at: number
      readonly width: number
      readonly hidden: boolean
    }
  /** Replaces the very-hidden sheet `_tongbiao` whole; rows of text cells. */
  | { readonly type: 'setState'; readonly rows: readonly (readonly string[])[] }

export interface CellEdit {
  readonly row: number
  readonly column: number
  readonly value: CellInput
  readonly numberFormat?: string
  /** Formatted like this cell (1-based row, 0-based column, as they stand before the edit), borders and fill included. */
  readonly like?: { readonly row: number; readonly column: number }
}

/** What may be written: numbers as numbers, text as text (never as formula), days as serials by the adapter. */
export type CellInput =
  | null
  | { readonly kind: 'text'; readonly text: string }
  /** Exact decimal text such as `1234.50`, written digit for digit. */
  | { readonly kind: 'number'; readonly decimal: string }
  | { readonly kind: 'date'; readonly day: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** Only for columns whose definition declares a formula. `cached` is its value. */
  | { readonly kind: 'formula'; readonly formula: string; readonly cached: RawValue }

export type WorkbookFailureCode =
  | 'protected'
  | 'missing-sheet'
  | 'missing-table'
  | 'too-large'
  | 'busy'
  | 'unsupported'
  | 'damaged'
  /** The caller's signal was aborted; what was written before stands. */
  | 'cancelled'

export interface WorkbookFailure {
  readonly code: WorkbookFailureCode
  readonly detail: string
}

/** How far a call has come; never falls. */
export interface CallProgress {
  /** Cells, rows of the state sheet, rows and columns that were moved. */
  readonly done: number
  /** As far as is known: reading learns it underway. */
  readonly total: number
  /** 1-based; one batch is one exchange with the program that holds the workbook. */
  readonly batch: number
  readonly batches: number
}

export interface CallOptions {
  /** An AbortSignal will do. Looked at before every batch: what is under way is done, then the answer is `cancelled`. */
  readonly signal?: { readonly aborted: boolean }
  /** After every batch; of a call that ends well the last one has `done === total`. */
  readonly onProgress?: (progress: CallProgress) => void
}

/** One conformance suite over memory, file and Office.js adapters: test/conformance/workbookPort.ts. */
export interface WorkbookPort {
  /** Rows of the `_tongbiao` sheet, or null when there is none. */
  readState(options?: CallOptions): Promise<Result<readonly (readonly string[])[] | null, WorkbookFailure>>
  readTable(binding: TableBinding, options?: CallOptions): Promise<Result<BoundTable, WorkbookFailure>>
  /**
   * In order; stops at the first failure; `applied` says how many took effect. The edit that failed or was cancelled may
   * have taken effect in part: its cells are to be read again.
   */
  apply(
    edits: readonly WorkbookEdit[],
    options?: CallOptions,
  ): Promise<Result<void, WorkbookFailure & { readonly applied: number }>>
}

export const stateSheetName = '_tongbiao'
/** Header text of the hidden id column. */
export const idHeader = '同表编号'
/** Header text of the visible findings column. */
export const findingsHeader = '校验'
