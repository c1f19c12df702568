// What is met while reading, said a limited number of times: a hostile file must not make a million sentences.
import type { Finding, FindingLocation, Severity } from '../kernel/finding.ts'
import type { Params } from '../kernel/words.ts'

const perCode = 20

export interface FindingLog {
  add(finding: {
    readonly code: string
    readonly severity: Severity
    readonly location?: FindingLocation
    readonly params?: Params
  }): void
  /** What was added, and for each code that came too often one `file.more-findings` with the rest counted. */
  all(): readonly Finding[]
}

/** Sentences name the place too. */
export function placesOf({ sheet, row, cell }: FindingLocation): Params {
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(row === undefined ? {} : { row }),
    ...(cell === undefined ? {} : { cell }),
  }
}

export function createFindingLog(): FindingLog {
  const kept: Finding[] = []
  const counts = new Map<string, number>()
  return {
    add({ code, severity, location = {}, params = {} }) {
      const key = `${code} ${location.sheet ?? ''}`
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      if (count <= perCode) kept.push({ code, severity, location, params: { ...placesOf(location), ...params } })
    },
    all() {
      const more = [...counts].flatMap(([key, count]): readonly Finding[] => {
        const space = key.indexOf(' ')
        const sheet = key.slice(space + 1)
        const location = sheet === '' ? {} : { sheet }
        const params = { ...placesOf(location), code: key.slice(0, space), count: count - perCode }
        return count > perCode ? [{ code: 'file.more-findings', severity: 'warning', location, params }] : []
      })
      return [...kept, ...more]
    },
  }
}
