// Everything one push has to know, read in a handful of statements.
import { viewOf, type Subject } from '../../auth/decide.ts'
import { makeUnitTree } from '../../auth/unitTree.ts'
import type { Session } from '../engine.ts'
import { parseMark } from '../marks.ts'
import { pathOf, policyDay, type PolicyBook } from '../../policy/policyBook.ts'
import type { Queries } from '../queries.ts'
import { toUnit, type Author } from '../readSubject.ts'
import type { SheetRules } from '../sheetRules.ts'
import { first, run } from '../statement.ts'
import type { Dialect } from '../dialect.ts'
import { neededCells, openLinkedBook } from './linkedBook.ts'
import { loadLinked } from './loadLinked.ts'
import { loadPlaceReviews } from '../review/loadPlaceReviews.ts'
import { movesAsSheet } from '#shared/definition/workflow.ts'
import { loadTallies, loadWholeTallies } from './loadTallies.ts'
import type { PushWork } from './pushWork.ts'
import { makeTallies } from './setTallies.ts'
import { keyOf, type Place, type Row, type Sums, type Workspace } from './workspace.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import type { LinkedPlan } from '#shared/validation/linkedPlan.ts'

export interface Loading {
  readonly session: Session
  readonly queries: Queries
  readonly dialect: Dialect
  readonly rules: SheetRules
  readonly author: Author
  readonly today: PlainDate
  readonly csn: number
  readonly policies: PolicyBook
  /** Natural keys are looked up before deciding; first tries leave it to the unique index. */
  readonly withKeys: boolean
}

export interface Loaded {
  readonly space: Workspace
  readonly subject: Subject
}

export async function loadSpace(loading: Loading, work: PushWork): Promise<Loaded> {
  const rows = await loadRows(loading, work)
  const ids = new Set([...rows.values()].map(({ p }) => p))
  const filling = new Set(work.groups.flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'create' ? [op.p] : []))))
  for (const p of filling) ids.add(p)
  const { places, subject } = await loadPlaces(loading, ids, filling)
  await loadWholeTallies(loading, places.values())
  const { linked: plan } = loading.rules
  const proposed = proposeValues({ places, rows, plan, withKeys: loading.withKeys }, work)
  await loadTallies(loading, proposed)
  const linked = openLinkedBook(plan)
  await loadLinked(
    loading,
    linked,
    neededCells(
      plan,
      proposed.map(({ place, state, values }) => ({ place, facts: { state, values } })),
    ),
  )
  const review = await loadPlaceReviews(loading, work.groups, { rows, places })
  const keys = loading.withKeys ? await loadKeys(loading, proposed, rows) : new Map<string, RecordId>()
  for (const row of rows.values()) if (!row.deleted && row.nkey !== null) keys.set(keyOf(row.p, row.nkey), row.id)
  const space: Workspace = {
    csn: loading.csn,
    places,
    rows: new Map(rows),
    stored: rows,
    keys,
    entries: [],
    linked,
    notes: [],
    review,
    incomplete: false,
    staged: [],
  }
  return { space, subject }
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

async function loadRows({ session, queries, dialect }: Loading, work: PushWork): Promise<Map<RecordId, Row>> {
  const ids = work.groups.flatMap(({ ops }) => ops.map(({ id }) => id))
  const found = await run(session, queries.rowsById, { ids: dialect.list(ids) })
  return new Map(found.map((row) => [row.id as RecordId, toRow(row)]))
}

