// What the transitions of one sheet are weighed by.
import type { RecordId } from '#shared/kernel/value.ts'
import type { FiledEvidence, Hand, OpenObjection } from '#shared/review/facts.ts'

export interface PlaceReview {
  readonly evidence: readonly FiledEvidence[]
  readonly objections: readonly OpenObjection[]
  readonly hands: ReadonlyMap<RecordId, readonly Hand[]>
}
