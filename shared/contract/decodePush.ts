// A push as it comes over the wire → PushEnvelope. Written by hand: pushes are large, and each refusal has its own code.
//
// A group is `{g, ops}`, or, where many rows are created, `{g, p, columns, rows: [[id, …values], …]}`: row i is group g + i
// of its own, or all are one group when `together` is true. Both forms become the same ops.
import type { SheetDefinition } from '../definition/sheet.ts'
import { parsePartitionId } from '../definition/sheet.ts'
import { err, ok } from '../kernel/result.ts'
import type { Group, Op, PushEnvelope } from '../sync/record.ts'
import {
  decodeInteger,
  decodeList,
  decodeObject,
  decodePartition,
  decodePoint,
  decodePushId,
  decodeRecordId,
  decodeRevision,
  decodeSchema,
  decodeText,
  wrong,
  type Decoded,
  type JsonObject,
} from './decodeScalars.ts'
import { decodeRows, type RowsTarget } from './decodeRows.ts'
import { decodeWireValues, wireColumnsOf, type WireColumns } from './wireColumns.ts'

export const maxOps = 5000
export const maxWitnesses = 300

/** What the server knows of kinds, by name. */
export type Definitions = ReadonlyMap<string, SheetDefinition>

interface Reading {
  readonly schema: Readonly<Record<string, number>>
  readonly definitions: Definitions
  /** Of all kinds named in `schema`: for ops that do not name their partition. */
  readonly columns: WireColumns
}

const envelopeKeys = {
  required: ['pushId', 'api', 'schema', 'workbook', 'witness', 'mode', 'dryRun', 'confirmedDeletes', 'groups'],
}

export function decodePush(body: unknown, definitions: Definitions): Decoded<PushEnvelope> {
  const object = decodeObject(body, '', envelopeKeys)
  if (!object.ok) return object
  const o = object.value
  const pushId = decodePushId(o['pushId'])
  if (!pushId.ok) return pushId
  if (o['api'] !== 1) return wrong('/api', 'json.invalid', 'version')
  const schema = decodeSchema(o['schema'], '/schema')
  if (!schema.ok) return schema
  const workbook = decodeText(o['workbook'], '/workbook', /^[A-Za-z0-9_-]{0,100}$/)
  if (!workbook.ok) return workbook
  const witness = decodeList(o['witness'], '/witness', decodePoint)
  if (!witness.ok) return witness
  if (witness.value.length > maxWitnesses) return wrong('/witness', 'json.invalid', 'length')
  if (o['mode'] !== 'groups' && o['mode'] !== 'all') return wrong('/mode')
  if (typeof o['dryRun'] !== 'boolean') return wrong('/dryRun')
  const confirmedDeletes = decodeInteger(o['confirmedDeletes'], '/confirmedDeletes', { minimum: 0, maximum: 1e9 })
  if (!confirmedDeletes.ok) return confirmedDeletes
  const kinds = Object.keys(schema.value).flatMap((kind) => definitions.get(kind) ?? [])
  const groups = decodeGroups(o['groups'], { schema: schema.value, definitions, columns: wireColumnsOf(kinds) })
  if (!groups.ok) return groups
  return ok({
    pushId: pushId.value,
    api: 1,
    schema: schema.value,
    workbook: workbook.value,
    witness: witness.value,
    mode: o['mode'],
    dryRun: o['dryRun'],
    confirmedDeletes: confirmedDeletes.value,
    groups: groups.value,
  })
}

function decodeGroups(value: unknown, reading: Reading): Decoded<readonly Group[]> {
  if (!Array.isArray(value)) return wrong('/groups', 'json.invalid', 'array')
  const groups: Group[] = []
  let count = 0
  let last = -1
  for (let i = 0; i < value.length; i++) {
    const decoded = decodeGroup(value[i], `/groups/${i}`, reading)
    if (!decoded.ok) return decoded
    for (const group of decoded.value) {
      if (group.g <= last || group.ops.length === 0) return err({ code: 'push.group-order', params: { g: group.g } })
      last = group.g
      count += group.ops.length
      groups.push(group)
    }
    if (count > maxOps) break
  }
  return count === 0 || count > maxOps ? err({ code: 'push.ops', params: { count, limit: maxOps } }) : ok(groups)
}

function decodeGroup(value: unknown, at: string, reading: Reading): Decoded<readonly Group[]> {
  const columnar = typeof value === 'object' && value !== null && Object.hasOwn(value, 'rows')
  const keys = columnar
    ? { required: ['g', 'p', 'columns', 'rows'], optional: ['together'] }
    : { required: ['g', 'ops'] }
  const object = decodeObject(value, at, keys)
  if (!object.ok) return object
  const g = decodeInteger(object.value['g'], `${at}/g`, { minimum: 0, maximum: 1e9 })
  if (!g.ok) return g
  if (columnar) return decodeRowGroups(object.value, { g: g.value, at }, reading)
  const ops = decodeList(object.value['ops'], `${at}/ops`, (op, where) => decodeOp(op, where, reading))
  return ops.ok ? ok([{ g: g.value, ops: ops.value }]) : ops
}

