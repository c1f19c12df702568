// Preview and publishing of an edited workbook, as the contract says them.
import type { PublishRequest, PushReport, SheetPreview, WorkbookPreview } from '#shared/contract/resources.ts'
import { toReport } from '#shared/contract/pushReport.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { acceptMatches } from '#shared/sync/session/acceptMatches.ts'
import type { Choice3 } from '#shared/sync/merge/change.ts'
import { previewSession, type SheetChanges } from '#shared/sync/session/previewSession.ts'
import { publishSession } from '#shared/sync/session/publishSession.ts'
import { joinOutcomes } from '#shared/sync/push/joinOutcomes.ts'
import type { Session, SessionFailure } from '#shared/sync/session/session.ts'
import { refuseFor, type Refusal } from '../request/refusal.ts'
import { creditSheets } from './creditSheets.ts'
import { openEdited, type Editing } from './editedWorkbook.ts'
import { refusalOfSession, refusalOfTransport } from './sessionRefusal.ts'

type Needs = Parameters<typeof openEdited>[0]

/** Nothing is written to the sheets; what was shown is remembered, so that answers can be held against it. */
export async function previewEdited(deps: Needs, editing: Editing): Promise<Result<WorkbookPreview, Refusal>> {
  const opened = await openEdited(deps, editing)
  if (!opened.ok) return opened
  const preview = await previewSession(opened.value.session)
  if (!preview.ok) return err(refusalOfSession(preview.error))
  if (preview.value.offline) return err(refuseFor('busy', 5))
  const kept = await opened.value.keep(preview.value.session.shown)
  if (!kept.ok) return kept
  const { dropped, findings } = preview.value
  const sheets = await creditSheets(deps, preview.value.sheets, editing.principal)
  const { id: uploadId, fileName } = editing.upload
  return ok({ uploadId, fileName, sheets: sheets.map(toPreview), dropped, findings })
}

export async function publishEdited(
  deps: Needs,
  editing: Editing,
  request: PublishRequest,
): Promise<Result<PushReport, Refusal>> {
  const opened = await openEdited(deps, { ...editing, isRehearsal: request.dryRun })
  if (!opened.ok) return opened
  if (request.acceptMatches === true) {
    const matched = await giveIdsBack(opened.value.session)
    if (!matched.ok) return err(refusalOfSession(matched.error))
  }
  const resolutions = request.resolutions.map(({ id, column, ...answer }) => ({
    id: id as RecordId,
    column,
    choice: toChoice(answer),
  }))
  const published = await publishSession(opened.value.session, {
    dryRun: request.dryRun,
    mode: 'groups',
    resolutions,
    confirmedDeletes: request.confirmedDeletes as readonly RecordId[],
    restoredRows: (request.restoredRows ?? []) as readonly RecordId[],
    clearDropped: request.clearDropped ?? [],
  })
  if (!published.ok) return err(refusalOfSession(published.error))
  const { outcomes, refusal, waiting, stale, unconfirmed, sheets, session } = published.value
  if (waiting) return err(refuseFor('busy', 5))
  if (refusal !== null && outcomes.length === 0) return err(refusalOfTransport(refusal))
  if (!request.dryRun) {
    const kept = await opened.value.keep(session.shown)
    if (!kept.ok) return kept
  }
  const nothing = { head: await deps.store.head(), at: deps.clock().toISOString() }
  const result = joinOutcomes(outcomes, nothing)
  return ok({
    ...toReport(result),
    sheets: (await creditSheets(deps, sheets, editing.principal)).map(toPreview),
    stale: stale.map(({ resolution }) => ({ id: resolution.id, column: resolution.column })),
    unconfirmed,
  })
}

/** D5, C27: the ids of rows found again by their natural key, as the preview showed them, are written into the sheet. */
async function giveIdsBack(session: Session): Promise<Result<void, SessionFailure>> {
  const preview = await previewSession(session)
  if (!preview.ok) return preview
  return acceptMatches(
    session,
    preview.value.sheets.map(({ p, matches }) => ({ p, matches })),
  )
}

function toPreview(sheet: SheetChanges): SheetPreview {
  return sheet
}

function toChoice(answer: Pick<PublishRequest['resolutions'][number], 'choice' | 'value'>): Choice3 {
  return answer.choice === 'value' ? { choice: 'value', value: answer.value ?? null } : { choice: answer.choice }
}
