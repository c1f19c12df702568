// The end of a commit: what it comes to for partitions, sums and the chain.
import type { LinkHead } from '../chain.ts'
import type { Param } from '../batch.ts'
import { formatMark } from '../marks.ts'
import { toLinkNote, writeNotes } from '../review/notes.ts'
import { run } from '../statement.ts'
import { changedParts, type LinkedBook } from './linkedBook.ts'
import type { PlaceTallies } from './setTallies.ts'
import type { LiveSums, Place, Workspace } from './workspace.ts'
import type { Writing } from './writeChunk.ts'
import { encodeFen, type Fen } from '#shared/kernel/money.ts'
import { idsOf } from '#shared/validation/setAggregates.ts'

/** After the last chunk. @returns h(csn), 64 hex digits */
export async function writeCommit(
  { session, queries, link }: Writing,
  head: LinkHead,
  { touched, csn, written, linked, notes }: Workspace,
): Promise<string> {
  const places = [...touched]
  for (const [index, note] of notes.entries()) link.note(toLinkNote(note, written + index))
  const h = link.end()
  await run(session, queries.bumpMeta, { csn, head: h })
  await writeNotes({ session, queries }, notes, { csn, first: written })
  await session.batch(
    queries.upsertPartitions,
    places.map((place) => partitionRow(place, csn)),
  )
  await session.batch(
    queries.upsertTallies,
    places.flatMap(({ p, tallies }) => tallyRows(p, tallies)),
  )
  await session.batch(queries.upsertLinked, linkedRows(linked))
  await session.batch(
    queries.insertTouches,
    places.map(({ p }) => [p, csn]),
  )
  await run(session, queries.insertLink, {
    csn,
    h,
    actor: head.actor,
    push: head.pushId,
    at: head.at,
    request: head.requestId,
    entries: written + notes.length,
  })
  return h
}

function linkedRows(book: LinkedBook): Param[][] {
  return changedParts(book).map(({ slot, grp, p, part }) => [slot, grp, p, part.year, part.count, String(part.sum)])
}

function partitionRow({ p, partition, now }: Place, csn: number): Param[] {
  const { kind, unitId, year } = partition
  return [p, kind, unitId, year, now.rows, csn, formatMark(now), writeTotals(now)]
}

export function writeTotals({ totals }: LiveSums): string {
  return JSON.stringify(Object.fromEntries([...totals].map(([column, fen]) => [column, encodeFen(fen as Fen)])))
}

function tallyRows(p: string, { rules }: PlaceTallies): Param[][] {
  return rules.flatMap(({ rule, aggregates, touched }) =>
    [...touched].map((group) => {
      const aggregate = aggregates.get(group)
      if (!aggregate) return [p, rule.code, group, 0, 0, '0', '0', '[]']
      const { count, marked, left, right } = aggregate
      return [p, rule.code, group, count, marked, String(left), String(right), JSON.stringify(idsOf(aggregate))]
    }),
  )
}
