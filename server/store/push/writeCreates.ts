// Writes the records a chunk has made. Their audit entries are taken out of the stored rows: what stands there already is
// not bound a second time, which is a third of what a large import costs the database (G7).
import { toSeq } from '../chain.ts'
import type { Param } from '../batch.ts'
import type { Session } from '../engine.ts'
import type { Queries } from '../queries.ts'
import { first, run } from '../statement.ts'
import type { Row, WholeEntry, Workspace } from './workspace.ts'
import type { RecordId } from '#shared/kernel/value.ts'

export interface Made {
  readonly entry: WholeEntry
  /** Place in the commit of the entry, and of the newest one of the record. */
  readonly ord: number
  readonly lastOrd: number
  /** As the chunk leaves it. */
  readonly row: Row
  /** Not touched again by the chunk: the stored row says what its entry says. */
  readonly fresh: boolean
}

/** @param last the newest entry of every record */
export function findMade({ entries, rows, written }: Workspace, last: ReadonlyMap<RecordId, number>): readonly Made[] {
  const made: Made[] = []
  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== 'create') continue
    const ord = written + index
    const { row: first } = entry
    const row = rows.get(first.id) ?? first
    made.push({ entry, ord, lastOrd: last.get(first.id) ?? ord, row, fresh: row === first })
  }
  return made
}

/** In the order they were made, which is the order of `record.seq`. */
export async function writeCreates(
  { session, queries }: { readonly session: Session; readonly queries: Queries },
  csn: number,
  made: readonly Made[],
): Promise<void> {
  if (made.length === 0) return
  const after = (await first(session, queries.newestRow, {}))?.seq ?? 0
  for (const { lines, step } of cutRuns(made)) {
    const [head] = lines
    if (!head) continue
    const { p, state } = head.row
    await session.batch(
      queries.insertRows,
      lines.map(({ row, lastOrd }) => toParams(row, toSeq(csn, lastOrd))),
      [p, state, csn],
    )
    if (!head.fresh) continue
    const { g } = head.entry
    const from = toSeq(csn, head.ord)
    const to = toSeq(csn, head.ord + lines.length - 1)
    await run(session, queries.auditCreates, { g, step, after, first: from, last: to })
  }
}

/** Records of one partition and state, one entry after the other, whose group's number grows by `step` from each to the next. */
interface Run {
  readonly lines: Made[]
  readonly step: number
}

function cutRuns(made: readonly Made[]): readonly Run[] {
  const runs: Run[] = []
  let lines: Made[] = []
  let step = 0
  for (const line of made) {
    const before = lines.at(-1)
    const grows = before ? line.entry.g - before.entry.g : 0
    if (before && follows(before, line) && (lines.length === 1 || grows === step)) {
      step = grows
      lines.push(line)
      continue
    }
    if (before) runs.push({ lines, step })
    lines = [line]
    step = 0
  }
  return lines.length > 0 ? [...runs, { lines, step }] : runs
}

function follows(before: Made, line: Made): boolean {
  return (
    line.ord === before.ord + 1 &&
    line.fresh === before.fresh &&
    line.row.p === before.row.p &&
    line.row.state === before.row.state
  )
}

function toParams({ id, hash, deleted, nkey, owner, text }: Row, lastEntry: number): readonly Param[] {
  return [id, hash, deleted ? 1 : 0, nkey, owner, lastEntry, text]
}
