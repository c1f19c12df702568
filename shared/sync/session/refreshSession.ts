// Opens a workbook and brings it to the server's head: pending first, then pull, rows, and what has to be offered again.
import { err, ok, type Result } from '../../kernel/result.ts'
import type { WorkbookPort } from '../../workbook/port.ts'
import { applyPulled, finishWriting, pullToHead } from './applyStage.ts'
import { offerRedo, reclaimEdits } from '../push/offerRedo.ts'
import { resolvePending, type PushOutcome } from '../push/sendPush.ts'
import { readSession, type Recovery, type Session, type SessionDeps, type SessionFailure } from './session.ts'
import type { SessionTables } from './sessionTables.ts'

/** Needs no network. Rows whose writing was cut short are written to the end. */
export async function openSession(
  port: WorkbookPort,
  deps: SessionDeps,
  recovery?: Recovery,
): Promise<Result<Session, SessionFailure>> {
  const session = await readSession(port, deps, recovery)
  return session.ok ? finishWriting(session.value) : session
}

export interface Refreshed {
  readonly session: Session
  /** Pushes of earlier sessions whose outcome became known now. */
  readonly outcomes: readonly PushOutcome[]
  /** The server answered that nothing is newer (P-9). */
  readonly unchanged: boolean
  /** The server had lost commits; own pushes after the ancestor were offered again (H8). */
  readonly wasReset: boolean
  /** Partitions that the server shows no more. */
  readonly dropped: readonly string[]
  /** The tables as they were read on the way, where nothing was written into them since; null: they are to be read anew. */
  readonly read: SessionTables | null
}

const maxRounds = 4

/**
 * After it the base is the server's head and the sheet shows it, except where a person has edits or conflicts.
 * @param how `ask-first`: nothing is pulled where nothing was committed since (P-9); rights may have changed all the same,
 *   which only a `pull` tells
 */
export async function refreshSession(
  session: Session,
  how: 'ask-first' | 'pull' = 'ask-first',
): Promise<Result<Refreshed, SessionFailure>> {
  const outcomes: PushOutcome[] = []
  const finished = await finishWriting(session)
  if (!finished.ok) return finished
  const resolved = await resolvePending(finished.value)
  if (!resolved.ok) return resolved
  if (resolved.value.waiting) return err(resolved.value.waiting)
  if (resolved.value.outcome) outcomes.push(resolved.value.outcome)
  let current = resolved.value.session
  if (how === 'ask-first' && (await isUnchanged(current))) {
    return ok({ session: current, outcomes, unchanged: true, wasReset: false, dropped: [], read: null })
  }
  let wasReset = false
  const dropped: string[] = []
  const offered: PushOutcome[] = []
  let read: SessionTables | null = null
  for (let round = 0; round < maxRounds; round += 1) {
    const pulled = await pullToHead(current)
    if (!pulled.ok) return pulled
    wasReset ||= pulled.value.stage.mode === 'reset'
    dropped.push(...pulled.value.dropped)
    const applied = await applyPulled(pulled.value)
    if (!applied.ok) return applied
    current = applied.value.session
    read = applied.value.read
    if (current.state.redo.length === 0) break
    const redone = await offerRedo(current)
    if (!redone.ok) return redone
    current = redone.value.session
    offered.push(...redone.value.outcomes)
  }
  const reclaimed = await reclaimEdits(current, offered)
  if (!reclaimed.ok) return reclaimed
  // What was offered again is compared with the sheet as it is by then.
  if (offered.length > 0 || reclaimed.value !== current) read = null
  const all = [...outcomes, ...offered]
  return ok({ session: reclaimed.value, outcomes: all, unchanged: false, wasReset, dropped, read })
}

/** Asked only where no other point could tell of a restored server. */
async function isUnchanged({ deps, state, lost }: Session): Promise<boolean> {
  if (lost !== null || !state.cursor || state.witness.length > 0 || state.redo.length > 0 || state.held.length === 0)
    return false
  if (state.held.length < new Set(state.bindings.map(({ partition }) => partition)).size) return false
  const head = await deps.transport.head(state.cursor)
  return head.ok && head.value.unchanged
}
