// What the endpoints of delegation, recusal and exemption speak of. JSON shapes.
import type { Role } from '../definition/role.ts'

/** `coming` · `standing` · `ended` by its last day · `revoked` · `lapsed`: the giver does not hold it (any more) or is disabled. */
export const delegationStates = ['coming', 'standing', 'ended', 'revoked', 'lapsed'] as const
export type DelegationState = (typeof delegationStates)[number]

/** What nobody gives away: 经审 looks at others' doing, administrators appoint. */
export const undelegable: ReadonlySet<Role> = new Set(['auditor', 'admin'])

export interface DelegationRequest {
  readonly takerId: string
  /** Role, unit and department as one holds them; kinds and days may be fewer. */
  readonly role: Role
  readonly unitId: string
  readonly kinds: readonly string[]
  readonly department: string | null
  /** `YYYY-MM-DD`, both inclusive. */
  readonly from: string
  readonly to: string
  readonly reason: string
}
export interface DelegationInfo {
  readonly id: string
  readonly giver: PersonName
  readonly taker: PersonName
  readonly role: Role
  readonly unitId: string
  readonly unitName: string
  readonly kinds: readonly string[]
  readonly department: string | null
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly at: string
  readonly state: DelegationState
  readonly revoked: { readonly at: string; readonly by: string } | null
}
export interface PersonName {
  readonly id: string
  readonly name: string
}
/** Delegations that one gave or received or, as an administrator, looks after; and who could act for one. */
export interface DelegationDesk {
  /** Newest first. */
  readonly delegations: readonly DelegationInfo[]
  /** For each right that one may delegate; without those whose duties it would clash with. */
  readonly takers: readonly (PersonName & { readonly role: Role; readonly unitId: string })[]
}

// ── 回避 ────────────────────────────────────────────────────────────────────────────────────────────
export const personRelations = ['self', 'spouse', 'parent', 'child', 'sibling', 'in-law', 'other'] as const
export type PersonRelation = (typeof personRelations)[number]

export interface PersonEntry {
  /** 会员编号 or 工号, as the sheets write it. */
  readonly number: string
  /** `self`: accounts with the same number are one person. */
  readonly relation: PersonRelation
  /** '' for none. */
  readonly name: string
}
export interface PersonsRequest {
  readonly persons: readonly PersonEntry[]
}
export interface PersonsInfo {
  /** `kept`: entered by an administrator, not for whoever asks to change. */
  readonly persons: readonly (PersonEntry & { readonly kept: boolean })[]
  /** For administrators: names of other accounts of the same person. */
  readonly sameAs: readonly string[]
}

// ── 豁免 ────────────────────────────────────────────────────────────────────────────────────────────
export const exemptionStates = ['coming', 'standing', 'ended', 'revoked'] as const
export type ExemptionState = (typeof exemptionStates)[number]

/** `until` at most so many days after `from`. */
export const exemptionDays = 365

export interface ExemptionRequest {
  readonly unitId: string
  /** Accounts of whoever may take the duties together; never the declarer's own. */
  readonly personIds: readonly string[]
  /** Out of `excusable`. */
  readonly excuses: readonly string[]
  /** `YYYY-MM-DD`, both inclusive. */
  readonly from: string
  readonly to: string
  readonly reason: string
}
export interface ExemptionInfo extends Pick<ExemptionRequest, 'unitId' | 'excuses' | 'from' | 'to' | 'reason'> {
  readonly id: string
  readonly unitName: string
  readonly persons: readonly PersonName[]
  /** Display name of who declared it, and when. */
  readonly by: string
  readonly at: string
  readonly state: ExemptionState
  readonly revoked: { readonly at: string; readonly by: string } | null
  /** By whoever asks. */
  readonly mayRevoke: boolean
}
/** Exemptions of the units that one sees, and what one may declare. */
export interface ExemptionDesk {
  /** Newest first. */
  readonly exemptions: readonly ExemptionInfo[]
  /** Units whose chair, or whose superior's chair, one is, with those who can be exempted there. */
  readonly units: readonly { readonly id: string; readonly name: string; readonly persons: readonly PersonName[] }[]
  /** Duties on a record (ends of `sod-…`), and pairs of roles as `finance+cashier`. */
  readonly excusable: readonly string[]
}
