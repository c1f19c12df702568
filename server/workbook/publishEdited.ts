// Preview and publishing of an edited workbook, as the contract says them.
import type { PublishRequest, PushReport, SheetPreview, WorkbookPreview } from '#shared/contract/resources.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { acceptMatches } from '#shared/sync/acceptMatches.ts'
import type { Choice3 } from '#shared/sync/change.ts'
import { previewSession, type SheetChanges } from '#shared/sync/previewSession.ts'
import { publishSession } from '#shared/sync/publishSession.ts'
import type { ControlTotal, PushCounts, PushResult } from '#shared/sync/record.ts'
import type { Session, SessionFailure } from '#shared/sync/session.ts'
import type { PushOutcome } from '#shared/sync/sendPush.ts'
import { toReport } from '../import/runImport.ts'
import { refuseFor, type Refusal } from '../request/refusal.ts'
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
  const { sheets, findings } = preview.value
  return ok({ uploadId: editing.upload.id, fileName: editing.upload.fileName, sheets: sheets.map(toPreview), findings })
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
  })
  if (!published.ok) return err(refusalOfSession(published.error))
  const { outcomes, refusal, waiting, stale, unconfirmed, sheets, session } = published.value
  if (waiting) return err(refuseFor('busy', 5))
  if (refusal !== null && outcomes.length === 0) return err(refusalOfTransport(refusal))
  if (!request.dryRun) {
    const kept = await opened.value.keep(session.shown)
    if (!kept.ok) return kept
  }
  const result = await joinOutcomes(deps, outcomes)
  return ok({
    ...toReport(result),
    sheets: sheets.map(toPreview),
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

/** Parts of one publication as one result: numbers added up, the last receipt. */
async function joinOutcomes(deps: Needs, outcomes: readonly PushOutcome[]): Promise<PushResult> {
  const results = outcomes.map(({ result }) => result)
  const last = results.at(-1)
  if (last === undefined)
    return {
      pushId: '' as PushResult['pushId'],
      replay: false,
      point: null,
      head: await deps.store.head(),
      results: [],
      counts: noCounts,
      totals: [],
      findings: [],
      at: deps.clock().toISOString(),
      receipt: '',
      seal: '',
    }
  if (results.length === 1) return last
  return {
    ...last,
    point: results.findLast(({ point }) => point !== null)?.point ?? null,
    receipt: results.findLast(({ receipt }) => receipt !== '')?.receipt ?? '',
    results: results.flatMap((part) => part.results),
    counts: results.map(({ counts }) => counts).reduce(addCounts, noCounts),
    totals: joinTotals(results.flatMap(({ totals }) => totals)),
    findings: results.flatMap(({ findings }) => findings),
  }
}

const noCounts: PushCounts = {
  created: 0,
  updated: 0,
  deleted: 0,
  merged: 0,
  noop: 0,
  conflicts: 0,
  rejected: 0,
  skipped: 0,
}

function addCounts(a: PushCounts, b: PushCounts): PushCounts {
  return {
    created: a.created + b.created,
    updated: a.updated + b.updated,
    deleted: a.deleted + b.deleted,
    merged: a.merged + b.merged,
    noop: a.noop + b.noop,
    conflicts: a.conflicts + b.conflicts,
    rejected: a.rejected + b.rejected,
    skipped: a.skipped + b.skipped,
  }
}

/** First `before`, last `after`, per sheet and column. */
function joinTotals(totals: readonly ControlTotal[]): readonly ControlTotal[] {
  const joined = new Map<string, ControlTotal>()
  for (const total of totals) {
    const key = `${total.p} ${total.column}`
    joined.set(key, { ...total, before: joined.get(key)?.before ?? total.before })
  }
  return [...joined.values()]
}
