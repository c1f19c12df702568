// The server's and the command line's door to files: any spreadsheet's bytes as a RawWorkbook, or why not.
import { Worker } from 'node:worker_threads'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { ooxmlLimits } from '#shared/ooxml/limits.ts'
import { catchRefusal } from '#shared/ooxml/refusal.ts'
import { readDirectory } from '#shared/ooxml/zipDirectory.ts'
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
  /** JavaScript heap of the worker; default 768, as SheetJS takes 460 for a .xls of 60,000 × 14. */
  readonly heapMb?: number
  /**
   * `worker` (default): whatever takes long or is not read by our own code runs in a thread that can be killed.
   * `here`: all in this thread, for one-shot programs; the caps of the readers still hold, time and memory limits do not.
   */
  readonly where?: 'worker' | 'here'
}

export const maxFileBytes = 20 * 1024 * 1024
/** Inflated bytes up to which our own core reads a package in this thread: about a tenth of a second. */
const quickBytes = 12 * 1024 * 1024
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
 * What is read here. CSV is split in linear time (4 MB: 0.1 s) into nothing but text, which is dear to send across threads.
 * Small packages take our own core milliseconds; a worker takes 85 ms to start. For 100,000 × 14 cells the worker doubles
 * the CPU time (measured: 0.75 s here, 1.4 s there, as a million values must be packed and unpacked), but keeps this
 * thread free for all of it but 0.2 s.
 */
function isQuick(bytes: Uint8Array, sniffed: SniffedFile): boolean {
  const isOwn = sniffed.container === 'xlsx' || sniffed.container === 'xlsm'
  return sniffed.container === 'csv' || (isOwn && declaredBytes(bytes) <= quickBytes)
}

/** Sum of the inflated sizes the directory declares (a lie is caught when inflating); 0 when it is damaged: then reading ends at once. */
function declaredBytes(bytes: Uint8Array): number {
  const directory = catchRefusal(() => readDirectory(bytes, ooxmlLimits))
  return directory.ok ? directory.value.records.reduce((sum, record) => sum + record.size, 0) : 0
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
  const heapMb = options.heapMb ?? 768
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./readWorker.ts', import.meta.url), {
      workerData: job,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
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
