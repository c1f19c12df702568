// A complete pull is written into the workbook: torn, rows, cursor, in that order (W3); and finished if it was cut short.
import { err, ok, type Result } from '../../kernel/result.ts'
import { withPauses } from '../../kernel/steps.ts'
import type { RecordId } from '../../kernel/value.ts'
import type { WorkbookEdit } from '../../workbook/port.ts'
import type { Ancestor, WorkbookState } from '../state/base.ts'
import { findArrived } from '../merge/compareRows.ts'
import { takeOutDropped } from './dropSheets.ts'
import { mergeInSteps } from './mergeStage.ts'
import { addHistory, addWitness, dropPassed } from '../state/points.ts'
import { isRecordId } from '../newId.ts'
import { saveSession, type Session, type SessionFailure } from './session.ts'
import {
  compareWithPauses,
  gatherAncestors,
  planTable,
  readTables,
  toRowWrites,
  type ComparedTable,
  type SessionTable,
  type SessionTables,
} from './sessionTables.ts'
import { stagePull, type Stage } from './stagePull.ts'
import { vouchPushes, type Owed } from '../push/vouchPushes.ts'

export interface Pulled {
  readonly session: Session
  readonly stage: Stage
  /** Already merged into this state; the workbook has nothing of it yet. */
  readonly state: WorkbookState
  readonly dropped: readonly string[]
  readonly owed: Owed
}

/** Pulls to head and merges in memory. Partitions that do not tie are fetched whole, once. */
export async function pullToHead(session: Session): Promise<Result<Pulled, SessionFailure>> {
  const kinds = makeKinds(session)
  let again: ReadonlySet<string> = new Set()
  for (;;) {
    const stage = await stagePull(session, again)
    if (!stage.ok) return stage
    const owed = await vouchPushes(session, stage.value)
    if (!owed.ok) return owed
    const steps = mergeInSteps(session.state, stage.value, { kinds, owed: owed.value })
    const merged = await withPauses(steps, session.deps.pause)
    if (merged.broken.length === 0) {
      return ok({ session, stage: stage.value, state: merged.state, dropped: merged.dropped, owed: owed.value })
    }
    if (merged.broken.some((p) => again.has(p) || stage.value.whole.has(p))) {
      return err({ code: 'checksum', partitions: merged.broken })
    }
    again = new Set(merged.broken)
  }
}

function makeKinds({ state, deps }: Session) {
  const byPartition = new Map(state.bindings.map(({ partition, kind }) => [partition, deps.definitions.get(kind)]))
  return (p: string) => byPartition.get(p)
}

/** The merged state as the sheets see it: where the base was lost, nobody knows what a row came from (W8). */
export function withUnknowns({ session, state }: Pulled, tables: readonly SessionTable[]): WorkbookState {
  if (session.lost === null) return state
  const ancestors = new Map<RecordId, Ancestor>()
  for (const { id, p } of state.base.values()) ancestors.set(id, { was: 'unknown', p })
  // Ids that another server gave say nothing here: such rows are found by their key (D5).
  for (const { p, reading } of session.lost === 'server' ? [] : tables) {
    for (const { id } of reading.rows) {
      if (isRecordId(id) && !ancestors.has(id)) ancestors.set(id, { was: 'unknown', p })
    }
  }
  return { ...state, ancestors }
}

export interface Applied {
  readonly session: Session
  /** The tables as they were read, where nothing was written into them since; null: they are to be read anew. */
  readonly read: SessionTables | null
}

export async function applyPulled(pulled: Pulled): Promise<Result<Applied, SessionFailure>> {
  const { stage } = pulled
  const read = await readTables(pulled.session)
  if (!read.ok) return read
  const taken = await takeOutDropped(pulled.session, pulled.state, read.value.tables)
  if (!taken.ok) return taken
  const session = taken.value
  const state = withUnknowns(pulled, read.value.tables)
  const compared = await compareWithPauses(session, state, read.value.tables)
  await session.deps.pause?.()
  const edits = planTheirs(session, compared)
  if (edits.length > 0) {
    const during = await saveSession(session, toTorn(state, { before: session.state, stage, compared }))
    if (!during.ok) return during
  }
  await session.deps.pause?.()
  const ancestors = gatherAncestors(state, compared, ({ kept }) => kept)
  const after = await saveSession({ ...session, lost: null }, { ...state, ancestors }, edits)
  if (!after.ok) return edits.length === 0 ? after : err({ code: 'torn' })
  const isWritten = edits.length > 0 || session !== pulled.session
  return ok({ session: after.value, read: isWritten ? null : read.value })
}

/** All of the new base, the old cursor (none after a reset, W5), and where the sheet still stands. */
function toTorn(
  state: WorkbookState,
  {
    before,
    stage,
    compared,
  }: { readonly before: WorkbookState; readonly stage: Stage; readonly compared: readonly ComparedTable[] },
): WorkbookState {
  const cursor = stage.mode === 'reset' ? null : before.cursor
  const told = stage.mode === 'reset' ? [] : before.witness
  return {
    ...state,
    cursor,
    torn: stage.to,
    witness: addWitness(told, ...stage.heads, stage.to),
    ancestors: gatherAncestors(state, compared, ({ whileWriting }) => whileWriting),
  }
}

export function planTheirs(session: Session, compared: readonly ComparedTable[]): readonly WorkbookEdit[] {
  return compared.flatMap((table) => planTable(session, table, toRowWrites(table.comparison.theirs)))
}

/** Rows were being written when the workbook was closed: the base is whole, so they can be written to the end, offline too. */
export async function finishWriting(session: Session): Promise<Result<Session, SessionFailure>> {
  const settled = await settleAnswers(session)
  if (!settled.ok || !settled.value.state.torn) return settled
  const { state } = settled.value
  const { torn } = state
  const read = await readTables(session)
  if (!read.ok || torn === null) return read.ok ? settled : read
  const compared = await compareWithPauses(session, state, read.value.tables)
  const finished: WorkbookState = {
    ...state,
    ancestors: gatherAncestors(state, compared, ({ kept }) => kept),
    cursor: torn,
    torn: null,
    witness: dropPassed(state.witness, torn),
    history: addHistory(state.history, torn),
  }
  const saved = await saveSession(settled.value, finished, planTheirs(session, compared))
  return saved.ok ? saved : err({ code: 'torn' })
}

/** Answers were being written: those that arrived are settled, the others are asked again. */
async function settleAnswers(session: Session): Promise<Result<Session, SessionFailure>> {
  const { state } = session
  const open = [...(state.ancestors ?? [])].filter(([, ancestor]) => ancestor.was === 'row' && ancestor.answers)
  if (open.length === 0) return ok(session)
  const read = await readTables(session)
  if (!read.ok) return read
  const ancestors = new Map(state.ancestors)
  for (const { rows } of await compareWithPauses(session, state, read.value.tables)) {
    for (const [id, ancestor] of open) {
      const [row, record] = [rows.known.get(id), state.base.get(id)]
      if (ancestor.was !== 'row' || !row || !record) continue
      const arrived = findArrived(ancestor, row, record)
      const values = Object.fromEntries(Object.entries(ancestor.values).filter(([column]) => !arrived.includes(column)))
      if (Object.keys(values).length === 0) ancestors.delete(id)
      else ancestors.set(id, { was: 'row', p: ancestor.p, values })
    }
  }
  return saveSession(session, { ...state, ancestors })
}
