// What the ops of one chunk have to know, read in a handful of statements.
import { loadPlaceReviews } from '../review/loadPlaceReviews.ts'
import { run } from '../statement.ts'
import { loadPlaces, type Loading } from './loadPlaces.ts'
import { neededCells } from './linkedBook.ts'
import { loadLinked } from './loadLinked.ts'
import { loadTallies } from './loadTallies.ts'
import type { WorkGroup } from './pushWork.ts'
import { keyOf, type Place, type Row } from './workspace.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import { mergeRecord } from '#shared/sync/merge/mergeRecord.ts'

/** Puts rows, partitions, sums and natural keys into the workspace. */
export async function loadChunk(loading: Loading, groups: readonly WorkGroup[]): Promise<void> {
  const { space, foresight } = loading
  await loadRows(loading, groups)
  const ids = new Set<string>()
  for (const { p } of space.stored.values()) ids.add(p)
  for (const { ops } of groups) for (const op of ops) if (op.op === 'create') ids.add(op.p)
  await loadPlaces(loading, ids)
  const proposed = proposeValues(loading, groups)
  await loadTallies(loading, proposed)
  const { plan } = space.linked
  const asFacts = proposed.map(({ place, state, values }) => ({ place, facts: { state, values } }))
  await loadLinked(loading, space.linked, neededCells(plan, asFacts))
  if (foresight.withKeys) await loadKeys(loading, proposed)
  const reviews = await loadPlaceReviews(loading, groups, { rows: space.stored, places: space.places })
  for (const [p, review] of reviews) space.review.set(p, review)
  for (const row of space.stored.values()) {
    space.rows.set(row.id, row)
    if (!row.deleted && row.nkey !== null) space.keys.set(keyOf(row.p, row.nkey), row.id)
  }
}

interface StoredRow {
  readonly id: string
  readonly p: string
  readonly state: string
  readonly csn: number
  readonly hash: string
  readonly deleted: number
  readonly nkey: string | null
  readonly owner: string | null
  readonly last_entry: number
  readonly content: string
}

export function toRow({ id, p, state, csn, hash, deleted, nkey, owner, last_entry, content }: StoredRow): Row {
  return {
    id: id as RecordId,
    p,
    state,
    csn,
    hash,
    deleted: deleted !== 0,
    nkey,
    owner,
    text: content,
    lastEntry: last_entry,
  }
}

async function loadRows({ session, queries, dialect, space }: Loading, groups: readonly WorkGroup[]): Promise<void> {
  const ids: string[] = []
  for (const { ops } of groups) for (const { id } of ops) ids.push(id)
  const found = await run(session, queries.rowsById, { ids: dialect.list(ids) })
  for (const row of found) space.stored.set(row.id as RecordId, toRow(row))
}

export interface Proposed {
  readonly place: Place
  readonly state: string
  readonly values: Values
}

/** What rows may come to hold, so that groups and keys they may touch are known before anything is decided. */
function proposeValues({ space, foresight }: Loading, groups: readonly WorkGroup[]): readonly Proposed[] {
  const { places, stored, linked } = space
  const open = (place: Place): boolean =>
    linked.plan.termsOf.has(place.partition.kind) || place.tallies.rules.some(({ whole }) => !whole)
  if (!foresight.withKeys && ![...places.values()].some(open)) return []
  const proposed: Proposed[] = []
  for (const { ops } of groups)
    for (const op of ops) {
      const row = stored.get(op.id)
      const place = places.get(op.op === 'create' ? op.p : (row?.p ?? ''))
      if (!place) continue
      const { codec } = place
      if (op.op === 'create' || op.op === 'restore') {
        const state = op.op === 'create' ? codec.definition.workflow.initial : op.state
        proposed.push({ place, state, values: codec.withDerived(op.values) })
      }
      if (!row) continue
      const current = codec.decode(row.text)
      const { state } = row
      if (open(place)) proposed.push({ place, state, values: current })
      if (op.op === 'transition' || op.op === 'move') proposed.push({ place, state: op.to, values: current })
      if (op.op !== 'update') continue
      const circumstances = { grouped: ops.length > 1, sameRevision: op.rv === place.showing.rv(row) }
      const merge = mergeRecord(codec.facts, { base: op.base, set: op.set, current }, circumstances)
      if (merge.s === 'applied' || merge.s === 'merged')
        proposed.push({ place, state, values: codec.withDerived(merge.values) })
    }
  return proposed
}

/** Who holds the natural keys that the chunk may want; the holder is shown as theirs in the conflict. */
async function loadKeys({ session, queries, dialect, space }: Loading, proposed: readonly Proposed[]): Promise<void> {
  const wanted = new Map<string, Set<string>>()
  for (const { place, values } of proposed) {
    const nkey = place.codec.naturalKey(values)
    if (nkey !== null) wanted.set(place.p, (wanted.get(place.p) ?? new Set()).add(nkey))
  }
  for (const [p, nkeys] of wanted) {
    for (const nkey of nkeys) space.askedKeys.add(keyOf(p, nkey))
    for (const found of await run(session, queries.rowsByKey, { p, keys: dialect.list([...nkeys]) })) {
      const row = toRow(found)
      if (!space.stored.has(row.id)) space.stored.set(row.id, row)
    }
  }
}
