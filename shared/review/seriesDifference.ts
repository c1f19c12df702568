// One issue of a list that comes again and again (慰问发放、补助) against the one before: who is new, who is gone, whose amount changed.
import type { Series } from '../definition/sheet.ts'
import type { Values } from '../kernel/value.ts'

export interface SeriesPerson {
  /** How people know the person. */
  readonly name: string
  /** 分, all rows of the person in the issue together; null: not in the issue. */
  readonly before: number | null
  readonly after: number | null
}

export interface SeriesDifference {
  readonly issue: string
  /** The issue before; null: this is the first. */
  readonly previous: string | null
  readonly added: readonly SeriesPerson[]
  readonly removed: readonly SeriesPerson[]
  readonly changed: readonly SeriesPerson[]
  /** People who are in both with the same amount: 其余 N 人与上期一致. */
  readonly unchanged: number
  readonly total: number
  readonly previousTotal: number | null
}

interface Issue {
  readonly name: string
  readonly people: Map<string, { name: string; amount: number }>
}

function textOf(values: Values, columns: readonly string[]): string {
  return columns
    .map((column) => String(values[column] ?? ''))
    .filter((text) => text !== '')
    .join(' ')
}

/** The first column that is filled in says who it is; rows of nobody are passed over. */
function personOf({ person }: Series, values: Values): string | undefined {
  const column = person.find((key) => (values[key] ?? '') !== '')
  return column === undefined ? undefined : `${column} ${String(values[column])}`
}

/** In the order in which their first rows stand. */
export function issuesOf(series: Series, rows: readonly Values[]): readonly string[] {
  return [...readIssues(series, rows).keys()]
}

function readIssues(series: Series, rows: readonly Values[]): ReadonlyMap<string, Issue> {
  const issues = new Map<string, Issue>()
  for (const values of rows) {
    const name = textOf(values, series.issue)
    const key = personOf(series, values)
    if (name === '' || key === undefined) continue
    let issue = issues.get(name)
    if (!issue) issues.set(name, (issue = { name, people: new Map() }))
    const person = issue.people.get(key) ?? { name: textOf(values, [series.name]), amount: 0 }
    const amount = values[series.amount]
    issue.people.set(key, { ...person, amount: person.amount + (typeof amount === 'number' ? amount : 0) })
  }
  return issues
}

/** Rows in their order. */
export interface SeriesRows {
  readonly rows: readonly Values[]
  /** Of the year before: its last issue is the one before the first of this year. */
  readonly earlier: readonly Values[]
  readonly earlierYear: number
}

/** undefined: no such issue among `rows`. */
export function compareIssues(
  series: Series,
  { rows, earlier, earlierYear }: SeriesRows,
  issue: string,
): SeriesDifference | undefined {
  const issues = [...readIssues(series, rows).values()]
  const index = issues.findIndex(({ name }) => name === issue)
  const current = issues[index]
  if (!current) return undefined
  const last = [...readIssues(series, earlier).values()].at(-1)
  const previous = index > 0 ? issues[index - 1] : last && { ...last, name: `${earlierYear} ${last.name}` }
  const people = [...new Set([...current.people.keys(), ...(previous?.people.keys() ?? [])])].map(
    (key): SeriesPerson => {
      const after = current.people.get(key)
      const before = previous?.people.get(key)
      return { name: after?.name ?? before?.name ?? '', before: before?.amount ?? null, after: after?.amount ?? null }
    },
  )
  const total = (of: Issue): number => [...of.people.values()].reduce((sum, { amount }) => sum + amount, 0)
  const known = previous === undefined ? [] : people
  return {
    issue,
    previous: previous?.name ?? null,
    added: known.filter(({ before }) => before === null),
    removed: known.filter(({ after }) => after === null),
    changed: known.filter(({ before, after }) => before !== null && after !== null && before !== after),
    unchanged: known.filter(({ before, after }) => before !== null && before === after).length,
    total: total(current),
    previousTotal: previous === undefined ? null : total(previous),
  }
}
