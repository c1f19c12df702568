// The door to writing new workbooks from a definition.
import type { RuleContext } from '#shared/definition/rule.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Locale } from '#shared/kernel/words.ts'
import type { WorkbookState } from '#shared/sync/state/base.ts'
import type { StoredRecord } from '#shared/sync/record.ts'
import type { BindTable } from '#shared/template/bindTable.ts'
import type { ExportRecord } from '#shared/template/context.ts'

export interface WorkbookMaker {
  /** A new, styled workbook; with `state` it carries its base. */
  build(request: BuildRequest): Promise<Uint8Array>
  /** For paper and other people: without the columns and the sheet by which it would come back. */
  print(request: PrintRequest): Promise<Uint8Array>
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

export interface PrintRequest extends Omit<BuildRequest, 'records'> {
  readonly unitId: string
  readonly rows: readonly ExportRecord[]
}

/** A file that was imported is to carry its base. Plain data; the rest is known where the file is. */
export interface BindRequest extends Pick<BindTable, 'plan' | 'p' | 'rows' | 'state'> {
  /** The package to put it into, when it is another than the file itself: an earlier table of it was bound already. */
  readonly bytes?: Uint8Array
}
