// A sheet of the person's own comes under the care of 同表: ids and findings column beside it, its memory, nothing else.
import type { PlaceOfTable } from './describeTable.ts'
import { parsePartitionId, type SheetDefinition } from '#shared/definition/sheet.ts'
import type { ImportedRow, ImportPlan } from '#shared/import/plan.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { pullToHead } from '#shared/sync/session/applyStage.ts'
import type { Ancestor, WorkbookState } from '#shared/sync/state/base.ts'
import { matchByNaturalKey } from '#shared/sync/table/identifyRows.ts'
import { joinStates } from '#shared/sync/state/joinStates.ts'
import {
  saveSession,
  toNewState,
  type Session,
  type SessionDeps,
  type SessionFailure,
} from '#shared/sync/session/session.ts'
import { bindLegacy } from '#shared/template/bindLegacy.ts'
import type { TableBinding, WorkbookPort } from '#shared/workbook/port.ts'
import type { BookDesk } from './bookDesk.ts'
import { readServer, toIssue } from './issue.ts'

export interface BookPlace {
  readonly port: WorkbookPort
  readonly deps: SessionDeps
  /** undefined: the workbook has no memory yet. */
  readonly session: Session | undefined
  readonly workbookId: string
  readonly issue: WorkbookState['issue']
}

export async function placeOfDesk(desk: BookDesk): Promise<BookPlace> {
  const { session, userName } = desk.view()
  const issue = toIssue(await readServer(desk.deps.client), { user: userName, at: desk.deps.now() })
  return {
    port: desk.port,
    deps: desk.sessionDeps,
    session,
    workbookId: session?.state.workbookId ?? desk.deps.newId(),
    issue,
  }
}

export interface BindRequest {
  readonly place: PlaceOfTable
  readonly plan: ImportPlan
  readonly definition: SheetDefinition
  /** As the plan reads them. */
  readonly rows: readonly ImportedRow[]
  readonly unitId: string
}

/**
 * Records that the server has already are matched by natural key, and nobody knows what such a row came from: where it
 * differs, a person is asked. Records that the sheet does not show come in with the next pull.
 */
export async function bindSheet(book: BookPlace, request: BindRequest): Promise<Result<Session, SessionFailure>> {
  const { place, plan, definition, rows } = request
  const partition = `${request.unitId}/${definition.kind}/${plan.conventions.year}`
  const bind = (ids: ReadonlyMap<number, RecordId>) =>
    bindLegacy({
      sheet: place.sheet,
      table: place.table,
      mappings: plan.mappings,
      ids,
      partition,
      kind: definition.kind,
      schema: definition.version,
      unitFen: plan.conventions.unitFen,
    })
  const pulled = await pullOne(book, bind(new Map()).binding)
  if (!pulled.ok) return pulled
  const records = [...pulled.value.base.values()].map(({ id, values }) => [id, values] as const)
  const named = rows.map(({ row, values }) => ({ row, id: '', values, formulas: [], unreadable: [] }))
  const ids = new Map(matchByNaturalKey(named, records, definition.naturalKey).map(({ row, id }) => [row, id]))
  const shown = new Set(ids.values())
  const ancestors = new Map(
    records.map(([id]): [RecordId, Ancestor] => [id, { was: shown.has(id) ? 'unknown' : 'absent', p: partition }]),
  )
  const { edits } = bind(ids)
  return saveBound(book, { ...pulled.value, ancestors }, edits)
}

/** The memory of one partition as the server has it now, in a workbook that has nothing else. */
export async function pullOne(
  { port, deps, workbookId, issue }: BookPlace,
  binding: TableBinding,
): Promise<Result<WorkbookState, SessionFailure>> {
  const state = toNewState({ workbookId, issue, bindings: [binding] })
  const pulled = await pullToHead({ port, deps, state, lost: null, shown: [] })
  return pulled.ok ? { ok: true, value: { ...pulled.value.state, cursor: pulled.value.stage.to } } : pulled
}

/** Together with what the workbook knows already. */
export function saveBound(
  { port, deps, session }: BookPlace,
  fresh: WorkbookState,
  edits: Parameters<typeof saveSession>[2] = [],
): Promise<Result<Session, SessionFailure>> {
  const state = session ? joinStates(session.state, fresh) : fresh
  const before: Session = session ?? { port, deps, state, lost: null, shown: [] }
  return saveSession(before, state, edits)
}

/** Is this partition in the workbook already, and in which sheet? */
export function findBound(session: Session | undefined, partition: string): string | undefined {
  return session?.state.bindings.find((binding) => binding.partition === partition)?.sheetName
}

export function yearOf(partition: string): number {
  return parsePartitionId(partition)?.year ?? 0
}
