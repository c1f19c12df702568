// A sheet kind: one file of plain, typed data from which everything else is derived.
import type { ColumnDefinition } from './column.ts'
import type { Condition } from './condition.ts'
import type { Layout } from './layout.ts'
import type { LightRule } from './light.ts'
import type { Rule, RuleContext, SumTerm } from './rule.ts'
import type { Workflow } from './workflow.ts'
import type { RemainderRule } from '../kernel/allocate.ts'
import type { Value, Values } from '../kernel/value.ts'
import type { Finding, FindingWords } from '../kernel/finding.ts'
import type { Words } from '../kernel/words.ts'

/** What the engine sees: listable, no type parameter. */
export interface SheetDefinition {
  readonly kind: string
  /** Rises when columns change meaning; the wire's `schema`. */
  readonly version: number
  readonly title: Words
  readonly description: Words
  readonly columns: Readonly<Record<string, ColumnDefinition>>
  /** Column keys that people would know the row by; a collision is a finding (`key-taken`), not an identity. */
  readonly naturalKey: readonly string[]
  /** Columns that merge together or conflict together (payee + account + amount). */
  readonly atomicSets: readonly (readonly string[])[]
  readonly rules: readonly Rule[]
  readonly layout: Layout
  readonly workflow: Workflow
  readonly upgrades: readonly Upgrade[]
  /** Kind-specific reading of a row after its columns are mapped (e.g. accounts by year, name and code). Pure; may add findings. */
  readonly interpret?: (row: Values, context: RuleContext & InterpretContext) => Interpretation
  /** Rows a fresh template starts with (e.g. the chart of accounts). */
  readonly starterRows?: (context: RuleContext) => readonly Values[]
  /** Sentences of the findings that `interpret` gives and of the reasons that `light` gives, by code. */
  readonly words?: FindingWords
  /** Columns that say who a row is about. */
  readonly person?: PersonColumns
  /** Sums that are shared out over rows by weights (奖金总额 over the rows of 奖金). */
  readonly shares?: readonly Share[]
  /** Lists that come again and again: the difference to the last issue is shown (新增、减少、金额变). */
  readonly series?: Series
  /** Traffic light of a row on a day: worked out when shown, never stored. */
  readonly light?: LightRule
}

export interface PersonColumns {
  readonly name: string
  readonly department: string
}

/** A sum, and the rows that share it. */
export interface Share {
  /** Each group of like values has its own sum. */
  readonly groupBy: readonly string[]
  readonly total: SumTerm
  /** Rows that take part, the column that holds their part, and the one that names them. */
  readonly where: Condition
  readonly part: string
  readonly name: string
  /** Whole number ≥ 0; 0 takes no part. */
  readonly weight: (row: Values) => number
  /** Where what cannot be divided goes, unless a person says otherwise. */
  readonly remainder: RemainderRule
}

/** Columns by which one issue (期, 节日, 批次) of a list is compared with the one before. */
export interface Series {
  /** Who: the parts of the key are tried in order, the first that is filled in decides. */
  readonly person: readonly string[]
  /** Which issue; issues follow each other in the order of their first row. */
  readonly issue: readonly string[]
  readonly amount: string
  /** How a person is called in the list of differences. */
  readonly name: string
}

export interface InterpretContext {
  /** Section the row stands in, by its key. */
  readonly section?: string
  /** What stands above the table in the file: the title as read. */
  readonly title?: string
  /** Every code of the hierarchy column in this table, as a first interpretation of each row by itself gave it. */
  readonly codes: ReadonlySet<string>
}

export interface Interpretation {
  readonly values: Values
  /**
   * `total`: the row is a sum of others in disguise and is not data. `blank`: a printed line in which nothing was filled in.
   */
  readonly role: 'data' | 'total' | 'blank'
  readonly findings: readonly Finding[]
}

export interface Upgrade {
  readonly to: number
  readonly name: string
  readonly up: (values: Values) => Values
}

/** What the author sees: column keys are checked wherever one is named. */
export interface SheetSpec<C extends Readonly<Record<string, ColumnDefinition>>> extends Omit<
  SheetDefinition,
  'columns' | 'naturalKey' | 'atomicSets'
> {
  readonly columns: C
  readonly naturalKey: readonly (keyof C & string)[]
  readonly atomicSets: readonly (readonly (keyof C & string)[])[]
}

export type Sheet<C extends Readonly<Record<string, ColumnDefinition>>> = SheetSpec<C> & SheetDefinition

/** Row type of a definition: keys are known, values are not narrowed further. */
export type RowOf<S extends { readonly columns: Readonly<Record<string, ColumnDefinition>> }> = Readonly<
  Record<keyof S['columns'] & string, Value>
>

export function defineSheet<const C extends Readonly<Record<string, ColumnDefinition>>>(spec: SheetSpec<C>): Sheet<C> {
  return spec as Sheet<C>
}

/** What one sheet holds: kind × unit × period; `toPartitionId` is its text form. */
export interface Partition {
  readonly kind: string
  readonly unitId: string
  /** 年度, e.g. 2026. */
  readonly year: number
}

/** `u12/budget/2026`. */
export function toPartitionId(partition: Partition): string {
  return `${partition.unitId}/${partition.kind}/${partition.year}`
}

export function parsePartitionId(text: string): Partition | undefined {
  const match = /^([a-z0-9-]{1,40})\/([a-z][a-z0-9-]{0,30})\/((?:19|20)\d{2})$/.exec(text)
  return match ? { unitId: match[1] ?? '', kind: match[2] ?? '', year: Number(match[3]) } : undefined
}
