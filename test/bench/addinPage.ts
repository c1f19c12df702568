// In the page: one workbook against one server through the real Office.js.
import { createBreath } from '#addin/workbook/breathe.ts'
import { surveyBook } from '#addin/session/book/survey.ts'
import { createOfficeWorkbook } from '#addin/workbook/officeWorkbook.ts'
import { openSession, refreshSession } from '#shared/sync/session/refreshSession.ts'
import { previewSession } from '#shared/sync/session/previewSession.ts'
import { publishSession } from '#shared/sync/session/publishSession.ts'
import type { Session } from '#shared/sync/session/session.ts'
import { benchDeps, benchBinding, definitions } from './addinParts.ts'
import { fetchTransport, type CountingTransport, type ServerCall } from './fetchTransport.ts'

export interface StepFigures {
  readonly wallMs: number
  readonly calls: readonly ServerCall[]
  readonly found: unknown
}

export interface BenchPage {
  connect(base: string, token: string, pushBytes: number): void
  open(): Promise<StepFigures>
  read(): Promise<StepFigures>
  preview(): Promise<StepFigures>
  publish(): Promise<StepFigures>
  refresh(): Promise<StepFigures>
  survey(): Promise<StepFigures>
}

declare global {
  interface Window {
    bench: BenchPage
  }
}

const port = createOfficeWorkbook()
let transport: CountingTransport
let pushLimit = 0
let session: Session | undefined

async function measure(work: () => Promise<unknown>): Promise<StepFigures> {
  transport.calls.length = 0
  const start = performance.now()
  const found = await work()
  return { wallMs: performance.now() - start, calls: [...transport.calls], found }
}

function must<T, E>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function current(): Session {
  if (!session) throw new Error('open first')
  return session
}

const page: BenchPage = {
  connect(base, token, pushBytes) {
    transport = fetchTransport(base, token, definitions)
    pushLimit = pushBytes
  },
  open: () =>
    measure(async () => {
      session = must(await openSession(port, { ...benchDeps(transport, pushLimit), pause: createBreath() }))
      return session.state.base.size
    }),
  read: () => measure(async () => must(await port.readTable(benchBinding)).rows.length),
  preview: () =>
    measure(async () => {
      const preview = must(await previewSession(current()))
      session = preview.session
      return preview.sheets.map(({ mine, theirs, conflicts }) => [mine.length, theirs.length, conflicts.length])
    }),
  publish: () =>
    measure(async () => {
      const published = must(
        await publishSession(current(), {
          dryRun: false,
          mode: 'groups',
          resolutions: [],
          confirmedDeletes: [],
        }),
      )
      session = published.session
      return published.outcomes.map(({ result }) => result.counts)
    }),
  refresh: () =>
    measure(async () => {
      const refreshed = must(await refreshSession(current()))
      session = refreshed.session
      return refreshed.unchanged
    }),
  survey: () =>
    measure(async () => {
      const { sheets } = must(await surveyBook(current()))
      return sheets.map(({ rows, findings }) => [rows, findings.length])
    }),
}

Object.assign(window, { bench: page })
