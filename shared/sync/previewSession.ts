// What would change: mine, theirs, conflicts and totals, per sheet; nothing is written to the sheets.
import { err, ok, type Result } from '../kernel/result.ts'
import type { Finding } from '../kernel/finding.ts'
import type { RecordId, Value, Values } from '../kernel/value.ts'
import { pickNaming } from '../definition/naming.ts'
import { pullToHead, withUnknowns } from './applyStage.ts'
import type { BaseRecord, WorkbookState } from './base.ts'
import type { Change, Conflict } from './change.ts'
import { describeDropped, findingOfDropped, type DroppedSheet } from './dropSheets.ts'
import { matchByNaturalKey, type RowMatch } from './identifyRows.ts'
import type { ControlTotal } from './record.ts'
import { resolvePending, type PushOutcome } from './sendPush.ts'
import type { Session, SessionFailure } from './session.ts'
import { compareWithPauses, pickPartition, readTables, type ComparedTable } from './sessionTables.ts'
import { countOps, nothingOwed, type Owed } from './vouchPushes.ts'

export interface TheirChange {
  readonly id: RecordId
  readonly change: 'add' | 'edit' | 'remove'
  readonly fields: readonly string[]
  /** '' where the server does not tell. */
  readonly by: string
  readonly at: string
  readonly values: Values
}

/** The shape of SheetPreview in shared/contract/resources.ts. */
export interface SheetChanges {
  readonly p: string
  readonly sheetName: string
  readonly counts: {
    readonly added: number
    readonly changed: number
    readonly deleted: number
    readonly unchanged: number
  }
  readonly mine: readonly Change[]
  readonly theirs: readonly TheirChange[]
  readonly conflicts: readonly Conflict[]
  /** 分; server now → after all of `mine`, removals included. */
  readonly totals: readonly ControlTotal[]
  readonly findings: readonly Finding[]
  /** Rows that lost their ids, matched by natural key: for a person to accept (D5). */
  readonly matches: readonly RowMatch[]
  /** Record id → what its row is called by: of every row named above that does not name itself. */
  readonly names: Readonly<Record<string, Values>>
}

export interface Preview {
  /** Remembers the conflicts as shown: pass it to publishSession. */
  readonly session: Session
  readonly sheets: readonly SheetChanges[]
  /** Sheets that the person may not see any more. */
  readonly dropped: readonly DroppedSheet[]
  readonly findings: readonly Finding[]
  /** The server could not be reached: compared with the base of the last pull. */
  readonly offline: boolean
  /** Pushes of earlier sessions whose outcome became known now. */
  readonly outcomes: readonly PushOutcome[]
}

export async function previewSession(session: Session): Promise<Result<Preview, SessionFailure>> {
  const resolved = await resolvePending(session)
  if (!resolved.ok) return resolved
  const { session: current, outcome, waiting } = resolved.value
  if (waiting && waiting.code !== 'offline') return err(waiting)
  const outcomes = outcome ? [outcome] : []
  const pulled = waiting ? err(waiting) : await pullToHead(current)
  if (!pulled.ok && pulled.error.code !== 'offline') return pulled
  const read = await readTables(current)
  if (!read.ok) return read
  const { tables, findings } = read.value
  const state = pulled.ok ? withUnknowns(pulled.value, tables) : current.state
  const compared = await compareWithPauses(current, state, tables)
  const sheets = compared.map((table) => toSheetChanges(table, state))
  const shown = sheets.flatMap(({ conflicts }) => conflicts)
  const dropped = pulled.ok ? describeDropped(current, state, tables) : []
  const all = [
    ...findings,
    ...dropped.map(findingOfDropped),
    ...findLostBase(current),
    ...findOwed(pulled.ok ? pulled.value.owed : nothingOwed),
  ]
  return ok({ session: { ...current, shown }, sheets, dropped, findings: all, offline: !pulled.ok, outcomes })
}

/** What the server has lost and gets from this workbook again (H8), and what nobody vouches for (H13). */
function findOwed({ again, doubted }: Owed): readonly Finding[] {
  const say = (code: string, count: number): readonly Finding[] =>
    count === 0 ? [] : [{ code, severity: 'warning', location: {}, params: { count } }]
  return [...say('sync/offered-again', countOps(again)), ...say('sync/push-doubted', doubted.length)]
}

