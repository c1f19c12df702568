// May this person do this to that? The definition's permission table, the grants and the unit tree decide; data, no kinds.
import type { Grant } from './principal.ts'
import { isWithin, type UnitTree } from './unitTree.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Role } from '#shared/definition/role.ts'
import type { DenialCode } from '#shared/definition/denial.ts'
import type { Action, Permission, Reach } from '#shared/definition/workflow.ts'

export interface Subject {
  readonly grants: readonly Grant[]
  readonly units: UnitTree
  /** `YYYY-MM-DD`: grants count from `from` to `to`, both inclusive. */
  readonly today: string
}

export interface Resource {
  readonly unitId: string
  readonly state: string
  /** Value of the owner column (names joined by 、), null when the kind or the row has none. */
  readonly owner: string | null
}

export interface Asked {
  readonly definition: SheetDefinition
  readonly resource: Resource
  /** Only grants of these roles count (transitions name who may make them). */
  readonly roles?: readonly Role[]
  /** Only grants of units above count: steps of the superior union. */
  readonly aboveOnly?: boolean
}

export type Decision =
  /** `columns`: the only ones that may be changed; null: all that can be. */
  | { readonly allowed: true; readonly columns: ReadonlySet<string> | null }
  /** `otherState`: it would be allowed, were the row in another state. */
  | { readonly allowed: false; readonly otherState: boolean }

/** Allowed when any grant's permission is; the columns of several add up. */
export function decide(subject: Subject, action: Action, on: Asked): Decision {
  let allowed = false
  let otherState = false
  let columns: Set<string> | null = new Set()
  for (const { permission, grant } of reaching(subject, action, on)) {
    if (!countsFor(on, grant)) continue
    if (!reachesRow(permission.reach, grant, on.resource.owner)) continue
    if (!permission.states.includes(on.resource.state)) {
      otherState = true
      continue
    }
    allowed = true
    if (permission.columns === undefined) columns = null
    else for (const column of permission.columns) columns?.add(column)
  }
  return allowed ? { allowed, columns } : { allowed, otherState }
}

/** Does the grant count for what is asked, whatever the state of the row? */
function countsFor({ roles, aboveOnly, resource }: Asked, grant: Grant): boolean {
  return (!roles || roles.includes(grant.role)) && (aboveOnly !== true || grant.unitId !== resource.unitId)
}

/** Whoever gave the right away for a while, when the subject has it from nobody else (代审); null for one's own. */
export function onBehalfOf(subject: Subject, action: Action, on: Asked): Grant['delegatedBy'] | null {
  let given: Grant['delegatedBy']
  for (const { permission, grant } of reaching(subject, action, on)) {
    if (!countsFor(on, grant) || !permission.states.includes(on.resource.state)) continue
    if (!reachesRow(permission.reach, grant, on.resource.owner)) continue
    if (grant.delegatedBy === undefined) return null
    given ??= grant.delegatedBy
  }
  return given ?? null
}

/** Which of the 越权 it is, where decide says no. */
export function whyNot(subject: Subject, action: Action, on: Asked): DenialCode {
  if (on.aboveOnly === true && decide(subject, action, { ...on, aboveOnly: false }).allowed) return 'superior-only'
  const fits = (permission: Permission, grant: Grant): boolean =>
    countsFor(on, grant) && permission.states.includes(on.resource.state)
  for (const { permission, grant } of reaching(subject, action, on))
    if (fits(permission, grant)) return 'other-department'
  const elsewhere = subject.grants.some(
    (grant) =>
      isCurrent(grant, subject.today) &&
      (grant.kinds.length === 0 || grant.kinds.includes(on.definition.kind)) &&
      on.definition.workflow.permissions.some(
        (permission) =>
          permission.role === grant.role && permission.actions.includes(action) && fits(permission, grant),
      ),
  )
  return elsewhere ? 'other-unit' : 'not-in-role'
}

/** Actions that some grant allows in some state of some row there. */
export function mayDo(
  subject: Subject,
  on: { readonly definition: SheetDefinition; readonly unitId: string },
): readonly Action[] {
  const all: readonly Action[] = ['read', 'create', 'update', 'delete', 'transition', 'export']
  return all.filter((action) => !reaching(subject, action, { definition: on.definition, resource: on }).next().done)
}

/** Every (permission, grant) pair for the action whose unit, kind and days fit. */
export function* reaching(
  subject: Subject,
  action: Action,
  { definition, resource }: { readonly definition: SheetDefinition; readonly resource: { readonly unitId: string } },
): Generator<{ readonly permission: Permission; readonly grant: Grant }, void> {
  for (const grant of subject.grants) {
    if (!isCurrent(grant, subject.today) || (grant.kinds.length > 0 && !grant.kinds.includes(definition.kind))) continue
    for (const permission of definition.workflow.permissions) {
      if (permission.role !== grant.role || !permission.actions.includes(action)) continue
      if (reachesUnit(subject.units, permission.reach, { granted: grant.unitId, asked: resource.unitId }))
        yield { permission, grant }
    }
  }
}

function isCurrent({ from, to }: Grant, today: string): boolean {
  return (from === null || from <= today) && (to === null || today <= to)
}

function reachesUnit(
  units: UnitTree,
  reach: Reach,
  { granted, asked }: { readonly granted: string; readonly asked: string },
): boolean {
  return reach === 'subtree' ? units.has(asked) && isWithin(units, asked, granted) : granted === asked
}

function reachesRow(reach: Reach, grant: Grant, owner: string | null): boolean {
  return reach !== 'own' || (grant.department !== null && ownsRow(grant.department, owner))
}

/** An empty department owns nothing. */
export function ownsRow(department: string, owner: string | null): boolean {
  return department !== '' && owner !== null && owner.split('、').includes(department)
}
