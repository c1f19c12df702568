// From a compared sheet and a person's answers to what is sent and what is written with it. No network.
import type { Steps } from '../../kernel/steps.ts'
import type { RecordId } from '../../kernel/value.ts'
import type { WorkbookEdit } from '../../workbook/port.ts'
import type { Ancestor, WorkbookState } from '../state/base.ts'
import type { Change, Conflict } from '../merge/change.ts'
import { pickFilled } from '../merge/diffRows.ts'
import type { RecordRevision } from '../record.ts'
import { resolveRows, type Resolution, type ResolvedRows, type Restored } from '../merge/resolveRows.ts'
import type { Session } from '../session/session.ts'
import type { SheetRow } from '../table/sheetRow.ts'
import {
  compareTable,
  gatherAncestors,
  pickPartition,
  planTable,
  toRowWrites,
  type ComparedTable,
} from '../session/sessionTables.ts'

export interface Answers {
  readonly resolutions: readonly Resolution[]
  /** Removals that the person confirmed by name (D4). */
  readonly confirmedDeletes: readonly RecordId[]
  /** Removals that the person takes back: the rows are written into the sheet again. */
  readonly restoredRows?: readonly RecordId[]
}

export interface Prepared {
  /** In sheet order, table by table; removals last in each. */
  readonly changes: readonly { readonly p: string; readonly change: Change }[]
  /** Ids of new rows and what the answers changed, to be written before anything is sent. */
  readonly edits: readonly WorkbookEdit[]
  /** To be saved before `edits` are written, where answers change cells: a closed pane must not ask (or add up) twice. */
  readonly before: WorkbookState | null
  readonly state: WorkbookState
  readonly stale: ResolvedRows['refused']
  /** Removals nobody confirmed: kept as they are. */
  readonly unconfirmed: readonly RecordId[]
  /** Changes that wait because others of their group have an open conflict or an unconfirmed removal (K7). */
  readonly heldBack: readonly RecordId[]
}

export function* prepareInSteps(
  session: Session,
  { state, compared }: { readonly state: WorkbookState; readonly compared: readonly ComparedTable[] },
  answers: Answers,
): Steps<Prepared> {
  const changes: { p: string; change: Change }[] = []
  const edits: WorkbookEdit[] = []
  const stale: ResolvedRows['refused'][number][] = []
  const unconfirmed: RecordId[] = []
  const open: Change[] = []
  let before: WorkbookState | null = null
  const confirmed = new Set(answers.confirmedDeletes)
  const after: ComparedTable[] = []
  for (const table of compared) {
    const memory = pickPartition(state, table.p)
    const current = [...table.comparison.conflicts, ...findIdConflicts(session, table)]
    const sides = { rows: table.rows, ancestors: memory.ancestors, facts: table.facts }
    const resolved = resolveRows(
      sides,
      { current, shown: session.shown },
      { resolutions: pickOwn(answers, current, session.shown), restored: findRestored(table, answers) },
    )
    stale.push(...resolved.refused)
    if (resolved.savesFirst) before = withAncestors(before ?? state, table.p, resolved.answering)
    const again = { base: memory.base, ancestors: resolved.ancestors }
    const comparison = yield* compareTable(session, { table, memory: again, rows: resolved.rows })
    const ids: { row: number; id: RecordId }[] = []
    for (const change of comparison.mine) {
      if (change.change === 'remove' && !confirmed.has(change.id) && !resolved.confirmed.has(change.id)) {
        unconfirmed.push(change.id)
        open.push(change)
        continue
      }
      changes.push({ p: table.p, change })
      if (change.change === 'add') ids.push({ row: change.row, id: change.id })
    }
    open.push(...comparison.conflicts.map(toOpenChange))
    const written = findWritten(table, ids)
    const { cells, deletes } = resolved
    edits.push(...planTable(session, table, toRowWrites(comparison.theirs, { cells, deletes, ids: written })))
    after.push({ ...table, rows: resolved.rows, comparison })
  }
  const ancestors = gatherAncestors(state, after, ({ kept }) => kept)
  const { sent, heldBack } = holdBack(session, changes, open)
  return { changes: sent, edits, before, state: { ...state, ancestors }, stale, unconfirmed, heldBack }
}

function withAncestors(state: WorkbookState, p: string, own: ReadonlyMap<RecordId, Ancestor>): WorkbookState {
  const others = [...(state.ancestors ?? [])].filter(([, ancestor]) => ancestor.p !== p)
  return { ...state, ancestors: new Map([...others, ...own]) }
}

type Placed = Prepared['changes'][number]

/** A group goes as a whole or waits as a whole. */
function holdBack(
  { deps: { groupOf } }: Session,
  changes: readonly Placed[],
  open: readonly Change[],
): { readonly sent: readonly Placed[]; readonly heldBack: readonly RecordId[] } {
  if (!groupOf) return { sent: changes, heldBack: [] }
  const waiting = new Set(open.map(groupOf).filter((key) => key !== undefined))
  const waits = ({ change }: Placed): boolean => {
    const key = groupOf(change)
    return key !== undefined && waiting.has(key)
  }
  return {
    sent: changes.filter((placed) => !waits(placed)),
    heldBack: changes.filter(waits).map(({ change }) => change.id),
  }
}

/** What a conflict would be if it were mine to send: tells which group waits for it. */
function toOpenChange(conflict: Conflict): Change {
  const { id } = conflict
  const rv = '' as RecordRevision
  if (conflict.kind === 'field') {
    const { column, base, mine } = conflict
    return { change: 'edit', id, rv, base: { [column]: base }, set: { [column]: mine }, row: 0 }
  }
  if (conflict.mine === null) return { change: 'remove', id, rv, base: conflict.base ?? {} }
  return { change: 'add', id, values: conflict.mine, row: 0 }
}

function findRestored({ p, comparison }: ComparedTable, { restoredRows = [] }: Answers): readonly Restored[] {
  const removed = new Set(comparison.mine.filter(({ change }) => change === 'remove').map(({ id }) => id))
  return restoredRows.filter((id) => removed.has(id)).map((id) => ({ id, p }))
}

/** A create that the server refused because its id is taken: shown after the last push, answered now, as the row is now (K6). */
function findIdConflicts({ shown }: Session, { rows, facts }: ComparedTable): readonly Conflict[] {
  const own = new Map<string, SheetRow>(rows.additions.map((row) => [row.id, row]))
  return shown.flatMap((conflict): readonly Conflict[] => {
    const row = own.get(conflict.id)
    if (conflict.kind !== 'row' || conflict.code !== 'id-exists' || !row) return []
    return [{ ...conflict, mine: pickFilled(row.values, facts.editable) }]
  })
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
