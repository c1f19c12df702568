// Row count, money and order-free hash of a partition (N5): what a pull is checked against.
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Value, Values } from '../kernel/value.ts'
import { emptyMark, xorMark } from './contentHash.ts'
import type { RecordRevision } from './record.ts'

export interface PartitionCheck {
  readonly rows: number
  /** Sum of the money columns, derived ones computed, decimal 分. */
  readonly fen: string
  readonly x: string
}

export interface CheckedRow {
  readonly rv: RecordRevision
  readonly values: Values
}

export const emptyCheck: PartitionCheck = { rows: 0, fen: '0', x: emptyMark }

/** `before` with rows taken away and rows put in; equal for server and client whatever the order. */
export function changeCheck(
  before: PartitionCheck,
  { removed, added }: { readonly removed: Iterable<CheckedRow>; readonly added: Iterable<CheckedRow> },
  rowMoney: (values: Values) => bigint,
): PartitionCheck {
  let { rows, x } = before
  let fen = BigInt(before.fen)
  for (const row of removed) {
    rows -= 1
    fen -= rowMoney(row.values)
    x = xorMark(x, row.rv)
  }
  for (const row of added) {
    rows += 1
    fen += rowMoney(row.values)
    x = xorMark(x, row.rv)
  }
  return { rows, fen: String(fen), x }
}

/** Sum of one row's columns of type money. */
export function makeRowMoney(definition: SheetDefinition): (values: Values) => bigint {
  const columns = Object.entries(definition.columns)
  const money = columns.filter(([, { type }]) => type === 'money').map(([key]) => key)
  const computed = columns.flatMap(([key, { compute }]) => (compute ? [{ key, compute }] : []))
  return (values) => {
    let row: Record<string, Value> | Values = values
    if (computed.length > 0) {
      const all: Record<string, Value> = { ...values }
      for (const { key, compute } of computed) all[key] = compute(all)
      row = all
    }
    let sum = 0
    for (const key of money) {
      const value = row[key]
      if (typeof value === 'number') sum += value
    }
    return Number.isSafeInteger(sum) ? BigInt(sum) : addExactly(row, money)
  }
}

function addExactly(row: Values, money: readonly string[]): bigint {
  let sum = 0n
  for (const key of money) {
    const value = row[key]
    if (typeof value === 'number') sum += BigInt(value)
  }
  return sum
}

/** Text form kept in the workbook: `rows:fen:x`. */
export function formatCheck({ rows, fen, x }: PartitionCheck): string {
  return `${rows}:${fen}:${x}`
}

export function parseCheck(text: string): PartitionCheck | undefined {
  const match = /^(\d{1,9}):(0|-?[1-9]\d{0,40}):([0-9a-f]{16})$/.exec(text)
  return match ? { rows: Number(match[1]), fen: match[2] ?? '0', x: match[3] ?? emptyMark } : undefined
}
