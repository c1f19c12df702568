// Wrong or doubtful data, said with its place: never thrown, always all of them.
import type { RecordId } from './value.ts'
import type { Params, Words } from './words.ts'

/** error 逆向/劝阻: blocks · warning: must be answered with a reason at submission · hint 侧向/提示: information. */
export type Severity = 'error' | 'warning' | 'hint'

/** 文号 and clause a rule rests on; `certainty` as in docs/sources: an uncertain source never blocks by default. */
export interface Citation {
  readonly source: string
  readonly clause: string
  readonly certainty: 'sourced' | 'secondary' | 'memory-high' | 'memory-medium' | 'house'
}

/** As exact as is known: file → sheet → row → cell; `column` is the column's key when it is known. Rows are 1-based. */
export interface FindingLocation {
  readonly sheet?: string
  readonly row?: number
  /** Cell reference such as `E9`. */
  readonly cell?: string
  readonly column?: string
  readonly id?: RecordId
}

export interface Finding {
  /** `area/kebab-case` for rules and rooms (`budget/deficit`), dotted for files and values (`file.encrypted`); stable, never reused. */
  readonly code: string
  readonly severity: Severity
  readonly location: FindingLocation
  /** Data only; the sentence comes from the code's words. */
  readonly params: Params
  readonly citation?: Citation
  /** A value that would clear it, when one is certain; `fix` groups findings that one step clears. */
  readonly fix?: FindingFix
}

export type FindingFix =
  | { readonly type: 'setValue'; readonly column: string; readonly value: string | number | boolean | null }
  | { readonly type: 'mapColumn'; readonly header: string; readonly column: string }
  | { readonly type: 'mapValue'; readonly column: string; readonly from: string; readonly to: string }

/** code → what to say: what, where, what to do. Each room exports its own; formatFinding looks through all. */
export type FindingWords = Readonly<Record<string, Words>>
