// Pushes and imports, newest first: one's own, and those that touched what one may read.
import type { View } from '../../auth/view.ts'
import type { Principal } from '../../auth/principal.ts'
import { seenPartitions } from '../pull/view.ts'
import { readSubject } from '../readSubject.ts'
import type { PushQuery } from '../recordStore.ts'
import { run } from '../statement.ts'
import type { Reading } from './reading.ts'
import { weighCommits, type Weight } from './weighCommits.ts'
import type { PushSummary } from '#shared/contract/resources.ts'
import { noCounts, type PushCounts } from '#shared/sync/record.ts'

export async function listPushes(
  reading: Reading,
  principal: Principal,
  { p, limit, before }: PushQuery,
): Promise<readonly PushSummary[]> {
  const { session, queries, rules, dialect, today } = reading
  const subject = await readSubject(session, queries, { grants: principal.grants, today })
  const views = new Map((await seenPartitions(session, { queries, rules, subject })).map((part) => [part.p, part.view]))
  const asked = [...views.keys()].filter((candidate) => p === undefined || candidate === p)
  const most = Math.min(Math.max(Math.trunc(limit), 1), 200)
  const params = {
    ps: dialect.list(asked),
    // of one partition only: one's own pushes elsewhere are not asked for
    user: p === undefined ? principal.userId : '',
    limit: most,
  }
  const summaries: PushSummary[] = []
  let next = before ?? Number.MAX_SAFE_INTEGER
  // where a page held nothing that may be known, the next one is read
  for (;;) {
    const rows = await run(session, queries.pushes, { ...params, before: next })
    const csns = rows.flatMap(({ csn }) => csn ?? [])
    const own = new Set(rows.flatMap(({ csn, user_id }) => (user_id === principal.userId ? (csn ?? []) : [])))
    const weights = await weighCommits(reading, { csns, own, views: pickViews(views, p) })
    for (const row of rows) {
      const weight = weights.get(row.csn ?? 0)
      if (weight !== undefined && summaries.length < most) summaries.push(toSummary(row, weight))
    }
    next = rows.at(-1)?.csn ?? 0
    if (rows.length < most || summaries.length >= most) return summaries
  }
}

/** Asked about one partition, what a push did elsewhere is not told, nor why it is listed. */
function pickViews(views: ReadonlyMap<string, View>, p: string | undefined): ReadonlyMap<string, View> {
  return p === undefined ? views : new Map([...views].filter(([candidate]) => candidate === p))
}

interface PushRow {
  readonly push_id: string
  readonly csn: number | null
  readonly at: string
  readonly by: string
  readonly source: string
  readonly file_name: string | null
  readonly counts: string
  readonly undone: number
  /** Decisions that it entered. */
  readonly steps: number
}

function toSummary(row: PushRow, { counts, sheets }: Weight): PushSummary {
  const whole = JSON.parse(row.counts) as PushCounts
  return {
    pushId: row.push_id,
    sheets,
    receipt: `R${row.csn}`,
    at: row.at,
    by: row.by,
    source: row.steps > 0 ? 'step' : (row.source as PushSummary['source']),
    fileName: row.file_name,
    counts: counts === 'all' ? whole : { ...noCounts, ...counts },
    undone: row.undone > 0,
  }
}
