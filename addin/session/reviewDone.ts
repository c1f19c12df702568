// What became of a step: taken, with its receipt, or why not.
import type { Finding } from '#shared/kernel/finding.ts'
import type { PushResult } from '#shared/sync/record.ts'

export interface Done {
  readonly ok: boolean
  readonly receipt: string
  /** An entry of the log rather than a step. */
  readonly entered: boolean
  readonly findings: readonly Finding[]
}

export function sayDone({ results, receipt }: PushResult): Done {
  const findings = results.flatMap((result) => (result.s === 'rejected' ? result.findings : []))
  const stale = results.some(({ s }) => s === 'conflict')
  const ok = !stale && findings.length === 0 && results.every(({ s }) => s !== 'rejected')
  const changed: Finding = { code: 'review/void-evidence', severity: 'error', location: {}, params: { count: 1 } }
  return { ok, receipt, entered: false, findings: stale ? [changed, ...findings] : findings }
}
