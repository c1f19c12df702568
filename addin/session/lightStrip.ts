// The colours of a record as a strip: how many days each lasted, and what they come to.
import type { Light, LightVerdict } from '#shared/definition/light.ts'
import { daysBetween, plusDays, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { LightHistory } from '#shared/review/lightHistory.ts'

/** A colour; `none`: no light was on. */
export type StripColor = Light | 'none'

export interface StripPart {
  readonly from: PlainDate
  /** Last day; today for the newest. */
  readonly to: PlainDate
  /** Both counted; at least 1. */
  readonly days: number
  readonly color: StripColor
  /** As of its first day. */
  readonly verdict: LightVerdict | null
}

export interface StripSum {
  readonly color: StripColor
  readonly days: number
}

const worstFirst: readonly StripColor[] = ['red', 'yellow', 'green', 'none']

/** Oldest first. */
export function stripParts({ spans, today }: LightHistory): readonly StripPart[] {
  return spans.map(({ from, verdict }, index) => {
    const next = spans[index + 1]
    const to = next ? plusDays(next.from, -1) : today
    return { from, to, days: daysBetween(from, to) + 1, color: verdict?.light ?? 'none', verdict }
  })
}

/** Days by colour, the worst first; colours that never were are left out. */
export function stripSums(parts: readonly StripPart[]): readonly StripSum[] {
  return worstFirst.flatMap((color): readonly StripSum[] => {
    const days = parts.reduce((sum, part) => sum + (part.color === color ? part.days : 0), 0)
    return days === 0 ? [] : [{ color, days }]
  })
}
