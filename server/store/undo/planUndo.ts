// P-7: what it takes to undo a push, record by record, from the recorded before-values.
import type { KindCodec } from '../kindCodec.ts'
import type { WorkGroup, WorkOp } from '../push/pushWork.ts'
import type { Row } from '../push/workspace.ts'
import type { Showing } from '../showing.ts'
import { groupBy } from './groupBy.ts'
import type { NetChange } from './netChanges.ts'
import type { UndoLine } from '#shared/contract/resources.ts'
import type { RecordId, Value, Values } from '#shared/kernel/value.ts'

export interface UndoPlan {
  readonly groups: readonly WorkGroup[]
  /** Per op, in the order of the groups: what it restores. */
  readonly lines: ReadonlyMap<RecordId, UndoLine>
  readonly kept: readonly UndoLine[]
  readonly refused: readonly (UndoLine & { readonly reason: string })[]
}

export interface PlanInput {
  readonly changes: readonly NetChange[]
  readonly rows: ReadonlyMap<RecordId, Row>
  readonly codecOf: (p: string) => KindCodec | undefined
  /** Commit of the push that is undone. */
  readonly csn: number
  /** Records to restore although they were edited since. */
  readonly force: ReadonlySet<string>
  /** May the person know of this row (I12). */
  readonly sees: (row: Row) => boolean
  /** How the person is shown the rows of a partition: ops name revisions as they would. */
  readonly showingOf: (p: string) => Showing | undefined
  /** Rows the person sees no more are named, as `unknown`, only to whoever sent the push. */
  readonly isOwn: boolean
}

type Step =
  | { readonly step: 'op'; readonly op: WorkOp; readonly line: UndoLine; readonly kept?: UndoLine }
  | { readonly step: 'kept'; readonly line: UndoLine }
  | { readonly step: 'refused'; readonly line: UndoLine; readonly reason: string }
  /** Already as it was. */
  | { readonly step: 'none' }
  /** Not the person's to know of. */
  | { readonly step: 'hidden' }

/** What was done together is undone together, or is kept together. */
export function planUndo(input: PlanInput): UndoPlan {
  const byGroup = groupBy(input.changes, ({ g }) => g)
  const plan = {
    groups: [] as WorkGroup[],
    lines: new Map<RecordId, UndoLine>(),
    kept: [] as UndoLine[],
    refused: [] as (UndoLine & { readonly reason: string })[],
  }
  for (const [g, changes] of [...byGroup].toSorted(([a], [b]) => a - b)) {
    const steps = changes.map((change) => planStep(input, change))
    const torn =
      changes.length > 1 &&
      steps.some(
        (step) =>
          step.step === 'kept' ||
          step.step === 'refused' ||
          step.step === 'hidden' ||
          (step.step === 'op' && step.kept),
      )
    const ops: WorkOp[] = []
    for (const step of steps) {
      if (step.step === 'refused') plan.refused.push({ ...step.line, reason: step.reason })
      else if (step.step === 'kept') plan.kept.push(step.line)
      else if (step.step === 'op' && torn) plan.kept.push(step.line)
      else if (step.step === 'op') {
        ops.push(step.op)
        plan.lines.set(step.op.id, step.line)
        if (step.kept) plan.kept.push(step.kept)
      }
    }
    if (ops.length > 0) plan.groups.push({ g, ops })
  }
  return plan
}

function planStep({ rows, codecOf, csn, force, sees, showingOf, isOwn }: PlanInput, change: NetChange): Step {
  const row = rows.get(change.id)
  const codec = codecOf(change.p)
  const showing = showingOf(change.p)
  const line: UndoLine = { id: change.id, p: change.p, label: '', fields: [] }
  if (!row || !codec || !showing || !sees(row))
    return isOwn ? { step: 'refused', line, reason: 'unknown' } : { step: 'hidden' }
  const labelled = { ...line, label: labelOf(codec, showing.values(row)) }
  const untouched = row.csn === csn || force.has(change.id)
  switch (change.net) {
    case 'created':
      if (row.deleted) return { step: 'none' }
      if (!untouched) return { step: 'kept', line: labelled }
      return {
        step: 'op',
        op: { op: 'delete', id: change.id, rv: showing.rv(row) },
        line: { ...labelled, whole: 'delete' },
      }
    case 'deleted': {
      if (!row.deleted) return { step: 'kept', line: labelled }
      if (!untouched) return { step: 'kept', line: labelled }
      const { state, values } = change
      return {
        step: 'op',
        op: { op: 'restore', id: change.id, rv: showing.rv(row), state, values },
        line: { ...labelled, whole: 'restore' },
      }
    }
    case 'moved':
      return { step: 'refused', line: labelled, reason: 'moved' }
    case 'updated':
      return planFields({ row, codec, showing, line: labelled, force: force.has(change.id) }, change)
  }
}

interface Updating {
  readonly row: Row
  readonly codec: KindCodec
  readonly showing: Showing
  readonly line: UndoLine
  readonly force: boolean
}

/** Field by field: a field that somebody changed again is kept, the others go back. */
function planFields(
  { row, codec, showing, line, force }: Updating,
  change: NetChange & { readonly net: 'updated' },
): Step {
  if (row.deleted) return { step: 'kept', line: { ...line, fields: [...change.fields.keys()] } }
  const current = codec.decode(row.text)
  const base: Record<string, Value> = {}
  const set: Record<string, Value> = {}
  const kept: string[] = []
  const values: Record<string, { readonly from: Value; readonly to: Value }> = {}
  const hidden = showing.hidden(row)
  for (const [field, { was, now }] of change.fields) {
    if (codec.definition.columns[field]?.merge === 'derived' || was === now) continue
    const value = current[field] ?? null
    if (codec.encodeField(field, value) === was) continue
    if (!hidden.has(field)) values[field] = { from: value, to: codec.decodeField(field, was) }
    if (codec.encodeField(field, value) !== now && !force) {
      kept.push(field)
      continue
    }
    base[field] = value
    set[field] = codec.decodeField(field, was)
  }
  const keptLine = kept.length > 0 ? { ...line, fields: kept, values } : undefined
  const fields = Object.keys(set)
  if (fields.length === 0) return keptLine ? { step: 'kept', line: keptLine } : { step: 'none' }
  const op = { op: 'update', id: change.id, rv: showing.rv(row), base, set } as const
  return { step: 'op', op, line: { ...line, fields, values }, ...(keptLine && { kept: keptLine }) }
}

/** What people know the row by: its natural key, else its first printed text. */
function labelOf(codec: KindCodec, values: Values): string {
  const { naturalKey, layout } = codec.definition
  const keys =
    naturalKey.length > 0 ? naturalKey : layout.columns.filter((key) => typeof values[key] === 'string').slice(0, 1)
  return keys
    .map((key) => String(values[key] ?? ''))
    .filter((part) => part !== '')
    .join(' ')
}
