// After the server lost commits: own acknowledged pushes are offered again under their old ids and groups (H8).
import { err, ok, type Result } from '../../kernel/result.ts'
import type { RecordId, Values } from '../../kernel/value.ts'
import type { Ancestor } from '../state/base.ts'
import type { Op, PushEnvelope } from '../record.ts'
import { saveSession, type Session, type SessionFailure } from '../session/session.ts'
import { compareWithPauses, planTable, readTables, toRowWrites, type ComparedTable } from '../session/sessionTables.ts'
import { sendPush, type PushOutcome } from './sendPush.ts'
import { toWitnesses } from '../session/stagePull.ts'

export interface Offered {
  readonly session: Session
  readonly outcomes: readonly PushOutcome[]
}

/** In the order they were made. Each is an ordinary push that waits in `redo` until its outcome is known. */
export async function offerRedo(session: Session): Promise<Result<Offered, SessionFailure>> {
  const outcomes: PushOutcome[] = []
  let current = session
  for (const { envelope } of session.state.redo) {
    const { cursor } = current.state
    const witness = cursor ? [...toWitnesses(current), cursor] : toWitnesses(current)
    const renewed: PushEnvelope = { ...envelope, witness }
    const sent = await sendPush(current, renewed, { state: current.state, edits: [] })
    if (!sent.ok) return sent
    current = sent.value.session
    if (sent.value.waiting) return err(sent.value.waiting)
    if (sent.value.refusal) return ok({ session: current, outcomes })
    if (sent.value.outcome) outcomes.push(sent.value.outcome)
  }
  return ok({ session: current, outcomes })
}

/**
 * What could not be done again (others have changed it meanwhile) comes back into the sheet as an edit of one's own, so
 * that a person decides: the cell shows what had been acknowledged, a conflict card shows the rest.
 */
export async function reclaimEdits(
  session: Session,
  outcomes: readonly PushOutcome[],
): Promise<Result<Session, SessionFailure>> {
  const failed = outcomes.flatMap(findFailedUpdates)
  if (failed.length === 0) return ok(session)
  const read = await readTables(session)
  if (!read.ok) return read
  const compared = await compareWithPauses(session, session.state, read.value.tables)
  const ancestors = new Map(session.state.ancestors)
  const edits = compared.flatMap((table) => {
    const cells = failed.flatMap((op) => reclaim(table, op, ancestors))
    return planTable(session, table, toRowWrites({ cells: [], inserts: [], deletes: [] }, { cells }))
  })
  return saveSession(session, { ...session.state, ancestors }, edits)
}

type Update = Op & { readonly op: 'update' }

function findFailedUpdates({ envelope, result }: PushOutcome): readonly Update[] {
  const failed = new Set(
    result.results
      .filter(({ s }) => s === 'conflict' || s === 'rejected' || s === 'skipped')
      .map(({ g, i }) => `${g}/${i}`),
  )
  return envelope.groups.flatMap(({ g, ops }) =>
    ops.filter((op, i): op is Update => op.op === 'update' && failed.has(`${g}/${i}`)),
  )
}

/** Only where the sheet shows what the server has now: later edits of the person stay. */
function reclaim(
  table: ComparedTable,
  op: Update,
  ancestors: Map<RecordId, Ancestor>,
): readonly { readonly row: number; readonly values: Values }[] {
  const row = table.rows.known.get(op.id)
  const touched = table.comparison.mine.some(({ id }) => id === op.id) || ancestors.has(op.id)
  if (!row || touched || row.formulas.length > 0) return []
  ancestors.set(op.id, { was: 'row', p: table.p, values: op.base })
  return [{ row: row.row, values: op.set }]
}
