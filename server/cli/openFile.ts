// A spreadsheet named on the command line, read; or the sentence why not.
import { basename } from 'node:path'
import { refusalWords } from '#shared/workbook/fileWords.ts'
import { fillPlaces } from '#shared/kernel/words.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { RawWorkbook } from '#shared/workbook/raw.ts'
import { readFile } from '../workbook/readFile.ts'
import type { Terminal } from './terminal.ts'

export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly workbook: RawWorkbook
}

export async function openFile(
  path: string,
  terminal: Terminal,
): Promise<Result<OpenedFile, { readonly code: string; readonly message: string }>> {
  terminal.progress('正在读取……')
  const bytes = await terminal.readFile(path)
  const name = basename(path)
  const workbook = await readFile(bytes, name)
  terminal.progress('')
  if (workbook.ok) return ok({ name, bytes, workbook: workbook.value })
  const { code, params } = workbook.error
  return err({ code, message: fillPlaces(refusalWords[code]['zh-Hans'], params) })
}
