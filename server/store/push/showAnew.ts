// A recorded answer given again: of other people's rows it shows what its author may see now, not what was seen then.
import type { Grant } from '../../auth/principal.ts'
import { isVisible, viewOf } from '../../auth/view.ts'
import type { Queries } from '../queries.ts'
import { readSubject } from '../readSubject.ts'
import type { Session } from '../engine.ts'
import type { SheetRules } from '../sheetRules.ts'
import { showingOf } from '../showing.ts'
import { maskValues } from '#shared/definition/mask.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { OpResult, PushResult, StoredRecord } from '#shared/sync/record.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'

interface Asking {
  readonly session: Session
  readonly queries: Queries
  readonly rules: SheetRules
  /** Of showing.ts. */
  readonly rvKey: string
  readonly today: PlainDate
}

/** Conflicts carry the row that stood against an op; without the right to see it they are told without it. */
export async function showAnew(asking: Asking, grants: readonly Grant[], result: PushResult): Promise<PushResult> {
  const { session, queries, rules, rvKey, today } = asking
  if (!result.results.some(carriesRow)) return result
  const subject = await readSubject(session, queries, { grants, today })
  const show = (record: StoredRecord): StoredRecord | undefined => {
    const partition = parsePartitionId(record.p)
    const codec = partition && rules.kinds.get(partition.kind)
    const view = codec && viewOf(subject, { definition: codec.definition, unitId: partition.unitId })
    if (!view) return undefined
    const facts = { state: record.state, owner: codec.owner(record.values) }
    if (!isVisible(view, facts)) return undefined
    const showing = showingOf({ view, codec, rvKey })
    const hidden = showing.hidden(facts)
    if (hidden.size === 0) return record
    const [csn, hash = ''] = record.rv.split('-')
    const rv = showing.rv({ ...facts, id: record.id, csn: Number(csn), hash })
    return { ...record, rv, values: maskValues(record.values, hidden) }
  }
  const shown = (one: OpResult): OpResult => {
    if (!carriesRow(one)) return one
    const { theirs, ...told } = one
    const record = show(theirs)
    return record ? { ...told, theirs: record } : told
  }
  return { ...result, results: result.results.map(shown) }
}

type Conflict = Extract<OpResult, { readonly s: 'conflict' }>

function carriesRow(one: OpResult): one is Conflict & { readonly theirs: StoredRecord } {
  return one.s === 'conflict' && one.theirs !== undefined && one.theirs !== null
}
