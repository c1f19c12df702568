// A person's changes, answers and confirmed deletions go to the server; rehearsal (P-6) is the same without a trace.
import { err, ok, type Result } from '../../kernel/result.ts'
import { withPauses } from '../../kernel/steps.ts'
import { pullToHead, withUnknowns } from './applyStage.ts'
import type { WorkbookState } from '../state/base.ts'
import type { Change, Conflict } from '../merge/change.ts'
import { cutGroups, toEnvelope, type GroupTooLarge } from '../push/cutEnvelopes.ts'
import { clearDropped } from './dropSheets.ts'
import { newPushId } from '../newId.ts'
import { prepareInSteps, type Answers, type Prepared } from '../push/prepareChanges.ts'
import { describeWithPauses, type SheetChanges } from './previewSession.ts'
import type { Group, PushEnvelope } from '../record.ts'
import { refreshSession } from './refreshSession.ts'
import { sendPush, type PushOutcome, type Sent } from '../push/sendPush.ts'
import { saveSession, toRequestHead, type Session, type SessionFailure } from './session.ts'
import { compareWithPauses, readTables, type SessionTables } from './sessionTables.ts'
import { toFailure, toWitnesses } from './stagePull.ts'

export interface PublishOptions extends Answers {
  readonly dryRun: boolean
  /** `all`: one bad group and nothing is applied. */
  readonly mode: 'groups' | 'all'
  /** Partitions the person may not see any more, whose unsent edits leave the workbook, too: they were kept elsewhere (H9). */
  readonly clearDropped?: readonly string[]
}

export interface Published {
  readonly session: Session
  /** One per part that was answered; a receipt each. */
  readonly outcomes: readonly PushOutcome[]
  /** The server refused a part whole; the edits are still in the sheet. */
  readonly refusal: Sent['refusal']
  /** The last pull reached the head: base and sheet are the server's, except for what is still to be decided. */
  readonly current: boolean
  /** A part's outcome is not known: it is kept in the workbook and asked after next time. */
  readonly waiting: boolean
  readonly stale: Prepared['stale']
  readonly unconfirmed: Prepared['unconfirmed']
  readonly heldBack: Prepared['heldBack']
  /** As the sheets stand after the last pull: what is still to be decided or sent. */
  readonly sheets: readonly SheetChanges[]
}

export async function publishSession(
  session: Session,
  options: PublishOptions,
): Promise<Result<Published, SessionFailure | GroupTooLarge>> {
  if (options.dryRun) return rehearse(session, options)
  const refreshed = await refreshSession(session, 'pull')
  if (!refreshed.ok) return refreshed
  const brought = { ...refreshed.value.session, shown: session.shown }
  const read = await readUnlessKnown(brought, refreshed.value.read)
  if (!read.ok) return read
  const cleared = await clearDropped(brought, read.value.tables, options.clearDropped ?? [])
  if (!cleared.ok) return cleared
  const current = cleared.value
  const compared = await compareWithPauses(current, current.state, read.value.tables)
  const prepared = await withPauses(
    prepareInSteps(current, { state: current.state, compared }, options),
    session.deps.pause,
  )
  await session.deps.pause?.()
  const parts = cutParts(current, prepared, options.mode)
  if (!parts.ok) return parts
  const { outcomes: earlier } = refreshed.value
  const sending = await sendParts(current, { prepared, parts: parts.value, mode: options.mode })
  if (!sending.ok) return sending
  const { outcomes, refusal, waiting } = sending.value
  const done = {
    outcomes: [...earlier, ...outcomes],
    refusal,
    stale: prepared.stale,
    unconfirmed: prepared.unconfirmed,
    heldBack: prepared.heldBack,
  }
  if (waiting) return finish(sending.value.session, { ...done, waiting, current: false })
  const again = await refreshSession(sending.value.session)
  if (!again.ok && again.error.code !== 'offline') return again
  const last = again.ok ? again.value : { session: sending.value.session, read: null }
  return finish(last.session, { ...done, waiting: false, current: again.ok }, last.read)
}

/** What a refresh has just read and left as it was is not read once more: large sheets cost a request each time. */
async function readUnlessKnown(
  session: Session,
  known: SessionTables | null,
): Promise<Result<SessionTables, SessionFailure>> {
  return known ? ok(known) : readTables(session)
}

interface Sending {
  readonly session: Session
  readonly outcomes: readonly PushOutcome[]
  readonly refusal: Sent['refusal']
  readonly waiting: boolean
}

