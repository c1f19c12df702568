// How one column of a sheet kind is written down.
import type { Words } from '../kernel/words.ts'
import type { Value, Values } from '../kernel/value.ts'

export type ColumnType =
  | 'text' // free text
  | 'code' // an identifier: text always, NFKC, no inner spaces
  | 'choice' // one of `choices`
  | 'list' // several names, canonically joined by 、
  | 'money' // integer 分
  | 'integer'
  | 'percent' // 1/100 of a percent point
  | 'date' // PlainDate
  | 'deadline' // PlainDate or one of the standing words (长期, 每月末, 每季度末, 每年末, 立行立改)
  | 'boolean'

/** How a field merges: protocol.md §1.7. */
export type MergeClass = 'free' | 'money' | 'key' | 'state' | 'derived' | 'sensitive'

/** Who may see it: reliability.md §2.5. `sensitive` never enters the workbook's base. */
export type FieldClass = 'public' | 'unit' | 'money' | 'personal' | 'sensitive'

/** What is left of a value: first 3 and last 4 of an ID number · last 4 · 138****5678 · 张* · nothing. */
export type Mask = 'idcard' | 'tail4' | 'phone' | 'name' | 'whole'

export interface Choice {
  /** The stored value: the canonical Chinese word. */
  readonly value: string
  readonly label: Words
  /** Other spellings met in old files, besides the labels. */
  readonly synonyms: readonly string[]
}

/** What an identifier must look like; `idcard` 居民身份证号 (GB 11643), `bankcard` 银行卡号 (Luhn). */
export type CodeFormat = 'any' | 'digits' | 'idcard' | 'bankcard'

export interface ColumnDefinition {
  readonly type: ColumnType
  readonly label: Words
  /** Headers met in old files, in 简体; compared after normalizeHeader. The label's own words need not be repeated. */
  readonly synonyms: readonly string[]
  /** What belongs here; shown as the cell's input message. */
  readonly description: Words
  readonly required: boolean
  readonly merge: MergeClass
  readonly fieldClass: FieldClass
  /** How the server shows it in lists, workbooks and history; absent: by class and format, see definition/mask.ts. */
  readonly mask?: Mask
  /** In a 公示: absent, what is masked is left out and the rest shown (domain.md §6.1). `masked`: by `mask`, a name as 张*. */
  readonly publish?: 'full' | 'masked' | 'omit'
  readonly choices?: readonly Choice[]
  /** code only; default `any`. */
  readonly format?: CodeFormat
  /** percent only: a factor or a score, written and shown as a plain number (1.2, 95.5), never with %. */
  readonly isFactor?: boolean
  /** text only: a name of a person or unit, in which spaces between 汉字 and kinds of dots are of no account. */
  readonly isName?: boolean
  /** text only: set in by level in old sheets; spaces around it are the sheet's look, never part of the value. */
  readonly isIndented?: boolean
  /** date only: people write months here (出生年月), kept as their first day; `1985.03` is one. */
  readonly monthSuffices?: boolean
  /** text, code, list: in code points; default 32,767. */
  readonly maxLength?: number
  /** money: 分 · integer, percent: as stored. Inclusive. */
  readonly minimum?: number
  readonly maximum?: number
  /** For `derived` columns only: the value from the rest of the row. The workbook gets `formula`, the server computes. */
  readonly compute?: (row: Values) => Value
  /** Excel formula over structured places `{column}` of the same row, e.g. `{budget}-{lastFinal}`; only with `compute`. */
  readonly formula?: string
  /** Width in characters of the default font; print and screen. */
  readonly width: number
  /** Not in the template and not asked for at import, but kept when a file has it. */
  readonly optionalColumn?: boolean
}
