// How a sheet kind looks on paper: from it the template, the export and the recognition of totals are derived.
import type { Condition } from './condition.ts'
import type { SumTerm } from './rule.ts'
import type { Words } from '../kernel/words.ts'

export interface Layout {
  /** `{unit}` and `{year}` are filled in. */
  readonly title: Words
  /** Titles met in old files, in 简体, without unit and year; matched as parts. */
  readonly titleSynonyms: readonly string[]
  /** Column keys from left to right as printed. */
  readonly columns: readonly string[]
  /** Header groups over several columns, e.g. 科目 over 编码 and 名称; two-row header. */
  readonly groups: readonly { readonly label: Words; readonly columns: readonly string[] }[]
  /** Row blocks in order, each with its heading row and the rows that belong to it. One block without heading when absent. */
  readonly sections: readonly Section[]
  /** Total lines, in the order printed, each after its section or at the end. Never data. */
  readonly totals: readonly TotalLine[]
  /** The amount the sheet is about, where it is not the last one that people fill in (原值 rather than 累计折旧). */
  readonly leadAmount?: string
  /** Rows that are sums of rows below them (科目 501 over 50101…). Parents that have children in the sheet are never data. */
  readonly hierarchy?: { readonly column: string; readonly by: 'prefix' }
  /** Signature line under the table. */
  readonly signatures: readonly Words[]
  /** Columns in which the numbered row is counted (序号). */
  readonly sequenceColumn?: string
  readonly orientation: 'portrait' | 'landscape'
  /** `元` or `万元` corner; only for kinds with money columns. */
  readonly unitLine: boolean
  /** Empty ruled rows at the end of a fresh template. */
  readonly spareRows: number
  readonly freezeColumns: number
}

export interface Section {
  readonly key: string
  readonly label: Words
  /** Heading spellings met in old files, in 简体, e.g. 收入, 一、收入. */
  readonly synonyms: readonly string[]
  readonly where: Condition
  /** What a row that stands under this heading gets, e.g. { side: '收入' }. */
  readonly sets: Readonly<Record<string, string>>
}

export interface TotalLine {
  readonly key: string
  readonly label: Words
  readonly synonyms: readonly string[]
  /** After which section it is printed; absent: at the end. */
  readonly after?: string
  /** Summed for each money column listed in `columns`; `terms[].column` is replaced by that column. */
  readonly terms: readonly Omit<SumTerm, 'column'>[]
  readonly columns: readonly string[]
}
