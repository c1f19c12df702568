// What a transition is weighed by: evidence on file, open objections, and whose hands were on each row.
import type { DutyCode } from '../definition/duty.ts'
import type { Role } from '../definition/role.ts'
import type { Covers, EvidenceContent } from './evidence.ts'
import type { RecordId } from '../kernel/value.ts'

/** In order of filing, oldest first. */
export interface FiledEvidence {
  readonly id: string
  readonly content: EvidenceContent
  readonly covers: Covers['type']
  readonly withdrawn: boolean
  /** Covered record → coverDigest when it was filed. */
  readonly digests: ReadonlyMap<RecordId, string>
}

export interface OpenObjection {
  readonly id: string
  /** Records it is about; null: the notice as a whole. */
  readonly ids: ReadonlySet<RecordId> | null
}

/**
 * What one person did to a row since it last came back to the initial state; creation counts for ever, an edit as long as
 * what it wrote stands.
 * `submit` is the step out of the initial state, `step` any other.
 */
export interface Hand {
  readonly userId: string
  readonly did: 'create' | 'edit' | 'submit' | 'step'
  readonly field: string | null
  readonly from: string | null
  readonly to: string | null
}

/** An exemption as far as it holds for one who acts at one sheet today. */
export interface Excuse {
  readonly id: string
  readonly duties: readonly DutyCode[]
  /** Incompatible roles that this person holds together under it. */
  readonly roles: readonly (readonly [Role, Role])[]
}
