// The partitions of a push, as they are met: unit, rules, sums, and what its author may read there.
import type { Subject } from '../../auth/decide.ts'
import { viewOf } from '../../auth/view.ts'
import type { Unit } from '../../auth/unitTree.ts'
import type { Session } from '../engine.ts'
import type { Dialect } from '../dialect.ts'
import { parseMark } from '../marks.ts'
import type { PolicyBook } from '../../policy/policyBook.ts'
import type { Queries } from '../queries.ts'
import { toUnit, type Author } from '../readSubject.ts'
import type { SheetRules } from '../sheetRules.ts'
import { showingOf } from '../showing.ts'
import { first, run } from '../statement.ts'
import { loadWholeTallies } from './loadTallies.ts'
import { readSeen } from './seenTotals.ts'
import { makeTallies } from './setTallies.ts'
import type { Place, Sums, Workspace } from './workspace.ts'
import { pathOf, policyDay } from '#shared/policy/adoption.ts'
import { movesAsSheet } from '#shared/definition/workflow.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'

/** What a first try left to luck, and lost. */
export interface Foresight {
  /** Natural keys are looked up before deciding; first tries leave it to the unique index. */
  readonly withKeys: boolean
  /** Each group of ops is a chunk of its own: what it may touch is then known exactly, whatever came before it. */
  readonly oneByOne: boolean
}

export interface Loading {
  readonly session: Session
  readonly queries: Queries
  readonly dialect: Dialect
  readonly rules: SheetRules
  /** Of showing.ts. */
  readonly rvKey: string
  readonly today: PlainDate
  readonly policies: PolicyBook
  readonly foresight: Foresight
  readonly space: Workspace
  readonly subject: Subject
  /** Of `subject`: grows as partitions are met. */
  readonly units: Map<string, Unit>
}

export function startLoading(parts: Omit<Loading, 'subject' | 'units'>, { grants }: Author): Loading {
  const units = new Map<string, Unit>()
  return { ...parts, units, subject: { grants, units, today: parts.today } }
}

/** Those of `ids` that are not known yet. */
export async function loadPlaces(loading: Loading, ids: ReadonlySet<string>): Promise<void> {
  const { session, queries, dialect, rules, rvKey, units, space, today, policies } = loading
  const asked = [...ids].flatMap((p) => {
    const partition = space.places.has(p) ? undefined : parsePartitionId(p)
    const codec = partition && rules.kinds.get(partition.kind)
    return partition && codec ? [{ p, partition, codec }] : []
  })
  if (asked.length === 0) return
  const unitIds = [...new Set(asked.map(({ partition }) => partition.unitId))]
  for (const row of await run(session, queries.unitsAbove, { ids: dialect.list(unitIds) }))
    units.set(row.id, toUnit(row))
  const stored = await run(session, queries.partitions, { ids: dialect.list(asked.map(({ p }) => p)) })
  const met: Place[] = []
  for (const { p, partition, codec } of asked) {
    const unit = units.get(partition.unitId)
    if (!unit) continue
    const row = stored.find((candidate) => candidate.p === p)
    const before: Sums = row
      ? { rows: row.rows, mark: parseMark(row.x), totals: readTotals(row.totals) }
      : { rows: 0, mark: { high: 0, low: 0 }, totals: new Map() }
    const { year } = partition
    const policy = policies.policyFor(
      pathOf((id) => units.get(id)?.parentId, unit.id),
      policyDay(year, today),
    )
    const context = { today, year, unitKind: unit.kind, policy, calendar: policies.calendar }
    const view = viewOf(loading.subject, { definition: codec.definition, unitId: unit.id })
    const place: Place = {
      p,
      partition,
      codec,
      unit,
      view,
      showing: showingOf({ view, codec, rvKey }),
      seen: await readSeen(loading, { p, view, codec }),
      context,
      check: rules.rowChecker(codec.definition, context),
      sheetState: movesAsSheet(codec.definition.workflow) ? await readSheetState(loading, p) : null,
      tallies: makeTallies(codec, context),
      stored: row !== undefined,
      before,
      now: { rows: before.rows, ...before.mark, totals: new Map(before.totals) },
    }
    space.places.set(p, place)
    met.push(place)
  }
  await loadWholeTallies(loading, met)
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
