// A job at the desk as one task: what it does now, how far it is, 取消, and how it ended, in words.
import { useCallback, useMemo } from 'react'
import { err, type Result } from '#shared/kernel/result.ts'
import type { GroupTooLarge } from '#shared/sync/push/cutEnvelopes.ts'
import type { SessionFailure } from '#shared/sync/session/session.ts'
import { useLanguage } from '../useLanguage.ts'
import { useTask, type Task } from '../useTask.ts'
import type { BookCall } from './bookDesk.ts'
import { failureOfSession } from './failure.ts'

type Job<T> = (call: BookCall) => Promise<Result<T, SessionFailure | GroupTooLarge>>

export interface BookTask extends Omit<Task, 'run'> {
  /** The value, or undefined when it failed. @param parts pushes to be expected, for 第 3/8 批 */
  readonly run: <T>(what: string, job: Job<T>, parts?: number) => Promise<T | undefined>
}

export function useBookTask(): BookTask {
  const { t, locale } = useLanguage()
  const task = useTask()
  const { run: runTask } = task
  const run = useCallback<BookTask['run']>(
    (what, job, parts = 1) =>
      runTask(what, async ({ signal, report, rename }) => {
        let sent = 0
        const outcome = await job({
          signal,
          onStep(step) {
            if (step.step === 'pull') return rename(t.book.publish.fetching(step.rows))
            sent += 1
            return rename(t.book.publish.batch(sent, Math.max(parts, sent)))
          },
          onCells({ done, total, batch, batches }) {
            // A single exchange is over before it could be read.
            if (batches < 2) return
            rename(t.book.publish.writing(batch, batches))
            report({ sent: done, total, unit: 'cells' })
          },
        })
        return outcome.ok ? outcome : err(failureOfSession(outcome.error, { t, locale }))
      }),
    [locale, runTask, t],
  )
  return useMemo(() => ({ ...task, run }), [run, task])
}
