// Undo of a push or import: itself a push, made by the server, decided by the same rules, answered in three baskets.
import { isVisible } from '../../auth/view.ts'
import { toSeq } from '../chain.ts'
import type { Principal } from '../../auth/principal.ts'
import type { Reading } from '../lists/reading.ts'
import { toRow } from '../push/loadChunk.ts'
import { pushRecords, type Pushing } from '../push/pushRecords.ts'
import type { PushWork } from '../push/pushWork.ts'
import type { Row } from '../push/workspace.ts'
import { seenPartitions } from '../pull/view.ts'
import { readSubject } from '../readSubject.ts'
import { showingOf } from '../showing.ts'
import { refuse, type StoreRefusal } from '../refusal.ts'
import { first, run } from '../statement.ts'
import { netChanges } from './netChanges.ts'
import { planUndo, type UndoPlan } from './planUndo.ts'
import type { UndoLine, UndoReport, UndoRequest } from '#shared/contract/resources.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import type { PushId, PushResult } from '#shared/sync/record.ts'
import { hash } from 'node:crypto'

export interface Undoing {
  readonly pushing: Pushing
  readonly reading: (session: Reading['session']) => Reading
  readonly newPushId: () => PushId
}

export interface UndoTask {
  readonly pushId: PushId
  readonly request: UndoRequest
  readonly principal: Principal
  readonly requestId: string
}

export async function undoPush(undoing: Undoing, task: UndoTask): Promise<Result<UndoReport, StoreRefusal>> {
  const found = await undoing.pushing.engine.read((session) => findPlan(undoing.reading(session), task))
  if (!found) return refuse('not-found')
  if (found === 'nothing') return refuse('undo-nothing')
  if (found.groups.length === 0) return ok({ result: null, restored: [], kept: found.kept, refused: found.refused })
  const result = await pushRecords(undoing.pushing, toWork(undoing, task, found), task.principal)
  return result.ok ? ok(sortBaskets(found, result.value)) : err(result.error)
}

async function findPlan(
  reading: Reading,
  { pushId, request, principal }: UndoTask,
): Promise<UndoPlan | 'nothing' | undefined> {
  const { session, queries, rules, rvKey, dialect, today } = reading
  const push = await first(session, queries.push, { push: pushId })
  if (!push) return undefined
  const { csn } = push
  const subject = await readSubject(session, queries, { grants: principal.grants, today })
  const seen = new Map((await seenPartitions(session, { queries, rules, subject })).map(({ p, view }) => [p, view]))
  const entries =
    csn === null ? [] : await run(session, queries.entriesBetween, { from: toSeq(csn, 0), to: toSeq(csn + 1, 0) })
  const isOwn = push.user_id === principal.userId
  if (!isOwn && !entries.some(({ p }) => seen.has(p))) return undefined
  if (csn === null) return 'nothing'
  const codecOf = (p: string) => rules.kinds.get(parsePartitionId(p)?.kind ?? '')
  const changes = netChanges(entries, codecOf)
  const stored = await run(session, queries.rowsById, { ids: dialect.list(changes.map(({ id }) => id)) })
  const rows = new Map(stored.map((row) => [row.id as RecordId, toRow(row)]))
  const sees = (row: Row): boolean => isVisible(seen.get(row.p), row)
  const showings = new Map(
    [...seen].flatMap(([p, view]) => {
      const codec = codecOf(p)
      return codec ? [[p, showingOf({ view, codec, rvKey })] as const] : []
    }),
  )
  if (!isOwn && ![...rows.values()].some(sees)) return undefined
  return planUndo({
    changes,
    rows,
    codecOf,
    csn,
    force: new Set(request.force),
    sees,
    showingOf: (p) => showings.get(p),
    isOwn,
  })
}

function toWork(
  { newPushId, pushing }: Undoing,
  { pushId, request, requestId }: UndoTask,
  { groups }: UndoPlan,
): PushWork {
  const kinds = [...pushing.rules.kinds].map(([kind, { definition }]) => [kind, definition.version] as const)
  return {
    pushId: newPushId(),
    schema: Object.fromEntries(kinds),
    witness: [],
    mode: 'groups',
    dryRun: request.dryRun,
    groups,
    bodyHash: hash('sha256', JSON.stringify(groups), 'hex'),
    context: { bodyHash: null, requestId, source: 'undo', fileName: null },
    undoOf: pushId,
    sealed: null,
  }
}

/** What was planned and then met a conflict or a rule goes to the other baskets. */
function sortBaskets({ groups, lines, kept, refused }: UndoPlan, result: PushResult): UndoReport {
  const restored: UndoLine[] = []
  const keptNow: UndoLine[] = [...kept]
  const refusedNow: (UndoLine & { readonly reason: string })[] = [...refused]
  const opAt = new Map(groups.map(({ g, ops }) => [g, ops]))
  for (const outcome of result.results) {
    const op = opAt.get(outcome.g)?.[outcome.i]
    const line = op && lines.get(op.id)
    if (!line) continue
    if (outcome.s === 'applied' || outcome.s === 'merged' || outcome.s === 'noop') restored.push(line)
    else if (outcome.s === 'conflict' && outcome.code !== 'key-taken') keptNow.push(line)
    else refusedNow.push({ ...line, reason: 'code' in outcome ? outcome.code : outcome.s })
  }
  return { result, restored, kept: keptNow, refused: refusedNow }
}
