// The worker thread in which one file is read; it is killed when it takes too long or too much.
import { parentPort, workerData } from 'node:worker_threads'
import type { FileRefusal } from '#shared/workbook/raw.ts'
import type { SniffedFile } from '#shared/workbook/sniffContainer.ts'
import { packWorkbook, type PackedWorkbook } from './packWorkbook.ts'
import { readBytes } from './readBytes.ts'

export interface ReadJob {
  readonly bytes: Uint8Array
  readonly sniffed: SniffedFile
  readonly sheetName: string
}

export type ReadAnswer = { readonly packed: PackedWorkbook } | { readonly refusal: FileRefusal }

const { bytes, sniffed, sheetName } = workerData as ReadJob
const read = await readBytes(bytes, sniffed, sheetName)
if (read.ok) {
  const { packed, buffers } = packWorkbook(read.value)
  parentPort?.postMessage({ packed } satisfies ReadAnswer, [...buffers])
} else parentPort?.postMessage({ refusal: read.error } satisfies ReadAnswer)
