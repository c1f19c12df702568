// What one push sees and changes, in memory: rows, partitions, natural keys, audit entries. Groups are undone like savepoints.
import type { View } from '../../auth/decide.ts'
import type { Unit } from '../../auth/unitTree.ts'
import type { KindCodec } from '../kindCodec.ts'
import { parseMark, xorMark, type Mark } from '../marks.ts'
import type { RowChecker } from '../sheetRules.ts'
import { countChange, uncountChange, type PlaceTallies } from './setTallies.ts'
import type { Partition } from '#shared/definition/sheet.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import type { RecordRevision, StoredRecord } from '#shared/sync/record.ts'

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
}

export interface AuditEntry {
  readonly g: number
  readonly kind: 'create' | 'update' | 'delete' | 'transition' | 'restore'
  readonly id: RecordId
  readonly p: string
  readonly field: string | null
  readonly was: string | null
  readonly now: string | null
}

/** A partition that the push touches or asks about. */
export interface Place {
  readonly p: string
  readonly partition: Partition
  readonly codec: KindCodec
  readonly unit: Unit
  /** What the author may read there. */
  readonly view: View | undefined
  readonly check: RowChecker
  readonly tallies: PlaceTallies
  /** In the database before this push. */
  readonly stored: boolean
  readonly before: Sums
  now: Sums
  touched: boolean
}

export interface Sums {
  readonly rows: number
  readonly mark: Mark
  /** Money column → 分 over live rows; may pass 2⁵³ only in a group that is then refused. */
  readonly totals: ReadonlyMap<string, number>
}

export interface Workspace {
  readonly csn: number
  readonly places: ReadonlyMap<string, Place>
  readonly rows: Map<RecordId, Row>
  /** As in the database when the push began. */
  readonly stored: ReadonlyMap<RecordId, Row>
  /** Natural key (see keyOf) → its live record, as far as loaded or made by this push. */
  readonly keys: Map<string, RecordId>
  readonly entries: AuditEntry[]
  /** A set rule's group was touched that is not loaded: the push must be decided again with it. */
  incomplete: boolean
  /** Steps that undo the current group, in order. */
  readonly undo: (() => void)[]
}

export function keyOf(p: string, nkey: string): string {
  return `${p}\u0000${nkey}`
}

export function toRv(row: Row): RecordRevision {
  return `${row.csn}-${row.hash}` as RecordRevision
}

export function toStoredRecord(row: Row, codec: KindCodec): StoredRecord {
  return { id: row.id, p: row.p, rv: toRv(row), state: row.state, values: codec.decode(row.text) }
}

/** A decided change of one record. `values` are those of `next` (of the row itself when it is deleted). */
export interface Change {
  readonly place: Place
  readonly before: Row | undefined
  readonly beforeValues: Values | undefined
  readonly next: Row
  readonly values: Values
  readonly entries: readonly AuditEntry[]
}

/** Puts the change into the workspace. @returns false where a total would pass what can be counted exactly */
export function stage(space: Workspace, change: Change): boolean {
  const { place, before, beforeValues, next } = change
  const sums = addSums(place, change)
  if (!sums) return false
  const { now, touched } = place
  const length = space.entries.length
  const freed = before && !before.deleted && before.nkey !== null ? keyOf(before.p, before.nkey) : undefined
  const taken = !next.deleted && next.nkey !== null ? keyOf(next.p, next.nkey) : undefined
  const counted =
    place.tallies.rules.length === 0
      ? undefined
      : {
          id: next.id,
          before: before && !before.deleted ? beforeValues : undefined,
          after: next.deleted ? undefined : change.values,
        }
  if (counted && !countChange(place.tallies, counted)) space.incomplete = true
  space.undo.push(() => {
    if (counted) uncountChange(place.tallies, counted)
    if (taken !== undefined) space.keys.delete(taken)
    if (freed !== undefined) space.keys.set(freed, next.id)
    if (before) space.rows.set(next.id, before)
    else space.rows.delete(next.id)
    space.entries.length = length
    place.now = now
    place.touched = touched
  })
  if (freed !== undefined) space.keys.delete(freed)
  if (taken !== undefined) space.keys.set(taken, next.id)
  space.rows.set(next.id, next)
  for (const entry of change.entries) space.entries.push(entry)
  place.now = sums
  place.touched = true
  return true
}

export function rollBackGroup(space: Workspace): void {
  for (const step of space.undo.toReversed()) step()
  space.undo.length = 0
}

export function keepGroup(space: Workspace): void {
  space.undo.length = 0
}

function addSums(place: Place, { before, beforeValues, next, values }: Change): Sums | undefined {
  const had = before !== undefined && !before.deleted
  const has = !next.deleted
  let { mark } = place.now
  if (had) mark = xorMark(mark, parseMark(before.hash))
  if (has) mark = xorMark(mark, parseMark(next.hash))
  let totals = place.now.totals
  for (const column of place.codec.money) {
    const was = had ? amount(beforeValues?.[column]) : 0
    const is = has ? amount(values[column]) : 0
    if (was === is) continue
    const sum = (totals.get(column) ?? 0) - was + is
    if (!Number.isSafeInteger(sum)) return undefined
    if (totals === place.now.totals) totals = new Map(totals)
    ;(totals as Map<string, number>).set(column, sum)
  }
  return { rows: place.now.rows + (has ? 1 : 0) - (had ? 1 : 0), mark, totals }
}

function amount(value: Values[string] | undefined): number {
  return typeof value === 'number' ? value : 0
}
