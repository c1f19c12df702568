// Every deliberate fault of the protocol is caught within a few histories that pass without it.
import { describe, expect, it } from 'vitest'
import { mutants } from './mutants.ts'
import { runHistory } from './runHistory.ts'

const most = 20

describe('deliberate faults', () => {
  it.each(Object.keys(mutants))('%s: caught', async (name) => {
    let caught: string | undefined
    const mutant = mutants[name]
    const first = mutant?.seed ?? 1
    for (let seed = first; seed < first + most && caught === undefined; seed += 1) {
      await runHistory(seed, mutant).catch((problem: unknown) => (caught = String(problem)))
    }
    expect(caught).toMatch(/I\d|no edit is lost|moves arrive once/)
  })
})
