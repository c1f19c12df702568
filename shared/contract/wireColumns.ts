// How a column's values stand in JSON: money as decimal text of 分, the rest as themselves; canonical forms by values/.
import type { ColumnDefinition, ColumnType } from '../definition/column.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import { encodeFen, fen } from '../kernel/money.ts'
import { err, ok } from '../kernel/result.ts'
import type { Value, Values } from '../kernel/value.ts'
import { valueTypes } from '../values/index.ts'
import { compilePlainWireReader, type PlainWireReader } from '../values/plainWire.ts'
import { wrong, type Decoded, type JsonObject } from './decodeScalars.ts'

export type WireType = 'money' | 'number' | 'boolean' | 'text'

export function wireTypeOf(type: ColumnType): WireType {
  if (type === 'money' || type === 'boolean') return type
  return type === 'integer' || type === 'percent' ? 'number' : 'text'
}

export interface WireColumn {
  readonly type: WireType
  /** undefined: several kinds define it, each in its own way; then only its JSON type is known. */
  readonly column: ColumnDefinition | undefined
  /** The short road, tried before decodeWireValue. */
  readonly plain: PlainWireReader
}

const undecided: PlainWireReader = () => undefined

/** Column key → how it is read, over one kind or several; `mixed` where the kinds disagree on the JSON type. */
export type WireColumns = ReadonlyMap<string, WireColumn | 'mixed'>

export function wireColumnsOf(definitions: readonly SheetDefinition[]): WireColumns {
  const columns = new Map<string, WireColumn | 'mixed'>()
  for (const definition of definitions)
    for (const [key, column] of Object.entries(definition.columns)) {
      const type = wireTypeOf(column.type)
      const known = columns.get(key)
      if (known === undefined) columns.set(key, { type, column, plain: compilePlainWireReader(column) })
      else
        columns.set(
          key,
          known === 'mixed' || known.type !== type ? 'mixed' : { type, column: undefined, plain: undecided },
        )
    }
  return columns
}

/**
 * One value in its canonical form. What has the right JSON type but is no value of its column (`"1e5"` for an amount) is
 * handed on as that text: the row check rejects the row with a finding that shows it, so that one bad cell does not refuse
 * a whole push.
 */
export function decodeWireValue(value: unknown, { type, column }: WireColumn, at: string): Decoded<Value> {
  if (value === null) return ok(null)
  if (type === 'money' && typeof value === 'number') return wrong(at, 'money.string')
  if (!hasType(value, type)) return wrong(at, 'json.invalid', type)
  if (type === 'money' && value === '') return ok(value)
  const decoded = column === undefined ? undefined : valueTypes[column.type].decode(value, column)
  return ok(decoded?.ok === true ? decoded.value : value)
}

function hasType(value: unknown, type: WireType): value is Exclude<Value, null> {
  switch (type) {
    case 'money':
    case 'text':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number' && Number.isSafeInteger(value)
    case 'boolean':
      return typeof value === 'boolean'
  }
}

export function wireColumnFor(columns: WireColumns, key: string, at: string): Decoded<WireColumn> {
  const column = columns.get(key)
  if (column === undefined) return err({ code: 'json.unknown-field', params: { at, key: key.slice(0, 100) } })
  return column === 'mixed' ? err({ code: 'push.kind', params: { at, key } }) : ok(column)
}

export function decodeWireValues(value: unknown, columns: WireColumns, at: string): Decoded<Values> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(at, 'json.invalid', 'object')
  const values: Record<string, Value> = {}
  for (const [key, wire] of Object.entries(value as JsonObject)) {
    const column = wireColumnFor(columns, key, at)
    if (!column.ok) return column
    const plain = column.value.plain(wire)
    if (plain !== undefined) {
      values[key] = plain
      continue
    }
    const decoded = decodeWireValue(wire, column.value, `${at}/${key}`)
    if (!decoded.ok) return decoded
    values[key] = decoded.value
  }
  return ok(values)
}

export function encodeWireValue(value: Value, column: WireColumn | 'mixed' | undefined): Value {
  const isMoney = column !== undefined && column !== 'mixed' && column.type === 'money'
  return isMoney && typeof value === 'number' ? encodeFen(fen(value)) : value
}

export function encodeWireValues(values: Values, columns: WireColumns): Values {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, encodeWireValue(value, columns.get(key))]),
  )
}
