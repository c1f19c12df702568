// The server's and the command line's door to files: any spreadsheet's bytes as a RawWorkbook, or why not.
import { Worker } from 'node:worker_threads'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { FileRefusal, RawWorkbook } from '#shared/workbook/raw.ts'
import { sniffContainer, type SniffedFile } from '#shared/workbook/sniffContainer.ts'
import { unpackWorkbook } from './packWorkbook.ts'
import { readBytes } from './readBytes.ts'
import type { ReadAnswer, ReadJob } from './readWorker.ts'

export interface ReadFileOptions {
  /** Default 20 MB. */
  readonly maxBytes?: number
  /** Wall clock for one file, waiting not counted; default 30 s. */
  readonly timeoutMs?: number
  /** JavaScript heap of the worker; default 512. */
  readonly heapMb?: number
  /**
   * `worker` (default): whatever takes long or is not read by our own code runs in a thread that can be killed.
   * `here`: all in this thread, for one-shot programs; the caps of the readers still hold, time and memory limits do not.
   */
  readonly where?: 'worker' | 'here'
}

export const maxFileBytes = 20 * 1024 * 1024
/** Above this a package is read in a worker: its reading would stop the event loop for more than about 20 ms. */
const smallPackage = 192 * 1024
const atOnce = 2

/**
 * @param name as the user calls it; only its extension is looked at, and only to say that it misleads
 * Refusals: every FileRefusalCode. Never throws for bad files.
 */
export async function readFile(
  bytes: Uint8Array,
  name: string,
  options: ReadFileOptions = {},
): Promise<Result<RawWorkbook, FileRefusal>> {
  const limit = options.maxBytes ?? maxFileBytes
  if (bytes.length > limit) return err({ code: 'file.too-large', params: { bytes: bytes.length, limit } })
  const sniffed = sniffContainer(bytes, name)
  if (!sniffed.ok) return sniffed
  const sheetName = sheetNameOf(name)
  if (options.where === 'here' || isQuick(bytes, sniffed.value)) return readBytes(bytes, sniffed.value, sheetName)
  const release = await takeTurn()
  try {
    return await readInWorker({ bytes, sniffed: sniffed.value, sheetName }, options)
  } finally {
    release()
  }
}

/**
 * CSV is split in linear time into nothing but text, which is dear to send across threads; small packages are read by our
 * own core within milliseconds, while a worker takes 60 ms to start. The rest is worth a thread.
 */
function isQuick(bytes: Uint8Array, sniffed: SniffedFile): boolean {
  const isOwn = sniffed.container === 'xlsx' || sniffed.container === 'xlsm'
  return (
    sniffed.container === 'csv' || (isOwn && bytes.length <= smallPackage && declaredBytes(bytes) <= smallPackage * 20)
  )
}

/** Sum of the inflated sizes the directory declares; a lie is caught when inflating. */
function declaredBytes(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = bytes.indexOf(0x50); at >= 0 && at + 46 <= bytes.length; at = bytes.indexOf(0x50, at + 1)) {
    if (view.getUint32(at, true) === 0x02014b50) total += view.getUint32(at + 24, true)
  }
  return total
}

/** A CSV's sheet is called like the file, as in Excel. */
function sheetNameOf(name: string): string {
  const base = name.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
  const clean = base
    .replace(/[\p{Cc}\p{Cf}[\]:*?/\\]/gu, '')
    .trim()
    .slice(0, 31)
  return clean === '' ? 'Sheet1' : clean
}

function readInWorker(job: ReadJob, options: ReadFileOptions): Promise<Result<RawWorkbook, FileRefusal>> {
  const timeoutMs = options.timeoutMs ?? 30_000
  const heapMb = options.heapMb ?? 512
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./readWorker.ts', import.meta.url), {
      workerData: job,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 64 },
      stdout: true,
      stderr: true,
    })
    let isSettled = false
    const settle = (result: Result<RawWorkbook, FileRefusal>): void => {
      if (isSettled) return
      isSettled = true
      clearTimeout(timer)
      void worker.terminate()
      resolve(result)
    }
    const timer = setTimeout(
      () => settle(err({ code: 'file.timeout', params: { seconds: Math.round(timeoutMs / 1000) } })),
      timeoutMs,
    )
    worker.once('message', (answer: ReadAnswer) => {
      settle('refusal' in answer ? err(answer.refusal) : ok(unpackWorkbook(answer.packed)))
    })
    worker.once('error', (error: Error & { readonly code?: string }) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      settle(
        err(isMemory ? { code: 'file.memory', params: { limit: heapMb } } : { code: 'file.unreadable', params: {} }),
      )
    })
    worker.once('exit', () => settle(err({ code: 'file.unreadable', params: {} })))
  })
}

let running = 0
const waiting: (() => void)[] = []

/** Waits until fewer than `atOnce` files are being read; the returned function must be called when done. */
async function takeTurn(): Promise<() => void> {
  if (running < atOnce) running++
  else await new Promise<void>((resolve) => waiting.push(resolve))
  return () => {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
