// P-9: has anything that this person sees changed since the point?
import type { Principal } from '../../auth/principal.ts'
import { toPoint } from '../chain.ts'
import type { Reading } from '../lists/reading.ts'
import { readSubject } from '../readSubject.ts'
import { first, run } from '../statement.ts'
import { viewOf } from '../../auth/view.ts'
import { findStanding } from './checkPoints.ts'
import type { Point } from '#shared/sync/record.ts'

export async function isUnchanged(
  { session, queries, rules, today }: Reading,
  principal: Principal,
  point: Point | null,
): Promise<{ readonly unchanged: boolean; readonly head: Point }> {
  const meta = await first(session, queries.meta, {})
  if (!meta) throw new Error('meta is empty')
  const head = toPoint(meta.csn, meta.head)
  if (point === null) return { unchanged: false, head }
  if (point.csn === head.csn) return { unchanged: point.h === head.h, head }
  const standing = await findStanding({ session, queries, head: meta.csn }, { cursor: point, witness: [], history: [] })
  if (standing.mode === 'reset') return { unchanged: false, head }
  const newer = await run(session, queries.changedPartitions, { csn: point.csn })
  if (newer.length === 0) return { unchanged: true, head }
  const subject = await readSubject(session, queries, { grants: principal.grants, today })
  const sees = newer.some(({ kind, unit_id: unitId }) => {
    const definition = rules.kinds.get(kind)?.definition
    return definition !== undefined && viewOf(subject, { definition, unitId }) !== undefined
  })
  return { unchanged: !sees, head }
}
