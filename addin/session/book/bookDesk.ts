// The workbook before the person and the server behind it: one thing at a time, everything kept in the workbook.
import type { RuleContext } from '#shared/definition/rule.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { withPauses } from '#shared/kernel/steps.ts'
import { openSession } from '#shared/sync/session/refreshSession.ts'
import { decodeInSteps } from '#shared/sync/state/decodeState.ts'
import { salvageBindings } from '#shared/sync/state/salvageBindings.ts'
import {
  readSession,
  type Recovery,
  type Session,
  type SessionDeps,
  type SessionFailure,
} from '#shared/sync/session/session.ts'
import { withCall } from '#shared/workbook/withCall.ts'
import type { CallProgress, TableBinding, WorkbookPort } from '#shared/workbook/port.ts'
import { createHttpTransport, type TransportOptions, type TransportStep } from '../../server/httpTransport.ts'
import type { ServerClient } from '../../server/serverClient.ts'
import { createBreath } from '../../workbook/breathe.ts'
import type { CellPlace, LiveWorkbook } from '../../workbook/liveWorkbook.ts'
import { readServer, toIssue } from './issue.ts'
import type { BookFacts } from './lamp.ts'
import { surveyBook, type SurveyedSheet } from './survey.ts'

export interface BookDeps {
  readonly workbook: LiveWorkbook
  readonly client: ServerClient
  /** The kinds of this workbook, before the others. */
  readonly loadKinds: (kinds: readonly string[]) => Promise<readonly SheetDefinition[]>
  readonly loadSheets: () => Promise<readonly SheetDefinition[]>
  readonly contextOf: (partition: string) => RuleContext
  readonly random: (count: number) => Uint8Array
  readonly now: () => Date
  readonly newId: () => string
}

/** `none`: nothing in this workbook is ours yet · `broken`: its memory cannot be used. */
export type BookStage = 'opening' | 'none' | 'open' | 'broken'

export interface BookView {
  readonly stage: BookStage
  readonly failure: SessionFailure | null
  readonly session: Session | undefined
  readonly sheets: readonly SurveyedSheet[]
  /** Of the workbook: sheets that are gone. */
  readonly findings: readonly Finding[]
  readonly facts: BookFacts
  /** When the sheets were last looked at. */
  readonly seenAt: Date | null
  readonly selected: CellPlace | null
  /** '' before anybody signs in. */
  readonly userName: string
}

/** What a job may stop and report; given to everything it calls. */
export interface BookCall {
  readonly signal?: AbortSignal
  readonly onStep?: (step: TransportStep) => void
  readonly onCells?: (progress: CallProgress) => void
}

export interface BookDesk {
  readonly deps: BookDeps
  readonly sessionDeps: SessionDeps
  /** Every call reports to the job that runs and stops with it. */
  readonly port: WorkbookPort
  view(): BookView
  subscribe(listener: () => void): () => void
  change(part: Partial<BookView>): void
  /** All kinds, known to the desk from then on. The same promise every time. */
  learnAll(): Promise<readonly SheetDefinition[]>
  /** Runs when what was asked before is done: the session is never changed by two at once. */
  inTurn<T>(call: BookCall, job: () => Promise<T>): Promise<T>
  /**
   * Reads the workbook's memory and looks at its sheets. Needs no network. A damaged memory, or with `byValue` that of
   * another server, is replaced by one that knows nothing: every difference is then shown (W8, H14).
   */
  open(byValue?: 'byValue'): Promise<void>
  /** Looks at the sheets again. */
  survey(): Promise<Result<void, SessionFailure>>
  /** Asks whether the server has anything newer. */
  ask(): Promise<void>
}

/** Of one push. What waits for its answer lies in one row of the hidden sheet, and Excel on the web takes 5 MB at once. */
export const pushLimits = { maxOps: 500, maxPushBytes: 800_000 }

const atFirst: BookView = {
  stage: 'opening',
  failure: null,
  session: undefined,
  sheets: [],
  findings: [],
  facts: { isOffline: false, isBehind: false, isTorn: false },
  seenAt: null,
  selected: null,
  userName: '',
}

