// Threads that do one job at a time and can be killed: few of them, a short queue, a deadline and a way to call a job off.
import { Worker, type Transferable } from 'node:worker_threads'
import { err, ok, type Result } from '#shared/kernel/result.ts'

export interface PoolOptions {
  /** Answers each message with one `PoolAnswer`. */
  readonly entry: URL
  readonly size: number
  /** Jobs that may wait for a thread; the next one is told `full`. */
  readonly maxWaiting: number
  /** JavaScript heap of each thread. */
  readonly heapMb: number
  /** Wall clock for one job, waiting not counted. */
  readonly timeoutMs: number
  /** A thread without work for so long is ended, and with it what it remembers. */
  readonly idleMs: number
  /** A thread died of an error of its own: a bug, or a file made to break readers. */
  readonly onCrash: (error: unknown) => void
}

export interface PoolJob {
  /** What the thread remembers afterwards: the next job of the same key goes to it when it is free. */
  readonly key: string
  /** @param isHeld the thread remembers `key` already */
  message(isHeld: boolean): { readonly message: unknown; readonly transfer: readonly Transferable[] }
  readonly signal?: AbortSignal | undefined
}

/** @typeParam A what the entry is known to answer */
export interface PoolAnswer<A> {
  readonly answer: A
  /** What the thread remembers now. */
  readonly holds: string | null
}

export type PoolFailure = 'timeout' | 'memory' | 'crashed' | 'full' | 'cancelled'

export interface WorkerPool<A> {
  run(job: PoolJob): Promise<Result<A, PoolFailure>>
  /** Kills every thread; jobs under way end as `cancelled`. */
  close(): void
}

interface Waiting<A> {
  readonly job: PoolJob
  settle(result: Result<A, PoolFailure>): void
}

interface Thread<A> {
  readonly worker: Worker
  doing: Waiting<A> | undefined
  holds: string | null
  timer: NodeJS.Timeout | undefined
}

export function createWorkerPool<A>(options: PoolOptions): WorkerPool<A> {
  const threads = new Set<Thread<A>>()
  let waiting: readonly Waiting<A>[] = []

  const end = (thread: Thread<A>, failure: PoolFailure): void => {
    if (!threads.delete(thread)) return
    clearTimeout(thread.timer)
    void thread.worker.terminate()
    thread.doing?.settle(err(failure))
    next()
  }
  const rest = (thread: Thread<A>): void => {
    thread.doing = undefined
    thread.worker.unref()
    thread.timer = setTimeout(() => end(thread, 'cancelled'), options.idleMs)
    thread.timer.unref()
  }
  const start = (): Thread<A> => {
    const worker = new Worker(options.entry, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: options.heapMb },
      stdout: true,
      stderr: true,
    })
    const thread: Thread<A> = { worker, doing: undefined, holds: null, timer: undefined }
    worker.on('message', ({ answer, holds }: PoolAnswer<A>) => {
      if (!threads.has(thread)) return
      const done = thread.doing
      clearTimeout(thread.timer)
      thread.holds = holds
      rest(thread)
      done?.settle(ok(answer))
      next()
    })
    worker.once('error', (error: Error & { readonly code?: string }) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (!isMemory) options.onCrash(error)
      end(thread, isMemory ? 'memory' : 'crashed')
    })
    worker.once('exit', () => end(thread, 'crashed'))
    threads.add(thread)
    return thread
  }
  const find = (key: string): Thread<A> | undefined => {
    const idle = [...threads].filter((thread) => thread.doing === undefined)
    const known = idle.find((thread) => thread.holds === key) ?? idle.find((thread) => thread.holds === null)
    return known ?? (threads.size < options.size ? start() : idle[0])
  }
  const next = (): void => {
    for (;;) {
      const [first, ...others] = waiting
      const thread = first && find(first.job.key)
      if (first === undefined || thread === undefined) return
      waiting = others
      clearTimeout(thread.timer)
      thread.doing = first
      thread.worker.ref()
      thread.timer = setTimeout(() => end(thread, 'timeout'), options.timeoutMs)
      const { message, transfer } = first.job.message(thread.holds === first.job.key)
      thread.worker.postMessage(message, [...transfer])
    }
  }
  const callOff = (entry: Waiting<A>): void => {
    const thread = [...threads].find((each) => each.doing === entry)
    waiting = waiting.filter((each) => each !== entry)
    if (thread !== undefined) end(thread, 'cancelled')
    else entry.settle(err('cancelled'))
  }

  return {
    run(job) {
      const { signal } = job
      if (signal?.aborted === true) return Promise.resolve(err('cancelled'))
      const isFree = threads.size < options.size || [...threads].some((thread) => thread.doing === undefined)
      if (!isFree && waiting.length >= options.maxWaiting) return Promise.resolve(err('full'))
      return new Promise((resolve) => {
        const onAbort = (): void => callOff(entry)
        const entry: Waiting<A> = {
          job,
          settle(result) {
            signal?.removeEventListener('abort', onAbort)
            resolve(result)
          },
        }
        signal?.addEventListener('abort', onAbort, { once: true })
        waiting = [...waiting, entry]
        next()
      })
    },
    close() {
      for (const entry of waiting) entry.settle(err('cancelled'))
      waiting = []
      for (const thread of threads) end(thread, 'cancelled')
    },
  }
}
