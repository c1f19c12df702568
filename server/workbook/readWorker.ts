// The worker thread in which one file is read; it is killed when it takes too long or too much.
import { enableCompileCache, flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import type { FileRefusal } from '#shared/workbook/raw.ts'
import type { SniffedFile } from '#shared/workbook/sniffContainer.ts'
import type { PackedWorkbook } from './packWorkbook.ts'

export interface ReadJob {
  readonly bytes: Uint8Array
  readonly sniffed: SniffedFile
  readonly sheetName: string
}

export type ReadAnswer = { readonly packed: PackedWorkbook } | { readonly refusal: FileRefusal }

// Starting a worker costs 85 ms with its modules compiled before, 300 ms without. The folder is ours alone, not a shared one.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compile', import.meta.url)))
const { readBytes } = await import('./readBytes.ts')
const { packWorkbook } = await import('./packWorkbook.ts')
flushCompileCache()

const { bytes, sniffed, sheetName } = workerData as ReadJob
const read = await readBytes(bytes, sniffed, sheetName)
if (read.ok) {
  const { packed, buffers } = packWorkbook(read.value)
  parentPort?.postMessage({ packed } satisfies ReadAnswer, [...buffers])
} else parentPort?.postMessage({ refusal: read.error } satisfies ReadAnswer)
