// The record an op names, if its author may know of it.
import type { Deciding } from './savedRow.ts'
import { reject, rejectDenied, type Verdict } from './verdict.ts'
import { stateLabel } from './describeSteps.ts'
import { roles } from '#shared/definition/role.ts'
import { deny } from '#shared/definition/denial.ts'
import type { Place, Row } from './workspace.ts'
import type { Action } from '#shared/definition/workflow.ts'
import type { RecordId } from '#shared/kernel/value.ts'

export type Found =
  { readonly ok: true; readonly row: Row; readonly place: Place } | { readonly ok: false; readonly verdict: Verdict }

/** B19: a record that is not visible answers exactly as one that does not exist. */
export function findRow({ space, permissions }: Deciding, id: RecordId): Found {
  const row = space.rows.get(id)
  const place = row && space.places.get(row.p)
  if (!row || !place || !permissions.sees(place, row)) return { ok: false, verdict: reject('unknown', { id }) }
  return { ok: true, row, place }
}

/** undefined: allowed, with the columns it is limited to. */
export function refuseAction(
  { permissions }: Deciding,
  action: Action,
  { row, place }: { readonly row: Row; readonly place: Place },
): Verdict | { readonly s: 'allowed'; readonly columns: ReadonlySet<string> | null } {
  const { workflow } = place.codec.definition
  const decision = permissions.may(action, place, row)
  const locked = workflow.states.some(({ name, locked: isLocked }) => name === row.state && isLocked)
  if (locked && action !== 'transition') return refuseLocked(place, row)
  if (decision.allowed) return { s: 'allowed', columns: decision.columns }
  return decision.otherState
    ? refuseLocked(place, row)
    : rejectDenied('forbidden', permissions.denial(action, place, row), row)
}

/** V6: what is locked is changed by the kind's own amending sheet, or after it was returned. */
function refuseLocked({ codec }: Place, { id, state }: Row): Verdict {
  const { workflow } = codec.definition
  const label = stateLabel(codec.definition, state)
  const back = workflow.transitions.filter(({ from, to }) => to === workflow.initial && from.includes(state))
  const whose = roles.filter((role) => back.some(({ by }) => by.includes(role)))
  const denial =
    workflow.amendedBy === undefined
      ? deny('locked', { whose, params: { state: label } })
      : deny('locked-amend', { whose, params: { state: label, amend: workflow.amendedBy.label['zh-Hans'] } })
  return rejectDenied('state', denial, { id })
}
