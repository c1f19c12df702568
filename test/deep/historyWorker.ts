// A share of the simulated histories, in a thread of its own: sums and failures go back to the test.
import { parentPort, workerData } from 'node:worker_threads'
import { runHistory } from '#test/simulation/runHistory.ts'

export interface Share {
  readonly first: number
  readonly histories: number
  /** Seeds apart: each thread takes every so-many-th. */
  readonly step: number
}

export interface ShareOutcome {
  readonly failures: readonly string[]
  readonly commits: number
  readonly receipts: number
  readonly conflicts: number
  readonly crashes: number
}

const { first, histories, step } = workerData as Share // given by simulation.test.ts
const failures: string[] = []
const sums = { commits: 0, receipts: 0, conflicts: 0, crashes: 0 }
for (let index = 0; index < histories; index += 1) {
  try {
    const { commits, receipts, conflicts, crashes } = await runHistory(first + index * step)
    sums.commits += commits
    sums.receipts += receipts
    sums.conflicts += conflicts
    sums.crashes += crashes
  } catch (problem) {
    failures.push(String(problem))
  }
}
parentPort?.postMessage({ failures, ...sums } satisfies ShareOutcome)
