// What a push asks for, as the store decides it: the envelope's ops, and those that only an undo makes.
import type { PushContext } from '../recordStore.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import type { Op, Point, PushEnvelope, PushId, RecordRevision } from '#shared/sync/record.ts'

/** Brings a deleted record back as it was; only made by an undo. */
export interface RestoreOp {
  readonly op: 'restore'
  readonly id: RecordId
  readonly rv: RecordRevision
  readonly state: string
  readonly values: Values
}

export type WorkOp = Op | RestoreOp

export interface WorkGroup {
  readonly g: number
  readonly ops: readonly WorkOp[]
}

export interface PushWork {
  readonly pushId: PushId
  readonly schema: Readonly<Record<string, number>>
  readonly witness: readonly Point[]
  readonly mode: 'groups' | 'all'
  readonly dryRun: boolean
  readonly groups: readonly WorkGroup[]
  readonly bodyHash: string
  readonly context: PushContext
  readonly undoOf: PushId | null
  /** As it came, for the seal of its receipt; null: nobody will offer it again (an undo). */
  readonly sealed: PushEnvelope | null
}
