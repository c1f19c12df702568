// A workbook still to be built, as plain data: what stands where and how it looks, for any writer.
import type { PlainDate } from '../kernel/plainDate.ts'
import type { Words } from '../kernel/words.ts'
import type { CellInput, TableBinding } from '../workbook/port.ts'
import type { CellRange } from '../workbook/raw.ts'

/** What a cell is for; the writer has one look for each. */
export type CellLook =
  'title' | 'meta' | 'header' | 'section' | 'data' | 'parent' | 'total' | 'signature' | 'marks-header' | 'marks' | 'id'

export interface CellStyle {
  readonly look: CellLook
  readonly align: 'left' | 'center' | 'right'
  /** Levels of indentation. */
  readonly indent: number
  /** Excel number format; `@` keeps what is typed as text. */
  readonly numberFormat: string
}

/** @see SheetBlueprint.styles */
export type StyleIndex = number

export interface BlueprintCell {
  /** 0-based. */
  readonly column: number
  readonly value: CellInput
  readonly style: StyleIndex
}

export interface BlueprintRow {
  /** 1-based, ascending; rows between are blank. */
  readonly row: number
  /** Points; null: the default, grown by the program where text wraps. */
  readonly height: number | null
  readonly cells: readonly BlueprintCell[]
}

export interface DropDown {
  readonly range: CellRange
  /** `list`: texts, first column of the list sheet at `list`; `number`, `day`: any within bounds; `any`: only the message. */
  readonly allow:
    | { readonly type: 'list'; readonly values: readonly string[]; readonly listColumn: number | null }
    | { readonly type: 'number' }
    | { readonly type: 'day'; readonly earliest: PlainDate; readonly latest: PlainDate }
    | { readonly type: 'any' }
  /** Whether something else may be entered after a warning. */
  readonly isStrict: boolean
  readonly title: string
  readonly message: string
}

/** The findings column shows its severity by the first character of its text. */
export interface MarkFormat {
  readonly range: CellRange
  readonly startsWith: string
  readonly severity: 'error' | 'warning' | 'hint'
}

export interface SheetBlueprint {
  readonly name: string
  /** Left to right; widths in characters. */
  readonly columns: readonly { readonly width: number; readonly hidden: boolean }[]
  /** All that rows use. */
  readonly styles: readonly CellStyle[]
  /** Title, unit line, header. */
  readonly head: readonly BlueprintRow[]
  /** Sections, records, totals. Made anew by every iteration; big exports are never held whole. */
  readonly rows: Iterable<BlueprintRow>
  /** First and last row of the body. */
  readonly body: { readonly top: number; readonly bottom: number }
  /** Signatures. */
  readonly foot: readonly BlueprintRow[]
  readonly merges: readonly CellRange[]
  readonly freeze: { readonly rows: number; readonly columns: number }
  readonly dropDowns: readonly DropDown[]
  readonly marks: readonly MarkFormat[]
  readonly filter: CellRange | null
  readonly print: {
    readonly area: CellRange
    /** Rows repeated on every page. */
    readonly titles: { readonly top: number; readonly bottom: number }
    readonly orientation: 'portrait' | 'landscape'
    /** Pages side by side; on those after the first the frozen columns are repeated. */
    readonly pagesWide: number
    /** With `&P` and `&N`. */
    readonly footer: string
  }
}

export interface WorkbookBlueprint {
  readonly sheet: SheetBlueprint
  /** Columns of the hidden sheet `_选项`: choices too long to be written into the rule itself. */
  readonly lists: readonly (readonly string[])[]
  readonly properties: { readonly title: string; readonly subject: string; readonly createdOn: string }
  readonly binding: TableBinding
}

export const listSheetName = '_选项'

/** First character of a finding's sentence in the column 校验: told apart without colour. */
export const severityMarks = { error: '■', warning: '▲', hint: '○' } as const

export const severityWords: Readonly<Record<'error' | 'warning' | 'hint', Words>> = {
  error: { 'zh-Hans': '须改', 'zh-Hant': '須改', en: 'To fix' },
  warning: { 'zh-Hans': '请说明', 'zh-Hant': '請說明', en: 'To explain' },
  hint: { 'zh-Hans': '提示', 'zh-Hant': '提示', en: 'Note' },
}
