// For pushes that move rows: what the transitions of each sheet are weighed by. Other pushes read nothing of it.
import type { WorkGroup } from '../push/pushWork.ts'
import type { Place, Row } from '../push/workspace.ts'
import type { PlaceReview } from './placeReview.ts'
import { openObjections, readEvidence, readHands, readLogs, type ReviewReading } from './loadReview.ts'
import { readExemptions } from '../rights/readExemptions.ts'
import type { Transition } from '#shared/definition/workflow.ts'
import type { RecordId } from '#shared/kernel/value.ts'

export async function loadPlaceReviews(
  reading: ReviewReading,
  groups: readonly WorkGroup[],
  { rows, places }: { readonly rows: ReadonlyMap<RecordId, Row>; readonly places: ReadonlyMap<string, Place> },
): Promise<ReadonlyMap<string, PlaceReview>> {
  const moving = new Map<string, Set<RecordId>>()
  for (const { ops } of groups)
    for (const op of ops) {
      if (op.op !== 'transition' && op.op !== 'move') continue
      const row = rows.get(op.id)
      const place = row && places.get(row.p)
      if (!row || !place || !place.codec.definition.workflow.transitions.some(isWeighed)) continue
      moving.set(row.p, (moving.get(row.p) ?? new Set()).add(op.id))
    }
  const reviews = new Map<string, PlaceReview>()
  if (moving.size === 0) return reviews
  const exemptions = await readExemptions(reading)
  const logs = await readLogs(reading, [...moving.keys()])
  for (const [p, ids] of moving) {
    const log = logs.get(p)
    const definition = places.get(p)?.codec.definition
    if (!log || !definition) continue
    reviews.set(p, {
      evidence: await readEvidence(reading, log),
      objections: openObjections(log),
      exemptions,
      hands: await readHands(reading, [...ids], definition),
    })
  }
  return reviews
}

function isWeighed({ needs, apart }: Transition): boolean {
  return (needs?.length ?? 0) > 0 || (apart?.length ?? 0) > 0
}
