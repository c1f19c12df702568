// Writes what a chunk of a push has decided: audit entries, their part of the chain, rows.
import { toSeq, type LinkHash } from '../chain.ts'
import type { Param } from '../batch.ts'
import type { Session } from '../engine.ts'
import { toWhole } from '../kindCodec.ts'
import type { Queries } from '../queries.ts'
import type { PushContext } from '../pushContext.ts'
import type { AuditEntry, Workspace } from './workspace.ts'
import { findMade, writeCreates } from './writeCreates.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import type { PushId } from '#shared/sync/record.ts'

export interface Writing {
  readonly session: Session
  readonly queries: Queries
  readonly pushId: PushId
  /** Of the commit, over all its entries in order. */
  readonly link: LinkHash
  /** Where imported rows stood. */
  readonly origins: ReadonlyMap<RecordId, Origin>
}

export type Origin = NonNullable<PushContext['origins']>[number]

export async function writeChunk(writing: Writing, space: Workspace): Promise<void> {
  const { entries, written } = space
  if (entries.length === 0) return
  hashEntries(writing, space)
  /** Place in the commit of the newest entry of every record. */
  const last = new Map(entries.map(({ row }, index) => [row.id, written + index]))
  const made = findMade(space, last)
  await writeAudit(writing, space, new Set(made.flatMap(({ fresh, ord }) => (fresh ? [ord] : []))))
  await writeUpdates(writing, space, last)
  await writeCreates(writing, space.csn, made)
  await writeOrigins(writing, last)
  space.written += entries.length
}

function hashEntries({ link }: Writing, { entries, written }: Workspace): void {
  for (const [index, entry] of entries.entries()) {
    const { g, kind, row } = entry
    const head = { ord: written + index, g, kind, record_id: row.id, p: row.p }
    if ('digest' in entry) link.add({ ...head, field: null, was: null, now: null, digest: entry.digest })
    else link.add({ ...head, field: entry.field, was: entry.was, now: entry.now, digest: null })
  }
}

/** Each entry points to the one before of its record. @param fresh places of entries that writeCreates writes */
async function writeAudit(
  { session, queries }: Writing,
  { entries, stored, csn, written }: Workspace,
  fresh: ReadonlySet<number>,
): Promise<void> {
  if (fresh.size === entries.length) return
  const last = new Map<RecordId, number>()
  const rows: Param[][] = []
  for (const [index, entry] of entries.entries()) {
    const ord = written + index
    if (fresh.has(ord)) continue
    const { g, kind, row } = entry
    const seq = toSeq(csn, ord)
    const prev = last.get(row.id) ?? stored.get(row.id)?.lastEntry ?? null
    last.set(row.id, seq)
    rows.push([seq, g, kind, row.id, row.p, ...sidesOf(entry), prev])
  }
  await session.batch(queries.insertAudit, rows)
}

/** field, was, now */
function sidesOf(entry: AuditEntry): readonly [string | null, string | null, string | null] {
  if (!('digest' in entry)) return [entry.field, entry.was, entry.now]
  const whole = toWhole(entry.row.state, entry.row.text)
  return entry.kind === 'delete' ? [null, whole, null] : [null, null, whole]
}

/** Rows that were there before. */
async function writeUpdates(
  { session, queries }: Writing,
  { rows, stored, csn }: Workspace,
  last: ReadonlyMap<RecordId, number>,
): Promise<void> {
  const updates: Param[][] = []
  const contents: Param[][] = []
  const freed: Param[][] = []
  for (const [id, before] of stored) {
    const row = rows.get(id)
    if (!row || row === before) continue
    const { p, state, hash, deleted, nkey, owner, text } = row
    const entry = toSeq(csn, last.get(id) ?? 0)
    if (nkey === before.nkey && deleted === before.deleted) {
      contents.push([id, state, csn, hash, owner, entry, text])
      continue
    }
    updates.push([id, p, state, csn, hash, deleted ? 1 : 0, nkey, owner, entry, text])
    // another row may take the key in this very chunk: it is freed before any is set
    if (before.nkey !== null && !before.deleted) freed.push([id, null])
  }
  await session.batch(queries.freeKeys, freed)
  await session.batch(queries.updateRows, updates)
  await session.batch(queries.updateContents, contents)
}

async function writeOrigins(
  { session, queries, pushId, origins }: Writing,
  changed: ReadonlyMap<RecordId, number>,
): Promise<void> {
  if (origins.size === 0) return
  const rows = [...changed.keys()].flatMap((id) => origins.get(id) ?? [])
  await session.batch(
    queries.insertOrigins,
    rows.map(({ id, sheet, row }) => [id, pushId, sheet, row]),
  )
}