function findLostBase({ lost }: Session): readonly Finding[] {
  if (lost === null) return []
  const code = lost === 'base' ? 'sync/base-lost' : 'sync/other-server'
  return [{ code, severity: 'warning', location: {}, params: {} }]
}

export function toSheetChanges(table: ComparedTable, state: WorkbookState): SheetChanges {
  const { p, comparison, reading, rows, definition } = table
  const { mine, conflicts, unchanged } = comparison
  const count = (change: Change['change']): number => mine.filter((other) => other.change === change).length
  const memory = pickPartition(state, p)
  const records = [...memory.base.values()].map(({ id, values }) => [id, values] as const)
  return {
    p,
    sheetName: reading.binding.sheetName,
    counts: { added: count('add'), changed: count('edit'), deleted: count('remove'), unchanged },
    mine,
    theirs: findTheirs(table),
    conflicts,
    totals: foresee(table, records),
    findings: [
      ...reading.findings,
      ...rows.findings,
      ...findMissingColumns(table),
      ...findManyAdditions(table, records),
    ],
    names: nameRows(table, memory.base),
    matches: rows.idsLost ? matchByNaturalKey(reading.rows, records, definition.naturalKey) : [],
  }
}

function nameRows(
  { comparison: { mine, theirs, conflicts }, definition }: ComparedTable,
  base: ReadonlyMap<RecordId, BaseRecord>,
): Readonly<Record<string, Values>> {
  const ids = [...mine, ...theirs.cells, ...conflicts].map(({ id }) => id)
  return Object.fromEntries(
    [...new Set(ids)].flatMap((id) => {
      const record = base.get(id)
      return record ? [[id, pickNaming(definition, record.values)]] : []
    }),
  )
}

function findTheirs({ comparison: { theirs } }: ComparedTable): readonly TheirChange[] {
  const unsigned = { by: '', at: '' }
  return [
    ...theirs.inserts.map(({ id, values, by, at }) => {
      return { id, change: 'add' as const, fields: Object.keys(values), by: by ?? '', at: at ?? '', values }
    }),
    ...theirs.cells.map(({ id, values, by, at }) => {
      return { id, change: 'edit' as const, fields: Object.keys(values), by: by ?? '', at: at ?? '', values }
    }),
    ...theirs.deletes.map(({ id, values }) => ({ id, change: 'remove' as const, fields: [], ...unsigned, values })),
  ]
}

/** Money columns of the partition: sum now → sum once `mine` is done. */
function foresee(
  { p, facts, comparison }: ComparedTable,
  records: readonly (readonly [RecordId, Values])[],
): readonly ControlTotal[] {
  const money = facts.editable.filter((column) => facts.classes.get(column) === 'money')
  return money.map((column) => {
    const before = records.reduce((sum, [, values]) => sum + toFen(values[column]), 0)
    const moved = comparison.mine.reduce((sum, change) => sum + foreseeChange(change, column), 0)
    return { p, column, before, after: before + moved }
  })
}

function foreseeChange(change: Change, column: string): number {
  switch (change.change) {
    case 'add':
      return toFen(change.values[column])
    case 'edit':
      return toFen(change.set[column]) - toFen(change.base[column])
    case 'remove':
      return -toFen(change.base[column])
  }
}

function toFen(value: Value | undefined): number {
  return typeof value === 'number' ? value : 0
}

/** A header that was renamed or deleted: its fields count as unchanged, and the person is told. */
function findMissingColumns({ table, facts, reading }: ComparedTable): readonly Finding[] {
  const { headers, sheetName } = reading.binding
  return facts.editable
    .filter((column) => headers[column] !== undefined && !table.columns.has(column))
    .map((column) => ({
      code: 'sync/column-missing',
      severity: 'warning',
      location: { sheet: sheetName, column },
      params: { sheet: sheetName, header: headers[column] ?? '' },
    }))
}

/** C26: 5,000 rows pasted over 10. */
function findManyAdditions({ comparison, reading }: ComparedTable, records: readonly unknown[]): readonly Finding[] {
  const count = comparison.mine.filter(({ change }) => change === 'add').length
  if (count < 50 || count <= records.length * 2) return []
  const { sheetName: sheet } = reading.binding
  const params = { sheet, count, rows: records.length }
  return [{ code: 'sync/many-additions', severity: 'warning', location: { sheet }, params }]
}
