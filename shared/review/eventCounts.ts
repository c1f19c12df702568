// How often something was logged of a row (催办 N 次), and what of its findings that settles.
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Finding } from '../kernel/finding.ts'
import type { RecordId } from '../kernel/value.ts'
import type { LoggedEvent } from './fold.ts'

export interface EventCount {
  readonly record: RecordId
  /** Name of the event. */
  readonly event: string
  /** At least 1. */
  readonly times: number
}

/** Of these records only, in the order of their first entry. */
export function countEvents(events: readonly LoggedEvent[], ids: ReadonlySet<RecordId>): readonly EventCount[] {
  const counts = new Map<string, EventCount>()
  for (const { record, event } of events) {
    if (!ids.has(record)) continue
    const key = `${record} ${event}`
    counts.set(key, { record, event, times: (counts.get(key)?.times ?? 0) + 1 })
  }
  return [...counts.values()]
}

/** Without findings that miss what was logged. */
export function settleFindings(
  { workflow }: SheetDefinition,
  findings: readonly Finding[],
  counts: readonly EventCount[],
): readonly Finding[] {
  if (counts.length === 0) return findings
  const settled = new Set(
    counts.flatMap(({ record, event }) =>
      (workflow.events?.find(({ name }) => name === event)?.settles ?? []).map((code) => `${record} ${code}`),
    ),
  )
  return findings.filter(({ code, location }) => !settled.has(`${location.id ?? ''} ${code}`))
}
