// From a compared sheet and a person's answers to what is sent and what is written with it. No network.
import type { RecordId } from '../kernel/value.ts'
import type { WorkbookEdit } from '../workbook/port.ts'
import type { WorkbookState } from './base.ts'
import type { Change, Conflict } from './change.ts'
import { resolveRows, type Resolution, type ResolvedRows } from './resolveRows.ts'
import type { Session } from './session.ts'
import {
  compareTable,
  gatherAncestors,
  pickPartition,
  planTable,
  toRowWrites,
  type ComparedTable,
} from './sessionTables.ts'

export interface Answers {
  readonly resolutions: readonly Resolution[]
  /** Removals that the person confirmed by name (D4). */
  readonly confirmedDeletes: readonly RecordId[]
}

export interface Prepared {
  /** In sheet order, table by table; removals last in each. */
  readonly changes: readonly { readonly p: string; readonly change: Change }[]
  /** Ids of new rows and what the answers changed, to be written before anything is sent. */
  readonly edits: readonly WorkbookEdit[]
  readonly state: WorkbookState
  readonly stale: ResolvedRows['refused']
  /** Removals nobody confirmed: kept as they are. */
  readonly unconfirmed: readonly RecordId[]
}

export function prepareChanges(
  session: Session,
  { state, compared }: { readonly state: WorkbookState; readonly compared: readonly ComparedTable[] },
  answers: Answers,
): Prepared {
  const changes: { p: string; change: Change }[] = []
  const edits: WorkbookEdit[] = []
  const stale: ResolvedRows['refused'][number][] = []
  const unconfirmed: RecordId[] = []
  const confirmed = new Set(answers.confirmedDeletes)
  const after = compared.map((table): ComparedTable => {
    const memory = pickPartition(state, table.p)
    const current = [...table.comparison.conflicts, ...findIdConflicts(session, table)]
    const sides = { rows: table.rows, ancestors: memory.ancestors, facts: table.facts }
    const resolved = resolveRows(sides, { current, shown: session.shown }, pickOwn(answers, current, session.shown))
    stale.push(...resolved.refused)
    const again = { base: memory.base, ancestors: resolved.ancestors }
    const comparison = compareTable(session, { table, memory: again, rows: resolved.rows })
    const ids: { row: number; id: RecordId }[] = []
    for (const change of comparison.mine) {
      if (change.change === 'remove' && !confirmed.has(change.id) && !resolved.confirmed.has(change.id)) {
        unconfirmed.push(change.id)
        continue
      }
      changes.push({ p: table.p, change })
      if (change.change === 'add') ids.push({ row: change.row, id: change.id })
    }
    const written = findWritten(table, ids)
    const { cells, deletes } = resolved
    edits.push(...planTable(session, table, toRowWrites(comparison.theirs, { cells, deletes, ids: written })))
    return { ...table, rows: resolved.rows, comparison }
  })
  const ancestors = gatherAncestors(state, after, ({ kept }) => kept)
  return { changes, edits, state: { ...state, ancestors }, stale, unconfirmed }
}

/** A create that the server refused because its id is taken: shown after the last push, answered now (K6). */
function findIdConflicts({ shown }: Session, { rows }: ComparedTable): readonly Conflict[] {
  const own = new Set<string>(rows.additions.map(({ id }) => id))
  return shown.filter((conflict) => conflict.kind === 'row' && conflict.code === 'id-exists' && own.has(conflict.id))
}

/** The answers that speak of this table. */
function pickOwn(
  { resolutions }: Answers,
  current: readonly Conflict[],
  shown: readonly Conflict[],
): readonly Resolution[] {
  const ids = new Set(current.map(({ id }) => id))
  const elsewhere = new Set(shown.map(({ id }) => id))
  return resolutions.filter(({ id }) => ids.has(id) || !elsewhere.has(id))
}

/** Rows whose id cell says something else than the id they get. */
function findWritten(
  { reading }: ComparedTable,
  ids: readonly { readonly row: number; readonly id: RecordId }[],
): readonly { readonly row: number; readonly id: RecordId }[] {
  const now = new Map(reading.rows.map(({ row, id }) => [row, id]))
  return ids.filter(({ row, id }) => now.get(row) !== id)
}
