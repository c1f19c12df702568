// The door to writing workbooks: new ones from a definition, and old ones that get our base.
import type { RuleContext } from '#shared/definition/rule.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { Locale } from '#shared/kernel/words.ts'
import type { WorkbookState } from '#shared/sync/base.ts'
import type { StoredRecord } from '#shared/sync/record.ts'
import type { BindTable } from '#shared/template/bindTable.ts'

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

export interface BindRequest extends BindTable {
  readonly bytes: Uint8Array
}
