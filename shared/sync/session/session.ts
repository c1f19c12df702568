// One workbook against one server: what a session is, and how it is opened. The steps are in the files named *Session.ts.
import type { RuleContext } from '../../definition/rule.ts'
import type { SheetDefinition } from '../../definition/sheet.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { withPauses, type Pause } from '../../kernel/steps.ts'
import type { TableBinding, WorkbookEdit, WorkbookFailure, WorkbookPort } from '../../workbook/port.ts'
import { stateVersion, type WorkbookState } from '../state/base.ts'
import type { Change, Conflict } from '../merge/change.ts'
import { decodeInSteps, type StateProblem } from '../state/decodeState.ts'
import { encodeInSteps } from '../state/encodeState.ts'
import type { IdSource } from '../newId.ts'
import type { TransportRefusal } from '../record.ts'
import type { SyncTransport } from '../push/transport.ts'

export interface SessionDeps {
  readonly transport: SyncTransport
  /** Sheet kind → definition. */
  readonly definitions: ReadonlyMap<string, SheetDefinition>
  /** What rules and readers may know of a partition. */
  readonly contextOf: (partition: string) => RuleContext
  readonly ids: IdSource
  /** Of one push; bytes are a target: a single group may be larger. */
  readonly limits: { readonly maxOps: number; readonly maxPushBytes: number }
  /** Changes with the same key are sent in one group: applied together or not at all. Absent: each row for itself. */
  readonly groupOf?: (change: Change) => string | undefined
  /** Lets others come in between while a large workbook is worked on; absent: nobody waits. */
  readonly pause?: Pause
  /** The file came from a person, and another may have written it: nothing in it is sent that was not shown (W10). */
  readonly isForeign?: boolean
}

/** Plain data besides the two doors; every step answers a new one. */
export interface Session {
  readonly port: WorkbookPort
  readonly deps: SessionDeps
  readonly state: WorkbookState
  /**
   * The base is no use and was not yet fetched again (W8): `base` it is lost or was changed · `server` it is another server's,
   * and so are the row ids. null: it is sound.
   */
  readonly lost: 'base' | 'server' | null
  /** Conflicts as the person last saw them: answers count only for these. */
  readonly shown: readonly Conflict[]
}

export type SessionFailure =
  | { readonly code: StateProblem }
  | { readonly code: 'workbook'; readonly failure: WorkbookFailure }
  /** Nothing is known of the outcome; everything is kept in the workbook. */
  | { readonly code: 'offline'; readonly detail: string }
  | { readonly code: 'refused'; readonly refusal: TransportRefusal & { readonly kind: 'refused' } }
  /** Rows could not be written to the end (a protected sheet, say): no totals, no push until they are (W3). */
  | { readonly code: 'torn' }
  /** What the server sent does not add up, twice. */
  | { readonly code: 'checksum'; readonly partitions: readonly string[] }
  /** The server changed under every attempt to read it. */
  | { readonly code: 'unstable' }
  /** Issued by another server: only a comparison by value is offered, and a person has to choose it (H14). */
  | { readonly code: 'other-server' }

/** What is known of a workbook whose base is lost, from whoever opens it. */
export interface Recovery {
  readonly workbookId: string
  readonly issue: WorkbookState['issue']
  readonly bindings: readonly TableBinding[]
  /** The state may be sound but is another server's, and a person chose to compare by value: nothing of it is used (H14). */
  readonly replaces?: boolean
}

/** Reads the state. With `recovery` a workbook without (trustworthy) base is opened too: every difference is then shown. */
export async function readSession(
  port: WorkbookPort,
  deps: SessionDeps,
  recovery?: Recovery,
): Promise<Result<Session, SessionFailure>> {
  const rows = await port.readState()
  if (!rows.ok) return err({ code: 'workbook', failure: rows.error })
  const state = await withPauses(decodeInSteps(rows.value), deps.pause)
  if (recovery?.replaces === true) return ok({ port, deps, state: toNewState(recovery), lost: 'server', shown: [] })
  if (state.ok) {
    // What is pending may be another's: its edits are still in the sheet, where they are compared, shown and cut again.
    const known = deps.isForeign === true ? { ...state.value, pending: null } : state.value
    return ok({ port, deps, state: known, lost: null, shown: [] })
  }
  if (!recovery || state.error === 'state.newer') return err({ code: state.error })
  return ok({ port, deps, state: toNewState(recovery), lost: 'base', shown: [] })
}

/** The state of a workbook that has never been pulled into. */
export function toNewState({ workbookId, issue, bindings }: Recovery): WorkbookState {
  return {
    version: stateVersion,
    workbookId,
    issue,
    bindings,
    cursor: null,
    witness: [],
    history: [],
    held: [],
    base: new Map(),
    ancestors: new Map(),
    pending: null,
    journal: [],
    redo: [],
    torn: null,
  }
}

/** Writes `edits`, then the state, in one call of the port: the state never runs ahead of the rows. */
export async function saveSession(
  session: Session,
  state: WorkbookState,
  edits: readonly WorkbookEdit[] = [],
): Promise<Result<Session, SessionFailure>> {
  const rows = await withPauses(encodeInSteps(state), session.deps.pause)
  const applied = await session.port.apply([...edits, { type: 'setState', rows }])
  if (!applied.ok) return err({ code: 'workbook', failure: applied.error })
  return ok({ ...session, state })
}

/** What every request says of this workbook. */
export function toRequestHead({ state }: Session): {
  readonly api: 1
  readonly schema: Readonly<Record<string, number>>
  readonly workbook: string
} {
  const schema = Object.fromEntries(state.bindings.map(({ kind, schema: version }) => [kind, version]))
  return { api: 1, schema, workbook: state.workbookId }
}
