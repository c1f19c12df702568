// G18: three-way merge of 10,000 rows, 1 % conflicts: sheet, base and server, row by row.
import type { RecordId, Values } from '#shared/kernel/value.ts'
import type { Ancestor, BaseRecord } from '#shared/sync/state/base.ts'
import { compareRows } from '#shared/sync/merge/compareRows.ts'
import { toMergeFacts } from '#shared/sync/merge/mergeFacts.ts'
import type { RecordRevision } from '#shared/sync/record.ts'
import type { SheetRow } from '#shared/sync/table/sheetRow.ts'
import { benchDefinition, toBenchValues } from './benchDefinition.ts'
import { benchRows } from './data.ts'
import { cpuOf, median, type RunGoal } from './goal.ts'

const rowCount = 10_000
const targetMs = 100
const rounds = 7
const p = 'u1/bench/2026'
const rv = '7-0123456789abcdef' as RecordRevision

/** Of each 100 rows: 10 changed here, 10 changed there, one of them the same field on both sides. */
function makeSides() {
  const facts = toMergeFacts(benchDefinition)
  const [column = ''] = facts.editable.filter((key) => facts.classes.get(key) === 'free')
  const base = new Map<RecordId, BaseRecord>()
  const ancestors = new Map<RecordId, Ancestor>()
  const known = new Map<RecordId, SheetRow>()
  benchRows(rowCount).forEach((row, index) => {
    const id = `01950000-0000-7000-8000-${String(index).padStart(12, '0')}` as RecordId
    const values: Values = Object.fromEntries(
      Object.entries(toBenchValues(row)).filter(([key]) => facts.editable.includes(key)),
    )
    const place = index % 100
    const theirs = place >= 9 && place < 19 ? { ...values, [column]: `对方${index}` } : values
    const mine = place < 10 ? { ...values, [column]: `我的${index}` } : values
    base.set(id, { id, p, rv, state: 'draft', values: theirs })
    if (theirs !== values) ancestors.set(id, { was: 'row', p, values: { [column]: values[column] ?? null } })
    known.set(id, { row: index + 2, id, values: { ...mine }, formulas: [], unreadable: [] })
  })
  return { facts, base, ancestors, known }
}

export const run: RunGoal = async () => {
  const { facts, base, ancestors, known } = makeSides()
  const rows = { known, blank: new Map(), additions: [], idsLost: false, findings: [] }
  const samples: number[] = []
  let found = { mine: 0, theirs: 0, conflicts: 0 }
  for (let round = 0; round < rounds; round++) {
    const { cpuMs, value } = await cpuOf(() =>
      compareRows({ p, base, ancestors, rows }, { facts, newId: () => '' as RecordId, grouped: false }),
    )
    samples.push(cpuMs)
    found = { mine: value.mine.length, theirs: value.theirs.cells.length, conflicts: value.conflicts.length }
  }
  const cpuMs = Math.round(median(samples) * 10) / 10
  return {
    goal: 'G18',
    title: 'three-way merge of 10,000 rows, 1 % conflicts (ms CPU)',
    ratio: cpuMs,
    target: targetMs,
    holds: cpuMs <= targetMs && found.conflicts === rowCount / 100,
    detail: { firstMs: Math.round((samples[0] ?? 0) * 10) / 10, ...found, columns: facts.editable.length },
  }
}
