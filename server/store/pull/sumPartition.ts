// Row count, money and checksum of what one person sees of a partition.
import type { Dialect } from '../dialect.ts'
import type { Session } from '../engine.ts'
import { formatMark, parseMark, xorMark } from '../marks.ts'
import type { Queries } from '../queries.ts'
import type { SheetRules } from '../sheetRules.ts'
import { showingOfPart } from '../showing.ts'
import { run } from '../statement.ts'
import { isVisible } from '../../auth/view.ts'
import type { SeenPartition } from './view.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import type { PartitionSum } from '#shared/sync/record.ts'

export interface Summing {
  readonly session: Session
  readonly queries: Queries
  readonly rules: SheetRules
  readonly rvKey: string
  readonly dialect: Dialect
}

export async function sumPartition(
  { session, queries, rules, rvKey, dialect }: Summing,
  part: SeenPartition,
): Promise<PartitionSum> {
  const { p, kind, proj, view, rows, x, totals } = part
  if (view.whole && view.masked.size === 0)
    return { p, proj, rows, fen: sumTotals(Object.values(JSON.parse(totals) as Record<string, string>)), x }
  const codec = rules.kinds.get(kind)
  const showing = showingOfPart(part, { rules, rvKey })
  let mark = parseMark('0'.repeat(16))
  let count = 0
  let fen = 0n
  for (const row of await run(session, queries.liveRows, { ps: dialect.list([p]) })) {
    if (!isVisible(view, row)) continue
    count++
    const rv = showing?.rv({ ...row, id: row.id as RecordId })
    mark = xorMark(mark, parseMark(rv?.slice(rv.indexOf('-') + 1) ?? row.hash))
    const values = codec?.decode(row.content)
    for (const column of codec?.money ?? []) fen += BigInt(values?.[column] ?? 0)
  }
  return { p, proj, rows: count, fen: String(fen), x: formatMark(mark) }
}

function sumTotals(fens: readonly string[]): string {
  return String(fens.reduce((sum, text) => sum + BigInt(text), 0n))
}
