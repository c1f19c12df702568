// I9: the audit entries, replayed from the first, give exactly the live records and the sums kept beside them.
import { csnOf, toSeq } from './chain.ts'
import type { Session } from './engine.ts'
import { digestWhole, hashDeleted, toWhole, type KindCodec } from './kindCodec.ts'
import { formatMark, parseMark, xorMark, type Mark } from './marks.ts'
import type { Queries } from './queries.ts'
import type { SheetRules } from './sheetRules.ts'
import { run } from './statement.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { Value } from '#shared/kernel/value.ts'

export interface Replaying {
  readonly session: Session
  readonly queries: Queries
  readonly rules: SheetRules
}

interface Replayed {
  readonly p: string
  state: string
  deleted: boolean
  csn: number
  last: number | null
  /** Every entry points to the one before. */
  linked: boolean
  readonly fields: Map<string, string>
}

/** Commits per read. */
const step = 20

/** @returns the newest commit of the first record or partition that differs; null when everything agrees */
export async function replayTables(replaying: Replaying): Promise<number | null> {
  const records = await replayAudit(replaying)
  return (await compareRecords(replaying, records)) ?? (await comparePartitions(replaying, records))
}

async function replayAudit({ session, queries }: Replaying): Promise<Map<string, Replayed>> {
  const records = new Map<string, Replayed>()
  const [newest] = await run(session, queries.newestLink, {})
  for (let from = 1; from <= (newest?.csn ?? 0); from += step) {
    for (const entry of await run(session, queries.entriesBetween, {
      from: toSeq(from, 0),
      to: toSeq(from + step, 0),
    })) {
      const { seq, kind, record_id: id, p, field, now, prev } = entry
      const csn = csnOf(seq)
      let record = records.get(id)
      if (!record)
        records.set(id, (record = { p, state: '', deleted: false, csn, last: null, linked: true, fields: new Map() }))
      record.csn = csn
      if (prev !== record.last) record.linked = false
      record.last = seq
      if (kind === 'create' || kind === 'restore') {
        const whole = JSON.parse(now ?? '{}') as {
          readonly state: string
          readonly values: Readonly<Record<string, Value>>
        }
        record.deleted = false
        record.state = whole.state
        setFields(record, whole.values)
      } else if (kind === 'delete') record.deleted = true
      else if (kind === 'transition') record.state = JSON.parse(now ?? '""') as string
      else if (field !== null && (now === null || now === 'null')) record.fields.delete(field)
      else if (field !== null && now !== null) record.fields.set(field, now)
    }
  }
  return records
}

function setFields(record: Replayed, values: Readonly<Record<string, Value>>): void {
  record.fields.clear()
  for (const [field, value] of Object.entries(values)) record.fields.set(field, JSON.stringify(value))
}

async function compareRecords({ session, queries }: Replaying, records: Map<string, Replayed>): Promise<number | null> {
  let seq = 0
  let found = 0
  for (;;) {
    const rows = await run(session, queries.recordsAfter, { seq, limit: 5000 })
    for (const row of rows) {
      seq = row.seq
      found++
      const record = records.get(row.id)
      const text = record && toText(record)
      const deleted = row.deleted !== 0
      const hash = deleted
        ? hashDeleted(row.id, row.p, row.content)
        : digestWhole(row.id, row.p, toWhole(row.state, row.content)).slice(0, 16)
      const same =
        record &&
        record.p === row.p &&
        record.linked &&
        record.last === row.last_entry &&
        record.csn === row.csn &&
        record.deleted === deleted &&
        record.state === row.state &&
        text === row.content &&
        row.hash === hash
      if (!same) return row.csn
    }
    if (rows.length === 0) break
  }
  return found === records.size ? null : Math.max(0, ...[...records.values()].map(({ csn }) => csn))
}

function toText({ fields }: Replayed): string {
  const sorted = [...fields].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([field, value]) => `${JSON.stringify(field)}:${value}`).join(',')}}`
}

interface Sum {
  rows: number
  mark: Mark
  readonly totals: Map<string, bigint>
}

async function comparePartitions(
  { session, queries, rules }: Replaying,
  records: Map<string, Replayed>,
): Promise<number | null> {
  const sums = new Map<string, Sum>()
  for (const [id, record] of records) {
    if (record.deleted) continue
    let sum = sums.get(record.p)
    if (!sum) sums.set(record.p, (sum = { rows: 0, mark: parseMark('0'.repeat(16)), totals: new Map() }))
    sum.rows++
    sum.mark = xorMark(sum.mark, parseMark(digestWhole(id, record.p, toWhole(record.state, toText(record)))))
    for (const column of codecOf(rules, record.p)?.money ?? []) {
      const text = record.fields.get(column)
      if (text !== undefined)
        sum.totals.set(column, (sum.totals.get(column) ?? 0n) + BigInt(JSON.parse(text) as string))
    }
  }
  for (const { p, rows, x, totals, last_csn: csn } of await run(session, queries.allPartitions, {})) {
    const sum = sums.get(p)
    if ((sum?.rows ?? 0) !== rows || formatMark(sum?.mark ?? { high: 0, low: 0 }) !== x) return csn
    for (const [column, fen] of Object.entries(JSON.parse(totals) as Record<string, string>))
      if ((sum?.totals.get(column) ?? 0n) !== BigInt(fen)) return csn
    sums.delete(p)
  }
  return sums.size === 0 ? null : 0
}

function codecOf(rules: SheetRules, p: string): KindCodec | undefined {
  const partition = parsePartitionId(p)
  return partition && rules.kinds.get(partition.kind)
}
