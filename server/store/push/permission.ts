// What the author may do, remembered for one push: the same question is asked for every row.
import { decide, onBehalfOf, whyNot, type Decision, type Subject } from '../../auth/decide.ts'
import { isVisible } from '../../auth/view.ts'
import type { Grant } from '../../auth/principal.ts'
import { deny, type Denial } from '#shared/definition/denial.ts'
import type { Place, Row } from './workspace.ts'
import { holdersOf, type Action, type Transition } from '#shared/definition/workflow.ts'

export interface RowFacts {
  readonly state: string
  readonly owner: string | null
}

/** What rights are asked about. */
export type Site = Pick<Place, 'p' | 'codec' | 'unit' | 'view'>

export interface Permissions {
  may(action: Action, place: Site, row: RowFacts): Decision
  mayTransition(transition: Transition, place: Site, row: RowFacts): Decision
  /** As an emergency. */
  mayInEmergency(transition: Transition, place: Site, row: RowFacts): boolean
  /** Whose right it is that the author was given for a while, an emergency's where it is one; null for the author's own. */
  onBehalfOf(transition: Transition, place: Site, row: RowFacts): Grant['delegatedBy'] | null
  /** Why `may` or `mayTransition` says no. */
  denial(action: Action, place: Site, row: RowFacts, transition?: Transition): Denial
  sees(place: Site, row: Row): boolean
}

export function makePermissions(subject: Subject): Permissions {
  const known = new Map<string, Decision>()
  let last: (RowFacts & { readonly action: Action; readonly place: Site; readonly decision: Decision }) | undefined
  const toAsked = (place: Site, { state, owner }: RowFacts) => ({
    definition: place.codec.definition,
    resource: { unitId: place.unit.id, state, owner },
  })
  /** A step of the superior union is its own, unless no unit stands above on this server. */
  const toStep = (transition: Transition, place: Site, row: RowFacts) => ({
    ...toAsked(place, row),
    roles: transition.by,
    aboveOnly: transition.level === 'superior' && place.unit.parentId !== null,
  })
  /** By the roles of its emergency path. */
  const toEmergency = (transition: Transition, place: Site, row: RowFacts) => ({
    ...toAsked(place, row),
    roles: transition.emergency?.by ?? [],
  })
  return {
    may: (action, place, row) => {
      // rows of one push mostly ask the same as the row before
      if (last?.action === action && last.place === place && last.state === row.state && last.owner === row.owner)
        return last.decision
      const key = `${action}\n${place.p}\n${row.state}\n${row.owner ?? ''}`
      let decision = known.get(key)
      if (!decision) {
        decision = decide(subject, action, toAsked(place, row))
        known.set(key, decision)
      }
      last = { action, place, state: row.state, owner: row.owner, decision }
      return decision
    },
    mayTransition: (transition, place, row) => decide(subject, 'transition', toStep(transition, place, row)),
    mayInEmergency: (transition, place, row) =>
      decide(subject, 'transition', toEmergency(transition, place, row)).allowed,
    onBehalfOf: (transition, place, row) => {
      const step = toStep(transition, place, row)
      const { allowed } = decide(subject, 'transition', step)
      return onBehalfOf(subject, 'transition', allowed ? step : toEmergency(transition, place, row))
    },
    denial: (action, place, row, transition) => {
      const { workflow } = place.codec.definition
      const asked = transition ? toStep(transition, place, row) : toAsked(place, row)
      const code = whyNot(subject, action, asked)
      const whose = transition?.by ?? holdersOf(workflow, action, row.state)
      return deny(code, { whose, level: code === 'superior-only' ? 'superior' : 'own' })
    },
    sees: (place, row) => isVisible(place.view, row),
  }
}
