// Rows that lost their ids get them back, once a person accepted the matches (D5, C27).
import { err, ok, type Result } from '../../kernel/result.ts'
import type { WorkbookEdit } from '../../workbook/port.ts'
import type { RowMatch } from '../table/identifyRows.ts'
import type { Session, SessionFailure } from './session.ts'
import { planTable, readTables } from './sessionTables.ts'

/** Writes the accepted ids, into a new hidden column where the old one is gone. The base is as it was: compare again. */
export async function acceptMatches(
  session: Session,
  accepted: readonly { readonly p: string; readonly matches: readonly RowMatch[] }[],
): Promise<Result<void, SessionFailure>> {
  const read = await readTables(session)
  if (!read.ok) return read
  const edits: WorkbookEdit[] = read.value.tables.flatMap((table) => {
    const ids = accepted.filter(({ p }) => p === table.p).flatMap(({ matches }) => matches)
    return planTable(session, table, { cells: [], ids, inserts: [], deletes: [] })
  })
  const applied = await session.port.apply(edits)
  return applied.ok ? ok(undefined) : err({ code: 'workbook', failure: applied.error })
}
