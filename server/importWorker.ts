// The thread in which uploaded files are read and understood; a root of its own, as it must know the kinds.
// It keeps the last file it read, because one file is asked about often, and is killed when it takes too long or too much.
import { enableCompileCache, flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import type { AskedTask, ThreadAnswer } from './import/threadReader.ts'

// Starting costs 85 ms with the modules compiled before, 300 ms without. The folder is ours alone, not a shared one.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)))
const { sheets } = await import('#shared/sheets/index.ts')
const { createFileTasks } = await import('./import/doFileTask.ts')
const { answerTasks } = await import('./import/answerTasks.ts')
flushCompileCache()

const definitions = new Map(sheets.map((sheet) => [sheet.kind, sheet]))
const answer = answerTasks(createFileTasks({ definitions }))
const reply = async (asked: AskedTask): Promise<void> => {
  const { answer: said, transfer } = await answer(asked)
  parentPort?.postMessage(said satisfies ThreadAnswer, [...transfer])
}
// A task that throws is a bug: unhandled, it ends the thread, and whoever asked is told so.
parentPort?.on('message', (asked: AskedTask) => void reply(asked))
