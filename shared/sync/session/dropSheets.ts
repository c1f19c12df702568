// Sheets whose partition a person may not see any more: their rows leave the workbook, unsent edits are shown first (H9).
import { ok, type Result } from '../../kernel/result.ts'
import type { Finding } from '../../kernel/finding.ts'
import type { RecordId, Value } from '../../kernel/value.ts'
import type { WorkbookEdit } from '../../workbook/port.ts'
import type { WorkbookState } from '../state/base.ts'
import type { Change, Conflict } from '../merge/change.ts'
import { toAddition } from '../merge/diffRows.ts'
import { saveSession, type Session, type SessionFailure } from './session.ts'
import { compareTables, planTable, type SessionTable } from './sessionTables.ts'

export interface DroppedSheet {
  readonly p: string
  readonly sheetName: string
  /** Rows that leave at the next publishing or refresh: nothing of them is the person's own. */
  readonly leaving: number
  /** Additions and edits that were never sent and never will be: for the person to keep elsewhere. */
  readonly unsent: readonly Change[]
}

interface Dropped extends DroppedSheet {
  readonly table: SessionTable
  readonly rows: readonly number[]
}

/**
 * @param state with the base as it was before the pull: it tells whose a row is · @param held partitions after it
 */
function findDropped(
  session: Session,
  state: WorkbookState,
  { tables, held }: { readonly tables: readonly SessionTable[]; readonly held: ReadonlySet<string> },
): readonly Dropped[] {
  const gone = tables.filter(({ p }) => !held.has(p))
  const compared = new Map(compareTables(session, state, gone).map((table) => [table.p, table]))
  return gone.flatMap((table): readonly Dropped[] => {
    const { sheetName } = table.reading.binding
    const known = compared.get(table.p)
    if (!known) {
      // Left over from before: what is still there was kept because it was never sent.
      const unsent = table.reading.rows
        .filter(({ blank }) => blank !== true)
        .map((row) => toAddition(row, row.id as RecordId, table.facts))
      return unsent.length === 0 ? [] : [{ p: table.p, sheetName, leaving: 0, unsent, table, rows: [] }]
    }
    const { mine, conflicts } = known.comparison
    const unsent = [...mine.filter(({ change }) => change !== 'remove'), ...toEdits(conflicts, known.rows.known)]
    const own = new Set(unsent.map(({ id }) => id))
    const leaving = [...known.rows.known].filter(([id]) => !own.has(id)).map(([, { row }]) => row)
    return [{ p: table.p, sheetName, leaving: leaving.length, unsent, table, rows: leaving }]
  })
}

/** A field on which nobody decided is an edit of the person's, too. */
function toEdits(
  conflicts: readonly Conflict[],
  rows: ReadonlyMap<RecordId, { readonly row: number }>,
): readonly Change[] {
  const sets = new Map<RecordId, { base: Record<string, Value>; set: Record<string, Value> }>()
  for (const conflict of conflicts) {
    if (conflict.mine === null && conflict.kind === 'row') continue
    const edit = sets.get(conflict.id) ?? { base: {}, set: {} }
    sets.set(conflict.id, edit)
    if (conflict.kind === 'field') {
      edit.base[conflict.column] = conflict.base
      edit.set[conflict.column] = conflict.mine
    } else Object.assign(edit.set, conflict.mine)
  }
  return [...sets].map(([id, { base, set }]) => {
    const row = rows.get(id)?.row ?? 0
    return { change: 'add' as const, id, values: { ...base, ...set }, row }
  })
}

/** What a preview says of them. */
export function describeDropped(
  session: Session,
  after: WorkbookState,
  tables: readonly SessionTable[],
): readonly DroppedSheet[] {
  const held = new Set(after.held.map(({ p }) => p))
  return findDropped(session, session.state, { tables, held }).map(({ p, sheetName, leaving, unsent }) => {
    return { p, sheetName, leaving, unsent }
  })
}

/**
 * Rows that are nobody's own leave the sheets while the base still tells them from others; saved before the base forgets
 * them, so that a closed pane goes on with it at the next opening.
 */
export async function takeOutDropped(
  session: Session,
  after: WorkbookState,
  tables: readonly SessionTable[],
): Promise<Result<Session, SessionFailure>> {
  const held = new Set(after.held.map(({ p }) => p))
  const edits = findDropped(session, session.state, { tables, held }).flatMap(({ table, rows }) =>
    deleteRows(session, table, rows),
  )
  return edits.length === 0 ? ok(session) : saveSession(session, session.state, edits)
}

/** What was never sent leaves as well: the person has it elsewhere. @param ps partitions; those that are held stay as they are */
export async function clearDropped(
  session: Session,
  tables: readonly SessionTable[],
  ps: readonly string[],
): Promise<Result<Session, SessionFailure>> {
  const held = new Set(session.state.held.map(({ p }) => p))
  const edits = tables
    .filter(({ p }) => ps.includes(p) && !held.has(p))
    .flatMap((table) =>
      deleteRows(
        session,
        table,
        table.reading.rows.map(({ row }) => row),
      ),
    )
  return edits.length === 0 ? ok(session) : saveSession(session, session.state, edits)
}

function deleteRows(session: Session, table: SessionTable, deletes: readonly number[]): readonly WorkbookEdit[] {
  return planTable(session, table, { cells: [], ids: [], inserts: [], deletes })
}

export function findingOfDropped({ sheetName: sheet, leaving: rows, unsent }: DroppedSheet): Finding {
  const params = { sheet, rows, unsent: unsent.length }
  return { code: 'sync/sheet-dropped', severity: 'warning', location: { sheet }, params }
}