/** Each part is saved before it is sent (H10); the first that is not answered ends the round. */
async function sendParts(
  session: Session,
  sending: {
    readonly prepared: Prepared
    readonly parts: readonly (readonly Group[])[]
    readonly mode: 'groups' | 'all'
  },
): Promise<Result<Sending, SessionFailure>> {
  const { prepared, parts, mode } = sending
  const outcomes: PushOutcome[] = []
  let current = session
  if (prepared.before) {
    const saved = await saveSession(session, prepared.before)
    if (!saved.ok) return saved
    current = saved.value
  }
  let { edits } = prepared
  let state: WorkbookState = prepared.state
  if (parts.length === 0 && (edits.length > 0 || prepared.state.ancestors !== session.state.ancestors)) {
    const saved = await saveSession(current, state, edits)
    return saved.ok ? ok({ session: saved.value, outcomes, refusal: null, waiting: false }) : saved
  }
  for (const groups of parts) {
    const envelope = freeze({ ...current, state }, groups, { mode, dryRun: false })
    const sent = await sendPush(current, envelope, { state, edits })
    if (!sent.ok) return sent
    const { outcome, refusal, waiting } = sent.value
    current = sent.value.session
    if (outcome) outcomes.push(outcome)
    if (waiting || refusal) return ok({ session: current, outcomes, refusal, waiting: waiting !== null })
    state = current.state
    edits = []
  }
  return ok({ session: current, outcomes, refusal: null, waiting: false })
}

function cutParts(
  session: Session,
  { changes }: Prepared,
  mode: 'groups' | 'all',
): Result<readonly (readonly Group[])[], GroupTooLarge> {
  const places = new Map<Change, string>(changes.map(({ p, change }) => [change, p]))
  const { limits, groupOf } = session.deps
  return cutGroups(
    changes.map(({ change }) => change),
    { p: (change) => places.get(change) ?? '', limits, mode, ...(groupOf ? { groupOf } : {}) },
  )
}

function freeze(
  session: Session,
  groups: readonly Group[],
  { mode, dryRun }: { readonly mode: 'groups' | 'all'; readonly dryRun: boolean },
): PushEnvelope {
  const { cursor } = session.state
  const witness = cursor ? [...toWitnesses(session), cursor] : toWitnesses(session)
  return toEnvelope(toRequestHead(session), groups, { pushId: newPushId(session.deps.ids), witness, mode, dryRun })
}

/** P-6: the same pull, comparison and push, with nothing saved on either side. */
async function rehearse(
  session: Session,
  options: PublishOptions,
): Promise<Result<Published, SessionFailure | GroupTooLarge>> {
  if (session.state.torn) return err({ code: 'torn' })
  const pulled = await pullToHead(session)
  if (!pulled.ok) return pulled
  const read = await readTables(session)
  if (!read.ok) return read
  const state = withUnknowns(pulled.value, read.value.tables)
  const compared = await compareWithPauses(session, state, read.value.tables)
  const prepared = await withPauses(prepareInSteps(session, { state, compared }, options), session.deps.pause)
  const parts = cutParts(session, prepared, options.mode)
  if (!parts.ok) return parts
  const outcomes: PushOutcome[] = []
  for (const groups of parts.value) {
    const envelope = freeze({ ...session, state }, groups, { mode: options.mode, dryRun: true })
    const answer = await session.deps.transport.push(envelope)
    if (!answer.ok) return err(toFailure(answer.error))
    outcomes.push({ envelope, result: answer.value })
  }
  const sheets = await describeWithPauses(session, state, compared)
  const { stale, unconfirmed, heldBack } = prepared
  return ok({ session, outcomes, refusal: null, waiting: false, current: true, stale, unconfirmed, heldBack, sheets })
}

/** @param known the tables as the last refresh read them; null: they are read */
async function finish(
  session: Session,
  done: Omit<Published, 'session' | 'sheets'>,
  known: SessionTables | null = null,
): Promise<Result<Published, SessionFailure>> {
  const read = await readUnlessKnown(session, known)
  if (!read.ok) return read
  const compared = await compareWithPauses(session, session.state, read.value.tables)
  const sheets = await describeWithPauses(session, session.state, compared)
  const shown = [...sheets.flatMap(({ conflicts }) => conflicts), ...done.outcomes.flatMap(findIdConflicts)]
  return ok({ ...done, session: { ...session, shown }, sheets })
}

/** Creates whose id is taken: only the answer of the push tells (K6). */
function findIdConflicts({ envelope, result }: PushOutcome): readonly Conflict[] {
  const ops = new Map(envelope.groups.flatMap(({ g, ops }) => ops.map((op, i) => [`${g}/${i}`, op] as const)))
  return result.results.flatMap((outcome): readonly Conflict[] => {
    const op = ops.get(`${outcome.g}/${outcome.i}`)
    if (outcome.s !== 'conflict' || op?.op !== 'create') return []
    if (outcome.code !== 'id-exists' && outcome.code !== 'edit-deleted') return []
    const { by, at } = outcome
    const credit = { ...(by === undefined ? {} : { by }), ...(at === undefined ? {} : { at }) }
    const theirs = outcome.theirs?.values ?? null
    return [{ kind: 'row', code: 'id-exists', id: op.id, base: null, theirs, mine: op.values, ...credit }]
  })
}
