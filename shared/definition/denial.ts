// Why an act is not this person's to do (越权, domain.md §5.4), whose it is, and the lawful road to it.
import type { DutyCode } from './duty.ts'
import type { EvidenceNeed } from './evidenceNeed.ts'
import type { Role } from './role.ts'
import type { Finding } from '../kernel/finding.ts'
import type { RecordId } from '../kernel/value.ts'
import type { Params } from '../kernel/words.ts'

/** The nine of domain.md §5.4. */
export type UltraVires = 'V1' | 'V2' | 'V3' | 'V4' | 'V5' | 'V6' | 'V7' | 'V8' | 'V9'

/**
 * 请示 ask whoever may · 预算调整 amend by the kind's own amending sheet · 退回 have it returned · 补证 file the evidence
 * that is missing · 填写 complete the row · 换人 hand it to somebody else.
 */
export type Road = 'ask' | 'amend' | 'return' | 'file' | 'complete' | 'hand-over'

/** Closed: what exactly stands against it, which of the nine it is, and where the lawful road begins. */
export const denials = {
  'other-unit': { vires: 'V1', road: 'ask' },
  'other-department': { vires: 'V1', road: 'ask' },
  'not-in-role': { vires: 'V2', road: 'ask' },
  'field-not-in-role': { vires: 'V2', road: 'ask' },
  'sod-own-draft': { vires: 'V2', road: 'hand-over' },
  'sod-two-levels': { vires: 'V2', road: 'hand-over' },
  'sod-pay': { vires: 'V2', road: 'hand-over' },
  'sod-period': { vires: 'V2', road: 'hand-over' },
  'sod-editor': { vires: 'V2', road: 'hand-over' },
  'over-own-limit': { vires: 'V3', road: 'file' },
  'lacks-resolution': { vires: 'V4', road: 'file' },
  'lacks-discussion': { vires: 'V4', road: 'file' },
  'lacks-notice': { vires: 'V4', road: 'file' },
  'lacks-objections-closed': { vires: 'V4', road: 'file' },
  'lacks-document': { vires: 'V4', road: 'file' },
  'lacks-consultation': { vires: 'V4', road: 'file' },
  'lacks-inquiry': { vires: 'V4', road: 'file' },
  'void-evidence': { vires: 'V4', road: 'file' },
  'skips-step': { vires: 'V4', road: 'ask' },
  'lacks-field': { vires: 'V4', road: 'complete' },
  'lacks-reason': { vires: 'V4', road: 'complete' },
  guarded: { vires: 'V4', road: 'complete' },
  'over-standard': { vires: 'V5', road: 'ask' },
  locked: { vires: 'V6', road: 'return' },
  'locked-amend': { vires: 'V6', road: 'amend' },
  'sheet-under-way': { vires: 'V6', road: 'return' },
  'sod-beneficiary': { vires: 'V7', road: 'hand-over' },
  'masked-field': { vires: 'V8', road: 'ask' },
  'reveal-denied': { vires: 'V8', road: 'ask' },
  'superior-only': { vires: 'V9', road: 'ask' },
  'emergency-unconsulted': { vires: 'V9', road: 'complete' },
} as const satisfies Readonly<Record<string, { readonly vires: UltraVires; readonly road: Road }>>

export type DenialCode = keyof typeof denials

/** Every need and duty has its denial: a missing one is a compile error here. */
export const lackOf = (type: EvidenceNeed['type']): DenialCode => `lacks-${type}`
export const dutyDenial = (code: DutyCode): DenialCode => `sod-${code}`

export interface Denial {
  readonly code: DenialCode
  readonly vires: UltraVires
  readonly road: Road
  /** Roles whose it is; [] when no role may do it. */
  readonly whose: readonly Role[]
  /** Where they hold it: at the sheet's own unit, or at one above. */
  readonly level: 'own' | 'superior'
  readonly params: Params
}

export function deny(code: DenialCode, more: Partial<Pick<Denial, 'whose' | 'level' | 'params'>> = {}): Denial {
  return { code, ...denials[code], whose: [], level: 'own', params: {}, ...more }
}

/** Its sentence is found by the finding's code, as any other's. */
export function toFinding({ code, params }: Denial, id?: RecordId, column?: string): Finding {
  const location = { ...(id === undefined ? {} : { id }), ...(column === undefined ? {} : { column }) }
  return { code: `review/${code}`, severity: 'error', location, params }
}
