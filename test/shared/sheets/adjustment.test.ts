// The budget adjustment's own meaning: signs, parts, what may not fall below what.
import { describe, expect, it } from 'vitest'
import { ruleContext } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'
import { adjustedOf, changeRateOf } from '#shared/sheets/adjustment/derived.ts'
import { sampleIncome, sampleRow } from '#shared/sheets/adjustment/sample.ts'
import { adjustmentSheet } from '#shared/sheets/adjustment.ts'
import { validateRows } from '#shared/validation/validateRows.ts'
import { validateSet } from '#shared/validation/setFindings.ts'

const context = ruleContext({ today: plainDate(2026, 7, 1)!, year: 2026, unitKind: 'primary' })
const place = { ...context, codes: new Set<string>() }
const codes = (change: Values) =>
  validateRows(adjustmentSheet, [{ values: { ...sampleRow, ...change }, location: {} }], context).map(
    ({ code }) => code,
  )
const setCodes = (...rows: readonly Values[]) =>
  validateSet(
    adjustmentSheet,
    rows.map((values, index) => ({ id: String(index), values })),
    context,
  ).map(({ code }) => code)

describe('interpretation', () => {
  it('works the signed adjustment out of 调增数 and 调减数', () => {
    const read = adjustmentSheet.interpret!(
      { accountCode: '50101', accountName: '职工教育支出', approved: 100, decrease: 30 },
      place,
    )
    expect(read.values).toMatchObject({ side: '支出', change: -30, adjusted: 70, rate: -3000, topAccount: '501' })
  })

  it('keeps a signed adjustment that is given, and holds it against its parts', () => {
    const read = adjustmentSheet.interpret!(
      { accountCode: '50101', accountName: '职工教育支出', approved: 100, increase: 30, change: 20 },
      place,
    )
    expect(read.values).toMatchObject({ change: 20, adjusted: 120 })
    expect(codes({ increase: 30, change: 20 })).toContain('adjustment/change-parts')
  })

  it('reads an old account by its name, as the budget does', () => {
    const read = adjustmentSheet.interpret!({ accountCode: '502', accountName: '维权支出', change: 5 }, place)
    expect(read.values).toMatchObject({ accountCode: '504' })
    expect(read.findings.map(({ code }) => code)).toEqual(['adjustment/account-code-name-mismatch'])
  })
})

describe('amounts', () => {
  it.each([
    [{ approved: 100, change: -30 }, 70, -3000],
    [{ approved: 0, change: 30 }, 30, null],
    [{ approved: null, change: 30 }, 30, null],
    [{ approved: 300, change: 100 }, 400, 3333],
    [{ approved: null, change: null }, null, null],
  ])('%j', (row, adjusted, rate) => {
    expect([adjustedOf(row), changeRateOf(row)]).toEqual([adjusted, rate])
  })
})

describe('rules', () => {
  it('say nothing of a sound line', () => {
    expect(codes({})).toEqual([])
  })

  it.each<readonly [string, Values, readonly string[]]>([
    ['both amounts', { approved: null, change: null }, ['adjustment/incomplete']],
    ['never below zero', { change: -3_600_001 }, ['adjustment/negative']],
    ['never below what is spent', { spent: 3_100_000 }, ['adjustment/below-spent']],
    ['B-11 a reason', { reason: '' }, ['adjustment/reason-missing']],
    ['B-12 parts agree', { increase: 1 }, ['adjustment/change-parts']],
    ['a line that stays needs no reason', { change: 0, reason: null }, []],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected)
  })

  it('B-02 B-11 look at the totals of the whole scheme', () => {
    expect(
      setCodes(sampleRow, { ...sampleRow, accountCode: '50102', accountName: '文体活动支出', change: 600_000 }),
    ).toEqual([])
    expect(setCodes(sampleRow, sampleIncome)).toEqual(['adjustment/total-changes'])
    expect(setCodes({ ...sampleRow, change: 0, adjusted: 4_000_000 }, sampleIncome)).toEqual(['adjustment/deficit'])
  })
})
