// Row count, money and order-free hash of a partition (N5): what a pull is checked against.
import type { SheetDefinition } from '../../definition/sheet.ts'
import type { Value, Values } from '../../kernel/value.ts'
import { inOneGo, rowsOfStep, type Steps } from '../../kernel/steps.ts'
import { startMark } from '../contentHash.ts'
import type { RecordRevision } from '../record.ts'

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

/** Equal for server and client whatever the order of rows. */
export function checkPartition(rows: Iterable<CheckedRow>, rowMoney: (values: Values) => bigint): PartitionCheck {
  return inOneGo(checkInSteps(rows, rowMoney))
}

export function* checkInSteps(rows: Iterable<CheckedRow>, rowMoney: (values: Values) => bigint): Steps<PartitionCheck> {
  let count = 0
  let fen = 0n
  const mark = startMark()
  for (const row of rows) {
    count += 1
    if (count % rowsOfStep === 0) yield
    fen += rowMoney(row.values)
    mark.add(row.rv)
  }
  return { rows: count, fen: String(fen), x: mark.text() }
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
