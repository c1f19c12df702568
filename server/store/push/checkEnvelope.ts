// What can be refused before the transaction: numbers, order and size of a push, revisions that are none.
import { refuse, type StoreRefusal } from '../refusal.ts'
import type { Result } from '#shared/kernel/result.ts'
import { ok } from '#shared/kernel/result.ts'
import { isRevision } from '#shared/sync/contentHash.ts'
import type { PushEnvelope } from '#shared/sync/record.ts'

/** Of one push over the network; the client splits larger ones between groups. */
export const maxOps = 5000
/** Of one push made by the server itself from an uploaded file. */
export const maxOpsInProcess = 200_000

export function checkEnvelope(envelope: PushEnvelope, limit: number): Result<void, StoreRefusal> {
  let count = 0
  let deletes = 0
  let last = -1
  for (const { g, ops } of envelope.groups) {
    if (!Number.isSafeInteger(g) || g <= last || ops.length === 0) return refuse('push.group-order', { g })
    last = g
    count += ops.length
    for (const op of ops) {
      if (op.op === 'delete') deletes++
      if (op.op !== 'create' && !isRevision(op.rv)) return refuse('rv.format', { id: op.id })
    }
  }
  if (count === 0 || count > limit) return refuse('push.ops', { count, limit })
  if (deletes > envelope.confirmedDeletes)
    return refuse('mass-delete', { count: deletes, confirmed: envelope.confirmedDeletes })
  return ok(undefined)
}
