// Reads the sums of rules over several sheets that a push may touch.
import { isLoaded, putCell, type LinkedBook, type LinkedPart } from './linkedBook.ts'
import type { TallyLoading } from './loadTallies.ts'
import { run } from '../statement.ts'

/** One statement per slot. Groups without rows are loaded as empty; what an earlier chunk has loaded is newer than what is stored. */
export async function loadLinked(
  { session, queries, dialect }: TallyLoading,
  book: LinkedBook,
  needed: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  for (const [slot, groups] of needed) {
    const missing = [...groups].filter((grp) => !isLoaded(book, { slot, grp }))
    if (missing.length === 0) continue
    const cells = new Map(missing.map((grp) => [grp, new Map<string, LinkedPart>()]))
    for (const { grp, p, year, count, sum } of await run(session, queries.linkedParts, {
      slot,
      groups: dialect.list(missing),
    }))
      cells.get(grp)?.set(p, { year, count, sum: BigInt(sum) })
    for (const [grp, cell] of cells) putCell(book, { slot, grp }, cell)
  }
}
