// Writes what a push has decided: rows, partitions, tallies, audit entries, the link of the chain.
import { startLink, toSeq, type LinkHead } from '../chain.ts'
import type { Param } from '../batch.ts'
import type { Session } from '../engine.ts'
import { formatMark } from '../marks.ts'
import type { Queries } from '../queries.ts'
import { toLinkNote, writeNotes } from '../review/notes.ts'
import { run } from '../statement.ts'
import type { PushWork } from './pushWork.ts'
import { changedParts, type LinkedBook } from './linkedBook.ts'
import type { PlaceTallies } from './setTallies.ts'
import { touchedPlaces, type LiveSums, type Place, type Row, type Workspace } from './workspace.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { encodeFen, type Fen } from '#shared/kernel/money.ts'
import { idsOf } from '#shared/validation/setAggregates.ts'

export interface Committing {
  readonly session: Session
  readonly queries: Queries
  readonly work: PushWork
  /** 64 hex digits: h(csn − 1). */
  readonly previous: string
  readonly head: LinkHead
}

/** @returns h(csn), 64 hex digits */
export async function writeCommit(committing: Committing, space: Workspace): Promise<string> {
  const { session, queries, work, head } = committing
  const { csn } = space
  const h = hashEntries(committing, space)
  await run(session, queries.bumpMeta, { csn, head: h })
  const last = await writeAudit(committing, space)
  await writeNotes(committing, space.notes, { csn, first: space.entries.length })
  await writeRows(committing, space, last)
  const places = touchedPlaces(space)
  await session.batch(
    queries.upsertPartitions,
    places.map((place) => partitionRow(place, csn)),
  )
  await session.batch(
    queries.upsertTallies,
    places.flatMap(({ p, tallies }) => tallyRows(p, tallies)),
  )
  await session.batch(queries.upsertLinked, linkedRows(space.linked))
  await session.batch(
    queries.insertTouches,
    places.map(({ p }) => [p, csn]),
  )
  const { origins } = work.context
  if (origins) {
    const made = origins.filter(({ id }) => space.rows.get(id)?.csn === csn)
    await session.batch(
      queries.insertOrigins,
      made.map(({ id, sheet, row }) => [id, work.pushId, sheet, row]),
    )
  }
  await run(session, queries.insertLink, {
    csn,
    h,
    actor: head.actor,
    push: head.pushId,
    at: head.at,
    request: head.requestId,
    entries: space.entries.length + space.notes.length,
  })
  return h
}

function linkedRows(book: LinkedBook): Param[][] {
  return changedParts(book).map(({ slot, grp, p, part }) => [slot, grp, p, part.year, part.count, String(part.sum)])
}

function hashEntries({ previous, head }: Committing, { entries, notes }: Workspace): string {
  const link = startLink(previous, head)
  for (const [ord, { g, kind, id, p, field, was, now, digest }] of entries.entries())
    link.add({ ord, g, kind, record_id: id, p, field, was, now, digest })
  for (const [index, note] of notes.entries()) link.note(toLinkNote(note, entries.length + index))
  return link.end()
}

/** Each entry points to the one before of its record. @returns the newest entry of every record */
async function writeAudit(
  { session, queries }: Committing,
  { entries, stored, csn }: Workspace,
): Promise<ReadonlyMap<RecordId, number>> {
  const last = new Map<RecordId, number>()
  const rows = entries.map(({ g, kind, id, p, field, was, now }, ord): Param[] => {
    const seq = toSeq(csn, ord)
    const prev = last.get(id) ?? stored.get(id)?.lastEntry ?? null
    last.set(id, seq)
    return [seq, g, kind, id, p, field, was, now, prev]
  })
  await session.batch(queries.insertAudit, rows)
  return last
}

async function writeRows(
  { session, queries }: Committing,
  { rows, stored, entries }: Workspace,
  last: ReadonlyMap<RecordId, number>,
): Promise<void> {
  const inserts: Param[][] = []
  const updates: Param[][] = []
  const contents: Param[][] = []
  const freed: Param[][] = []
  for (const { kind, id } of entries) {
    const row = kind === 'create' ? rows.get(id) : undefined
    if (row) inserts.push(toParams(row, last.get(id) ?? 0))
  }
  for (const [id, before] of stored) {
    const row = rows.get(id)
    if (!row || row === before) continue
    const { state, csn, hash, owner, text } = row
    const entry = last.get(id) ?? 0
    if (row.nkey === before.nkey && row.deleted === before.deleted) {
      contents.push([id, state, csn, hash, owner, entry, text])
      continue
    }
    updates.push(toParams(row, entry))
    // another row may take the key in this very push: it is freed before any is set
    if (before.nkey !== null && !before.deleted) freed.push([id, null])
  }
  await session.batch(queries.freeKeys, freed)
  await session.batch(queries.updateRows, updates)
  await session.batch(queries.updateContents, contents)
  await session.batch(queries.insertRows, inserts)
}

function toParams({ id, p, state, csn, hash, deleted, nkey, owner, text }: Row, lastEntry: number): Param[] {
  return [id, p, state, csn, hash, deleted ? 1 : 0, nkey, owner, lastEntry, text]
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
