// 看全: one whole value of a masked column, with a reason, as an entry of the chain that says who saw what why, never the value.
import { decide } from '../../auth/decide.ts'
import type { Principal } from '../../auth/principal.ts'
import type { Pushing } from '../push/pushRecords.ts'
import { refuse, type StoreRefusal } from '../refusal.ts'
import { commitEntry } from '../rights/commitEntry.ts'
import { findPlace, readRows } from './place.ts'
import { deny, toFinding, type Denial } from '#shared/definition/denial.ts'
import { maskedColumns } from '#shared/definition/mask.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { holdersOf } from '#shared/definition/workflow.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { RecordId, Value } from '#shared/kernel/value.ts'

export interface RevealRequest {
  /** Of the entry: made anew for each request. */
  readonly subject: string
  readonly p: string
  readonly record: RecordId
  readonly column: string
  readonly reason: string
  readonly requestId: string
}

/** `logged`: it was masked for the principal, and the log has an entry of it now. */
export type RevealAnswer = Result<{ readonly value: Value; readonly logged: boolean }, StoreRefusal>

export async function reveal(
  pushing: Pick<Pushing, 'engine' | 'queries' | 'rules' | 'rvKey' | 'now'>,
  request: RevealRequest,
  principal: Principal,
): Promise<RevealAnswer> {
  const { p, record, column, reason } = request
  let shown: { readonly value: Value; readonly logged: boolean } | undefined
  const committed = await commitEntry(pushing, { ...request, principal }, async (entering) => {
    const { author, today } = entering
    const place = await findPlace({ ...entering, rules: pushing.rules, rvKey: pushing.rvKey }, p, { author, today })
    const row = place && (await readRows(entering, place, [record])).get(record)
    if (!place || !row || !maskedColumns(place.codec.definition).has(column)) return refuse('not-found')
    const { definition } = place.codec
    const value = place.codec.decode(row.text)[column] ?? null
    const logged = value !== null && place.showing.hidden(row).has(column)
    shown = { value, logged }
    // whoever sees it whole anyway learns nothing
    if (!logged) return ok(null)
    const resource = { unitId: place.unit.id, state: row.state, owner: row.owner }
    if (!decide(place.subject, 'reveal', { definition, resource }).allowed)
      return denied(denialOf(definition, { column, state: row.state }), record, column)
    if (reason.trim() === '') return denied(deny('lacks-reason'), record, column)
    return ok({ type: 'reveal', column, reason: reason.trim() })
  })
  if (!committed.ok) return committed
  return shown ? ok(shown) : refuse('not-found')
}

function denied(denial: Denial, record: RecordId, column: string): Result<never, StoreRefusal> {
  return err({ code: 'denied', params: {}, findings: [toFinding(denial, record, column)] })
}

/** V8, with the roles that may. */
function denialOf(
  { workflow, columns }: SheetDefinition,
  { column, state }: { readonly column: string; readonly state: string },
): Denial {
  return deny('reveal-denied', {
    whose: holdersOf(workflow, 'reveal', state),
    params: { label: columns[column]?.label['zh-Hans'] ?? column },
  })
}
