// The door to writing workbooks: new ones from a definition, and old ones that get our base.
import type { RuleContext } from '#shared/definition/rule.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { Locale } from '#shared/kernel/words.ts'
import type { WorkbookState } from '#shared/sync/base.ts'
import type { StoredRecord } from '#shared/sync/record.ts'
import type { RawSheet } from '#shared/workbook/raw.ts'
import type { ImportPlan, RecognisedTable } from '#shared/import/plan.ts'

export interface WorkbookMaker {
  /** A new, styled workbook; with `state` it carries its base. */
  build(request: BuildRequest): Promise<Uint8Array>
  /**
   * The same package with our id column and state sheet put in and nothing else touched. err: this container cannot carry
   * them (CSV, .xls …).
   */
  bind(request: BindRequest): Promise<Result<Uint8Array, string>>
}

export interface BuildRequest {
  readonly definition: SheetDefinition
  readonly context: RuleContext
  readonly unitName: string
  readonly locale: Locale
  /** Absent: an empty form with the kind's starter rows. */
  readonly records?: {
    readonly p: string
    readonly rows: readonly StoredRecord[]
    readonly state: Omit<WorkbookState, 'bindings'>
  }
}

export interface BindRequest {
  readonly bytes: Uint8Array
  readonly definition: SheetDefinition
  readonly context: RuleContext
  readonly sheet: RawSheet
  readonly table: RecognisedTable
  readonly plan: ImportPlan
  readonly p: string
  /** Source row → record. */
  readonly rows: readonly { readonly row: number; readonly record: StoredRecord }[]
  readonly state: Omit<WorkbookState, 'bindings'>
}
