// 200 histories of the real client and the real server under faults; the deep run does 10,000.
import { describe, expect, it } from 'vitest'
import { runHistory } from './runHistory.ts'

describe('three desks and a server', () => {
  it('agree in the end, lose nothing and do nothing twice (I1 I2 I3 I4 I5 I7 I8 I9 I13 I14)', async () => {
    const failures: string[] = []
    for (let seed = 1; seed <= 200; seed += 1) {
      await runHistory(seed).catch((problem: unknown) => failures.push(String(problem)))
    }
    expect(failures).toEqual([])
  }, 120_000)
})
