// Rows of several sheets → the lines of a report. Pure; the order of rows decides nothing but which text comes first.
import { meetsCondition } from '../definition/condition.ts'
import type { ReportDefinition, ReportSource } from '../definition/report.ts'
import type { Value, Values } from '../kernel/value.ts'

export interface SourceRow {
  readonly kind: string
  readonly state: string
  readonly values: Values
}

/** A sum that no safe integer holds is left blank: it is not known, and nothing false is said. */
function finish(sums: ReadonlyMap<string, bigint>): Values {
  const values: Record<string, Value> = {}
  for (const [column, sum] of sums) {
    const whole = Number(sum)
    values[column] = Number.isSafeInteger(whole) ? whole : null
  }
  return values
}

interface Line {
  readonly texts: Record<string, Value>
  readonly sums: Map<string, bigint>
}

/**
 * @returns one row per key, in the order in which the keys are first met, with the report's derived columns worked out;
 * rows without any part of the key stand for nothing and are left out
 */
export function evaluateReport(report: ReportDefinition, rows: Iterable<SourceRow>): readonly Values[] {
  const lines = new Map<string, Line>()
  for (const row of rows)
    for (const source of report.sources) if (counts(source, row)) addRow(lines, report, { source, row })
  return [...lines.values()].map(({ texts, sums }) => withDerived(report, { ...texts, ...finish(sums) }))
}

function counts({ kind, states, where }: ReportSource, row: SourceRow): boolean {
  return row.kind === kind && (states === undefined || states.includes(row.state)) && meetsCondition(where, row.values)
}

function addRow(
  lines: Map<string, Line>,
  { key }: ReportDefinition,
  { source, row }: { readonly source: ReportSource; readonly row: SourceRow },
): void {
  const taken = (column: string): Value => row.values[source.takes[column] ?? ''] ?? null
  const parts = key.map(taken)
  if (parts.every((part) => part === null || part === '')) return
  const name = JSON.stringify(parts)
  let line = lines.get(name)
  if (line === undefined) lines.set(name, (line = { texts: {}, sums: new Map() }))
  for (const column of Object.keys(source.takes)) line.texts[column] ??= taken(column)
  for (const { to, column, times } of source.sums) {
    const value = column === null ? 1 : row.values[column]
    if (typeof value !== 'number') continue
    line.sums.set(to, (line.sums.get(to) ?? 0n) + BigInt(value) * BigInt(times))
  }
}

function withDerived({ sheet }: ReportDefinition, values: Values): Values {
  const whole: Record<string, Value> = { ...values }
  for (const [key, column] of Object.entries(sheet.columns))
    if (column.compute !== undefined) whole[key] = column.compute(whole)
  return whole
}
