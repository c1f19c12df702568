// The parts of one publication as one result: numbers added up, the last receipt.
import { noCounts, type ControlTotal, type PushCounts, type PushId, type PushResult } from '../record.ts'
import type { PushOutcome } from './sendPush.ts'

/** @param nothing what is said where no part was sent */
export function joinOutcomes(outcomes: readonly PushOutcome[], nothing: Pick<PushResult, 'head' | 'at'>): PushResult {
  const results = outcomes.map(({ result }) => result)
  const last = results.at(-1)
  if (last === undefined) return { ...empty, ...nothing }
  if (results.length === 1) return last
  return {
    ...last,
    point: results.findLast(({ point }) => point !== null)?.point ?? null,
    receipt: results.findLast(({ receipt }) => receipt !== '')?.receipt ?? '',
    results: results.flatMap((part) => part.results),
    counts: results.map(({ counts }) => counts).reduce(addCounts, noCounts),
    totals: joinTotals(results.flatMap(({ totals }) => totals)),
    findings: results.flatMap(({ findings }) => findings),
  }
}

const empty: Omit<PushResult, 'head' | 'at'> = {
  pushId: '' as PushId, // of no push
  replay: false,
  point: null,
  results: [],
  counts: noCounts,
  totals: [],
  findings: [],
  receipt: '',
  seal: '',
}

function addCounts(a: PushCounts, b: PushCounts): PushCounts {
  return {
    created: a.created + b.created,
    updated: a.updated + b.updated,
    deleted: a.deleted + b.deleted,
    merged: a.merged + b.merged,
    noop: a.noop + b.noop,
    conflicts: a.conflicts + b.conflicts,
    rejected: a.rejected + b.rejected,
    skipped: a.skipped + b.skipped,
  }
}

/** First `before`, last `after`, per sheet and column. */
function joinTotals(totals: readonly ControlTotal[]): readonly ControlTotal[] {
  const joined = new Map<string, ControlTotal>()
  for (const total of totals) {
    const key = `${total.p} ${total.column}`
    joined.set(key, { ...total, before: joined.get(key)?.before ?? total.before })
  }
  return [...joined.values()]
}
