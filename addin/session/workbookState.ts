// What a person has decided about an edited workbook so far; pure steps.
import type { PublishRequest, PushReport, WorkbookPreview } from '#shared/contract/resources.ts'
import type { Value } from '#shared/kernel/value.ts'
import type { Conflict } from '#shared/sync/change.ts'

export type Answer =
  { readonly choice: 'base' | 'theirs' | 'mine' | 'both' } | { readonly choice: 'value'; readonly value: Value }

export interface WorkbookState {
  readonly stage: 'workbook'
  readonly file: File
  readonly preview: WorkbookPreview
  /** By `conflictKey`. */
  readonly answers: ReadonlyMap<string, Answer>
  /** Ids of missing rows that shall be deleted. */
  readonly deletes: ReadonlySet<string>
  readonly rehearsal: PushReport | null
}

export function conflictKey(conflict: Conflict): string {
  return conflict.kind === 'field' ? `${conflict.id}/${conflict.column}` : conflict.id
}

export function conflictsOf(state: WorkbookState): readonly Conflict[] {
  return state.preview.sheets.flatMap((sheet) => sheet.conflicts)
}

/** Answers given before are kept where the same question is asked again. */
export function startWorkbook(file: File, preview: WorkbookPreview, before?: WorkbookState): WorkbookState {
  const next: WorkbookState = {
    stage: 'workbook',
    file,
    preview,
    answers: new Map(),
    deletes: new Set(),
    rehearsal: null,
  }
  if (!before) return next
  const asked = new Set(conflictsOf(next).map(conflictKey))
  const missing = new Set(missingIds(next))
  return {
    ...next,
    answers: new Map([...before.answers].filter(([key]) => asked.has(key))),
    deletes: new Set([...before.deletes].filter((id) => missing.has(id))),
  }
}

export function answerConflict(state: WorkbookState, conflict: Conflict, answer: Answer): WorkbookState {
  return { ...state, answers: new Map(state.answers).set(conflictKey(conflict), answer), rehearsal: null }
}

export function missingIds(state: WorkbookState): readonly string[] {
  return state.preview.sheets.flatMap((sheet) =>
    sheet.mine.flatMap((change) => (change.change === 'remove' ? [change.id] : [])),
  )
}

export function confirmDeletes(state: WorkbookState, ids: Iterable<string>): WorkbookState {
  return { ...state, deletes: new Set(ids), rehearsal: null }
}

export function undecided(state: WorkbookState): readonly Conflict[] {
  return conflictsOf(state).filter((conflict) => !state.answers.has(conflictKey(conflict)))
}

export function hasNothingToSend(state: WorkbookState): boolean {
  return (
    conflictsOf(state).length === 0 &&
    state.deletes.size === 0 &&
    state.preview.sheets.every((sheet) => sheet.mine.every((change) => change.change === 'remove'))
  )
}

export function toPublishRequest(state: WorkbookState, run: 'rehearse' | 'publish'): PublishRequest {
  return {
    dryRun: run === 'rehearse',
    resolutions: conflictsOf(state).flatMap((conflict) => {
      const answer = state.answers.get(conflictKey(conflict))
      if (!answer) return []
      return [{ id: conflict.id, column: conflict.kind === 'field' ? conflict.column : null, ...answer }]
    }),
    confirmedDeletes: [...state.deletes],
  }
}
