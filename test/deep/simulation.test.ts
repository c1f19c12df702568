// 10,000 histories of the real client and the real server under faults (protocol §1.11 T2), on all cores.
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import type { Share, ShareOutcome } from './historyWorker.ts'

const histories = Number(process.env['HISTORIES'] ?? '10000')
const first = Number(process.env['SEED'] ?? '100000')

async function runShare(share: Share): Promise<ShareOutcome> {
  const worker = new Worker(new URL('historyWorker.ts', import.meta.url), { workerData: share })
  const [outcome] = (await once(worker, 'message')) as [ShareOutcome]
  return outcome
}

describe('three desks and a server', () => {
  it(
    'agree in the end, lose nothing and do nothing twice, ten thousand times',
    async () => {
      const step = availableParallelism()
      const shares = Array.from({ length: step }, (_, index) => {
        return runShare({ first: first + index, histories: Math.ceil((histories - index) / step), step })
      })
      const outcomes = await Promise.all(shares)
      expect(outcomes.flatMap(({ failures }) => failures)).toEqual([])
      const sum = (of: Exclude<keyof ShareOutcome, 'failures'>): number =>
        outcomes.reduce((total, outcome) => total + outcome[of], 0)
      console.log(
        JSON.stringify({
          histories,
          commits: sum('commits'),
          receipts: sum('receipts'),
          conflicts: sum('conflicts'),
          crashes: sum('crashes'),
        }),
      )
      // A history without faults and conflicts proves nothing.
      expect(Math.min(sum('commits') / 4, sum('receipts'), sum('conflicts'), sum('crashes') * 4)).toBeGreaterThan(
        histories / 2,
      )
    },
    3 * 3600_000,
  )
})
