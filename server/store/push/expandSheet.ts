// A whole sheet that moves, as the ops of its rows.
import type { Author } from '../readSubject.ts'
import { refuse, type StoreRefusal } from '../refusal.ts'
import type { ReviewReading } from '../review/loadReview.ts'
import { findPlace } from '../review/place.ts'
import { sha256 } from '../sha256.ts'
import type { SheetRules } from '../sheetRules.ts'
import { run } from '../statement.ts'
import type { PushWork } from './pushWork.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { sheetSeen } from '#shared/review/covered.ts'

interface Expanding extends ReviewReading {
  readonly rules: SheetRules
  readonly rvKey: string
}

/** A transition of the whole sheet becomes one group with an op per row, when the sheet is as it was seen. */
export async function expandSheet(
  { session, queries, rules, rvKey, dialect }: Expanding,
  work: PushWork,
  who: { readonly author: Author; readonly today: PlainDate },
): Promise<Result<PushWork, StoreRefusal>> {
  const sheet = work.move?.sheet
  if (!sheet) return ok(work)
  // B19: a sheet that is not visible answers as one that is not there
  const place = await findPlace({ session, queries, rules, rvKey, dialect }, sheet.p, who)
  if (!place) return refuse('not-found')
  const rows = await run(session, queries.liveRevisions, { p: sheet.p })
  const seen = sheetSeen(
    rows.map((row) => ({ id: row.id, rv: place.showing.rv({ ...row, id: row.id as RecordId }) })),
    sha256,
  )
  if (rows.length === 0) return refuse('not-found')
  if (seen !== sheet.seen) return refuse('sheet-changed')
  const to = sheet.to
  const ops = rows.map(({ id }) => ({ op: 'move', id: id as RecordId, to, as: 'sheet' }) as const)
  return ok({ ...work, groups: [{ g: 1, ops }] })
}
