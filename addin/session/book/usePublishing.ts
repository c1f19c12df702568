// 上报, step by step: compare, decide, rehearse, publish; what was decided stays when the comparison is made again.
import { useState } from 'react'
import type { RecordId } from '#shared/kernel/value.ts'
import type { Answers } from '#shared/sync/push/prepareChanges.ts'
import { missingIds, startDecisions, toPublishRequest, type Decisions } from '../workbookState.ts'
import { useLanguage } from '../useLanguage.ts'
import { compareBook, publishBook, type Comparison, type Delivery } from './bookJobs.ts'
import { pushLimits } from './bookDesk.ts'
import { useBookDesk } from './useBook.ts'
import { useBookTask, type BookTask } from './useBookTask.ts'

export interface Publishing {
  readonly task: BookTask
  readonly comparison: Comparison | null
  readonly decisions: Decisions | null
  /** Of the last publication; null before, and once it is compared again. */
  readonly delivery: Delivery | null
  readonly decide: (next: Decisions) => void
  readonly compare: () => Promise<void>
  readonly publish: (run: 'rehearse' | 'publish') => Promise<void>
}

export function usePublishing(): Publishing {
  const { t } = useLanguage()
  const desk = useBookDesk()
  const task = useBookTask()
  const [comparison, setComparison] = useState<Comparison | null>(null)
  const [decisions, setDecisions] = useState<Decisions | null>(null)
  const [delivery, setDelivery] = useState<Delivery | null>(null)

  const compare = async () => {
    setDelivery(null)
    const compared = await task.run(t.book.publish.comparing, (call) => compareBook(desk, call))
    if (!compared) return
    setComparison(compared)
    setDecisions((before) => startDecisions(compared, before ?? undefined))
  }
  const publish = async (run: 'rehearse' | 'publish') => {
    if (!decisions) return
    const what = run === 'rehearse' ? t.file.rehearse.busy : t.file.workbook.publishing
    const changes = decisions.preview.sheets.reduce((sum, sheet) => sum + sheet.mine.length, 0)
    const parts = Math.max(1, Math.ceil(changes / pushLimits.maxOps))
    const sent = await task.run(what, (call) => publishBook(desk, call, { run, answers: toAnswers(decisions) }), parts)
    if (!sent) return
    if (run === 'publish') setDelivery(sent)
    else setDecisions({ ...decisions, rehearsal: sent.report })
  }
  return { task, comparison, decisions, delivery, decide: setDecisions, compare, publish }
}

/** Missing rows that were not ticked come back into the sheet. */
function toAnswers(decisions: Decisions): Answers {
  const { resolutions, confirmedDeletes } = toPublishRequest(decisions, 'publish')
  const asIds = (ids: readonly string[]) => ids as readonly RecordId[] // they came from the comparison
  return {
    resolutions: resolutions.map(({ id, column, choice, value }) => ({
      id: id as RecordId, // likewise
      column,
      choice: choice === 'value' ? { choice, value: value ?? null } : { choice },
    })),
    confirmedDeletes: asIds(confirmedDeletes),
    restoredRows: asIds(missingIds(decisions).filter((id) => !decisions.deletes.has(id))),
  }
}
