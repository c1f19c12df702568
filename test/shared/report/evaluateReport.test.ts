// Reports: sums that add up whatever the order, lines by key, nothing counted twice or in the wrong state.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDefinition } from '#shared/definition/check.ts'
import type { Values } from '#shared/kernel/value.ts'
import { evaluateReport, type SourceRow } from '#shared/report/evaluateReport.ts'
import { sheets } from '#shared/sheets/index.ts'
import { reports } from '#shared/sheets/reports/index.ts'
import { executionTable } from '#shared/sheets/reports/executionTable.ts'

const line = { side: '支出', accountCode: '50101', accountName: '职工教育支出', project: null }
const row = (kind: string, state: string, values: Values): SourceRow => ({
  kind,
  state,
  values: { ...line, ...values },
})

describe('the table of budget and execution', () => {
  const rows = [
    row('budget', 'approved', { budget: 1_000 }),
    row('adjustment', 'approved', { change: -200 }),
    row('adjustment', 'draft', { change: 5_000 }),
    row('execution', 'booked', { amount: 300 }),
    row('execution', 'claimed', { amount: null, loan: 100, claim: 50 }),
  ]

  it('adds up what counts, line by line, and works out the rest', () => {
    expect(evaluateReport(executionTable, rows)).toEqual([
      {
        ...line,
        budget: 1_000,
        change: -200,
        approved: 800,
        executed: 300,
        pending: 150,
        left: 350,
        rate: 3_750,
        rateWithPending: 5_625,
        topAccount: '501',
        accountLevel: 2,
      },
    ])
  })

  it('shows spending without a budget as a line of its own', () => {
    const [, unplanned] = evaluateReport(executionTable, [
      ...rows,
      row('execution', 'booked', { accountCode: '50103', accountName: '宣传活动支出', amount: 7 }),
    ])
    expect(unplanned).toMatchObject({ accountCode: '50103', executed: 7, approved: null, left: null, rate: null })
  })

  it('leaves rows out that speak of nothing', () => {
    const nothing = { side: null, accountCode: null, accountName: '', project: null, amount: 5 }
    expect(evaluateReport(executionTable, [{ kind: 'execution', state: 'booked', values: nothing }])).toEqual([])
  })
})

describe.each(reports)('$report', (report) => {
  it('is sound: words in each language, columns that exist on both sides', () => {
    const faults = checkDefinition({
      ...report.sheet,
      workflow: {
        initial: 'x',
        states: [{ name: 'x', label: report.sheet.title, locked: true }],
        transitions: [],
        permissions: [],
      },
    })
    expect(faults).toEqual([])
    for (const source of report.sources) {
      const kind = sheets.find((sheet) => sheet.kind === source.kind)
      expect(kind, source.kind).toBeDefined()
      for (const state of source.states ?? []) expect(kind?.workflow.states.map(({ name }) => name)).toContain(state)
      const theirs = [...Object.values(source.takes), ...source.sums.flatMap(({ column }) => column ?? [])]
      for (const column of theirs) expect(Object.keys(kind?.columns ?? {})).toContain(column)
      const ours = [...Object.keys(source.takes), ...source.sums.map(({ to }) => to), ...report.key]
      for (const column of ours) expect(Object.keys(report.sheet.columns)).toContain(column)
    }
  })

  it('comes to the same sums in whatever order the rows come, and to the sums of its rows', () => {
    const [source] = report.sources
    const sum = source?.sums[0]
    if (source === undefined || sum === undefined || sum.column === null) throw new Error('nothing is added up')
    const { column, to } = sum
    const [, keyColumn = ''] = Object.entries(source.takes).find(([own]) => own === report.key[1]) ?? []
    const some = fc.record({
      key: fc.constantFrom('50101', '50102', '402'),
      amount: fc.integer({ min: -1e9, max: 1e9 }),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), (made) => {
        const rows = made.map(({ key, amount }) => ({
          kind: source.kind,
          state: source.states?.[0] ?? '',
          values: { [keyColumn]: key, [column]: amount },
        }))
        const total = (lines: readonly Values[]) => lines.reduce((all, each) => all + Number(each[to] ?? 0), 0)
        const forth = evaluateReport(report, rows)
        const back = evaluateReport(report, rows.toReversed())
        expect(total(forth)).toBe(made.reduce((all, { amount }) => all + amount, 0))
        const byCode = (lines: readonly Values[]) =>
          lines.toSorted((a, b) => (String(a[report.key[1] ?? '']) < String(b[report.key[1] ?? '']) ? -1 : 1))
        expect(byCode(back)).toEqual(byCode(forth))
      }),
    )
  })
})
