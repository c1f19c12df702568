// What one push sees and changes, in memory: rows, partitions, natural keys, audit entries. Groups are undone like savepoints.
import type { View } from '../../auth/view.ts'
import type { Unit } from '../../auth/unitTree.ts'
import type { KindCodec } from '../kindCodec.ts'
import type { Note } from '../review/notes.ts'
import type { PlaceReview } from '../review/placeReview.ts'
import { parseMark, type Mark } from '../marks.ts'
import type { RowChecker } from '../sheetRules.ts'
import type { Showing } from '../showing.ts'
import {
  countLinked,
  dropAllLinked,
  openLinkedBook,
  uncountLinked,
  type LinkedBook,
  type LinkedChange,
} from './linkedBook.ts'
import { moveSeen, type SeenTotals } from './seenTotals.ts'
import { countChange, uncountChange, type PlaceTallies, type TallyChange } from './setTallies.ts'
import type { RuleContext } from '#shared/definition/rule.ts'
import type { Partition } from '#shared/definition/sheet.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import type { LinkedPlan } from '#shared/validation/linkedPlan.ts'

/** One record as stored, or as this push will store it. */
export interface Row {
  readonly id: RecordId
  readonly p: string
  readonly state: string
  readonly csn: number
  readonly hash: string
  readonly deleted: boolean
  readonly nkey: string | null
  readonly owner: string | null
  /** Wire form, KindCodec.encode. */
  readonly text: string
  /** audit.seq of its newest entry before this push; null for a new record. */
  readonly lastEntry: number | null
}

export type AuditEntry = WholeEntry | FieldEntry

/** A record that comes or goes: the row as it is then, as it was when it is deleted. */
export interface WholeEntry {
  readonly g: number
  readonly kind: 'create' | 'delete' | 'restore'
  readonly row: Row
  /** SHA-256 that stands for it in the chain. */
  readonly digest: string
}

export interface FieldEntry {
  readonly g: number
  readonly kind: 'update' | 'transition'
  readonly row: Row
  /** null for a transition. */
  readonly field: string | null
  /** JSON text. */
  readonly was: string
  readonly now: string
}

/** A partition that the push touches or asks about. */
export interface Place {
  readonly p: string
  readonly partition: Partition
  readonly codec: KindCodec
  readonly unit: Unit
  /** What the author may read there. */
  readonly view: View | undefined
  /** How its rows leave the server for the author. */
  readonly showing: Showing
  /** Totals of what the author sees of it; null: all of it. */
  readonly seen: SeenTotals | null
  readonly context: RuleContext
  readonly check: RowChecker
  /** State that the rows of a sheet that moves as a whole share; null: no rows, or it does not. */
  readonly sheetState: string | null
  readonly tallies: PlaceTallies
  /** In the database before this push. */
  readonly stored: boolean
  readonly before: Sums
  readonly now: LiveSums
}

export interface Sums {
  readonly rows: number
  readonly mark: Mark
  /** Money column → 分 over live rows. */
  readonly totals: ReadonlyMap<string, number>
}

/** Changed in place while a push is decided: one of them per row would be too many. */
export interface LiveSums {
  rows: number
  high: number
  low: number
  readonly totals: Map<string, number>
}

export interface Workspace {
  readonly csn: number
  /** Every partition met so far. */
  readonly places: Map<string, Place>
  /** Partitions that the push has changed. */
  readonly touched: Set<Place>
  /** Sums of rules over several sheets. */
  readonly linked: LinkedBook
  /** Entries of the log of proceedings that go with the rows: written after all of them. */
  readonly notes: Note[]
  /** Partition → what its transitions are weighed by; only where the push moves something that is weighed. */
  readonly review: Map<string, PlaceReview>
  /** Audit entries that were written. */
  written: number
  /** What was needed and is not loaded: the push must be decided again with it. */
  lacks: 'nothing' | 'keys' | 'groups'
  /** The rest is of one chunk: after it has been written it is forgotten. */
  readonly rows: Map<RecordId, Row>
  /** As in the database when the chunk began. */
  readonly stored: Map<RecordId, Row>
  /** Natural key (see keyOf) → its live record, as far as loaded or made by this chunk. */
  readonly keys: Map<string, RecordId>
  /** Keys whose holders were looked up. */
  readonly askedKeys: Set<string>
  readonly entries: AuditEntry[]
}

export function openWorkspace(csn: number, plan: LinkedPlan): Workspace {
  return {
    csn,
    places: new Map(),
    touched: new Set(),
    linked: openLinkedBook(plan),
    notes: [],
    review: new Map(),
    written: 0,
    lacks: 'nothing',
    rows: new Map(),
    stored: new Map(),
    keys: new Map(),
    askedKeys: new Set(),
    entries: [],
  }
}

