// 10,000 histories of the real client and the real server under faults (protocol §1.11 T2).
import { describe, expect, it } from 'vitest'
import { runHistory } from '#test/simulation/runHistory.ts'

const histories = Number(process.env['HISTORIES'] ?? '10000')
const first = Number(process.env['SEED'] ?? '100000')

describe('three desks and a server', () => {
  it(
    'agree in the end, lose nothing and do nothing twice, ten thousand times',
    async () => {
      const failures: string[] = []
      const sums = { commits: 0, receipts: 0, conflicts: 0, crashes: 0 }
      for (let seed = first; seed < first + histories; seed += 1) {
        await runHistory(seed).then(
          ({ commits, receipts, conflicts, crashes }) => {
            sums.commits += commits
            sums.receipts += receipts
            sums.conflicts += conflicts
            sums.crashes += crashes
          },
          (problem: unknown) => failures.push(String(problem)),
        )
      }
      expect(failures).toEqual([])
      // A history without faults and conflicts proves nothing.
      expect(Math.min(sums.commits / 4, sums.receipts, sums.conflicts, sums.crashes * 4)).toBeGreaterThan(histories / 2)
    },
    3 * 3600_000,
  )
})
