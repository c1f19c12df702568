// The strip loses no day: parts follow each other up to today, and the sums come to all days.
import { describe, expect, it } from 'vitest'
import { stripParts, stripSums } from '#addin/session/lightStrip.ts'
import type { Light } from '#shared/definition/light.ts'
import { parsePlainDate } from '#shared/kernel/plainDate.ts'
import type { LightSpan } from '#shared/review/lightHistory.ts'

const span = (from: string, light: Light | null): LightSpan => ({
  from: parsePlainDate(from)!,
  verdict: light && { light, reason: 'why', params: {} },
})
const history = {
  today: parsePlainDate('2026-10-15')!,
  spans: [
    span('2026-09-01', 'green'),
    span('2026-09-25', 'yellow'),
    span('2026-09-29', null),
    span('2026-10-15', 'green'),
  ],
  now: null,
}

describe('the strip of lights', () => {
  it('counts the days of each part, the first and the last one in', () => {
    expect(stripParts(history).map(({ from, to, days, color }) => [from, to, days, color])).toEqual([
      ['2026-09-01', '2026-09-24', 24, 'green'],
      ['2026-09-25', '2026-09-28', 4, 'yellow'],
      ['2026-09-29', '2026-10-14', 16, 'none'],
      ['2026-10-15', '2026-10-15', 1, 'green'],
    ])
  })

  it('adds up by colour, the worst first', () => {
    expect(stripSums(stripParts(history))).toEqual([
      { color: 'yellow', days: 4 },
      { color: 'green', days: 25 },
      { color: 'none', days: 16 },
    ])
    expect(stripSums([])).toEqual([])
  })
})