async function loadPlaces(
  loading: Loading,
  ids: ReadonlySet<string>,
  /** Those that the push adds rows to. */
  filling: ReadonlySet<string>,
): Promise<{ readonly places: Map<string, Place>; readonly subject: Subject }> {
  const { session, queries, dialect, rules, author, today, policies } = loading
  const asked = [...ids].flatMap((p) => {
    const partition = parsePartitionId(p)
    const codec = partition && rules.kinds.get(partition.kind)
    return partition && codec ? [{ p, partition, codec }] : []
  })
  const unitIds = [...new Set(asked.map(({ partition }) => partition.unitId))]
  const units = makeUnitTree((await run(session, queries.unitsAbove, { ids: dialect.list(unitIds) })).map(toUnit))
  const stored = await run(session, queries.partitions, { ids: dialect.list(asked.map(({ p }) => p)) })
  const subject: Subject = { grants: author.grants, units, today }
  const places = new Map<string, Place>()
  for (const { p, partition, codec } of asked) {
    const unit = units.get(partition.unitId)
    if (!unit) continue
    const row = stored.find((candidate) => candidate.p === p)
    const before: Sums = row
      ? { rows: row.rows, mark: parseMark(row.x), totals: readTotals(row.totals) }
      : { rows: 0, mark: { high: 0, low: 0 }, totals: new Map() }
    const { year } = partition
    const policy = policies.policyFor(pathOf(units, unit.id), policyDay(year, today))
    const context = { today, year, unitKind: unit.kind, policy, calendar: policies.calendar }
    places.set(p, {
      p,
      partition,
      codec,
      unit,
      view: viewOf(subject, { definition: codec.definition, unitId: unit.id }),
      context,
      check: rules.rowChecker(codec.definition, context),
      sheetState: filling.has(p) && movesAsSheet(codec.definition.workflow) ? await readSheetState(loading, p) : null,
      tallies: makeTallies(codec, context),
      stored: row !== undefined,
      before,
      now: { rows: before.rows, ...before.mark, totals: new Map(before.totals) },
    })
  }
  return { places, subject }
}

/** All rows of a sheet that moves as a whole share one state: any of them tells it. */
async function readSheetState({ session, queries }: Loading, p: string): Promise<string | null> {
  return (await first(session, queries.anyState, { p }))?.state ?? null
}

export function readTotals(text: string): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(JSON.parse(text) as Record<string, string>).map(([column, fen]) => [column, Number(fen)]),
  )
}

export interface Proposed {
  readonly place: Place
  readonly state: string
  readonly values: Values
}

/** What rows may come to hold, so that groups and keys they may touch are known before anything is decided. */
function proposeValues(
  known: {
    readonly places: ReadonlyMap<string, Place>
    readonly rows: ReadonlyMap<RecordId, Row>
    readonly plan: LinkedPlan
    readonly withKeys: boolean
  },
  work: PushWork,
): readonly Proposed[] {
  const { places, rows, plan, withKeys } = known
  const open = (place: Place): boolean =>
    plan.termsOf.has(place.partition.kind) || place.tallies.rules.some(({ whole }) => !whole)
  if (!withKeys && ![...places.values()].some(open)) return []
  const proposed: Proposed[] = []
  for (const { ops } of work.groups)
    for (const op of ops) {
      const row = rows.get(op.id)
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
      if (op.op === 'update') proposed.push({ place, state, values: codec.withDerived({ ...current, ...op.set }) })
      if (op.op === 'transition' || op.op === 'move') proposed.push({ place, state: op.to, values: current })
    }
  return proposed
}

async function loadKeys(
  { session, queries, dialect }: Loading,
  proposed: readonly Proposed[],
  rows: Map<RecordId, Row>,
): Promise<Map<string, RecordId>> {
  const wanted = new Map<string, Set<string>>()
  for (const { place, values } of proposed) {
    const nkey = place.codec.naturalKey(values)
    if (nkey !== null) wanted.set(place.p, (wanted.get(place.p) ?? new Set()).add(nkey))
  }
  const keys = new Map<string, RecordId>()
  for (const [p, nkeys] of wanted) {
    for (const found of await run(session, queries.rowsByKey, { p, keys: dialect.list([...nkeys]) })) {
      const row = toRow(found)
      // the holder is shown as theirs in the conflict
      if (!rows.has(row.id)) rows.set(row.id, row)
      if (row.nkey !== null) keys.set(keyOf(p, row.nkey), row.id)
    }
  }
  return keys
}
