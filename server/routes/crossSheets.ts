// What reaches beyond one sheet: how rules over several sheets stand, and an issue against the one before.
import { parsePartitionId, toPartitionId } from '#shared/definition/sheet.ts'
import { compareIssues, issuesOf } from '#shared/review/seriesDifference.ts'
import type { SeriesAnswer } from '#shared/contract/policyResources.ts'
import type { AppDeps } from '../deps.ts'
import { json, refused } from '../request/answer.ts'
import type { HandlersOf } from '../request/call.ts'
import { refuse } from '../request/refusal.ts'
import { partitionOf } from './partitions.ts'

type Names = 'linkedStandings' | 'seriesDifference'

export function crossSheetHandlers({ store, definitions }: AppDeps): HandlersOf<Names> {
  return {
    linkedStandings: async ({ principal, params }) => {
      const p = partitionOf(params)
      const standings = p === undefined ? undefined : await store.linked(p, principal)
      return standings === undefined ? refused(refuse('unknown')) : json(standings)
    },
    seriesDifference: async ({ principal, params, query }) => {
      const p = partitionOf(params)
      const partition = p === undefined ? undefined : parsePartitionId(p)
      const records = p === undefined ? undefined : await store.listRecords(p, principal)
      if (!partition || records === undefined) return refused(refuse('unknown'))
      const series = definitions.get(partition.kind)?.series
      const rows = records.rows.map(({ values }) => values)
      const issues = series === undefined ? [] : issuesOf(series, rows)
      const issue = query['issue'] ?? issues.at(-1)
      if (series === undefined || issue === undefined) return json({ issues, difference: null } satisfies SeriesAnswer)
      const before = await store.listRecords(toPartitionId({ ...partition, year: partition.year - 1 }), principal)
      // a year's own first issue follows the last one of the year before; issues of that year are called by their year
      const earlier = (before?.rows ?? []).map(({ values }) => values)
      const difference = compareIssues(series, { rows, earlier, earlierYear: partition.year - 1 }, issue)
      return difference === undefined ? refused(refuse('unknown')) : json({ issues, difference } satisfies SeriesAnswer)
    },
  }
}
