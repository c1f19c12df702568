// The execution of a budget: entries and old tables, what is in transit, how money is spent.
import { describe, expect, it } from 'vitest'
import { ruleContext } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'
import { withDerived } from '#shared/sheets/execution/derived.ts'
import { sampleLine, sampleRow } from '#shared/sheets/execution/sample.ts'
import { executionSheet } from '#shared/sheets/execution.ts'
import { validateRows } from '#shared/validation/validateRows.ts'

const context = ruleContext({ today: plainDate(2026, 3, 1)!, year: 2026, unitKind: 'primary' })
const codes = (values: Values, place = context) =>
  validateRows(executionSheet, [{ values, location: {} }], place).map(({ code }) => code)

describe('amounts', () => {
  it('count advances and claims as in transit, and rate the line with and without them', () => {
    expect(withDerived({ ...sampleLine, amount: 300_000, loan: 100_000, claim: 200_000 })).toMatchObject({
      pending: 300_000,
      balance: 400_000,
      rate: 3_000,
      rateWithPending: 6_000,
    })
    expect(withDerived(sampleRow)).toMatchObject({ pending: null, balance: null, rate: null, rateWithPending: null })
  })
})

describe('interpretation', () => {
  const place = { ...context, codes: new Set(['501', '50101', '50102']) }

  it('takes a parent line of an old table for its sum, and its children for data', () => {
    const parent = executionSheet.interpret!({ accountCode: '501', accountName: '职工活动支出', amount: 5 }, place)
    const child = executionSheet.interpret!({ accountCode: '50101', accountName: '职工教育支出', amount: 5 }, place)
    expect([parent.role, child.role]).toEqual(['total', 'data'])
  })

  it('leaves out accounts that an old table printed without a figure', () => {
    expect(executionSheet.interpret!({ accountCode: '50102', accountName: '文体活动支出' }, place).role).toBe('blank')
  })
})

describe('rules', () => {
  it('say nothing of a sound entry or a sound line', () => {
    expect(codes(sampleRow)).toEqual([])
    expect(codes(sampleLine)).toEqual([])
  })

  it.each<readonly [string, Values, readonly string[]]>([
    ['an amount of some kind', { amount: null }, ['execution/amount-missing']],
    ['a claim alone is enough', { amount: null, claim: 5 }, []],
    ['B-06 over the line’s budget', { approved: 299_999 }, ['execution/over-line']],
    ['B-07 another year', { date: '2025-12-30' }, ['execution/other-year']],
    ['G-02 two persons', { approver: '经办人甲' }, ['execution/same-person']],
    ['G-02 somebody approves', { approver: null }, ['execution/approver-missing']],
    [
      'E-05 back the same day',
      { purpose: '春秋游', from: '2026-04-11', until: '2026-04-12' },
      ['execution/outing-returns'],
    ],
    ['E-15 wages', { summary: '聘用人员工资' }, ['execution/wages']],
    ['E-18 contest bonus', { summary: '劳动竞赛奖金' }, ['execution/contest-bonus', 'execution/eight-prohibitions']],
    ['E-20 aid in cash', { purpose: '困难帮扶', settlement: '现金' }, ['execution/aid-in-cash']],
  ])('%s', (_, change, expected) => {
    expect(codes({ ...sampleRow, ...change })).toEqual(expected)
  })

  it('B-22 expect more of a line late in the year than early', () => {
    const slow = { ...sampleLine, amount: 400_000 }
    expect(codes(slow)).toEqual([])
    expect(codes(slow, { ...context, today: plainDate(2026, 10, 8)! })).toEqual(['execution/slow'])
    expect(codes(slow, { ...context, today: plainDate(2027, 2, 1)! })).toEqual(['execution/slow'])
  })
})
