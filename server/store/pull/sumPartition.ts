// Row count, money and checksum of what one person sees of a partition.
import type { Dialect } from '../dialect.ts'
import type { Session } from '../engine.ts'
import { formatMark, parseMark, xorMark } from '../marks.ts'
import type { Queries } from '../queries.ts'
import type { SheetRules } from '../sheetRules.ts'
import { run } from '../statement.ts'
import { isVisible } from '../../auth/decide.ts'
import type { SeenPartition } from './view.ts'
import type { PartitionSum } from '#shared/sync/record.ts'

export interface Summing {
  readonly session: Session
  readonly queries: Queries
  readonly rules: SheetRules
  readonly dialect: Dialect
}

export async function sumPartition(
  { session, queries, rules, dialect }: Summing,
  { p, kind, proj, view, rows, x, totals }: SeenPartition,
): Promise<PartitionSum> {
  if (view.whole)
    return { p, proj, rows, fen: sumTotals(Object.values(JSON.parse(totals) as Record<string, string>)), x }
  const codec = rules.kinds.get(kind)
  let mark = parseMark('0'.repeat(16))
  let count = 0
  let fen = 0n
  for (const row of await run(session, queries.liveRows, { ps: dialect.list([p]) })) {
    if (!isVisible(view, row)) continue
    count++
    mark = xorMark(mark, parseMark(row.hash))
    const values = codec?.decode(row.content)
    for (const column of codec?.money ?? []) fen += BigInt(values?.[column] ?? 0)
  }
  return { p, proj, rows: count, fen: String(fen), x: formatMark(mark) }
}

function sumTotals(fens: readonly string[]): string {
  return String(fens.reduce((sum, text) => sum + BigInt(text), 0n))
}