export function createBookDesk(deps: BookDeps): BookDesk {
  let view = atFirst
  const listeners = new Set<() => void>()
  let last: Promise<unknown> = Promise.resolve()
  let call: BookCall = {}
  const definitions = new Map<string, SheetDefinition>()
  let all: Promise<readonly SheetDefinition[]> | undefined
  const learn = (sheets: readonly SheetDefinition[]): readonly SheetDefinition[] => {
    for (const sheet of sheets) definitions.set(sheet.kind, sheet)
    return sheets
  }
  /** Kinds of these sheets that were not met before; false: a part of the program could not be fetched. */
  const learnBound = async (bindings: readonly TableBinding[]): Promise<boolean> => {
    const missing = new Set(bindings.map(({ kind }) => kind).filter((kind) => !definitions.has(kind)))
    try {
      if (missing.size > 0) learn(await deps.loadKinds([...missing]))
      return true
    } catch {
      return false
    }
  }
  const transportOptions = (): TransportOptions => ({
    ...(call.signal ? { signal: call.signal } : {}),
    ...(call.onStep ? { onStep: call.onStep } : {}),
  })
  const port = withCall(deps.workbook, {
    get signal() {
      return call.signal ?? { aborted: false }
    },
    onProgress: (progress) => call.onCells?.(progress),
  })
  const sessionDeps: SessionDeps = {
    transport: createHttpTransport(deps.client, definitions, transportOptions),
    definitions,
    contextOf: deps.contextOf,
    ids: { random: deps.random, now: () => deps.now().getTime() },
    limits: pushLimits,
    pause: createBreath(),
  }
  const change = (part: Partial<BookView>): void => {
    view = { ...view, ...part }
    listeners.forEach((listener) => listener())
  }
  const survey = async (): Promise<Result<void, SessionFailure>> => {
    const { session } = view
    if (!session) return ok(undefined)
    const seen = await surveyBook(session)
    if (!seen.ok) return err(seen.error)
    const { sheets, findings } = seen.value
    // The session keeps the conflicts as a comparison showed them: answers are given to those.
    const facts = { ...view.facts, isTorn: session.state.torn !== null }
    change({ sheets, findings, facts, seenAt: deps.now() })
    return ok(undefined)
  }
  const desk: BookDesk = {
    deps,
    sessionDeps,
    port,
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change,
    inTurn(own, job) {
      const run = async () => {
        call = own
        try {
          return await job()
        } finally {
          call = {}
        }
      }
      const turn = last.then(run, run)
      last = turn.catch(() => undefined)
      return turn
    },
    async open(byValue) {
      const recovery = await findRecovery(desk, byValue !== undefined)
      const read = await readSession(port, sessionDeps, recovery)
      if (read.ok && !(await learnBound(read.value.state.bindings)))
        return change({ stage: 'broken', failure: { code: 'offline', detail: 'kinds' } })
      if (!read.ok && read.error.code === 'state.none') return change({ stage: 'none', session: undefined, sheets: [] })
      // Rows whose writing was cut short are written to the end.
      const opened = read.ok && read.value.state.torn === null ? read : await openSession(port, sessionDeps, recovery)
      if (opened.ok) change({ stage: 'open', session: opened.value, failure: null })
      else if (read.ok) change({ stage: 'open', session: read.value, failure: null })
      else return change({ stage: 'broken', failure: opened.error })
      const seen = await survey()
      if (!seen.ok) change({ stage: 'broken', failure: seen.error })
    },
    learnAll: () => (all ??= deps.loadSheets().then(learn)),
    survey,
    async ask() {
      const cursor = view.session?.state.cursor ?? null
      const head = await sessionDeps.transport.head(cursor)
      const isOffline = !head.ok && head.error.kind === 'unknown'
      const isBehind = head.ok && cursor !== null && !head.value.unchanged
      change({ facts: { ...view.facts, isOffline, isBehind } })
    },
  }
  return desk
}

/** undefined: the memory is used as it is, or there is none to salvage. */
async function findRecovery(desk: BookDesk, byValue: boolean): Promise<Recovery | undefined> {
  const { port, deps } = desk
  const rows = await port.readState()
  if (!rows.ok || rows.value === null) return undefined
  const state = await withPauses(decodeInSteps(rows.value), desk.sessionDeps.pause)
  const begin = async () => ({
    workbookId: deps.newId(),
    issue: toIssue(await readServer(deps.client), { user: desk.view().userName, at: deps.now() }),
  })
  if (state.ok) return byValue ? { ...(await begin()), bindings: state.value.bindings, replaces: true } : undefined
  if (state.error !== 'state.damaged') return undefined
  const salvaged = salvageBindings(rows.value)
  const kinds = new Set((await deps.loadKinds(salvaged.map(({ kind }) => kind))).map(({ kind }) => kind))
  const bindings = salvaged.filter(({ kind }) => kinds.has(kind))
  return bindings.length === 0 ? undefined : { ...(await begin()), bindings }
}
