// A whole sheet that moves, as the ops of its rows.
import type { Session } from '../engine.ts'
import type { Queries } from '../queries.ts'
import { refuse, type StoreRefusal } from '../refusal.ts'
import { sha256 } from '../sha256.ts'
import { run } from '../statement.ts'
import type { PushWork } from './pushWork.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { sheetSeen } from '#shared/review/covered.ts'

/** A transition of the whole sheet becomes one group with an op per row, when the sheet is as it was seen. */
export async function expandSheet(
  { session, queries }: { readonly session: Session; readonly queries: Queries },
  work: PushWork,
): Promise<Result<PushWork, StoreRefusal>> {
  const sheet = work.move?.sheet
  if (!sheet) return ok(work)
  const rows = await run(session, queries.liveRevisions, { p: sheet.p })
  const seen = sheetSeen(
    rows.map(({ id, csn, hash }) => ({ id, rv: `${csn}-${hash}` })),
    sha256,
  )
  if (rows.length === 0) return refuse('not-found')
  if (seen !== sheet.seen) return refuse('sheet-changed')
  const to = sheet.to
  const ops = rows.map(({ id }) => ({ op: 'move', id: id as RecordId, to, as: 'sheet' }) as const)
  return ok({ ...work, groups: [{ g: 1, ops }] })
}