function decodeRowGroups(group: JsonObject, place: GroupPlace, reading: Reading): Decoded<readonly Group[]> {
  const { g, at } = place
  const target = columnsOf(group['p'], `${at}/p`, reading)
  if (!target.ok) return target
  const together = group['together'] ?? false
  if (typeof together !== 'boolean') return wrong(`${at}/together`)
  const ops = decodeRows(group, at, target.value)
  if (!ops.ok) return ops
  return ok(together ? [{ g, ops: ops.value }] : ops.value.map((op, i) => ({ g: g + i, ops: [op] })))
}

interface GroupPlace {
  readonly g: number
  readonly at: string
}

function decodeOp(value: unknown, at: string, reading: Reading): Decoded<Op> {
  const name = typeof value === 'object' && value !== null ? (value as JsonObject)['op'] : undefined
  switch (name) {
    case 'create':
      return decodeCreate(value, at, reading)
    case 'update':
      return decodeUpdate(value, at, reading)
    case 'delete': {
      const known = decodeKnown(value, at, ['op', 'id', 'rv'])
      return known.ok ? ok({ op: 'delete', id: known.value.id, rv: known.value.rv }) : known
    }
    case 'transition': {
      const known = decodeKnown(value, at, ['op', 'id', 'rv', 'to', 'seen'])
      if (!known.ok) return known
      const to = decodeText(known.value.object['to'], `${at}/to`, /^[a-z][A-Za-z0-9-]{0,59}$/)
      if (!to.ok) return to
      const seen = decodeText(known.value.object['seen'], `${at}/seen`, /^[0-9a-f]{16,64}$/)
      if (!seen.ok) return seen
      return ok({ op: 'transition', id: known.value.id, rv: known.value.rv, to: to.value, seen: seen.value })
    }
    default:
      return wrong(`${at}/op`)
  }
}

function decodeCreate(value: unknown, at: string, reading: Reading): Decoded<Op> {
  const object = decodeObject(value, at, { required: ['op', 'id', 'p', 'values'] })
  if (!object.ok) return object
  const id = decodeRecordId(object.value['id'], `${at}/id`)
  if (!id.ok) return id
  const partition = columnsOf(object.value['p'], `${at}/p`, reading)
  if (!partition.ok) return partition
  const values = decodeWireValues(object.value['values'], partition.value.columns, `${at}/values`)
  return values.ok ? ok({ op: 'create', id: id.value, p: partition.value.p, values: values.value }) : values
}

function decodeUpdate(value: unknown, at: string, reading: Reading): Decoded<Op> {
  const known = decodeKnown(value, at, ['op', 'id', 'rv', 'base', 'set'])
  if (!known.ok) return known
  const base = decodeWireValues(known.value.object['base'], reading.columns, `${at}/base`)
  if (!base.ok) return base
  const set = decodeWireValues(known.value.object['set'], reading.columns, `${at}/set`)
  if (!set.ok) return set
  const keys = Object.keys(set.value)
  if (
    keys.length === 0 ||
    keys.length !== Object.keys(base.value).length ||
    keys.some((key) => !Object.hasOwn(base.value, key))
  )
    return wrong(`${at}/base`, 'json.invalid', 'keys')
  return ok({ op: 'update', id: known.value.id, rv: known.value.rv, base: base.value, set: set.value })
}

function decodeKnown(value: unknown, at: string, required: readonly string[]) {
  const object = decodeObject(value, at, { required })
  if (!object.ok) return object
  const id = decodeRecordId(object.value['id'], `${at}/id`)
  if (!id.ok) return id
  const rv = decodeRevision(object.value['rv'], `${at}/rv`)
  return rv.ok ? ok({ object: object.value, id: id.value, rv: rv.value }) : rv
}

/** Columns of the kind that a partition holds; the kind must be named in `schema`. */
function columnsOf(value: unknown, at: string, reading: Reading): Decoded<RowsTarget> {
  const p = decodePartition(value, at)
  if (!p.ok) return p
  const kind = parsePartitionId(p.value)?.kind ?? ''
  const definition = reading.definitions.get(kind)
  if (definition === undefined) return err({ code: 'kind-unknown', params: { kind } })
  if (!Object.hasOwn(reading.schema, kind)) return err({ code: 'push.kind', params: { at, key: kind } })
  return ok({ p: p.value, columns: columnsByDefinition(definition) })
}

const cache = new WeakMap<SheetDefinition, WireColumns>()

function columnsByDefinition(definition: SheetDefinition): WireColumns {
  const known = cache.get(definition)
  if (known) return known
  const columns = wireColumnsOf([definition])
  cache.set(definition, columns)
  return columns
}
