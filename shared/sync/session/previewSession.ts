// What would change: mine, theirs, conflicts and totals, per sheet; nothing is written to the sheets.
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Finding } from '../../kernel/finding.ts'
import { rowsOfStep, withPauses, type Steps } from '../../kernel/steps.ts'
import type { RecordId, Value, Values } from '../../kernel/value.ts'
import { pickNaming } from '../../definition/naming.ts'
import { pullToHead, withUnknowns } from './applyStage.ts'
import type { BaseRecord, WorkbookState } from '../state/base.ts'
import type { Change, Conflict } from '../merge/change.ts'
import { describeDropped, findingOfDropped, type DroppedSheet } from './dropSheets.ts'
import { matchByNaturalKey, type RowMatch } from '../table/identifyRows.ts'
import type { ControlTotal } from '../record.ts'
import { resolvePending, type PushOutcome } from '../push/sendPush.ts'
import type { Session, SessionFailure } from './session.ts'
import { compareWithPauses, pickPartition, readTables, type ComparedTable } from './sessionTables.ts'
import { countOps, nothingOwed, type Owed } from '../push/vouchPushes.ts'

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
  const sheets = await describeWithPauses(current, state, compared)
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

/** What is to be said of each table. */
export function describeWithPauses(
  { deps }: Session,
  state: WorkbookState,
  compared: readonly ComparedTable[],
): Promise<readonly SheetChanges[]> {
  return withPauses(describeInSteps(compared, state), deps.pause)
}

function* describeInSteps(compared: readonly ComparedTable[], state: WorkbookState): Steps<readonly SheetChanges[]> {
  const sheets: SheetChanges[] = []
  for (const table of compared) sheets.push(yield* toSheetChanges(table, state))
  return sheets
}

function* toSheetChanges(table: ComparedTable, state: WorkbookState): Steps<SheetChanges> {
  const { p, comparison, reading, rows, definition } = table
  const { mine, conflicts, unchanged } = comparison
  const count = (change: Change['change']): number => mine.filter((other) => other.change === change).length
  const { base } = pickPartition(state, p)
  const totals = yield* foresee(table, base)
  const names = yield* nameRows(table, base)
  return {
    p,
    sheetName: reading.binding.sheetName,
    counts: { added: count('add'), changed: count('edit'), deleted: count('remove'), unchanged },
    mine,
    theirs: findTheirs(table),
    conflicts,
    totals,
    findings: [
      ...reading.findings,
      ...rows.findings,
      ...findMissingColumns(table),
      ...findManyAdditions(table, base.size),
    ],
    names,
    matches: rows.idsLost ? matchByNaturalKey(reading.rows, toKeyed(base), definition.naturalKey) : [],
  }
}

function toKeyed(base: ReadonlyMap<RecordId, BaseRecord>): readonly (readonly [RecordId, Values])[] {
  return [...base.values()].map(({ id, values }) => [id, values])
}

function* nameRows(
  { comparison: { mine, theirs, conflicts }, definition }: ComparedTable,
  base: ReadonlyMap<RecordId, BaseRecord>,
): Steps<Readonly<Record<string, Values>>> {
  const names: Record<string, Values> = {}
  let count = 0
  for (const rows of [mine, theirs.cells, conflicts]) {
    for (const { id } of rows) {
      count += 1
      if (count % rowsOfStep === 0) yield
      const record = names[id] === undefined ? base.get(id) : undefined
      if (record) names[id] = pickNaming(definition, record.values)
    }
  }
  return names
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
function* foresee(
  { p, facts, comparison }: ComparedTable,
  base: ReadonlyMap<RecordId, BaseRecord>,
): Steps<readonly ControlTotal[]> {
  const sums = facts.editable
    .filter((column) => facts.classes.get(column) === 'money')
    .map((column) => ({ column, before: 0, moved: 0 }))
  let count = 0
  for (const { values } of base.values()) {
    count += 1
    if (count % rowsOfStep === 0) yield
    for (const sum of sums) sum.before += toFen(values[sum.column])
  }
  for (const change of comparison.mine) {
    count += 1
    if (count % rowsOfStep === 0) yield
    for (const sum of sums) sum.moved += foreseeChange(change, sum.column)
  }
  return sums.map(({ column, before, moved }) => ({ p, column, before, after: before + moved }))
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
function findManyAdditions({ comparison, reading }: ComparedTable, known: number): readonly Finding[] {
  const count = comparison.mine.filter(({ change }) => change === 'add').length
  if (count < 50 || count <= known * 2) return []
  const { sheetName: sheet } = reading.binding
  const params = { sheet, count, rows: known }
  return [{ code: 'sync/many-additions', severity: 'warning', location: { sheet }, params }]
}
