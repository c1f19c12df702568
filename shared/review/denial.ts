// Why an act is not this person's to do (越权, domain.md §5.4), whose it is, and the lawful road to it.
import type { DutyCode } from '../definition/duty.ts'
import type { EvidenceNeed } from '../definition/evidenceNeed.ts'
import type { Role } from '../definition/role.ts'

/** The nine of domain.md §5.4. */
export type UltraVires = 'V1' | 'V2' | 'V3' | 'V4' | 'V5' | 'V6' | 'V7' | 'V8' | 'V9'

/** Closed: what exactly stands against it. */
export type DenialCode =
  /** V1 */
  | 'other-unit'
  | 'other-department'
  /** V2 */
  | 'not-in-role'
  | `sod-${Exclude<DutyCode, 'beneficiary'>}`
  /** V3 */
  | 'over-own-limit'
  /** V4 */
  | `lacks-${EvidenceNeed['type']}`
  | 'void-evidence'
  | 'skips-step'
  | 'lacks-field'
  | 'lacks-reason'
  | 'guarded'
  /** V5 */
  | 'over-standard'
  /** V6 */
  | 'locked'
  | 'sheet-under-way'
  /** V7 */
  | 'sod-beneficiary'
  /** V8 */
  | 'masked-field'
  | 'reveal-denied'
  | 'export-denied'
  /** V9 */
  | 'superior-only'
  | 'delegation-ended'
  | 'emergency-unconsulted'
  | 'emergency-expired'

/**
 * 请示 ask whoever may · 汇报 report what was found · 预算调整 amend by the kind's own amending sheet · 退回 have it
 * returned · 补证 file the evidence that is missing · 授权 get a dated delegation · 换人 hand it to somebody else.
 */
export type Road = 'ask' | 'report' | 'amend' | 'return' | 'file' | 'delegate' | 'hand-over'

export interface Denial {
  readonly code: DenialCode
  readonly vires: UltraVires
  readonly road: Road
  /** Roles whose it is, at the unit itself or the one above; [] when it is nobody's. */
  readonly whose: readonly Role[]
  readonly whoseLevel: 'own' | 'superior'
}
