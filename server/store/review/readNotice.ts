// The list of a 公示 as it may be shown: only published columns, masked as the column says, only what the notice still covers.
import type { Principal } from '../../auth/principal.ts'
import type { SheetRules } from '../sheetRules.ts'
import { sha256 } from '../sha256.ts'
import { readEvidence, readLogs, type ReviewReading } from './loadReview.ts'
import { findPlace, readRows } from './place.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { coverDigest } from '#shared/review/covered.ts'
import { maskValue, publishedColumns } from '#shared/definition/mask.ts'
import { noticeStage } from '#shared/review/noticeStage.ts'
import type { NoticeList } from '#shared/review/reviewInfo.ts'

/** undefined: no such notice, not visible, or taken down. */
export async function readNotice(
  reading: ReviewReading & { readonly rules: SheetRules; readonly rvKey: string },
  asked: { readonly p: string; readonly id: string; readonly principal: Principal; readonly today: PlainDate },
): Promise<NoticeList | undefined> {
  const { p, id, principal, today } = asked
  const place = await findPlace(reading, p, { author: principal, today })
  const log = place && (await readLogs(reading, [p])).get(p)
  const filed = log?.evidence.find((evidence) => evidence.id === id)
  if (!place || !log || filed?.content.type !== 'notice' || filed.withdrawn !== null) return undefined
  const { from, to, place: where, contact } = filed.content
  if (noticeStage(to, today) === 'down') return undefined
  const digests = (await readEvidence(reading, log)).find((evidence) => evidence.id === id)?.digests
  const { definition } = place.codec
  const columns = publishedColumns(definition)
  const rows = [...(await readRows(reading, place)).values()].flatMap((row) => {
    const values = place.codec.decode(row.text)
    if (digests?.get(row.id) !== coverDigest(definition, values, sha256)) return []
    return [
      columns.map(({ key, mask }) => {
        const value = values[key] ?? null
        return mask === undefined ? value : maskValue(value, mask)
      }),
    ]
  })
  return { p, id, from, to, place: where, contact, columns: columns.map(({ key }) => key), rows }
}
