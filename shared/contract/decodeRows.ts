// Many new rows in columnar form → create ops: what an import or a first push is made of, hence a hot path (G7).
import { ok } from '../kernel/result.ts'
import type { Value } from '../kernel/value.ts'
import type { Op } from '../sync/record.ts'
import { toRecordId, wrong, type Decoded, type JsonObject } from './decodeScalars.ts'
import { decodeWireValue, wireColumnFor, type WireColumn, type WireColumns } from './wireColumns.ts'

type Create = Op & { readonly op: 'create' }

interface NamedColumn {
  readonly key: string
  readonly column: WireColumn
}

/** Where the rows go, and how columns of that kind are read. */
export interface RowsTarget {
  readonly p: string
  readonly columns: WireColumns
}

/** @param group `{columns: [key, …], rows: [[id, …values], …]}` */
export function decodeRows(
  group: JsonObject,
  at: string,
  { p, columns: known }: RowsTarget,
): Decoded<readonly Create[]> {
  const columns = decodeColumns(group['columns'], `${at}/columns`, known)
  if (!columns.ok) return columns
  const rows = group['rows']
  if (!Array.isArray(rows)) return wrong(`${at}/rows`, 'json.invalid', 'array')
  const creates: Create[] = []
  for (let i = 0; i < rows.length; i++) {
    const row: unknown = rows[i]
    if (!Array.isArray(row) || row.length !== columns.value.length + 1)
      return wrong(`${at}/rows/${i}`, 'json.invalid', 'length')
    const id = toRecordId(row[0])
    if (id === undefined) return wrong(`${at}/rows/${i}/0`, 'id.format')
    const values: Record<string, Value> = {}
    for (let c = 0; c < columns.value.length; c++) {
      const cell: unknown = row[c + 1]
      const named = columns.value[c]
      if (named === undefined || cell === null) continue
      const plain = named.column.plain(cell)
      if (plain !== undefined) {
        values[named.key] = plain
        continue
      }
      const decoded = decodeWireValue(cell, named.column, `${at}/rows/${i}/${c + 1}`)
      if (!decoded.ok) return decoded
      values[named.key] = decoded.value
    }
    creates.push({ op: 'create', id, p, values })
  }
  return ok(creates)
}

function decodeColumns(keys: unknown, at: string, known: WireColumns): Decoded<readonly NamedColumn[]> {
  if (!Array.isArray(keys)) return wrong(at, 'json.invalid', 'array')
  const columns: NamedColumn[] = []
  for (const key of keys as readonly unknown[]) {
    if (typeof key !== 'string' || columns.some((named) => named.key === key)) return wrong(at)
    const column = wireColumnFor(known, key, at)
    if (!column.ok) return column
    columns.push({ key, column: column.value })
  }
  return ok(columns)
}
