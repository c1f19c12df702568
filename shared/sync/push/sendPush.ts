// A frozen envelope on its way: saved, sent, asked after, settled; never sent twice under two names (W1, W2, H1).
import { ok, type Result } from '../../kernel/result.ts'
import type { WorkbookEdit } from '../../workbook/port.ts'
import type { WorkbookState } from '../state/base.ts'
import type { PushEnvelope, PushResult, TransportRefusal } from '../record.ts'
import { settleElsewhere, settlePush } from './settlePush.ts'
import { saveSession, type Session, type SessionFailure } from '../session/session.ts'
import { toFailure } from '../session/stagePull.ts'

export interface PushOutcome {
  readonly envelope: PushEnvelope
  readonly result: PushResult
}

export interface Sent {
  readonly session: Session
  /** null: there was nothing to send, or the server refused it whole and nothing of it was kept. */
  readonly outcome: PushOutcome | null
  readonly refusal: (TransportRefusal & { readonly kind: 'refused' }) | null
  /** Not answered, or not before somebody signs in or updates: the envelope stays pending. */
  readonly waiting: SessionFailure | null
}

/** Saves `envelope` as pending, together with the edits that belong to it, and sends it. */
export async function sendPush(
  session: Session,
  envelope: PushEnvelope,
  { state, edits }: { readonly state: WorkbookState; readonly edits: readonly WorkbookEdit[] },
): Promise<Result<Sent, SessionFailure>> {
  const saved = await saveSession(session, { ...state, pending: envelope }, edits)
  return saved.ok ? deliver(saved.value, envelope) : saved
}

/** W2: what is pending is asked after and, if the server does not know it, sent again with the same bytes. */
export async function resolvePending(session: Session): Promise<Result<Sent, SessionFailure>> {
  const { pending } = session.state
  if (!pending) return ok({ session, outcome: null, refusal: null, waiting: null })
  const known = await session.deps.transport.receipt(pending.pushId)
  if (known.ok && known.value) return settle(session, { envelope: pending, result: known.value })
  if (!known.ok) {
    const failure = toFailure(known.error)
    if (failure.code === 'offline' || isSignIn(known.error)) return wait(session, failure)
  }
  return deliver(session, pending)
}

async function deliver(session: Session, envelope: PushEnvelope): Promise<Result<Sent, SessionFailure>> {
  await session.deps.pause?.()
  const answer = await session.deps.transport.push(envelope)
  if (answer.ok) return settle(session, { envelope, result: answer.value })
  const failure = toFailure(answer.error)
  if (failure.code !== 'refused' || staysPending(answer.error)) return wait(session, failure)
  // Refused whole: nothing was kept and the id is not used up. The edits are still in the sheet; they are cut again.
  // (What waits in `redo` waits there still, unless the id is known there: then another copy has offered it.)
  const known = failure.refusal.code === 'push-id-reused'
  const state = known ? settleElsewhere(session.state, envelope) : session.state
  const saved = await saveSession(session, { ...state, pending: null })
  return saved.ok ? ok({ session: saved.value, outcome: null, refusal: failure.refusal, waiting: null }) : saved
}

function wait(session: Session, waiting: SessionFailure): Result<Sent, SessionFailure> {
  return ok({ session, outcome: null, refusal: null, waiting })
}

async function settle(session: Session, outcome: PushOutcome): Promise<Result<Sent, SessionFailure>> {
  await session.deps.pause?.()
  const state = settlePush(session.state, outcome.envelope, {
    result: outcome.result,
    initialState: (p) => findInitialState(session, p),
  })
  const saved = await saveSession(session, state)
  return saved.ok ? ok({ session: saved.value, outcome, refusal: null, waiting: null }) : saved
}

function findInitialState({ state, deps }: Session, p: string): string {
  const kind = state.bindings.find(({ partition }) => partition === p)?.kind ?? ''
  return deps.definitions.get(kind)?.workflow.initial ?? ''
}

function isSignIn(refusal: TransportRefusal): boolean {
  return refusal.kind === 'refused' && refusal.status === 401
}

/** Sign in again, or get a program of the right version: then the same bytes are sent. */
function staysPending(refusal: TransportRefusal): boolean {
  return isSignIn(refusal) || (refusal.kind === 'refused' && refusal.code.startsWith('schema-'))
}
