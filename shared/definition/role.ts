// The roles people hold (domain.md §5.1).

/**
 * A superior union acts by grants on the unit above, whose reach is `subtree`; collective bodies (委员会, 经审会, 大会)
 * do not sign in: what they decide is evidence that a person files. `admin` has no business rights (reliability.md §2.5).
 */
export type Role = 'finance' | 'cashier' | 'secretary' | 'director' | 'chair' | 'auditor' | 'department' | 'admin'

export const roles: readonly Role[] = [
  'finance',
  'cashier',
  'secretary',
  'director',
  'chair',
  'auditor',
  'department',
  'admin',
]
