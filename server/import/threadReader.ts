// Uploaded files understood in threads that can be killed, so that the server goes on answering meanwhile.
import { err, type Result } from '#shared/kernel/result.ts'
import { unreachable } from '#shared/kernel/unreachable.ts'
import { refuse, refuseFor, type Refusal } from '../request/refusal.ts'
import { maxFileBytes } from '../workbook/readFile.ts'
import type { FileReader, FileTasks, TaskName, WholeFile } from './fileReader.ts'
import { createWorkerPool, type PoolAnswer, type PoolFailure } from './workerPool.ts'

/** What goes to the thread. @param bytes null: the thread holds this file */
export interface AskedTask {
  readonly name: TaskName
  readonly file: Omit<WholeFile, 'bytes'> & { readonly bytes: Uint8Array | null }
  readonly asked: FileTasks[TaskName]['asked']
}

export type ThreadAnswer = PoolAnswer<Result<unknown, Refusal>>

export interface ThreadReaderOptions {
  /** Files read at the same time; default 2. */
  readonly size?: number
  /** Files that may wait; default 16. */
  readonly maxWaiting?: number
  /** JavaScript heap of a thread; default 768, as SheetJS takes 460 for a .xls of 60,000 × 14. */
  readonly heapMb?: number
  /** Wall clock for one task, waiting not counted; default 30 s. */
  readonly timeoutMs?: number
  /** How long a thread and the file it holds are kept without work; default 60 s. */
  readonly idleMs?: number
  readonly maxBytes?: number
  readonly onCrash: (error: unknown) => void
}

/** When to try again where too many files wait. */
const retrySeconds = 10

export function createThreadReader(options: ThreadReaderOptions): FileReader {
  const { size = 2, maxWaiting = 16, heapMb = 768, timeoutMs = 30_000, idleMs = 60_000, onCrash } = options
  const limit = options.maxBytes ?? maxFileBytes
  const entry = new URL('../importWorker.ts', import.meta.url)
  const pool = createWorkerPool<Result<unknown, Refusal>>({
    entry, size, maxWaiting, heapMb, timeoutMs, idleMs, onCrash,
  }) // prettier-ignore
  return {
    async ask<N extends TaskName>(task: Parameters<FileReader['ask']>[0] & { readonly name: N }) {
      const { name, file, signal, ...asked } = task
      if (file.bytes.byteLength > limit) return err(refuse('file.too-large', { bytes: file.bytes.byteLength, limit }))
      const ran = await pool.run({
        key: file.id,
        signal,
        message(isHeld) {
          // A copy of our own to be moved: the bytes may be a part of something larger, and are still needed here.
          const bytes = isHeld ? null : new Uint8Array(file.bytes)
          const message: AskedTask = { name, file: { id: file.id, name: file.name, bytes }, asked }
          return { message, transfer: bytes === null ? [] : [bytes.buffer] }
        },
      })
      if (!ran.ok) return err(refusalOf(ran.error, { heapMb, timeoutMs }))
      return ran.value as Result<FileTasks[N]['answer'], Refusal> // the thread answers what it was asked
    },
    close: () => pool.close(),
  }
}

function refusalOf(failure: PoolFailure, limits: { readonly heapMb: number; readonly timeoutMs: number }): Refusal {
  switch (failure) {
    case 'timeout':
      return refuse('file.timeout', { seconds: Math.round(limits.timeoutMs / 1000) })
    case 'memory':
      return refuse('file.memory', { limit: limits.heapMb })
    case 'crashed':
      return refuse('file.unreadable')
    case 'full':
      return refuseFor('uploads.full', retrySeconds)
    case 'cancelled':
      return refuse('request.gone')
    default:
      return unreachable(failure)
  }
}
