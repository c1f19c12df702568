// How often what was logged of each row, as the list says it: 催办 2 次.
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Words } from '#shared/kernel/words.ts'
import type { EventCount } from '#shared/review/eventCounts.ts'

export interface Logged {
  /** Heading: the names of what was logged. */
  readonly label: string
  /** '' where nothing was. */
  readonly of: (id: string) => string
}

export interface Telling {
  readonly say: (words: Words) => string
  /** 催办, 2 → 催办 2 次 */
  readonly times: (name: string, n: number) => string
}

/** null: nothing was logged of any row. */
export function loggedOf(
  sheet: SheetDefinition | undefined,
  counts: readonly EventCount[],
  { say, times }: Telling,
): Logged | null {
  const texts = new Map<string, string>()
  const labels = new Set<string>()
  for (const { record, event, times: n } of counts) {
    const found = sheet?.workflow.events?.find(({ name }) => name === event)
    if (!found) continue
    labels.add(say(found.label))
    texts.set(record, [texts.get(record) ?? [], times(say(found.label), n)].flat().join(' · '))
  }
  if (texts.size === 0) return null
  return { label: [...labels].join(' · '), of: (id) => texts.get(id) ?? '' }
}
