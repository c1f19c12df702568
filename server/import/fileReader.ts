// The door to understanding uploaded files: read, recognised, planned and checked away from the server's own thread.
import type { RuleContext } from '#shared/definition/rule.ts'
import type { ImportPlan } from '#shared/import/plan.ts'
import type { KnownProfile } from '#shared/import/profile.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { UnitPolicy } from '#shared/policy/unitPolicy.ts'
import type { ImportAnalysis, ImportTable } from '#shared/contract/importResources.ts'
import type { Refusal } from '../request/refusal.ts'
import type { BindRequest } from '../workbook/workbookMaker.ts'
import type { PackedRows } from './packRows.ts'

/** A file as it was uploaded; the same id always means the same bytes. */
export interface WholeFile {
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** What of a rule's context crosses to the thread, which makes the context of it there. */
export interface ContextFacts extends Pick<RuleContext, 'today' | 'year' | 'unitKind'> {
  readonly unitPolicy: UnitPolicy
}

/** What of a file's surroundings its reading depends on; `year` counts where the sheet says none. */
export interface ReadingWish extends ContextFacts {
  /** What was settled for files of the same shape, nearest first. */
  readonly profiles: readonly KnownProfile[]
  /** Whose table it is where the table says so, by name without spaces; absent where a person has said whose it is. */
  readonly named?: ReadonlyMap<string, Pick<ContextFacts, 'unitKind' | 'unitPolicy'>>
}

/** What can be asked of a file, and what is answered. All of it is plain data that crosses threads. */
export interface FileTasks {
  /** Whether it can be read at all. */
  readonly check: { readonly asked: object; readonly answer: { readonly carriesBase: boolean } }
  /** Everything recognised, with a plan and its preview for each table of a known kind. */
  readonly analyse: {
    readonly asked: { readonly wish: ReadingWish }
    readonly answer: Omit<ImportAnalysis, 'importId' | 'file'> & Pick<ImportAnalysis['file'], 'container'>
  }
  /** One table under a plan that a person corrected; a plan without mappings is made anew for its kind. */
  readonly plan: {
    readonly asked: { readonly plan: ImportPlan; readonly wish: ReadingWish }
    readonly answer: ImportTable
  }
  /** The rows an import under this plan would write; refused while rows stay behind that nobody accepted. */
  readonly rows: {
    readonly asked: { readonly plan: ImportPlan; readonly facts: ContextFacts }
    readonly answer: { readonly sheetName: string; readonly rows: PackedRows }
  }
  /** The same file with its base put in. */
  readonly bind: { readonly asked: BindRequest & { readonly facts: ContextFacts }; readonly answer: Uint8Array }
}

export type TaskName = keyof FileTasks

export interface FileReader {
  /** Refusals: every FileRefusalCode, `import.*`, `busy` when too many files wait, `request.gone` when `signal` fired. */
  ask<N extends TaskName>(
    task: {
      readonly name: N
      readonly file: WholeFile
      readonly signal?: AbortSignal | undefined
    } & FileTasks[N]['asked'],
  ): Promise<Result<FileTasks[N]['answer'], Refusal>>
  close(): void
}
