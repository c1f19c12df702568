// The home page's list: what a person sees, how much it is, who changed it last, what may be done.
import { mayDo } from '../../auth/decide.ts'
import { isVisible } from '../../auth/view.ts'
import type { Principal } from '../../auth/principal.ts'
import { toRow } from '../push/loadChunk.ts'
import { seenPartitions, type SeenPartition } from '../pull/view.ts'
import { readSubject } from '../readSubject.ts'
import type { PartitionSummary } from '../recordStore.ts'
import { showingOfPart } from '../showing.ts'
import { run } from '../statement.ts'
import type { Reading } from './reading.ts'
import type { StoredRecord } from '#shared/sync/record.ts'

export async function listPartitions(reading: Reading, principal: Principal): Promise<readonly PartitionSummary[]> {
  const { session, queries, rules, today } = reading
  const subject = await readSubject(session, queries, { grants: principal.grants, today })
  const seen = await seenPartitions(session, { queries, rules, subject })
  const shown = new Map<string, Shown>()
  for (const part of seen) shown.set(part.p, await showPart(reading, part))
  const commits = await findMakers(reading, [...shown.values()])
  const summaries: PartitionSummary[] = []
  for (const part of seen) {
    const definition = rules.kinds.get(part.kind)?.definition
    const known = shown.get(part.p)
    if (!definition || !known) continue
    const { p, kind, unitId, year, lastCsn } = part
    const { rows, totals, newest } = known
    summaries.push({
      p,
      kind,
      unitId,
      unitName: subject.units.get(unitId)?.name ?? unitId,
      year,
      rows,
      totals,
      lastChange: commits.get(newest) ?? null,
      lastCsn,
      may: mayDo(subject, { definition, unitId }),
    })
  }
  return summaries
}

function toTotals(text: string): readonly { readonly column: string; readonly fen: number }[] {
  return Object.entries(JSON.parse(text) as Record<string, string>).map(([column, fen]) => ({
    column,
    fen: Number(fen),
  }))
}

async function findMakers(
  { session, queries, dialect }: Reading,
  shown: readonly Shown[],
): Promise<ReadonlyMap<number, { readonly csn: number; readonly by: string; readonly at: string }>> {
  const csns = [...new Set(shown.map(({ newest }) => String(newest)))]
  const found = await run(session, queries.makers, { csns: dialect.list(csns) })
  return new Map(found.map((commit) => [commit.csn, commit]))
}

/** `newest` of the commits that made what the person sees what it is; 0: there is nothing to see. */
type Shown = Pick<PartitionSummary, 'rows' | 'totals'> & { readonly newest: number }

/**
 * Where rows are hidden from the person, theirs are added up one by one: such lists are a department's own. Who changed
 * other rows, and when, is hidden with them (I12).
 */
async function showPart(reading: Reading, part: SeenPartition): Promise<Shown> {
  if (part.view.whole) return { rows: part.rows, totals: toTotals(part.totals), newest: part.lastCsn }
  const records = await readVisible(reading, part)
  const totals = (reading.rules.kinds.get(part.kind)?.money ?? []).map((column) => ({
    column,
    fen: records.reduce((sum, { values }) => sum + (typeof values[column] === 'number' ? values[column] : 0), 0),
  }))
  return {
    rows: records.length,
    totals,
    newest: records.reduce((csn, { rv }) => Math.max(csn, Number.parseInt(rv, 10)), 0),
  }
}

/** In order of creation. */
export async function readVisible(
  { session, queries, rules, rvKey, dialect }: Reading,
  part: Pick<SeenPartition, 'p' | 'kind' | 'view'>,
): Promise<readonly StoredRecord[]> {
  const showing = showingOfPart(part, { rules, rvKey })
  if (!showing) return []
  const rows = await run(session, queries.liveRows, { ps: dialect.list([part.p]) })
  return rows.filter((row) => isVisible(part.view, row)).map((row) => showing.record(toRow({ ...row, nkey: null })))
}
