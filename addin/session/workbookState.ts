// What a person has decided about an edited workbook so far; pure steps.
import type { PublishRequest, PushReport, WorkbookPreview } from '#shared/contract/resources.ts'
import type { Value } from '#shared/kernel/value.ts'
import type { Conflict } from '#shared/sync/merge/change.ts'

export type Answer =
  { readonly choice: 'base' | 'theirs' | 'mine' | 'both' } | { readonly choice: 'value'; readonly value: Value }

/** Wherever the workbook came from. */
export interface Decisions {
  readonly preview: Pick<WorkbookPreview, 'sheets' | 'findings' | 'dropped'>
  /** By `conflictKey`. */
  readonly answers: ReadonlyMap<string, Answer>
  /** Ids of missing rows that shall be deleted. */
  readonly deletes: ReadonlySet<string>
  /** Rows that lost their ids get those back that were found by key. */
  readonly acceptsMatches?: boolean
  /** Partitions that may not be seen any more and whose unsent changes shall leave the workbook. */
  readonly cleared?: ReadonlySet<string>
  readonly rehearsal: PushReport | null
}

/** A workbook that was dropped on the page. */
export interface WorkbookState extends Decisions {
  readonly stage: 'workbook'
  readonly file: File
  /** It is another server's, and compared by value. */
  readonly wish?: 'value'
  readonly preview: WorkbookPreview
}

export function conflictKey(conflict: Conflict): string {
  return conflict.kind === 'field' ? `${conflict.id}/${conflict.column}` : conflict.id
}

export function conflictsOf(state: Decisions): readonly Conflict[] {
  return state.preview.sheets.flatMap((sheet) => sheet.conflicts)
}

/** Answers given before are kept where the same question is asked again. */
export function startWorkbook(file: File, preview: WorkbookPreview, before?: WorkbookState): WorkbookState {
  return { ...startDecisions(preview, before), stage: 'workbook', file, preview }
}

export function startDecisions(preview: Decisions['preview'], before?: Decisions): Decisions {
  const next: Decisions = { preview, answers: new Map(), deletes: new Set(), rehearsal: null }
  if (!before) return next
  const asked = new Set(conflictsOf(next).map(conflictKey))
  const missing = new Set(missingIds(next))
  return {
    ...next,
    answers: new Map([...before.answers].filter(([key]) => asked.has(key))),
    deletes: new Set([...before.deletes].filter((id) => missing.has(id))),
  }
}

export function answerConflict<S extends Decisions>(state: S, conflict: Conflict, answer: Answer): S {
  return { ...state, answers: new Map(state.answers).set(conflictKey(conflict), answer), rehearsal: null }
}

export function missingIds(state: Decisions): readonly string[] {
  return state.preview.sheets.flatMap((sheet) =>
    sheet.mine.flatMap((change) => (change.change === 'remove' ? [change.id] : [])),
  )
}

export function confirmDeletes<S extends Decisions>(state: S, ids: Iterable<string>): S {
  return { ...state, deletes: new Set(ids), rehearsal: null }
}

export function undecided(state: Decisions): readonly Conflict[] {
  return conflictsOf(state).filter((conflict) => !state.answers.has(conflictKey(conflict)))
}

export function hasNothingToSend(state: Decisions): boolean {
  return (
    conflictsOf(state).length === 0 &&
    state.acceptsMatches !== true &&
    (state.preview.dropped ?? []).length === 0 &&
    state.preview.sheets.every((sheet) => sheet.mine.length === 0)
  )
}

export function toPublishRequest(state: Decisions, run: 'rehearse' | 'publish'): PublishRequest {
  return {
    dryRun: run === 'rehearse',
    resolutions: conflictsOf(state).flatMap((conflict) => {
      const answer = state.answers.get(conflictKey(conflict))
      if (!answer) return []
      return [{ id: conflict.id, column: conflict.kind === 'field' ? conflict.column : null, ...answer }]
    }),
    confirmedDeletes: [...state.deletes],
    // what is missing and not ticked comes back into the workbook
    restoredRows: missingIds(state).filter((id) => !state.deletes.has(id)),
    ...(state.acceptsMatches === true ? { acceptMatches: true } : {}),
    ...(state.cleared === undefined ? {} : { clearDropped: [...state.cleared] }),
  }
}