/** After a chunk has been written. */
export function forgetChunk({ rows, stored, keys, askedKeys, entries }: Workspace): void {
  rows.clear()
  stored.clear()
  keys.clear()
  askedKeys.clear()
  entries.length = 0
}

/** After everything that was written has been taken back. */
export function forgetChanges(space: Workspace): void {
  space.touched.clear()
  space.notes.length = 0
  dropAllLinked(space.linked)
  space.written = 0
}

export function keyOf(p: string, nkey: string): string {
  return `${p}\u0000${nkey}`
}

/** A decided change of one record. `values` are those of `next` (of the row itself when it is deleted). */
export interface Change {
  readonly place: Place
  readonly before: Row | undefined
  readonly beforeValues: Values | undefined
  readonly next: Row
  readonly values: Values
  readonly entries: readonly AuditEntry[]
  readonly notes?: readonly Note[]
}

/** Puts the change into the workspace. @returns false, and nothing is changed, where a total would pass what can be counted exactly */
export function stage(space: Workspace, change: Change): boolean {
  const { place, before, next } = change
  if (!addSums(place, change, 1)) return false
  const freed = keyHeld(before)
  const taken = keyHeld(next)
  if (freed !== undefined) space.keys.delete(freed)
  if (taken !== undefined) space.keys.set(taken, next.id)
  space.rows.set(next.id, next)
  for (const entry of change.entries) space.entries.push(entry)
  if (change.notes) space.notes.push(...change.notes)
  if (place.tallies.rules.length > 0 && !countChange(place.tallies, toTallyChange(change))) space.lacks = 'groups'
  if (isLinked(space, place) && !countLinked(space.linked, toLinkedChange(change))) space.lacks = 'groups'
  return true
}

/** Did one of the changes take a key nobody has asked for: it may be taken, which says more than what undid the group. */
export function isKeyUnsure({ askedKeys }: Workspace, changes: readonly Change[]): boolean {
  return changes.some(({ before, next }) => {
    const taken = keyHeld(next)
    return taken !== undefined && taken !== keyHeld(before) && !askedKeys.has(taken)
  })
}

/** Undoes what the group has changed, last first. */
export function rollBack(space: Workspace, changes: readonly Change[]): void {
  for (const change of changes.toReversed()) {
    const { place, before, next } = change
    const freed = keyHeld(before)
    const taken = keyHeld(next)
    if (taken !== undefined) space.keys.delete(taken)
    if (freed !== undefined) space.keys.set(freed, next.id)
    if (before) space.rows.set(next.id, before)
    else space.rows.delete(next.id)
    space.entries.length -= change.entries.length
    space.notes.length -= change.notes?.length ?? 0
    if (place.tallies.rules.length > 0) uncountChange(place.tallies, toTallyChange(change))
    if (isLinked(space, place)) uncountLinked(space.linked, toLinkedChange(change))
    addSums(place, change, -1)
  }
}

function isLinked({ linked }: Workspace, { partition }: Place): boolean {
  return linked.plan.termsOf.has(partition.kind)
}

function toLinkedChange({ place, before, beforeValues, next, values }: Change): LinkedChange {
  const had = before && !before.deleted && beforeValues
  return {
    id: next.id,
    place,
    before: had ? { state: before.state, values: beforeValues } : undefined,
    after: next.deleted ? undefined : { state: next.state, values },
  }
}

function keyHeld(row: Row | undefined): string | undefined {
  return row && !row.deleted && row.nkey !== null ? keyOf(row.p, row.nkey) : undefined
}

function toTallyChange({ before, beforeValues, next, values }: Change): TallyChange {
  return {
    id: next.id,
    before: before && !before.deleted ? beforeValues : undefined,
    after: next.deleted ? undefined : values,
  }
}

/** @param sign -1 takes the change back. @returns false, and nothing is changed, where a total would not be exact */
function addSums(place: Place, change: Change, sign: 1 | -1): boolean {
  const { now, codec } = place
  const { before, beforeValues, next, values } = change
  const had = before !== undefined && !before.deleted
  const has = !next.deleted
  const deltaOf = (column: string): number =>
    sign * ((has ? amount(values[column]) : 0) - (had ? amount(beforeValues?.[column]) : 0))
  for (const column of codec.money)
    if (!Number.isSafeInteger((now.totals.get(column) ?? 0) + deltaOf(column))) return false
  for (const column of codec.money) {
    const delta = deltaOf(column)
    if (delta !== 0) now.totals.set(column, (now.totals.get(column) ?? 0) + delta)
  }
  if (had) addMark(now, before.hash)
  if (has) addMark(now, next.hash)
  now.rows += sign * ((has ? 1 : 0) - (had ? 1 : 0))
  moveSeen(place, change, sign)
  return true
}

function addMark(now: LiveSums, hash: string): void {
  const { high, low } = parseMark(hash)
  now.high ^= high
  now.low ^= low
}

function amount(value: Values[string] | undefined): number {
  return typeof value === 'number' ? value : 0
}
