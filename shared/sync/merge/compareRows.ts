// Sheet, base and server, row by row: what is mine, what is theirs, and where a person has to decide.
import { inOneGo, rowsOfStep, type Steps } from '../../kernel/steps.ts'
import type { RecordId, Value, Values } from '../../kernel/value.ts'
import type { Ancestor, BaseRecord, RowAncestor } from '../state/base.ts'
import type { Change, Conflict } from './change.ts'
import { diffRow, pickFilled, toAddition, toEdit, type DiffDeps } from './diffRows.ts'
import type { IdentifiedRows } from '../table/identifyRows.ts'
import type { MergeFacts } from './mergeFacts.ts'
import { mergeFields } from './mergeFields.ts'
import { isRecordId } from '../newId.ts'
import { sameValue } from './sameValue.ts'
import type { SheetRow } from '../table/sheetRow.ts'

/** What the server has and the sheet does not yet show. */
export interface SheetWrites {
  readonly cells: readonly TheirCells[]
  readonly inserts: readonly BaseRecord[]
  readonly deletes: readonly { readonly id: RecordId; readonly row: number; readonly values: Values }[]
}

export interface TheirCells {
  readonly id: RecordId
  readonly row: number
  readonly values: Values
  readonly by?: string
  readonly at?: string
}

export interface Comparison {
  /** Free of conflicts: may be pushed. */
  readonly mine: readonly Change[]
  readonly theirs: SheetWrites
  readonly conflicts: readonly Conflict[]
  /** Ancestors to keep once `theirs` is written (W9). */
  readonly kept: ReadonlyMap<RecordId, Ancestor>
  /** Ancestors to keep while `theirs` is being written (W3): the kept ones and where the sheet stood before. */
  readonly whileWriting: ReadonlyMap<RecordId, Ancestor>
  /** Rows of the sheet that differ in nothing. */
  readonly unchanged: number
}

export interface ComparedSides {
  readonly p: string
  /** What the server says: this partition's records only. */
  readonly base: ReadonlyMap<RecordId, BaseRecord>
  /** This partition's entries only. */
  readonly ancestors: ReadonlyMap<RecordId, Ancestor>
  readonly rows: IdentifiedRows
}

export interface CompareDeps extends DiffDeps {
  /** Changes are sent in groups of several: money is strict everywhere (M2). */
  readonly grouped: boolean
}

interface Collected {
  readonly mine: Change[]
  readonly removals: Change[]
  readonly cells: TheirCells[]
  readonly inserts: BaseRecord[]
  readonly deletes: { id: RecordId; row: number; values: Values }[]
  readonly conflicts: Conflict[]
  readonly kept: Map<RecordId, Ancestor>
  readonly whileWriting: Map<RecordId, Ancestor>
  unchanged: number
}

/** Three-way over whole tables; every changed field ends in `mine`, `theirs` or `conflicts`, or is equal on both sides. */
export function compareRows(sides: ComparedSides, deps: CompareDeps): Comparison {
  return inOneGo(compareInSteps(sides, deps))
}

export function* compareInSteps(sides: ComparedSides, deps: CompareDeps): Steps<Comparison> {
  const { base, ancestors, rows } = sides
  const into: Collected = {
    mine: [],
    removals: [],
    cells: [],
    inserts: [],
    deletes: [],
    conflicts: [],
    kept: new Map(),
    whileWriting: new Map(),
    unchanged: 0,
  }
  if (rows.idsLost) return finish({ ...into, kept: new Map(ancestors), whileWriting: new Map(ancestors) })
  const isUpToDate = ancestors.size === 0
  let [count, shown] = [0, 0]
  for (const [id, row] of rows.known) {
    count += 1
    if (count % rowsOfStep === 0) yield
    const record = base.get(id)
    const ancestor = isUpToDate ? undefined : ancestors.get(id)
    if (record) shown += 1
    if (record && ancestor) compareApart(into, { record, ancestor, row }, deps)
    else if (record) {
      const edit = diffRow(record, row, deps.facts)
      if (edit) into.mine.push(edit)
      else into.unchanged += 1
    } else if (ancestor) compareGone(into, { id, ancestor, row }, deps)
  }
  for (const row of rows.additions) {
    into.mine.push(toAddition(row, isRecordId(row.id) ? row.id : deps.newId(), deps.facts))
  }
  // Mostly every record is shown, and none has to be looked for.
  for (const record of shown === base.size ? [] : base.values()) {
    count += 1
    if (count % rowsOfStep === 0) yield
    if (!rows.known.has(record.id)) compareMissing(into, record, { ancestor: ancestors.get(record.id), rows, deps })
  }
  return finish(into)
}

