// The colours a record has had: replayed from what it held on each day, never stored.
import type { LightRule, LightVerdict } from '../definition/light.ts'
import type { RuleContext } from '../definition/rule.ts'
import type { PlainDate } from '../kernel/plainDate.ts'
import type { Values } from '../kernel/value.ts'

/** What a record held from the end of this day on; null: it was deleted. */
export interface RowVersion {
  readonly from: PlainDate
  readonly values: Values | null
}

/** From this day up to the next span, or to today. */
export interface LightSpan {
  readonly from: PlainDate
  /** As of its first day; null: no light. */
  readonly verdict: LightVerdict | null
}

/** Colours, sentences, and the verdict of today. */
export interface LightHistory {
  readonly today: PlainDate
  /** Oldest first; begins with the first light that was on. */
  readonly spans: readonly LightSpan[]
  readonly now: LightVerdict | null
}

export interface Replaying {
  /** Oldest first, one a day at most. */
  readonly versions: readonly RowVersion[]
  readonly today: PlainDate
  readonly contextOf: (day: PlainDate) => RuleContext
}

/**
 * A span begins where colour or reason turns, and where a change of the record changes what its light says. Asked are only
 * the days of a change and the days on which the kind's light may turn by itself.
 */
export function replayLights(light: LightRule, { versions, today, contextOf }: Replaying): LightHistory {
  const judge = (values: Values | null, day: PlainDate): LightVerdict | null =>
    values === null ? null : light.of(values, contextOf(day))
  const spans: LightSpan[] = []
  let values: Values | null = null
  let last: LightVerdict | null = null
  for (const [index, version] of versions.entries()) {
    const { from } = version
    const next = versions[index + 1]
    const verdict = judge(version.values, from)
    // the same day by what it held before: does the change alter what is said?
    if (!sameLight(verdict, last) || !sameSentence(verdict, judge(values, from))) spans.push({ from, verdict })
    values = version.values
    last = verdict
    for (const day of turnsWithin(light, values, { after: from, before: next?.from, today, contextOf })) {
      const turned = judge(values, day)
      if (!sameLight(turned, last)) spans.push({ from: day, verdict: turned })
      last = turned
    }
  }
  const lit = spans.findIndex(({ verdict }) => verdict !== null)
  return { today, spans: lit < 0 ? [] : spans.slice(lit), now: judge(values, today) }
}

/** The colour on a day; undefined: the history begins later. */
export function lightAt({ spans }: LightHistory, day: PlainDate): LightSpan | undefined {
  return spans.findLast(({ from }) => from <= day)
}

interface Within extends Pick<Replaying, 'today' | 'contextOf'> {
  readonly after: PlainDate
  readonly before: PlainDate | undefined
}

function turnsWithin(
  { turns }: LightRule,
  values: Values | null,
  { after, before, today, contextOf }: Within,
): readonly PlainDate[] {
  if (values === null) return []
  const days = turns(values, contextOf(today)).filter(
    (day) => day > after && day <= today && (before === undefined || day < before),
  )
  return [...new Set(days)].toSorted()
}

function sameLight(a: LightVerdict | null, b: LightVerdict | null): boolean {
  return a?.light === b?.light && a?.reason === b?.reason
}

function sameSentence(a: LightVerdict | null, b: LightVerdict | null): boolean {
  return sameLight(a, b) && JSON.stringify(a?.params) === JSON.stringify(b?.params)
}
