// One task after another, with the last file read kept in mind.
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { RawWorkbook } from '#shared/workbook/raw.ts'
import { refuse, type Refusal } from '../request/refusal.ts'
import { readFile } from '../workbook/readFile.ts'
import type { DoFileTask, ReadFile } from './doFileTask.ts'
import type { AskedTask, ThreadAnswer } from './threadReader.ts'

export type AnswerTask = (asked: AskedTask) => Promise<{
  readonly answer: ThreadAnswer
  readonly transfer: readonly ArrayBuffer[]
}>

export function answerTasks(tasks: DoFileTask): AnswerTask {
  let held: { readonly id: string; readonly file: ReadFile } | undefined
  const open = async ({ file }: AskedTask): Promise<Result<ReadFile, Refusal>> => {
    if (held?.id === file.id) return ok(held.file)
    // Forgotten first: two large files at once are more than a thread may hold.
    held = undefined
    if (file.bytes === null) throw new Error('asked about a file that was never sent')
    const { bytes } = file
    const workbook: Result<RawWorkbook, Refusal> = await read(bytes, file.name)
    if (!workbook.ok) return workbook
    held = { id: file.id, file: { bytes, workbook: workbook.value } }
    return ok(held.file)
  }
  return async (asked) => {
    const file = await open(asked)
    // the name says of which task what is asked is
    const answer: Result<unknown, Refusal> = file.ok ? await tasks[asked.name](file.value, asked.asked as never) : file
    const buffers = answer.ok && answer.value instanceof Uint8Array ? [answer.value.buffer as ArrayBuffer] : []
    return { answer: { answer, holds: held?.id ?? null }, transfer: buffers }
  }
}

async function read(bytes: Uint8Array, name: string): Promise<Result<RawWorkbook, Refusal>> {
  const workbook = await readFile(bytes, name, { where: 'here' })
  return workbook.ok ? workbook : err(refuse(workbook.error.code, workbook.error.params))
}
