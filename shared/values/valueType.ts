// One table of column types: cell ⇄ value ⇄ text ⇄ wire, mutually inverse. Laws in test/shared/values.
import type { ColumnDefinition, ColumnType } from '../definition/column.ts'
import type { Result } from '../kernel/result.ts'
import type { Value } from '../kernel/value.ts'
import type { Locale, Params } from '../kernel/words.ts'
import type { CellInput } from '../workbook/port.ts'
import type { RawValue } from '../workbook/raw.ts'

/** Where a cell stands, as far as reading it depends on that. */
export interface ReadingContext {
  /** 分 per displayed unit: 100 for 元, 1,000,000 for 万元. */
  readonly unitFen: number
  /** 年度: `6月底前` means June of it. */
  readonly year: number
  /** true: tolerant reading of old files (`约500`, `1.2万`, `2023.5.1`, …) with notes; false: our own sheets. */
  readonly legacy: boolean
  /** true: bare numbers of percent columns are percent points (header says %); false: fractions; absent: told by size. */
  readonly percentPoints?: boolean
  /** Date system of the workbook, for serials that no date format marks as days; 1900 when absent. */
  readonly epoch?: 1900 | 1904
}

/** Why a cell could not be read; `suggestion` is a reading that is certain enough to offer. */
export interface ValueProblem {
  readonly code: string
  readonly params: Params
  readonly suggestion?: Value
}

export interface ReadValue {
  readonly value: Value
  /** Codes of what was assumed on the way (`value/approximate`, `value/full-width`, …): shown as hints. */
  readonly notes: readonly string[]
}

/** A failed parse is never 0 or ''. */
export interface ValueType {
  readonly type: ColumnType
  parse(cell: RawValue, column: ColumnDefinition, context: ReadingContext): Result<ReadValue, ValueProblem>
  /** For people: 1,234.50 · 12.5% · 是. */
  format(value: Exclude<Value, null>, column: ColumnDefinition, locale: Locale): string
  toCell(value: Exclude<Value, null>, column: ColumnDefinition, context: ReadingContext): CellInput
  /** JSON form: money as decimal text of 分, the rest as it is. */
  encode(value: Exclude<Value, null>): string | number | boolean
  decode(wire: unknown, column: ColumnDefinition): Result<Value, ValueProblem>
}
