// Reads the groups of set rules that a push may touch.
import type { Session } from '../engine.ts'
import type { Dialect } from '../dialect.ts'
import type { Queries } from '../queries.ts'
import { run } from '../statement.ts'
import { groupsOf, loadGroup } from './setTallies.ts'
import type { Place } from './workspace.ts'
import type { Values } from '#shared/kernel/value.ts'
import type { Aggregate } from '#shared/validation/setAggregates.ts'

export interface TallyLoading {
  readonly session: Session
  readonly queries: Queries
  readonly dialect: Dialect
}

/** Rules with few groups are loaded whole: cheaper than to ask each row for its group twice. */
const fewGroups = 100

export async function loadWholeTallies({ session, queries }: TallyLoading, places: Iterable<Place>): Promise<void> {
  for (const { p, stored, tallies } of places)
    for (const ruleTally of tallies.rules) {
      const found = stored
        ? await run(session, queries.someTallies, { p, rule: ruleTally.rule.code, limit: fewGroups + 1 })
        : []
      if (found.length > fewGroups) continue
      for (const row of found) loadGroup(ruleTally, row.grp, toAggregate(row))
      ruleTally.whole = true
    }
}

/** Of the rules that are not whole: the groups that the proposed rows stand in. */
export async function loadTallies(
  loading: TallyLoading,
  proposed: readonly { readonly place: Place; readonly values: Values }[],
): Promise<void> {
  const byPlace = new Map<Place, Set<string>[]>()
  for (const { place, values } of proposed) {
    let wanted = byPlace.get(place)
    if (!wanted) byPlace.set(place, (wanted = place.tallies.rules.map(() => new Set())))
    for (const [index, group] of groupsOf(place.tallies, values).entries())
      if (group !== undefined) wanted[index]?.add(group)
  }
  for (const [place, wanted] of byPlace)
    for (const [index, groups] of wanted.entries()) await loadGroups(loading, { place, index, groups })
}

async function loadGroups(
  { session, queries, dialect }: TallyLoading,
  { place, index, groups }: { readonly place: Place; readonly index: number; readonly groups: ReadonlySet<string> },
): Promise<void> {
  const ruleTally = place.tallies.rules[index]
  if (!ruleTally || ruleTally.whole) return
  // what an earlier chunk has loaded is newer than what is stored
  const missing = [...groups].filter((group) => !ruleTally.loaded.has(group))
  if (missing.length === 0) return
  // a partition that is not stored yet has no groups
  const found = place.stored
    ? await run(session, queries.tallies, { p: place.p, rule: ruleTally.rule.code, groups: dialect.list(missing) })
    : []
  const stored = new Map(found.map((row) => [row.grp, toAggregate(row)]))
  for (const group of missing) loadGroup(ruleTally, group, stored.get(group))
}

interface StoredTally {
  readonly count: number
  readonly marked: number
  readonly left_sum: string
  readonly right_sum: string
  readonly ids: string
}

export function toAggregate({ count, marked, left_sum, right_sum, ids }: StoredTally): Aggregate | undefined {
  // emptied groups stay as rows of zeros: to the rules they are not there
  if (count === 0 && marked === 0 && ids === '[]') return undefined
  return {
    count,
    marked,
    left: BigInt(left_sum),
    right: BigInt(right_sum),
    ids: new Set(JSON.parse(ids) as readonly string[]),
  }
}
