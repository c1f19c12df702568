// What the transitions of one sheet are weighed by.
import type { RecordId } from '#shared/kernel/value.ts'
import type { ExemptionOnFile } from '#shared/review/foldRevocable.ts'
import type { FiledEvidence, Hand, OpenObjection } from '#shared/review/facts.ts'

export interface PlaceReview {
  readonly evidence: readonly FiledEvidence[]
  readonly objections: readonly OpenObjection[]
  /** On file, of all units. */
  readonly exemptions: readonly ExemptionOnFile[]
  readonly hands: ReadonlyMap<RecordId, readonly Hand[]>
}
