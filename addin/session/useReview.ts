// The procedure of one sheet or one row: read it, take a step, make an entry.
import { useState } from 'react'
import { err } from '#shared/kernel/result.ts'
import type { Consulted, Entry } from '#shared/review/proceeding.ts'
import type { ReviewInfo } from '#shared/review/reviewInfo.ts'
import { newPushId, newRecordId } from '#shared/sync/newId.ts'
import { sayDone, type Done } from './reviewDone.ts'
import { useServices } from './services.ts'
import { useLanguage } from './useLanguage.ts'
import { useIds } from './useIds.ts'
import { useLoad } from './useLoad.ts'
import { useTask, type Task } from './useTask.ts'

export interface ReviewPlace {
  readonly unitId: string
  readonly kind: string
  readonly year: number
  /** null: the sheet as a whole. */
  readonly record: string | null
}

export interface StepWish {
  readonly transition: string
  readonly reason: string
  readonly consulted: readonly Consulted[] | null
}

export interface Review {
  readonly info: ReviewInfo | undefined
  readonly reading: Task
  readonly acting: Task
  readonly done: Done | null
  readonly reload: () => void
  /** @returns whether it was taken */
  readonly move: (wish: StepWish) => Promise<boolean>
  /** @param subject what it goes on with; absent: it begins something */
  readonly enter: (entry: Entry, subject?: string) => Promise<boolean>
}

export function useReview({ unitId, kind, year, record }: ReviewPlace, onMoved: () => void): Review {
  const { t } = useLanguage()
  const { client } = useServices()
  const ids = useIds()
  const params = { unit: unitId, kind, year: String(year) }
  const { value, task, reload } = useLoad('review', t.review.loading, {
    params,
    ...(record === null ? {} : { query: { record } }),
  })
  const acting = useTask()
  const [done, setDone] = useState<Done | null>(null)

  const move = async ({ transition, reason, consulted }: StepWish): Promise<boolean> => {
    if (!value) return false
    const { rv, content, seen } = value
    const rows = record === null || rv === null || content === null ? null : [{ id: record, rv, seen: content }]
    const body = { pushId: newPushId(ids), transition, rows, seen, reason, consulted, dryRun: false }
    const result = await acting.run(t.review.moving, ({ signal }) => client.call('move', body, { params, signal }))
    if (!result) return false
    const outcome = sayDone(result)
    setDone(outcome)
    reload()
    if (outcome.ok) onMoved()
    return outcome.ok
  }
  const enter = async (entry: Entry, subject?: string): Promise<boolean> => {
    const body = { subject: subject ?? newRecordId(ids), entry }
    const result = await acting.run(t.review.sending, async ({ signal }) =>
      value ? client.call('proceed', body, { params, signal }) : err({ kind: 'network', detail: '' }),
    )
    if (!result) return false
    setDone({ ok: true, receipt: result.receipt, entered: true, findings: [] })
    reload()
    // the list says how often
    if (entry.type === 'event') onMoved()
    return true
  }
  return { info: value, reading: task, acting, done, reload, move, enter }
}