function finish(into: Collected): Comparison {
  return {
    mine: [...into.mine, ...into.removals],
    theirs: { cells: into.cells, inserts: into.inserts, deletes: into.deletes },
    conflicts: into.conflicts,
    kept: into.kept,
    whileWriting: into.whileWriting,
    unchanged: into.unchanged,
  }
}

interface ApartRow {
  readonly record: BaseRecord
  readonly ancestor: Ancestor
  readonly row: SheetRow
}

/** Sheet and server both have the row, and the base has moved on (or was lost, or the row was just written). */
function compareApart(into: Collected, { record, ancestor, row }: ApartRow, deps: CompareDeps): void {
  const { facts } = deps
  if (ancestor.was === 'absent' && ancestor.inserting) {
    const values = Object.fromEntries(facts.editable.map((column) => [column, null]))
    compareApart(into, { record, ancestor: { was: 'row', p: ancestor.p, values, writing: facts.editable }, row }, deps)
    if (into.whileWriting.has(record.id)) into.whileWriting.set(record.id, ancestor)
    return
  }
  if (ancestor.was !== 'row') {
    compareWithoutAncestor(into, { record, ancestor, row }, facts)
    return
  }
  const { id } = record
  const base: Record<string, Value> = { ...record.values, ...ancestor.values }
  for (const column of findArrived(ancestor, row, record)) base[column] = record.values[column] ?? null
  const seen = facts.editable.filter((column) => row.values[column] !== undefined)
  const merge = mergeFields(facts, seen, { base, mine: row.values, current: record.values, grouped: deps.grouped })
  const asked = new Set(merge.conflicts)
  const writes: Record<string, Value> = {}
  for (const column of merge.theirs) {
    // Where nobody knows what was seen, what looks untouched may have been typed back.
    if (row.formulas.includes(column) || ancestor.doubtful?.includes(column)) asked.add(column)
    else writes[column] = record.values[column] ?? null
  }
  const heldBack = facts.editable.filter(
    (column) => row.unreadable.includes(column) && !sameValue(base[column], record.values[column]),
  )
  const doubtful = [...asked].filter((column) => isDoubtful(ancestor, column))
  for (const column of asked) {
    const [theirs, mine] = [record.values[column] ?? null, row.values[column] ?? null]
    const known = { kind: 'field', id, column, base: base[column] ?? null, theirs, mine, ...credit(record) } as const
    into.conflicts.push(doubtful.includes(column) ? { ...known, base: null, baseUnknown: true } : known)
  }
  const still = [...asked, ...heldBack]
  const writing = Object.keys(writes)
  const doubt = doubtful.length > 0 ? { doubtful } : {}
  if (still.length > 0) into.kept.set(id, { was: 'row', p: record.p, values: pick(base, still), ...doubt })
  if (still.length + writing.length > 0) {
    into.whileWriting.set(id, {
      was: 'row',
      p: record.p,
      values: pick(base, [...still, ...writing]),
      writing,
      ...doubt,
    })
  }
  if (writing.length > 0) into.cells.push({ id, row: row.row, values: writes, ...credit(record) })
  if (merge.mine.length > 0) into.mine.push(toEdit(record, { row, columns: merge.mine }, facts))
  if (merge.mine.length + still.length + writing.length === 0) into.unchanged += 1
}

