// One issue of a list against the one before.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Series } from '#shared/definition/sheet.ts'
import { compareIssues, issuesOf } from '#shared/review/seriesDifference.ts'

const series: Series = { person: ['no', 'name'], issue: ['issue'], amount: 'amount', name: 'name' }
const row = (issue: string | null, no: string | null, amount: number | null) => ({
  issue,
  no,
  name: `人${no ?? ''}`,
  amount,
})
const nothing = { earlier: [], earlierYear: 2025 }

describe('compareIssues', () => {
  it('knows a person by number before name, adds their rows up, passes over rows of nobody and of no issue', () => {
    const rows = [
      row('一', '1', 10),
      row('一', '1', 5),
      row(null, '9', 1),
      { issue: '一', no: null, name: null, amount: 3 },
    ]
    expect(issuesOf(series, rows)).toEqual(['一'])
    expect(compareIssues(series, { rows, ...nothing }, '一')).toMatchObject({ previous: null, total: 15, unchanged: 0 })
    const renamed = [...rows, { issue: '二', no: '1', name: '新名', amount: 15 }]
    expect(compareIssues(series, { rows: renamed, ...nothing }, '二')).toMatchObject({
      added: [],
      removed: [],
      changed: [],
      unchanged: 1,
    })
    expect(compareIssues(series, { rows, ...nothing }, '三')).toBeUndefined()
  })

  it('takes the last issue of the year before for the first of this one', () => {
    const earlier = [row('春节', '1', 10), row('中秋', '2', 10)]
    const found = compareIssues(series, { rows: [row('春节', '2', 10)], earlier, earlierYear: 2025 }, '春节')
    expect(found).toMatchObject({ previous: '2025 中秋', added: [], unchanged: 1, previousTotal: 10 })
  })

  it('puts every person of both issues in exactly one list, and the amounts add up', () => {
    const rows = fc.array(
      fc.record({
        issue: fc.constantFrom('一', '二'),
        no: fc.constantFrom('1', '2', '3', '4'),
        amount: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(null)),
      }),
      { maxLength: 15 },
    )
    fc.assert(
      fc.property(rows, (made) => {
        const list = [
          row('一', '0', 0),
          ...made.map(({ issue, no, amount }) => row(issue, no, amount)),
          row('二', '0', 0),
        ]
        const found = compareIssues(series, { rows: list, ...nothing }, '二')!
        const people = new Set(list.map(({ no }) => no))
        const { added, removed, changed, unchanged, total, previousTotal } = found
        expect(added.length + removed.length + changed.length + unchanged).toBe(people.size)
        const sum = (amounts: readonly (number | null)[]) =>
          amounts.reduce<number>((all, amount) => all + (amount ?? 0), 0)
        const moved =
          sum(added.map(({ after }) => after)) -
          sum(removed.map(({ before }) => before)) +
          sum(changed.map(({ before, after }) => (after ?? 0) - (before ?? 0)))
        expect(total - (previousTotal ?? 0)).toBe(moved)
      }),
    )
  })
})
