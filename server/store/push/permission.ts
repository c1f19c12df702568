// What the author may do, remembered for one push: the same question is asked for every row.
import { decide, isVisible, type Decision, type Subject } from '../../auth/decide.ts'
import type { Place, Row } from './workspace.ts'
import type { Action, Transition } from '#shared/definition/workflow.ts'

export interface RowFacts {
  readonly state: string
  readonly owner: string | null
}

export interface Permissions {
  may(action: Action, place: Place, row: RowFacts): Decision
  mayTransition(transition: Transition, place: Place, row: RowFacts): Decision
  sees(place: Place, row: Row): boolean
}

export function makePermissions(subject: Subject): Permissions {
  const known = new Map<string, Decision>()
  let last: (RowFacts & { readonly action: Action; readonly place: Place; readonly decision: Decision }) | undefined
  const toAsked = (place: Place, { state, owner }: RowFacts) => ({
    definition: place.codec.definition,
    resource: { unitId: place.unit.id, state, owner },
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
    mayTransition: (transition, place, row) =>
      decide(subject, 'transition', { ...toAsked(place, row), roles: transition.by }),
    sees: (place, row) => isVisible(place.view, row),
  }
}
