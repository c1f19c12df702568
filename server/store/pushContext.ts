// What is known of a push besides its envelope, and a transition that is asked for by name.
import type { PushSummary } from '#shared/contract/resources.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import type { Consulted } from '#shared/review/proceeding.ts'
import type { PushId, RecordRevision } from '#shared/sync/record.ts'

export interface MoveRequest {
  readonly pushId: PushId
  readonly p: string
  /** Name of the transition. */
  readonly transition: string
  /** null: the whole sheet. */
  readonly rows: readonly { readonly id: RecordId; readonly rv: RecordRevision; readonly seen: string }[] | null
  /** sheetSeen of the whole sheet; '' for single rows. */
  readonly seen: string
  readonly reason: string
  /** Not null: as an emergency. */
  readonly consulted: readonly Consulted[] | null
  readonly dryRun: boolean
}

export interface PushContext {
  /** SHA-256 hex of what was sent but its witnesses; null: the store hashes the envelope itself (pushes made in process). */
  readonly bodyHash: string | null
  readonly requestId: string
  readonly source: PushSummary['source']
  readonly fileName: string | null
  /** Where imported rows stood: shown in their history. */
  readonly origins?: readonly { readonly id: RecordId; readonly sheet: string; readonly row: number }[]
}
