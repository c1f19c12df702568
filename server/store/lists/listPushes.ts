// Pushes and imports, newest first: one's own, and those that touched what one may read.
import type { Principal } from '../../auth/principal.ts'
import { seenPartitions } from '../pull/view.ts'
import { readSubject } from '../readSubject.ts'
import type { PushQuery } from '../recordStore.ts'
import { run } from '../statement.ts'
import type { Reading } from './reading.ts'
import type { PushSummary } from '#shared/contract/resources.ts'
import type { PushCounts } from '#shared/sync/record.ts'

export async function listPushes(
  reading: Reading,
  principal: Principal,
  { p, limit, before }: PushQuery,
): Promise<readonly PushSummary[]> {
  const { session, queries, rules, dialect, today } = reading
  const subject = await readSubject(session, queries, { grants: principal.grants, today })
  const seen = (await seenPartitions(session, { queries, rules, subject })).map((part) => part.p)
  const asked = p === undefined ? seen : seen.filter((candidate) => candidate === p)
  const rows = await run(session, queries.pushes, {
    ps: dialect.list(asked),
    // of one partition only: one's own pushes elsewhere are not asked for
    user: p === undefined ? principal.userId : '',
    before: before ?? Number.MAX_SAFE_INTEGER,
    limit: Math.min(Math.max(Math.trunc(limit), 1), 200),
  })
  return rows.map((row) => ({
    pushId: row.push_id,
    receipt: `R${row.csn}`,
    at: row.at,
    by: row.by,
    source: row.source as PushSummary['source'],
    fileName: row.file_name,
    counts: JSON.parse(row.counts) as PushCounts,
    undone: row.undone > 0,
  }))
}
