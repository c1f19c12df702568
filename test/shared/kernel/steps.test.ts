// Work in steps comes to the same in one go and with pauses, and asks before every step.
import { describe, expect, it } from 'vitest'
import { inOneGo, withPauses, type Steps } from '#shared/kernel/steps.ts'

function* sum(numbers: readonly number[]): Steps<number> {
  let found = 0
  for (const number of numbers) {
    found += number
    yield
  }
  return found
}

describe('steps', () => {
  it('come to the same in one go, without a pause and with one', async () => {
    const numbers = [3, 5, 8]
    expect(inOneGo(sum(numbers))).toBe(16)
    expect(await withPauses(sum(numbers), undefined)).toBe(16)
    expect(await withPauses(sum(numbers), () => Promise.resolve())).toBe(16)
  })

  it('let others come in between where the pause says so', async () => {
    const seen: string[] = []
    function* told(): Steps<null> {
      seen.push('first')
      yield
      seen.push('second')
      return null
    }
    let asked = 0
    const working = withPauses(told(), () => {
      asked += 1
      return asked === 2 ? new Promise((resolve) => setTimeout(resolve, 0)) : undefined
    })
    seen.push('others')
    await working
    expect(seen).toEqual(['first', 'others', 'second'])
  })

  it('hand on what is thrown', async () => {
    function* broken(): Steps<null> {
      yield
      throw new Error('no')
    }
    expect(() => inOneGo(broken())).toThrow('no')
    await expect(withPauses(broken(), () => undefined)).rejects.toThrow('no')
  })
})