/** A write was cut short there, and then a person typed: from the old or from the new value, nobody knows. */
function isDoubtful({ writing = [], doubtful = [] }: RowAncestor, column: string): boolean {
  return writing.includes(column) || doubtful.includes(column)
}

/** Columns in which a write that was cut short got there: no change of the person's, or a conflict answered. */
export function findArrived({ writing = [], answers = {} }: RowAncestor, row: SheetRow, record: BaseRecord): string[] {
  return [
    ...writing.filter((column) => sameValue(row.values[column], record.values[column])),
    ...Object.keys(answers).filter((column) => sameValue(row.values[column], answers[column])),
  ]
}

/** Nobody knows what both came from: each difference is a person's to decide. */
function compareWithoutAncestor(into: Collected, { record, ancestor, row }: ApartRow, facts: MergeFacts): void {
  const differing = facts.editable.filter((column) => {
    const mine = row.values[column]
    return mine === undefined ? row.unreadable.includes(column) : !sameValue(mine, record.values[column])
  })
  if (differing.length === 0) {
    into.unchanged += 1
    return
  }
  for (const column of differing) {
    if (row.unreadable.includes(column)) continue
    const [theirs, mine] = [record.values[column] ?? null, row.values[column] ?? null]
    const conflict = { kind: 'field', id: record.id, column, base: null, theirs, mine } as const
    into.conflicts.push({ ...conflict, baseUnknown: true, ...credit(record) })
  }
  into.kept.set(record.id, ancestor)
  into.whileWriting.set(record.id, ancestor)
}

interface GoneRow {
  readonly id: RecordId
  readonly ancestor: Ancestor
  readonly row: SheetRow
}

/** The sheet has the row, the server has it no more. */
function compareGone(into: Collected, { id, ancestor, row }: GoneRow, deps: CompareDeps): void {
  const { facts } = deps
  if (ancestor.was === 'absent') {
    into.mine.push(toAddition(row, id, facts))
    return
  }
  const base = ancestor.was === 'row' ? ancestor.values : null
  const untouched =
    base !== null &&
    row.unreadable.length === 0 &&
    facts.editable.every((column) => row.values[column] === undefined || sameValue(row.values[column], base[column]))
  into.whileWriting.set(id, ancestor)
  if (untouched) {
    into.deletes.push({ id, row: row.row, values: base })
    return
  }
  into.kept.set(id, ancestor)
  const mine = pickFilled(row.values, facts.editable)
  into.conflicts.push({ kind: 'row', code: 'edit-deleted', id, base, theirs: null, mine })
}

/** The server has the row, the sheet does not show it. */
function compareMissing(
  into: Collected,
  record: BaseRecord,
  seen: { readonly ancestor: Ancestor | undefined; readonly rows: IdentifiedRows; readonly deps: CompareDeps },
): void {
  const { id, rv, values } = record
  const { ancestor } = seen
  if (!ancestor) {
    into.removals.push({ change: 'remove', id, rv, base: values })
    return
  }
  const row = seen.rows.blank.get(id)
  if (ancestor.was === 'absent' && row) {
    compareApart(into, { record, ancestor: { ...ancestor, inserting: true }, row }, seen.deps)
    return
  }
  if (ancestor.was === 'absent') {
    into.whileWriting.set(id, { was: 'absent', p: ancestor.p, inserting: true })
    into.inserts.push(record)
    return
  }
  into.whileWriting.set(id, ancestor)
  const base = ancestor.was === 'row' ? { ...values, ...ancestor.values } : null
  into.kept.set(id, ancestor)
  into.conflicts.push({ kind: 'row', code: 'delete-edited', id, base, theirs: values, mine: null, ...credit(record) })
}

function pick(values: Values, columns: readonly string[]): Values {
  return Object.fromEntries(columns.map((column) => [column, values[column] ?? null]))
}

function credit(record: BaseRecord): { readonly by?: string; readonly at?: string } {
  return {
    ...(record.by === undefined ? {} : { by: record.by }),
    ...(record.at === undefined ? {} : { at: record.at }),
  }
}
