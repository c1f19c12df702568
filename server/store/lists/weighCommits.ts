// What a person may know of commits: all of it, or only the rows they see (I12).
import { isVisible, type View } from '../../auth/view.ts'
import { toSeq } from '../chain.ts'
import { run } from '../statement.ts'
import type { Reading } from './reading.ts'
import type { PushCounts } from '#shared/sync/record.ts'

/** Of a commit that is not named nothing may be known. */
export type Weights = ReadonlyMap<number, 'all' | Pick<PushCounts, 'created' | 'updated' | 'deleted'>>

/** @param views what is seen of each partition, by id */
export async function weighCommits(
  reading: Reading,
  csns: readonly number[],
  views: ReadonlyMap<string, View>,
): Promise<Weights> {
  const { session, queries, dialect } = reading
  const touched = new Map<number, string[]>()
  for (const { csn, p } of await run(session, queries.touchesOf, { csns: dialect.list(csns.map(String)) }))
    touched.set(csn, [...(touched.get(csn) ?? []), p])
  const weights = new Map<number, 'all' | Counted>()
  for (const [csn, ps] of touched) {
    if (ps.every((p) => views.get(p)?.whole === true)) weights.set(csn, 'all')
    else {
      const seen = await countSeen(reading, csn, views)
      if (seen.created + seen.updated + seen.deleted > 0) weights.set(csn, seen)
    }
  }
  return weights
}

interface Counted {
  created: number
  updated: number
  deleted: number
}

/** By the rows as they are now: whoever may not see a row now does not learn what it was. */
async function countSeen(
  { session, queries }: Reading,
  csn: number,
  views: ReadonlyMap<string, View>,
): Promise<Counted> {
  const seen: Counted = { created: 0, updated: 0, deleted: 0 }
  const range = { from: toSeq(csn, 0), to: toSeq(csn + 1, 0) }
  for (const { p, kind, state, owner, rows } of await run(session, queries.touchedRows, range)) {
    if (!isVisible(views.get(p), { state, owner })) continue
    if (kind === 'create' || kind === 'restore') seen.created += Number(rows)
    else if (kind === 'delete') seen.deleted += Number(rows)
    else seen.updated += Number(rows)
  }
  return seen
}
