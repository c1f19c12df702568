// A push result as people read it: what happened, and what did not.
import type { PushResult } from '../sync/record.ts'
import type { PushReport } from './resources.ts'

export function toReport(result: PushResult): PushReport {
  const problems = result.results.filter(({ s }) => s === 'conflict' || s === 'rejected' || s === 'skipped')
  return { result, totals: result.totals, problems }
}
