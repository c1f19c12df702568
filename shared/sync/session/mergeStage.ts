// A complete stage laid over what the workbook remembers: new base, ancestors of what moved, journal of a reset. Pure.
import type { SheetDefinition } from '../../definition/sheet.ts'
import { rowsOfStep, type Steps } from '../../kernel/steps.ts'
import type { RecordId, Value, Values } from '../../kernel/value.ts'
import type { Ancestor, BaseRecord, JournalEntry, WorkbookState } from '../state/base.ts'
import { checkInSteps, formatCheck, makeRowMoney } from '../state/checksum.ts'
import { pickFilled } from '../merge/diffRows.ts'
import { toMergeFacts, type MergeFacts } from '../merge/mergeFacts.ts'
import { addHistory, addWitness, dropPassed } from '../state/points.ts'
import type { Stage } from './stagePull.ts'
import { sameValue } from '../merge/sameValue.ts'
import { doubtRows, findLost, type Owed } from '../push/vouchPushes.ts'

export interface MergedStage {
  /** With cursor and witnesses as after a complete apply; `torn` is null. */
  readonly state: WorkbookState
  /** Partitions whose rows do not tie with the server's checksum: nothing of the stage may be used. */
  readonly broken: readonly string[]
  /** Partitions the server shows no more. */
  readonly dropped: readonly string[]
}

interface Moving {
  readonly base: Map<RecordId, BaseRecord>
  readonly ancestors: Map<RecordId, Ancestor>
}

export interface MergeContext {
  /** Definitions by partition id. */
  readonly kinds: (p: string) => SheetDefinition | undefined
  readonly owed: Owed
}

export function* mergeInSteps(state: WorkbookState, stage: Stage, { kinds, owed }: MergeContext): Steps<MergedStage> {
  const wanted = new Set(state.bindings.map(({ partition }) => partition))
  const moving: Moving = { base: new Map(state.base), ancestors: new Map(state.ancestors) }
  const facts = memoize((p: string) => {
    const definition = kinds(p)
    return definition && toMergeFacts(definition)
  })
  let count = 0
  for (const record of stage.put.values()) {
    count += 1
    if (count % rowsOfStep === 0) yield
    const known = wanted.has(record.p) ? facts(record.p) : undefined
    if (!known) continue
    const { id, p, rv, by, at } = record
    const credit = { ...(by === undefined ? {} : { by }), ...(at === undefined ? {} : { at }) }
    const values = pickFilled(record.values, known.editable)
    putRecord(moving, { id, p, rv, state: record.state, values, ...credit }, known)
  }
  for (const id of stage.gone) removeRecord(moving, id)
  const told = new Set(stage.parts.map(({ p }) => p))
  const dropped = findDropped(wanted, stage, told)
  for (const record of state.base.values()) {
    count += 1
    if (count % rowsOfStep === 0) yield
    const whole = stage.whole.has(record.p) || (stage.mode === 'reset' && !told.has(record.p))
    if (whole && !stage.put.has(record.id)) removeRecord(moving, record.id)
  }
  doubtRows(moving.ancestors, owed.doubted, (id) => moving.base.get(id) ?? state.base.get(id))
  forgetPartitions(moving, (p) => wanted.has(p) && !dropped.includes(p))
  const { base, ancestors } = moving
  yield
  const checks = yield* checkParts(base, wanted, kinds)
  const held = [...wanted]
    .filter((p) => !dropped.includes(p))
    .map((p) => ({ p, proj: stage.parts.find((part) => part.p === p)?.proj ?? '', sum: checks.get(p) ?? '' }))
  const broken = stage.parts
    .filter((part) => wanted.has(part.p) && formatCheck(part) !== checks.get(part.p))
    .map(({ p }) => p)
  const merged = { ...state, base, ancestors, held, redo: owed.again }
  const isDropped = touchesOf(state, dropped)
  return { state: movePoints(merged, stage, isDropped), broken, dropped }
}

/** What the server says may not be seen; one that it merely does not tell of has not been begun there (yet, or any more). */
function findDropped(wanted: ReadonlySet<string>, { drop }: Stage, told: ReadonlySet<string>): readonly string[] {
  return [...drop].filter((p) => wanted.has(p) && !told.has(p))
}

function putRecord(moving: Moving, record: BaseRecord, facts: MergeFacts): void {
  const { id, p } = record
  const old = moving.base.get(id)
  moving.base.set(id, record)
  const ancestor = moving.ancestors.get(id)
  if (!ancestor) {
    if (!old) moving.ancestors.set(id, { was: 'absent', p })
    else keepApart(moving, { id, p, whole: old.values }, { record, facts })
    return
  }
  if (ancestor.was === 'unknown' || (ancestor.was === 'absent' && !ancestor.sent)) return
  const { sent } = ancestor
  const whole = ancestor.was === 'row' ? { ...old?.values, ...ancestor.values } : (sent ?? {})
  const doubtful = ancestor.was === 'row' ? ancestor.doubtful : undefined
  keepApart(moving, { id, p, whole, ...(sent && { sent }), ...(doubtful && { doubtful }) }, { record, facts })
}

