// Duties that one person may not hold together (domain.md §5.1, reliability.md §2.5), as data.
import { excusesRoles } from './excusesRoles.ts'
import type { HeldDuty, IncompatiblePair } from './heldDuty.ts'
import type { Grant } from './principal.ts'
import { above, type Unit } from './units.ts'
import type { ExemptionOnFile } from '#shared/review/foldRevocable.ts'
import type { Role } from '#shared/definition/role.ts'
import { words, type Words } from '#shared/kernel/words.ts'
import type { Citation } from '#shared/kernel/finding.ts'

const audit: Citation = {
  source: '工会经费审查委员会工作规定; 财务×经审不相容',
  clause: 'domain.md §5.1',
  certainty: 'secondary',
}
const accounting: Citation = {
  source: '会计法(2024)',
  clause: '第二十五条(一) 记账、审批、经办相互分离',
  certainty: 'sourced',
}
const cashbook: Citation = {
  source: '会计法(2024)',
  clause: '第三十五条 出纳不得兼任稽核、会计档案保管和收支、费用、债权债务账目登记',
  certainty: 'sourced',
}
const house: Citation = { source: 'reliability.md §2.5', clause: 'sod-admin', certainty: 'house' }

export const incompatiblePairs: readonly IncompatiblePair[] = [
  { first: 'finance', second: 'auditor', where: 'related', citation: audit },
  { first: 'director', second: 'auditor', where: 'related', citation: audit },
  { first: 'chair', second: 'auditor', where: 'related', citation: audit },
  { first: 'department', second: 'auditor', where: 'related', citation: audit },
  { first: 'finance', second: 'chair', where: 'related', citation: accounting },
  { first: 'finance', second: 'cashier', where: 'related', citation: cashbook },
  { first: 'cashier', second: 'chair', where: 'related', citation: accounting },
  { first: 'cashier', second: 'auditor', where: 'related', citation: audit },
  { first: 'secretary', second: 'auditor', where: 'related', citation: audit },
  { first: 'admin', second: 'cashier', where: 'anywhere', citation: house },
  { first: 'admin', second: 'secretary', where: 'anywhere', citation: house },
  { first: 'admin', second: 'finance', where: 'anywhere', citation: house },
  { first: 'admin', second: 'director', where: 'anywhere', citation: house },
  { first: 'admin', second: 'chair', where: 'anywhere', citation: house },
  { first: 'admin', second: 'auditor', where: 'anywhere', citation: house },
  { first: 'admin', second: 'department', where: 'anywhere', citation: house },
]

export const roleWords: Readonly<Record<Role, Words>> = {
  finance: words('财务', '財務', 'finance clerk'),
  cashier: words('出纳', '出納', 'cashier'),
  secretary: words('秘书（收发）', '秘書（收發）', 'secretary'),
  director: words('办公室主任', '辦公室主任', 'office director'),
  chair: words('主席（审批）', '主席（審批）', 'chair'),
  auditor: words('经审', '經審', 'auditor'),
  department: words('部门', '部門', 'department'),
  admin: words('系统管理员', '系統管理員', 'administrator'),
}

/** @param exemptions of the person, that were not revoked */
export function findIncompatible(
  duties: readonly HeldDuty[],
  exemptions: readonly ExemptionOnFile[] = [],
): IncompatiblePair | undefined {
  const related = (a: HeldDuty, b: HeldDuty) =>
    a.unitId === b.unitId || a.above.includes(b.unitId) || b.above.includes(a.unitId)
  return incompatiblePairs.find((pair) =>
    duties.some(
      (a) =>
        a.role === pair.first &&
        duties.some(
          (b) =>
            b.role === pair.second &&
            (pair.where === 'anywhere' || related(a, b)) &&
            !excusesRoles(exemptions, pair, [a, b]),
        ),
    ),
  )
}

/** An own right, unless it has a delegation or says whose it is. */
export interface HeldRight extends Grant {
  readonly delegation?: string | null
}

/** A right as separation of duties looks at it. */
export function toDuty(
  { role, unitId, from, to, delegatedBy, delegation }: HeldRight,
  units: readonly Unit[],
): HeldDuty {
  const isOwn = delegatedBy === undefined && (delegation ?? null) === null
  return { role, unitId, above: above(units, unitId), days: isOwn ? { from, to } : null }
}
