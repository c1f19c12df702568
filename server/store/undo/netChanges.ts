// The audit entries of one commit → what became of each record in it.
import type { KindCodec } from '../kindCodec.ts'
import type { AuditTable } from '../schema.ts'
import { groupBy } from './groupBy.ts'
import type { RecordId, Value, Values } from '#shared/kernel/value.ts'

interface Touched {
  readonly id: RecordId
  readonly p: string
  /** Group of the record's last entry. */
  readonly g: number
}

export type NetChange = Touched &
  (
    | { readonly net: 'created' }
    /** As it was before the commit. */
    | { readonly net: 'deleted'; readonly state: string; readonly values: Values }
    /** Field → first `was` and last `now`, JSON text, `null` for blank. */
    | { readonly net: 'updated'; readonly fields: ReadonlyMap<string, { readonly was: string; readonly now: string }> }
    /** Went to another state: only a person may send it back. */
    | { readonly net: 'moved' }
  )

type Entry = Pick<AuditTable, 'g' | 'kind' | 'record_id' | 'p' | 'field' | 'was' | 'now'>

export function netChanges(
  entries: readonly Entry[],
  codecOf: (p: string) => KindCodec | undefined,
): readonly NetChange[] {
  const byRecord = groupBy(entries, ({ record_id }) => record_id)
  return [...byRecord].flatMap(([id, ofRecord]) => {
    const last = ofRecord.at(-1)
    if (!last) return []
    const net = netOf(ofRecord, codecOf(last.p))
    return net ? [{ id: id as RecordId, p: last.p, g: last.g, ...net }] : []
  })
}

type Net<T = NetChange> = T extends NetChange ? Omit<T, keyof Touched> : never

function netOf(entries: readonly Entry[], codec: KindCodec | undefined): Net | undefined {
  const kinds = new Set(entries.map(({ kind }) => kind))
  const born = kinds.has('create') || kinds.has('restore')
  if (born) return kinds.has('delete') && entries.at(-1)?.kind === 'delete' ? undefined : { net: 'created' }
  const fields = new Map<string, { readonly was: string; readonly now: string }>()
  for (const { kind, field, was, now } of entries)
    if (kind === 'update' && field !== null)
      fields.set(field, { was: fields.get(field)?.was ?? was ?? 'null', now: now ?? 'null' })
  const deletion = entries.find(({ kind }) => kind === 'delete')
  if (!deletion) return kinds.has('transition') ? { net: 'moved' } : { net: 'updated', fields }
  const whole = JSON.parse(deletion.was ?? '{}') as { readonly state: string; readonly values: Values }
  const values: Record<string, Value> = { ...(codec?.decode(JSON.stringify(whole.values)) ?? whole.values) }
  for (const [field, { was }] of fields) values[field] = codec?.decodeField(field, was) ?? null
  return { net: 'deleted', state: whole.state, values }
}