/** The ancestor is what the sheet last agreed on, as far as that differs from the record now. */
function keepApart(
  moving: Moving,
  was: {
    readonly id: RecordId
    readonly p: string
    readonly whole: Values
    readonly sent?: Values
    readonly doubtful?: readonly string[]
  },
  { record, facts }: { readonly record: BaseRecord; readonly facts: MergeFacts },
): void {
  const values: Record<string, Value> = {}
  const doubtful = new Set(was.doubtful)
  for (const column of facts.editable) {
    const now = record.values[column]
    if (sameValue(was.whole[column], now)) continue
    if (was.sent && column in was.sent && sameValue(was.sent[column], now)) {
      // An amount may have come to the same in another way: a person looks at it.
      if (facts.classes.get(column) !== 'money') continue
      doubtful.add(column)
    }
    values[column] = was.whole[column] ?? null
  }
  if (Object.keys(values).length === 0) moving.ancestors.delete(was.id)
  else {
    const doubt = doubtful.size > 0 ? { doubtful: [...doubtful] } : {}
    moving.ancestors.set(was.id, { was: 'row', p: was.p, values, ...doubt })
  }
}

function removeRecord(moving: Moving, id: RecordId): void {
  const old = moving.base.get(id)
  if (!old) return
  moving.base.delete(id)
  const ancestor = moving.ancestors.get(id)
  if (ancestor?.was === 'absent') moving.ancestors.delete(id)
  if (ancestor === undefined || ancestor.was === 'row') {
    moving.ancestors.set(id, { was: 'row', p: old.p, values: { ...old.values, ...ancestor?.values } })
  }
}

/** W6, and nothing of it stays among the ancestors either. */
function forgetPartitions({ base, ancestors }: Moving, isHeld: (p: string) => boolean): void {
  for (const record of base.values()) if (!isHeld(record.p)) base.delete(record.id)
  for (const [id, { p }] of ancestors) if (!isHeld(p)) ancestors.delete(id)
}

function* checkParts(
  base: ReadonlyMap<RecordId, BaseRecord>,
  wanted: ReadonlySet<string>,
  kinds: (p: string) => SheetDefinition | undefined,
): Steps<ReadonlyMap<string, string>> {
  const rows = new Map([...wanted].map((p): [string, BaseRecord[]] => [p, []]))
  for (const record of base.values()) rows.get(record.p)?.push(record)
  const checks = new Map<string, string>()
  for (const [p, records] of rows) {
    const definition = kinds(p)
    if (definition) checks.set(p, formatCheck(yield* checkInSteps(records, makeRowMoney(definition))))
  }
  return checks
}

/** Cursor, witnesses, history; of a reset the journal after the ancestor, which is to be offered again (W5). */
function movePoints(state: WorkbookState, stage: Stage, isDropped: (entry: JournalEntry) => boolean): WorkbookState {
  const { to, ancestor } = stage
  const kept = state.journal.filter((entry) => !isDropped(entry))
  const redo = state.redo.filter((entry) => !isDropped(entry))
  if (stage.mode === 'delta') {
    const witness = dropPassed(addWitness(state.witness, ...stage.heads), to)
    return { ...state, cursor: to, torn: null, witness, history: addHistory(state.history, to), journal: kept, redo }
  }
  const lost = new Set(findLost(state, stage))
  const shared = state.history.filter(({ csn }) => csn <= (ancestor?.csn ?? -1))
  return {
    ...state,
    cursor: to,
    torn: null,
    witness: dropPassed(addWitness([], ...stage.heads), to),
    history: addHistory(shared, to),
    journal: kept.filter((entry) => !lost.has(entry)),
    redo,
  }
}

/** Pushes into partitions that are dropped; what a row belonged to only the base before the pull still knows. */
function touchesOf({ base }: WorkbookState, dropped: readonly string[]): (entry: JournalEntry) => boolean {
  const isDropped = (p: string | undefined): boolean => p !== undefined && dropped.includes(p)
  return ({ envelope }) =>
    dropped.length > 0 &&
    envelope.groups.some(({ ops }) => ops.some((op) => isDropped(op.op === 'create' ? op.p : base.get(op.id)?.p)))
}

function memoize<K, V>(find: (key: K) => V): (key: K) => V {
  const found = new Map<K, V>()
  return (key) => {
    if (!found.has(key)) found.set(key, find(key))
    return found.get(key) as V
  }
}
