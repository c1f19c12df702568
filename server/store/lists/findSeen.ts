// One record as a person may see it, deleted ones included: where it lies, how its kind is read.
import { isVisible, viewOf } from '../../auth/view.ts'
import type { Principal } from '../../auth/principal.ts'
import { toRow } from '../push/loadChunk.ts'
import type { Row } from '../push/workspace.ts'
import { readSubject } from '../readSubject.ts'
import type { SeenPlace } from '../review/place.ts'
import { showingOf } from '../showing.ts'
import { first } from '../statement.ts'
import type { Reading } from './reading.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { RecordId } from '#shared/kernel/value.ts'

export interface Asked {
  readonly id: RecordId
  readonly principal: Principal
}

/** undefined: there is none, or it is hidden from the person. */
export async function findSeen(
  { session, queries, rules, rvKey, dialect, today }: Reading,
  { id, principal }: Asked,
): Promise<{ readonly row: Row; readonly place: SeenPlace } | undefined> {
  const found = await first(session, queries.rowsById, { ids: dialect.list([id]) })
  const row = found && toRow(found)
  const partition = row && parsePartitionId(row.p)
  const codec = partition && rules.kinds.get(partition.kind)
  if (!row || !partition || !codec) return undefined
  const subject = await readSubject(session, queries, { grants: principal.grants, today })
  const unit = subject.units.get(partition.unitId)
  const view = viewOf(subject, { definition: codec.definition, unitId: partition.unitId })
  if (!unit || !view || !isVisible(view, row)) return undefined
  return { row, place: { p: row.p, partition, codec, unit, subject, view, showing: showingOf({ view, codec, rvKey }) } }
}
