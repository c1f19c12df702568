// A new record: its id free, its place known, its author allowed, its values sound.
import { checkRow, refuseFields, type Deciding } from './savedRow.ts'
import { reject, rejectDenied, type Verdict } from './verdict.ts'
import { stateLabel } from './describeSteps.ts'
import type { Place, Row } from './workspace.ts'
import type { Values } from '#shared/kernel/value.ts'
import { deny } from '#shared/definition/denial.ts'
import type { Op } from '#shared/sync/record.ts'

export function decideCreate(deciding: Deciding, op: Op & { readonly op: 'create' }): Verdict {
  const { space, permissions, g } = deciding
  const { id, p, values } = op
  const existing = space.rows.get(id)
  if (existing) {
    const there = space.places.get(existing.p)
    // Whoever may create nothing here does not learn either which hidden ids there are (B19).
    if (!there || !permissions.sees(there, existing))
      return mayCreate(deciding, op) ? { s: 'conflict', code: 'id-exists' } : reject('forbidden', { id })
    if (existing.deleted) return { s: 'conflict', code: 'id-exists', theirs: null, csn: existing.csn }
    // K6: the same content again is nothing to do; it happens whenever a client has lost its base
    if (existing.p === p && isSame(there, values, existing)) return { s: 'noop', rv: there.showing.rv(existing) }
    return { s: 'conflict', code: 'id-exists', theirs: there.showing.record(existing), csn: existing.csn }
  }
  const place = space.places.get(p)
  if (!place) return reject('forbidden', { id })
  const { codec } = place
  const state = codec.definition.workflow.initial
  if (!mayCreate(deciding, op)) return reject('forbidden', { id })
  if (place.sheetState !== null && place.sheetState !== state) {
    const params = { state: stateLabel(codec.definition, place.sheetState) }
    return rejectDenied('state', deny('sheet-under-way', { params }), { id })
  }
  const refused = refuseFields(place, id, values) ?? refuseDerived(place, op)
  if (refused) return refused
  const checked = checkRow(deciding, { place, id, state, values, before: undefined, beforeValues: undefined })
  if (!checked.ok) return checked.verdict
  const { next, digest } = checked
  const entries = [{ g, kind: 'create', row: next, digest }] as const
  const change = { place, before: undefined, beforeValues: undefined, next, values: checked.values, entries }
  return { s: 'applied', change, findings: checked.findings }
}

function mayCreate({ space, permissions }: Deciding, { p, values }: Op & { readonly op: 'create' }): boolean {
  const place = space.places.get(p)
  if (!place) return false
  const { codec } = place
  const row = { state: codec.definition.workflow.initial, owner: codec.owner(values) }
  return permissions.may('create', place, row).allowed
}

/** As the author is shown it: whoever may not see a column does not learn by trying either. */
function isSame({ codec, showing }: Place, values: Values, existing: Row): boolean {
  const text = showing.hidden(existing).size === 0 ? existing.text : codec.encode(showing.values(existing))
  return codec.encode(values) === text || codec.encode(codec.withDerived(values)) === text
}

/** The server computes its own: equal ones are let pass (a workbook shows them), others are refused. */
function refuseDerived({ codec }: Place, { id, values }: Op & { readonly op: 'create' }): Verdict | undefined {
  const computed = codec.withDerived(values)
  if (computed === values) return undefined
  for (const key in values) {
    const mine = values[key] ?? null
    if (mine !== null && mine !== (computed[key] ?? null)) return reject('derived-field', { id, column: key })
  }
  return undefined
}
