// Entries of the log of proceedings between memory and table.
import type { AuditTable, ProceedingTable } from '../schema.ts'
import type { Param } from '../batch.ts'
import { toSeq } from '../chain.ts'
import type { Session } from '../engine.ts'
import type { Queries } from '../queries.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import type { Proceeding, StoredEntry } from '#shared/review/proceeding.ts'

/** An entry that is still to be written. */
export interface Note {
  readonly subject: string
  /** '' for what belongs to no sheet. */
  readonly p: string
  readonly record: RecordId | null
  readonly entry: StoredEntry
}

export interface NoteRow extends Omit<ProceedingTable, 'seq'> {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly by: string
}

export function toProceeding({ seq, type, subject, p, record_id, body, at, actor, by }: NoteRow): Proceeding {
  // written below from a typed entry
  const entry = { ...(JSON.parse(body) as object), type } as StoredEntry
  return { seq, subject, p, record: record_id as RecordId | null, entry, userId: actor, by, at }
}

export function toLinkNote({ subject, p, record, entry }: Note, ord: AuditTable['seq']) {
  const { type, ...body } = entry
  return { ord, type, subject, p, record_id: record, body: JSON.stringify(body) }
}

/** @param first place of the first of them in the commit */
export async function writeNotes(
  { session, queries }: { readonly session: Session; readonly queries: Queries },
  notes: readonly Note[],
  at: { readonly csn: number; readonly first: number },
): Promise<void> {
  const rows = notes.map((note, index): Param[] => {
    const { type, subject, p, record_id, body } = toLinkNote(note, at.first + index)
    return [toSeq(at.csn, at.first + index), type, subject, p, record_id, body]
  })
  await session.batch(queries.insertNotes, rows)
}
