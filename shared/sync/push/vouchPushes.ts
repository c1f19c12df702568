// After the server lost commits: which own pushes it knows again by their seals, and which nobody vouches for (H13).
import { ok, type Result } from '../../kernel/result.ts'
import type { RecordId } from '../../kernel/value.ts'
import type { Ancestor, BaseRecord, JournalEntry, WorkbookState } from '../state/base.ts'
import type { PushId, SealedPush } from '../record.ts'
import type { Session, SessionFailure } from '../session/session.ts'
import { toFailure, type Stage } from '../session/stagePull.ts'

export interface Owed {
  /** To be offered again, oldest first. */
  readonly again: readonly JournalEntry[]
  /** Forged, altered, another person's, or sealed with a key that is gone: never sent, their rows are compared by value. */
  readonly doubted: readonly JournalEntry[]
}

export const nothingOwed: Owed = { again: [], doubted: [] }

/** Asks the server about everything that the workbook would offer again after this stage. */
export async function vouchPushes(
  { state, deps }: Pick<Session, 'state' | 'deps'>,
  stage: Pick<Stage, 'mode' | 'ancestor'>,
): Promise<Result<Owed, SessionFailure>> {
  const owed = findOwed(state, stage)
  const claims = owed.flatMap(({ envelope, point, seal }): readonly SealedPush[] =>
    point === null || seal === '' ? [] : [{ envelope, point, seal }],
  )
  const vouched = claims.length === 0 ? ok<ReadonlySet<PushId>>(new Set()) : await deps.transport.vouch(claims)
  if (!vouched.ok) return { ok: false, error: toFailure(vouched.error) }
  const isVouched = ({ envelope }: JournalEntry): boolean => vouched.value.has(envelope.pushId)
  return ok({ again: owed.filter(isVouched), doubted: owed.filter((entry) => !isVouched(entry)) })
}

/** What waits already, after what a reset has just lost. */
function findOwed(state: WorkbookState, stage: Pick<Stage, 'mode' | 'ancestor'>): readonly JournalEntry[] {
  const waiting = new Set(state.redo.map(({ envelope }) => envelope.pushId))
  const lost = findLost(state, stage).filter(({ envelope }) => !waiting.has(envelope.pushId))
  return [...lost, ...state.redo]
}

/** Journal entries beyond what server and workbook share. */
export function findLost(
  { journal }: WorkbookState,
  { mode, ancestor }: Pick<Stage, 'mode' | 'ancestor'>,
): readonly JournalEntry[] {
  if (mode === 'delta') return []
  return journal.filter(({ point }) => point !== null && point.csn > (ancestor?.csn ?? 0))
}

/** Of the rows named by pushes nobody vouches for, nobody knows what they came from (W8): each difference is asked about. */
export function doubtRows(
  ancestors: Map<RecordId, Ancestor>,
  doubted: readonly JournalEntry[],
  placeOf: (id: RecordId) => Pick<BaseRecord, 'p'> | undefined,
): void {
  for (const op of doubted.flatMap(({ envelope }) => envelope.groups.flatMap(({ ops }) => ops))) {
    const p = op.op === 'create' ? op.p : placeOf(op.id)?.p
    if (p !== undefined && op.op !== 'transition') ancestors.set(op.id, { was: 'unknown', p })
  }
}

/** How many operations the entries hold. */
export function countOps(entries: readonly JournalEntry[]): number {
  return entries.reduce((sum, { envelope }) => envelope.groups.reduce((count, { ops }) => count + ops.length, sum), 0)
}
