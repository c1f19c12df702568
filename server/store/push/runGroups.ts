// Group by group: decide every op, keep what is good, undo what is not (protocol §1.6).
import type { SheetRules } from '../sheetRules.ts'
import { decideCreate } from './decideCreate.ts'
import { decideDelete } from './decideDelete.ts'
import { decideRestore } from './decideRestore.ts'
import { decideTransition } from './decideTransition.ts'
import { decideUpdate } from './decideUpdate.ts'
import type { Permissions } from './permission.ts'
import { weighSheet } from './weighMove.ts'
import type { Author } from '../readSubject.ts'
import type { MoveOp, PushWork, WorkGroup, WorkOp } from './pushWork.ts'
import type { Deciding } from './savedRow.ts'
import { dropLinked, keepLinked, newlyBrokenLinked, stoppingLinked } from './linkedBook.ts'
import { keepJudgement, newlyBroken, stoppingFindings } from './setTallies.ts'
import { reject, type Verdict } from './verdict.ts'
import { isKeyUnsure, rollBack, stage, type Change, type Place, type Workspace } from './workspace.ts'
import { maskFindings } from '../showing.ts'
import { isForward } from '#shared/definition/workflow.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { Values } from '#shared/kernel/value.ts'
import { unreachable } from '#shared/kernel/unreachable.ts'

export type OpOutcome = Verdict | { readonly s: 'skipped' }

export interface GroupOutcome {
  readonly g: number
  readonly outcomes: readonly OpOutcome[]
  readonly kept: boolean
}

export interface Running {
  readonly space: Workspace
  readonly permissions: Permissions
  readonly rules: SheetRules
  readonly author: Author
  /** ISO 8601. */
  readonly at: string
}

export function runGroups(running: Running, work: PushWork, groups: readonly WorkGroup[]): readonly GroupOutcome[] {
  return groups.map((group) => runGroup(running, work, group))
}

const skipped = { s: 'skipped' } as const

function runGroup(running: Running, { pushId, move, system }: PushWork, { g, ops }: WorkGroup): GroupOutcome {
  const { space } = running
  const deciding: Deciding = { ...running, g, grouped: ops.length > 1, pushId, move }
  const outcomes: OpOutcome[] = []
  const staged: Change[] = []
  const seen = ops.length > 1 ? new Set<string>() : undefined
  const sheet = weighSheet(deciding, ops.filter(isSheetMove))
  let bad = 'refused' in sheet
  if ('refused' in sheet) outcomes.push(sheet.refused)
  for (const op of bad ? [] : ops) {
    const verdict = seen?.has(op.id) === true ? reject('duplicate-record', { id: op.id }) : decideShown(deciding, op)
    seen?.add(op.id)
    outcomes.push(verdict)
    if (verdict.s === 'conflict' || verdict.s === 'rejected') bad = true
    else if (verdict.s === 'applied' || verdict.s === 'merged') {
      if (stage(space, verdict.change)) staged.push(verdict.change)
      else {
        outcomes[outcomes.length - 1] = reject('limit', { id: op.id, params: { code: 'money.sum-range' } })
        bad = true
      }
    }
    if (bad) break
  }
  // what the server itself takes back is not kept by what was built on it meanwhile: the sums say so afterwards
  if (!bad && staged.length > 0 && !system) {
    const broken = breakSets(space, staged)
    if (broken) {
      const index = outcomes.findLastIndex(({ s }) => s === 'applied' || s === 'merged')
      outcomes[index] = broken
      bad = true
    }
  }
  if (bad) {
    if (isKeyUnsure(space, staged)) space.lacks = 'keys'
    rollBack(space, staged)
    dropLinked(space.linked)
    return { g, outcomes: ops.map((_, index) => settle(outcomes[index])), kept: false }
  }
  if ('notes' in sheet) space.notes.push(...sheet.notes)
  keepLinked(space.linked)
  for (const { place } of staged) space.touched.add(place)
  return { g, outcomes, kept: true }
}

function isSheetMove(op: WorkOp): op is MoveOp {
  return op.op === 'move' && op.as === 'sheet'
}

/** In a group that is undone only the ops that caused it keep their words. */
function settle(outcome: OpOutcome | undefined): OpOutcome {
  return outcome && (outcome.s === 'conflict' || outcome.s === 'rejected') ? outcome : skipped
}

/** What is said of a row repeats nothing of it that its author may not see. */
function decideShown(deciding: Deciding, op: WorkOp): Verdict {
  const row = deciding.space.rows.get(op.id)
  const place = row && deciding.space.places.get(row.p)
  const hidden = row && place?.showing.hidden(row)
  const verdict = decideOp(deciding, op)
  if (!row || !place || !hidden || hidden.size === 0 || !('findings' in verdict)) return verdict
  return { ...verdict, findings: maskFindings(verdict.findings, place.codec.decode(row.text), hidden) }
}

function decideOp(deciding: Deciding, op: WorkOp): Verdict {
  switch (op.op) {
    case 'create':
      return decideCreate(deciding, op)
    case 'update':
      return decideUpdate(deciding, op)
    case 'delete':
      return decideDelete(deciding, op)
    case 'transition':
    case 'move':
      return decideTransition(deciding, op)
    case 'restore':
      return decideRestore(deciding, op)
    default:
      return unreachable(op)
  }
}

/** A set rule that blocks saving and that this group breaks. */
function breakSets(space: Workspace, changes: readonly Change[]): Verdict | undefined {
  const rows = new Map<Place, Values[]>()
  for (const { place, before, beforeValues, next, values } of changes) {
    if (!place.tallies.blocking) continue
    const touched = rows.get(place) ?? []
    if (before && !before.deleted && beforeValues) touched.push(beforeValues)
    if (!next.deleted) touched.push(values)
    rows.set(place, touched)
  }
  for (const [place, touched] of rows) {
    const findings = newlyBroken(place.tallies, touched)
    if (findings.length > 0) return { s: 'rejected', code: 'limit', findings }
  }
  const linked = newlyBrokenLinked(space.linked)
  if (linked.length > 0) return { s: 'rejected', code: 'limit', findings: linked }
  const stopping = stopSets(space, changes)
  if (stopping.length > 0) return { s: 'rejected', code: 'invalid', findings: stopping }
  for (const [place, touched] of rows) keepJudgement(place.tallies, touched)
  return undefined
}

/** What keeps rows from going on: errors of the sums that they stand in. */
function stopSets({ linked }: Workspace, changes: readonly Change[]): readonly Finding[] {
  const moved = changes.filter(
    ({ place, before, next }) =>
      before !== undefined &&
      !next.deleted &&
      before.state !== next.state &&
      isForward(place.codec.definition.workflow, before.state, next.state),
  )
  if (moved.length === 0) return []
  const ofSets = [...new Set(moved.map(({ place }) => place))].flatMap((place) =>
    stoppingFindings(
      place.tallies,
      moved.flatMap((change) => (change.place === place ? [change.values] : [])),
    ),
  )
  return [...ofSets, ...stoppingLinked(linked)]
}
