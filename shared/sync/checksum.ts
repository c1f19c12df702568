// Row count, money and order-free hash of a partition (N5): what a pull is checked against.
import type { RecordId, Values } from '../kernel/value.ts'
import { emptyMark, rowMark, xorMarks, type Sha256 } from './contentHash.ts'
import type { MergeFacts } from './mergeFacts.ts'
import type { RecordRevision } from './record.ts'

export interface PartitionCheck {
  readonly rows: number
  /** Sum of the columns of merge class money (derived ones left out), decimal 分. */
  readonly fen: string
  readonly x: string
}

export interface CheckedRow {
  readonly id: RecordId
  readonly rv: RecordRevision
  readonly values: Values
}

export const emptyCheck: PartitionCheck = { rows: 0, fen: '0', x: emptyMark }

/** `before` with rows taken away and rows put in; equal for server and client whatever the order. */
export function changeCheck(
  before: PartitionCheck,
  { removed, added }: { readonly removed: Iterable<CheckedRow>; readonly added: Iterable<CheckedRow> },
  { facts, sha256 }: { readonly facts: MergeFacts; readonly sha256: Sha256 },
): PartitionCheck {
  const money = findMoneyColumns(facts)
  let { rows, x } = before
  let fen = BigInt(before.fen)
  for (const row of removed) {
    rows -= 1
    fen -= sumRow(row.values, money)
    x = xorMarks(x, rowMark(row.id, row.rv, sha256))
  }
  for (const row of added) {
    rows += 1
    fen += sumRow(row.values, money)
    x = xorMarks(x, rowMark(row.id, row.rv, sha256))
  }
  return { rows, fen: String(fen), x }
}

export function findMoneyColumns(facts: MergeFacts): readonly string[] {
  return facts.editable.filter((column) => facts.classes.get(column) === 'money')
}

/** Text form kept in the workbook: `rows:fen:x`. */
export function formatCheck({ rows, fen, x }: PartitionCheck): string {
  return `${rows}:${fen}:${x}`
}

export function parseCheck(text: string): PartitionCheck | undefined {
  const match = /^(\d{1,9}):(0|-?[1-9]\d{0,40}):([0-9a-f]{16})$/.exec(text)
  return match ? { rows: Number(match[1]), fen: match[2] ?? '0', x: match[3] ?? emptyMark } : undefined
}

function sumRow(values: Values, money: readonly string[]): bigint {
  let sum = 0n
  for (const column of money) {
    const value = values[column]
    if (typeof value === 'number') sum += BigInt(value)
  }
  return sum
}
