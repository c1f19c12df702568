// What a person may know of commits: all of it, or only the rows they see (I12).
import { isVisible, type View } from '../../auth/view.ts'
import { toSeq } from '../chain.ts'
import { run } from '../statement.ts'
import type { Reading } from './reading.ts'
import type { PushCounts } from '#shared/sync/record.ts'

export interface Weight {
  readonly counts: 'all' | Pick<PushCounts, 'created' | 'updated' | 'deleted'>
  /** Partitions that were touched, as far as that may be known. */
  readonly sheets: readonly string[]
}

/** Of a commit that is not named nothing may be known. */
export type Weights = ReadonlyMap<number, Weight>

export interface Weighed {
  readonly csns: readonly number[]
  /** Their author is who asks: nothing is hidden of them. */
  readonly own: ReadonlySet<number>
  /** What is seen of each partition, by id. */
  readonly views: ReadonlyMap<string, View>
}

export async function weighCommits(reading: Reading, { csns, own, views }: Weighed): Promise<Weights> {
  const { session, queries, dialect } = reading
  const touched = new Map<number, string[]>()
  for (const { csn, p } of await run(session, queries.touchesOf, { csns: dialect.list(csns.map(String)) }))
    touched.set(csn, [...(touched.get(csn) ?? []), p])
  const weights = new Map<number, Weight>()
  for (const csn of own) weights.set(csn, { counts: 'all', sheets: touched.get(csn) ?? [] })
  for (const [csn, sheets] of touched) {
    if (own.has(csn)) continue
    if (sheets.every((p) => views.get(p)?.whole === true)) weights.set(csn, { counts: 'all', sheets })
    else {
      const seen = await countSeen(reading, csn, views)
      if (seen.sheets.length > 0) weights.set(csn, seen)
    }
  }
  return weights
}

/** By the rows as they are now: whoever may not see a row now does not learn what it was. */
async function countSeen(
  { session, queries }: Reading,
  csn: number,
  views: ReadonlyMap<string, View>,
): Promise<Weight> {
  const counts = { created: 0, updated: 0, deleted: 0 }
  const sheets = new Set<string>()
  const range = { from: toSeq(csn, 0), to: toSeq(csn + 1, 0) }
  for (const { p, kind, state, owner, rows } of await run(session, queries.touchedRows, range)) {
    if (!isVisible(views.get(p), { state, owner })) continue
    sheets.add(p)
    if (kind === 'create' || kind === 'restore') counts.created += Number(rows)
    else if (kind === 'delete') counts.deleted += Number(rows)
    else counts.updated += Number(rows)
  }
  return { counts, sheets: [...sheets] }
}
