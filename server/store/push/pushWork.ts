// What a push asks for, as the store decides it: the envelope's ops, and those that only an undo makes.
import type { PushContext } from '../pushContext.ts'
import type { Note } from '../review/notes.ts'
import type { Consulted } from '#shared/review/proceeding.ts'
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

/** Another state for a row of a sheet that moves as a whole, or that is taken back: what was seen is checked elsewhere. */
export type MoveOp = { readonly op: 'move'; readonly id: RecordId; readonly to: string } & (
  | { readonly as: 'sheet' }
  /** Only from this state. */
  | { readonly as: 'revert'; readonly from: string }
)

export type WorkOp = Op | RestoreOp | MoveOp

/** A transition asked for by name, with what its author adds to it. */
export interface MoveWish {
  readonly transition: string
  readonly reason: string
  /** Not null: taken as an emergency, by one whose it is not. */
  readonly consulted: readonly Consulted[] | null
  /** The whole sheet as it was seen (sheetSeen); null: row by row, each op says what it saw. */
  readonly sheet: { readonly p: string; readonly seen: string; readonly to: string } | null
}

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
  readonly move?: MoveWish
  /** The server itself acts: not asked whether it may. */
  readonly system?: { notes(moved: readonly RecordId[]): readonly Note[] }
}
