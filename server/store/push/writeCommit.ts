// Writes what a push has decided: rows, partitions, tallies, audit entries, the link of the chain.
import { startLink, toSeq, type LinkHead } from '../chain.ts'
import type { Param, Session } from '../engine.ts'
import { formatMark } from '../marks.ts'
import type { Queries } from '../queries.ts'
import { run } from '../statement.ts'
import type { PushWork } from './pushWork.ts'
import type { PlaceTallies } from './setTallies.ts'
import { touchedPlaces, type LiveSums, type Place, type Row, type Workspace } from './workspace.ts'
import { encodeFen, type Fen } from '#shared/kernel/money.ts'

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
  await writeRows(committing, space)
  await session.batch(queries.insertAudit, auditRows(space))
  const places = touchedPlaces(space)
  await session.batch(
    queries.upsertPartitions,
    places.map((place) => partitionRow(place, csn)),
  )
  await session.batch(
    queries.upsertTallies,
    places.flatMap(({ p, tallies }) => tallyRows(p, tallies)),
  )
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
    entries: space.entries.length,
  })
  return h
}

function hashEntries({ previous, head }: Committing, { entries }: Workspace): string {
  const link = startLink(previous, head)
  for (const [ord, { g, kind, id, p, field, was, now, digest }] of entries.entries())
    link.add({ ord, g, kind, record_id: id, p, field, was, now, digest })
  return link.end()
}

async function writeRows({ session, queries }: Committing, space: Workspace): Promise<void> {
  const { rows, stored, csn } = space
  const inserts: Param[][] = []
  const updates: Param[][] = []
  const freed: Param[][] = []
  for (const [ord, { kind, id }] of space.entries.entries()) {
    const row = kind === 'create' ? rows.get(id) : undefined
    if (row) inserts.push(toParams(row, toSeq(csn, ord)))
  }
  for (const [id, before] of stored) {
    const row = rows.get(id)
    if (!row || row === before) continue
    updates.push(toParams(row, row.born))
    // another row may take the key in this very push: it is freed before any is set
    const free = row.deleted || before.nkey !== row.nkey
    if (before.nkey !== null && !before.deleted && free) freed.push([row.id, null])
  }
  await session.batch(queries.freeKeys, freed)
  await session.batch(queries.updateRows, updates)
  await session.batch(queries.insertRows, inserts)
}

function toParams({ id, p, state, csn, hash, deleted, nkey, owner, text }: Row, born: number): Param[] {
  return [id, p, state, csn, hash, deleted ? 1 : 0, nkey, owner, born, text]
}

function auditRows({ entries, csn }: Workspace): Param[][] {
  return entries.map(({ g, kind, id, p, field, was, now }, ord) => [toSeq(csn, ord), g, kind, id, p, field, was, now])
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
      const { count, marked, left, right, ids } = aggregate
      return [p, rule.code, group, count, marked, String(left), String(right), JSON.stringify([...ids])]
    }),
  )
}
