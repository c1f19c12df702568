// One piece of work with Excel, sent in batches: the only file that says Excel.run.
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { countBatches } from '#shared/workbook/batches.ts'
import type { CallOptions, WorkbookFailure } from '#shared/workbook/port.ts'
import { OfficeRefusal, toFailure } from './officeFailure.ts'

export interface Exchange {
  readonly context: Excel.RequestContext
  /** Batches and work that lie ahead, for whoever waits. */
  readonly expect: (more: { readonly work: number; readonly batches: number }) => void
  /** To be called before the first write of a batch: until its end no events are raised in this pane. */
  readonly hush: () => void
  /** Sends what is queued; throws `cancelled` instead when the caller's signal is aborted. @param work done by it */
  readonly sync: (work?: number) => Promise<void>
  /** Sends what is queued in any case: the second half of something that must not stay half done. */
  readonly finish: () => Promise<void>
}

/** What Excel refuses becomes a failure; anything else is a bug and is thrown. */
export async function withExcel<T>(
  task: (exchange: Exchange) => Promise<T>,
  options?: CallOptions,
): Promise<Result<T, WorkbookFailure>> {
  const batches = countBatches(options)
  let isHushed = false
  try {
    const value = await Excel.run(async (context) => {
      const finish = (): Promise<void> => {
        if (isHushed) context.runtime.enableEvents = true
        return context.sync().then(() => {
          isHushed = false
        })
      }
      const done = await task({
        context,
        expect: batches.expect,
        hush() {
          if (isHushed) return
          isHushed = true
          context.runtime.enableEvents = false
        },
        async sync(work = 0) {
          if (batches.isCancelled()) throw new OfficeRefusal('cancelled', '')
          await finish()
          batches.step(work)
        },
        finish,
      })
      await finish()
      return done
    })
    batches.end()
    return ok(value)
  } catch (error) {
    // Excel skips what follows a refusal: events are switched on again in a batch of their own.
    if (isHushed) await enableEvents()
    const failure = toFailure(error)
    if (!failure) throw error
    return err(failure)
  }
}

async function enableEvents(): Promise<void> {
  try {
    await Excel.run((context) => {
      context.runtime.enableEvents = true
      return context.sync()
    })
  } catch (error) {
    // A busy Excel refuses this as well; the next batch that is hushed switches them on.
    if (!toFailure(error)) throw error
  }
}

/** One at a time: a task that comes while another is under way waits for it. */
export function createTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const turn = last.then(task, task)
    last = turn
    return turn
  }
}
