// The rows of one partition as a person sees them.
import { mayDo } from '../../auth/decide.ts'
import { viewOf } from '../../auth/view.ts'
import type { Principal } from '../../auth/principal.ts'
import { toPoint } from '../chain.ts'
import { readSubject } from '../readSubject.ts'
import type { RecordRows } from '../recordStore.ts'
import { first } from '../statement.ts'
import { readLogs } from '../review/loadReview.ts'
import { readVisible } from './listPartitions.ts'
import type { Reading } from './reading.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { countEvents } from '#shared/review/eventCounts.ts'

/** An empty partition that the person may fill is there, without rows. */
export async function listRecords(reading: Reading, p: string, principal: Principal): Promise<RecordRows | undefined> {
  const { session, queries, rules, today } = reading
  const partition = parsePartitionId(p)
  const definition = partition && rules.kinds.get(partition.kind)?.definition
  if (!partition || !definition) return undefined
  const subject = await readSubject(session, queries, { grants: principal.grants, today })
  const { unitId, kind } = partition
  if (!subject.units.has(unitId)) return undefined
  const view = viewOf(subject, { definition, unitId })
  if (!view && !mayDo(subject, { definition, unitId }).includes('create')) return undefined
  const meta = await first(session, queries.meta, {})
  const rows = view ? await readVisible(reading, { p, kind, view }) : []
  const log = definition.workflow.events && rows.length > 0 ? (await readLogs(reading, [p])).get(p) : undefined
  const events = countEvents(log?.events ?? [], new Set(rows.map(({ id }) => id)))
  return { p, point: toPoint(meta?.csn ?? 0, meta?.head ?? ''), rows, events }
}
