// Control totals for an author who sees only some rows of a partition: over those rows, so that they tell nothing of others.
import { isVisible, type View } from '../../auth/view.ts'
import type { Dialect } from '../dialect.ts'
import type { Session } from '../engine.ts'
import type { KindCodec } from '../kindCodec.ts'
import type { Queries } from '../queries.ts'
import { run } from '../statement.ts'
import type { Values } from '#shared/kernel/value.ts'

/** Money column → 分 over the live rows that the author sees. */
export interface SeenTotals {
  readonly before: ReadonlyMap<string, number>
  /** Kept up to date like the sums of the whole partition. */
  readonly now: Map<string, number>
}

interface SeenRow {
  readonly state: string
  readonly owner: string | null
  readonly deleted: boolean
}

/** A decided change of one record, as far as it matters here. */
export interface Moved {
  readonly before: SeenRow | undefined
  readonly beforeValues: Values | undefined
  readonly next: SeenRow
  readonly values: Values
}

/** null: the author sees every row, so that the sums of the partition are the author's as well. */
export async function readSeen(
  { session, queries, dialect }: { readonly session: Session; readonly queries: Queries; readonly dialect: Dialect },
  { p, view, codec }: { readonly p: string; readonly view: View | undefined; readonly codec: KindCodec },
): Promise<SeenTotals | null> {
  if (view?.whole === true) return null
  const before = new Map<string, number>()
  const rows = view ? await run(session, queries.liveRows, { ps: dialect.list([p]) }) : []
  for (const row of rows) if (isVisible(view, row)) add(before, codec, { values: codec.decode(row.content), sign: 1 })
  return { before, now: new Map(before) }
}

/** @param sign -1 takes the change back */
export function moveSeen(
  {
    view,
    codec,
    seen,
  }: { readonly view: View | undefined; readonly codec: KindCodec; readonly seen: SeenTotals | null },
  { before, beforeValues, next, values }: Moved,
  sign: 1 | -1,
): void {
  if (seen === null) return
  if (before && !before.deleted && beforeValues && isVisible(view, before))
    add(seen.now, codec, { values: beforeValues, sign: sign === 1 ? -1 : 1 })
  if (!next.deleted && isVisible(view, next)) add(seen.now, codec, { values, sign })
}

function add(
  totals: Map<string, number>,
  { money }: KindCodec,
  { values, sign }: { readonly values: Values; readonly sign: 1 | -1 },
): void {
  for (const column of money) {
    const fen = values[column]
    if (typeof fen === 'number') totals.set(column, (totals.get(column) ?? 0) + sign * fen)
  }
}
