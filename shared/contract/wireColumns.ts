// How a column's values stand in JSON: money as decimal text of 分, the rest as themselves.
import type { ColumnType } from '../definition/column.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import { encodeFen, decodeFen, fen } from '../kernel/money.ts'
import { err, ok } from '../kernel/result.ts'
import type { Value, Values } from '../kernel/value.ts'
import { wrong, type Decoded, type JsonObject } from './decodeScalars.ts'

export type WireType = 'money' | 'number' | 'boolean' | 'text'

export function wireTypeOf(type: ColumnType): WireType {
  if (type === 'money' || type === 'boolean') return type
  return type === 'integer' || type === 'percent' ? 'number' : 'text'
}

/** Column key → wire type, over one kind or several; `mixed` where the kinds disagree. */
export type WireColumns = ReadonlyMap<string, WireType | 'mixed'>

export function wireColumnsOf(definitions: readonly SheetDefinition[]): WireColumns {
  const columns = new Map<string, WireType | 'mixed'>()
  for (const definition of definitions)
    for (const [key, column] of Object.entries(definition.columns)) {
      const type = wireTypeOf(column.type)
      const known = columns.get(key)
      columns.set(key, known === undefined || known === type ? type : 'mixed')
    }
  return columns
}

/**
 * One value. Money that is text but no canonical amount is handed on as that text: the row check rejects the row with a
 * finding that shows it, so that one bad cell does not refuse a whole push.
 */
export function decodeWireValue(value: unknown, type: WireType, at: string): Decoded<Value> {
  if (value === null) return ok(null)
  switch (type) {
    case 'money': {
      if (typeof value === 'number') return wrong(at, 'money.string')
      if (typeof value !== 'string') return wrong(at)
      const amount = decodeFen(value)
      return ok(amount.ok ? amount.value : value)
    }
    case 'number':
      return typeof value === 'number' && Number.isSafeInteger(value) ? ok(value) : wrong(at, 'json.invalid', 'integer')
    case 'boolean':
      return typeof value === 'boolean' ? ok(value) : wrong(at, 'json.invalid', 'boolean')
    case 'text':
      return typeof value === 'string' ? ok(value) : wrong(at, 'json.invalid', 'text')
  }
}

export function wireTypeFor(columns: WireColumns, key: string, at: string): Decoded<WireType> {
  const type = columns.get(key)
  if (type === undefined) return err({ code: 'json.unknown-field', params: { at, key: key.slice(0, 100) } })
  return type === 'mixed' ? err({ code: 'push.kind', params: { at, key } }) : ok(type)
}

export function decodeWireValues(value: unknown, columns: WireColumns, at: string): Decoded<Values> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(at, 'json.invalid', 'object')
  const values: Record<string, Value> = {}
  for (const [key, wire] of Object.entries(value as JsonObject)) {
    const type = wireTypeFor(columns, key, at)
    if (!type.ok) return type
    const decoded = decodeWireValue(wire, type.value, `${at}/${key}`)
    if (!decoded.ok) return decoded
    values[key] = decoded.value
  }
  return ok(values)
}

export function encodeWireValue(value: Value, type: WireType | 'mixed' | undefined): Value {
  return type === 'money' && typeof value === 'number' ? encodeFen(fen(value)) : value
}

export function encodeWireValues(values: Values, columns: WireColumns): Values {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, encodeWireValue(value, columns.get(key))]),
  )
}
