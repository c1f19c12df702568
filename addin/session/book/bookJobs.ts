// What a person sets going: compare, fetch, rehearse and publish, check, fix, mark. Each is one job with progress and 取消.
import { toReport } from '#shared/contract/pushReport.ts'
import type { PushReport } from '#shared/contract/resources.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { acceptMatches } from '#shared/sync/session/acceptMatches.ts'
import type { GroupTooLarge } from '#shared/sync/push/cutEnvelopes.ts'
import { joinOutcomes } from '#shared/sync/push/joinOutcomes.ts'
import type { Answers } from '#shared/sync/push/prepareChanges.ts'
import { previewSession, type Preview, type SheetChanges } from '#shared/sync/session/previewSession.ts'
import { publishSession, type Published } from '#shared/sync/session/publishSession.ts'
import type { PushResult } from '#shared/sync/record.ts'
import { refreshSession } from '#shared/sync/session/refreshSession.ts'
import type { PushOutcome } from '#shared/sync/push/sendPush.ts'
import type { Session, SessionFailure } from '#shared/sync/session/session.ts'
import { readTables } from '#shared/sync/session/sessionTables.ts'
import type { BookCall, BookDesk } from './bookDesk.ts'
import { planFixes } from './fixCells.ts'
import { spellOut, toEdits, type SpelledCell } from './spellOut.ts'
import type { SurveyedSheet } from './survey.ts'

type Outcome<T> = Promise<Result<T, SessionFailure | GroupTooLarge>>

export interface Comparison extends Pick<Preview, 'sheets' | 'findings' | 'offline'> {
  /** Pushes of earlier sessions whose outcome became known now. */
  readonly settled: PushReport | null
  /** Cells that will be written as their records have them, sheet by sheet. */
  readonly spelled: readonly { readonly p: string; readonly cells: readonly SpelledCell[] }[]
}

function sessionOf(desk: BookDesk): Result<Session, SessionFailure> {
  const { session } = desk.view()
  return session ? ok(session) : err({ code: 'state.none' })
}

/** Mine, theirs, conflicts and totals; offline against the last pull. */
export function compareBook(desk: BookDesk, call: BookCall): Outcome<Comparison> {
  return desk.inTurn(call, async () => {
    const session = sessionOf(desk)
    if (!session.ok) return session
    const preview = await previewSession(session.value)
    if (!preview.ok) return preview
    const { sheets, findings, offline, outcomes } = preview.value
    desk.change({ session: preview.value.session, facts: { ...desk.view().facts, isOffline: offline } })
    const read = await readTables(preview.value.session)
    if (!read.ok) return read
    const spelled = read.value.tables.map((table) => ({ p: table.p, cells: spellOut(table, yearOf(table.p)) }))
    return ok({ sheets, findings, offline, settled: reportOf(desk, outcomes), spelled })
  })
}

export interface Fetched {
  /** What others did since the last pull, as it was written into the sheets. */
  readonly sheets: readonly SheetChanges[]
  readonly wasReset: boolean
  readonly dropped: readonly string[]
  readonly settled: PushReport | null
}

/** Brings what others changed into the sheets; what is mine stays. */
export function pullBook(desk: BookDesk, call: BookCall): Outcome<Fetched> {
  return desk.inTurn(call, async () => {
    const session = sessionOf(desk)
    if (!session.ok) return session
    const preview = await previewSession(session.value)
    if (!preview.ok) return preview
    if (preview.value.offline) return err({ code: 'offline', detail: '' })
    const refreshed = await refreshSession(preview.value.session, 'pull')
    if (!refreshed.ok) return refreshed
    const { wasReset, dropped, outcomes } = refreshed.value
    await settle(desk, refreshed.value.session)
    const settled = reportOf(desk, [...preview.value.outcomes, ...outcomes])
    return ok({ sheets: preview.value.sheets, wasReset, dropped, settled })
  })
}

/** After a word with the server: it was reached, and the sheets are looked at again. */
async function settle(desk: BookDesk, session: Session): Promise<void> {
  desk.change({ session, facts: { isOffline: false, isBehind: false, isTorn: session.state.torn !== null } })
  await desk.survey()
}

export interface Delivery extends Pick<Published, 'waiting' | 'current' | 'stale' | 'unconfirmed' | 'refusal'> {
  readonly report: PushReport
}

export function publishBook(
  desk: BookDesk,
  call: BookCall,
  { run, answers }: { readonly run: 'rehearse' | 'publish'; readonly answers: Answers },
): Outcome<Delivery> {
  return desk.inTurn(call, async () => {
    const session = sessionOf(desk)
    if (!session.ok) return session
    if (run === 'publish') {
      const spelled = await writeSpelled(session.value)
      if (!spelled.ok) return spelled
    }
    const published = await publishSession(session.value, { ...answers, dryRun: run === 'rehearse', mode: 'groups' })
    if (!published.ok) return published
    const { outcomes, refusal, waiting, current, stale, unconfirmed } = published.value
    if (refusal !== null && outcomes.length === 0 && run === 'rehearse') return err({ code: 'refused', refusal })
    if (run === 'publish') await settle(desk, published.value.session)
    const report = toReport(joinOutcomes(outcomes, nothingSent(desk, published.value.session)))
    return ok({ report, refusal, waiting, current, stale, unconfirmed })
  })
}

async function writeSpelled(session: Session): Promise<Result<void, SessionFailure>> {
  const read = await readTables(session)
  if (!read.ok) return read
  const edits = read.value.tables.flatMap((table) => toEdits(table, spellOut(table, yearOf(table.p))))
  if (edits.length === 0) return ok(undefined)
  const applied = await session.port.apply(edits)
  return applied.ok ? ok(undefined) : err({ code: 'workbook', failure: applied.error })
}

/** Fixes of findings of one sheet, written into its cells; the sheets are looked at again. */
export function fixBook(desk: BookDesk, sheet: SurveyedSheet, findings: readonly Finding[]): Outcome<void> {
  return desk.inTurn({}, async () => {
    const { definition, table, p } = sheet
    const edits = planFixes({ definition, table, year: yearOf(p) }, findings)
    const applied = await desk.port.apply(edits)
    if (!applied.ok) return err({ code: 'workbook', failure: applied.error })
    return desk.survey()
  })
}

/** Rows that lost their hidden ids get those back that a person looked at (D5). */
export function matchBook(desk: BookDesk, sheets: readonly SheetChanges[]): Outcome<void> {
  return desk.inTurn({}, async () => {
    const session = sessionOf(desk)
    if (!session.ok) return session
    const accepted = await acceptMatches(
      session.value,
      sheets.map(({ p, matches }) => ({ p, matches })),
    )
    return accepted.ok ? desk.survey() : accepted
  })
}

/** Looks at everything afresh. */
export function checkBook(desk: BookDesk, call: BookCall): Outcome<void> {
  return desk.inTurn(call, () => desk.survey())
}

function reportOf(desk: BookDesk, outcomes: readonly PushOutcome[]): PushReport | null {
  const { session } = desk.view()
  if (outcomes.length === 0 || !session) return null
  return toReport(joinOutcomes(outcomes, nothingSent(desk, session)))
}

function nothingSent(desk: BookDesk, { state }: Session): Pick<PushResult, 'head' | 'at'> {
  return { head: state.cursor ?? { csn: 0, h: '' }, at: desk.deps.now().toISOString() }
}

function yearOf(partition: string): number {
  return parsePartitionId(partition)?.year ?? 0
}
