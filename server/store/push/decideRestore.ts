// A deleted record comes back with the same id: only as part of an undo.
import { findRow } from './findRow.ts'
import type { RestoreOp } from './pushWork.ts'
import { checkRow, type Deciding } from './savedRow.ts'
import { stateLabel } from './describeSteps.ts'
import { reject, rejectDenied, type Verdict } from './verdict.ts'
import { deny } from '#shared/definition/denial.ts'

export function decideRestore(deciding: Deciding, op: RestoreOp): Verdict {
  const found = findRow(deciding, op.id)
  if (!found.ok) return found.verdict
  const { row, place } = found
  const { codec } = place
  if (!row.deleted || op.rv !== place.showing.rv(row))
    return { s: 'conflict', code: 'id-exists', theirs: row.deleted ? null : place.showing.record(row), csn: row.csn }
  const decision = deciding.permissions.may('create', place, { state: op.state, owner: codec.owner(op.values) })
  const initial = deciding.permissions.may('delete', place, { state: op.state, owner: codec.owner(op.values) })
  if (!decision.allowed && !initial.allowed) return reject('forbidden', { id: op.id })
  if (place.sheetState !== null && place.sheetState !== op.state) {
    const params = { state: stateLabel(codec.definition, place.sheetState) }
    return rejectDenied('state', deny('sheet-under-way', { params }), { id: op.id })
  }
  const checked = checkRow(deciding, {
    place,
    id: op.id,
    state: op.state,
    values: op.values,
    before: row,
    beforeValues: undefined,
  })
  if (!checked.ok) return checked.verdict
  const { next, values, digest } = checked
  const entries = [{ g: deciding.g, kind: 'restore', row: next, digest }] as const
  return {
    s: 'applied',
    change: { place, before: row, beforeValues: undefined, next, values, entries },
    findings: checked.findings,
  }
}
