// Spaces around a text (indented names) are the sheet's own look: the memory takes the text as it is shown, so that it is
// nobody's edit and nothing is written over it.
import { ok, type Result } from '#shared/kernel/result.ts'
import type { RecordId, Value } from '#shared/kernel/value.ts'
import type { BaseRecord } from '#shared/sync/base.ts'
import { saveSession, type Session, type SessionFailure } from '#shared/sync/session.ts'
import { readTables } from '#shared/sync/sessionTables.ts'

export function differsInSpaces(shown: Value | undefined, recorded: Value | undefined): boolean {
  return (
    typeof shown === 'string' &&
    typeof recorded === 'string' &&
    shown !== recorded &&
    shown.trim().normalize('NFC') === recorded.trim().normalize('NFC')
  )
}

export async function keepIndents(session: Session): Promise<Result<Session, SessionFailure>> {
  const read = await readTables(session)
  if (!read.ok) return read
  const changed = new Map<RecordId, BaseRecord>()
  for (const { reading } of read.value.tables)
    for (const { id, values } of reading.rows) {
      const record = session.state.base.get(id as RecordId) // any other text finds nothing
      if (!record) continue
      const indented = Object.entries(values).filter(([key, value]) => differsInSpaces(value, record.values[key]))
      if (indented.length === 0) continue
      changed.set(record.id, { ...record, values: { ...record.values, ...Object.fromEntries(indented) } })
    }
  if (changed.size === 0) return ok(session)
  return saveSession(session, { ...session.state, base: new Map([...session.state.base, ...changed]) })
}
