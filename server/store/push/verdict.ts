// The outcome of one op, and the few ways to word it.
import type { Change } from './workspace.ts'
import { toFinding, type Denial } from '#shared/definition/denial.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import type { Params } from '#shared/kernel/words.ts'
import type { ConflictCode, RecordRevision, RejectionCode, StoredRecord } from '#shared/sync/record.ts'

export type Verdict =
  | { readonly s: 'applied'; readonly change: Change; readonly findings: readonly Finding[] }
  | {
      readonly s: 'merged'
      readonly change: Change
      readonly fields: readonly string[]
      readonly findings: readonly Finding[]
    }
  | { readonly s: 'noop'; readonly rv: RecordRevision | null }
  | {
      readonly s: 'conflict'
      readonly code: ConflictCode
      readonly fields?: readonly string[]
      /** null: deleted · undefined: not visible. */
      readonly theirs?: StoredRecord | null
      /** Commit of the change that stands against it: who and when are looked up for the answer. */
      readonly csn?: number
    }
  | {
      readonly s: 'rejected'
      readonly code: RejectionCode
      readonly findings: readonly Finding[]
      readonly denial?: Denial
    }

/** With one finding of the same meaning, so that the answer can be shown at its place. */
export function reject(
  code: RejectionCode,
  place: { readonly id: RecordId; readonly column?: string; readonly params?: Params },
): Verdict {
  const { id, column, params } = place
  const location = column === undefined ? { id } : { id, column }
  return {
    s: 'rejected',
    code,
    findings: [{ code: `push/${code}`, severity: 'error', location, params: params ?? {} }],
  }
}

/** Refused as 越权: with its denial, which says whose it is and the lawful road. */
export function rejectDenied(
  code: RejectionCode,
  denial: Denial,
  place: { readonly id: RecordId; readonly column?: string },
): Verdict & { readonly s: 'rejected' } {
  return { s: 'rejected', code, findings: [toFinding(denial, place.id, place.column)], denial }
}
