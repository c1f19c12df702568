// What separation of duties looks at: rights as they are held, and pairs of roles that one person may not hold.
import type { Grant } from './principal.ts'
import type { Citation } from '#shared/kernel/finding.ts'
import type { Role } from '#shared/definition/role.ts'

export interface IncompatiblePair {
  readonly first: Role
  readonly second: Role
  /** `related`: in one unit, or in a unit and one above it · `anywhere`: whatever the units. */
  readonly where: 'related' | 'anywhere'
  readonly citation: Citation
}

/** A grant as far as separation of duties looks at it. `above`: ids of the units above its unit. */
export interface HeldDuty {
  readonly role: Role
  readonly unitId: string
  readonly above: readonly string[]
  /** Of the right; null: delegated, which no exemption excuses. */
  readonly days: Pick<Grant, 'from' | 'to'> | null
}
