// Work that must not grow faster than its input: compared with itself in the same run, never with a clock's figure.
import { expect } from 'vitest'

const rounds = 5
const factor = 8

function cpuMs(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const used = process.cpuUsage(start)
  return (used.user + used.system) / 1000
}

/** Best of several rounds: what the work costs when nothing disturbs it. */
function bestOf(work: () => void): number {
  return Math.min(...Array.from({ length: rounds }, () => cpuMs(work)))
}

/**
 * Eight times the input may cost at most three times eight times the work (a quadratic one costs sixty-four times).
 * Costs under two milliseconds are too small to tell and count as two.
 * @param input text of at least 8,000 characters; its first eighth is the smaller input
 */
export function expectLinear(input: string, work: (text: string) => void): void {
  const small = input.slice(0, input.length / factor)
  const base = Math.max(
    2,
    bestOf(() => work(small)),
  )
  const whole = bestOf(() => work(input))
  expect(whole / base, `${input.slice(0, 12)}… × ${input.length}`).toBeLessThan(factor * 3)
}
