// The budget's own meaning: rows, sums in explanations, rules of domain.md §2.2.
import { describe, expect, it } from 'vitest'
import { ruleContext, type RuleContext } from '#shared/definition/rule.ts'
import type { InterpretContext } from '#shared/definition/sheet.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'
import { workOut } from '#shared/sheets/budget/arithmetic.ts'
import { differenceOf, differenceRateOf } from '#shared/sheets/budget/derived.ts'
import { budgetSheet } from '#shared/sheets/budget.ts'
import { validateSet } from '#shared/validation/setFindings.ts'
import { validateRows } from '#shared/validation/validateRows.ts'
import { expectLinear } from '#test/harness/linear.ts'

const interpret = budgetSheet.interpret!
const context = ruleContext({ today: plainDate(2026, 3, 1)!, year: 2026, unitKind: 'primary' })
const place = (more: Partial<RuleContext & InterpretContext> = {}) => ({
  ...context,
  codes: new Set<string>(),
  ...more,
})

describe('what a row means', () => {
  it.each<readonly [string, Values, Partial<InterpretContext>, string, Values]>([
    ['a total by its name', { accountName: '本年收入合计', budget: 1 }, {}, 'total', {}],
    ['the closing balance', { accountName: '期末滚存结余', budget: 1 }, {}, 'total', {}],
    [
      'a parent with children in the table',
      { accountCode: '501', accountName: '职工活动支出', budget: 1 },
      { codes: new Set(['501', '50101']) },
      'total',
      {},
    ],
    [
      'a parent without children',
      { accountCode: '501', accountName: '职工活动支出', budget: 1 },
      { codes: new Set(['501', '50201']) },
      'data',
      { side: '支出' },
    ],
    [
      'the balance brought forward',
      { accountName: '上年结余（年初滚存结余）', budget: 1 },
      {},
      'data',
      { side: '结余', accountName: '上年结余' },
    ],
    [
      'the same under the heading 支出, where it stands by accident',
      { side: '支出', accountName: '上年结余', budget: 1 },
      { section: 'expenditure' },
      'data',
      { side: '结余' },
    ],
    [
      'drawn surplus among income, as the file counts it',
      { side: '收入', accountName: '动用上年结余', budget: 1 },
      { section: 'income' },
      'data',
      { side: '收入', accountName: '动用以前年度结余' },
    ],
    [
      'a side that the heading missed',
      { side: '收入', accountName: '维权支出', budget: 1 },
      { section: 'income' },
      'data',
      { side: '支出', accountCode: '504' },
    ],
    ['a printed line without amounts', { accountCode: '50103', accountName: '宣传活动支出' }, {}, 'blank', {}],
    [
      'a line with an explanation only',
      { accountCode: '50103', accountName: '宣传活动支出', basis: '待定' },
      {},
      'data',
      {},
    ],
    [
      'zero, which is not blank',
      { accountCode: '50103', accountName: '宣传活动支出', budget: 0 },
      {},
      'data',
      { budget: 0 },
    ],
  ])('%s', (_, row, where, role, values) => {
    const meaning = interpret(row, place(where))
    expect(meaning.role).toBe(role)
    expect(meaning.values).toMatchObject(values)
  })

  it('says what it changed, with the place and the source', () => {
    const { findings } = interpret({ accountCode: '502', accountName: '维权支出', budget: 1 }, place())
    expect(findings).toMatchObject([
      {
        code: 'budget/account-code-name-mismatch',
        severity: 'warning',
        location: { column: 'accountCode' },
        params: { written: '502', code: '504' },
      },
    ])
    expect(findings[0]?.citation?.source).toContain('工会会计制度')
  })
})

describe('sums in explanations', () => {
  it.each([
    ['120人×300元×1次', 3_600_000],
    ['１２0人×300元×1次 = 36000', 3_600_000],
    ['120人*300元/人*1次', 3_600_000],
    ['120x300元', 3_600_000],
    ['慰问：120人×300元×1次', 3_600_000],
    ['300元/人×120人', 3_600_000],
    ['120 人 × 300 元', 3_600_000],
    ['1,200人×30.5元', 3_660_000],
    ['2场×1.5万元', 3_000_000],
    ['100人×200元+20人×500元', 3_000_000],
    ['春节100人×200元；中秋20人×500元', 3_000_000],
    ['120人×300元×1次，共计36000元', 3_600_000],
    ['500000元×60%', 30_000_000],
  ])('%s is %i 分', (text, fen) => {
    expect(workOut(text)?.fen).toBe(fen)
  })

  it.each([
    '按上年水平',
    '约 36000 元',
    '120人×300',
    '300元',
    '120人×300元，另付场地费2000元',
    '120人×300元×2000元',
    '120人×300元÷2',
    '3人×0.001元',
    '会费按工资0.5%计提',
    '9'.repeat(400),
  ])('nobody can be certain of %s', (text) => {
    expect(workOut(text)).toBeUndefined()
  })

  it('C24 takes time that grows no faster than the text, whatever the text', () => {
    for (const text of ['1×', '1', '1元×', '×1人', '1人×1元+'])
      expectLinear(text.repeat(80_000 / text.length), (input) => void workOut(input))
  })

  it('offers the amount in one click', () => {
    const row = {
      side: '支出',
      accountCode: '50105',
      accountName: '会员活动支出',
      budget: 3_800_000,
      basis: '120人×300元×1次',
    }
    const findings = validateRows(budgetSheet, [{ values: row, location: {} }], context)
    expect(findings).toMatchObject([
      {
        code: 'budget/arithmetic',
        params: { expected: '36,000.00', budget: '38,000.00', difference: '2,000.00' },
        fix: { type: 'setValue', column: 'budget', value: 3_600_000 },
      },
    ])
  })
})

describe('derived columns', () => {
  it.each<readonly [Values, number | null, number | null]>([
    [{ budget: 120, lastFinal: 100 }, 20, 2000],
    [{ budget: 80, lastFinal: 100, lastBudget: 5 }, -20, -2000],
    [{ budget: 100, lastBudget: 300 }, -200, -6667],
    [{ budget: 100, lastFinal: 300 }, -200, -6667],
    [{ budget: 400, lastFinal: -100 }, 500, 50_000],
    [{ budget: 100, lastFinal: 0 }, 100, null],
    [{ budget: 100 }, null, null],
    [{ lastFinal: 100 }, null, null],
  ])('%j changes by %j, %j hundredths of a percent', (row, difference, rate) => {
    expect(differenceOf(row)).toBe(difference)
    expect(differenceRateOf(row)).toBe(rate)
  })
})

describe('rules', () => {
  const codes = (rows: readonly Values[], more: Partial<RuleContext> = {}) =>
    [
      ...validateRows(
        budgetSheet,
        rows.map((values) => ({ values, location: {} })),
        { ...context, ...more },
      ),
      ...validateSet(
        budgetSheet,
        rows.map((values, index) => ({ id: String(index), values: interpret(values, place(more)).values })),
        { ...context, ...more },
      ),
    ].map(({ code }) => code)
  const income = { side: '收入', accountCode: '402', accountName: '拨缴经费收入', budget: 1000 }
  const spending = { side: '支出', accountCode: '50101', accountName: '职工教育支出', budget: 1000 }

  it('B-01 B-02 B-03 B-04 say nothing of a balanced budget', () => {
    expect(codes([income, spending])).toEqual([])
  })

  it('B-02 forbids a deficit without a source, and asks about one that surplus covers', () => {
    expect(codes([income, { ...spending, budget: 1500 }])).toEqual(['budget/balance', 'budget/deficit'])
    const drawn = { side: '结余', accountName: '动用以前年度结余', budget: 500, basis: '购置', project: '职工之家' }
    expect(codes([income, { ...spending, budget: 1500 }, drawn])).toEqual(['budget/balance', 'budget/deficit-covered'])
  })

  it('B-03 wants a closing balance that is not negative', () => {
    const opening = { side: '结余', accountName: '上年结余', budget: 100 }
    expect(codes([income, { ...spending, budget: 1500 }, opening])).toContain('budget/closing-balance')
    expect(codes([income, { ...spending, budget: 1100 }, opening])).not.toContain('budget/closing-balance')
  })

  it('B-15 B-16 B-17 look at the kind of union and the year', () => {
    const fund = { side: '支出', accountCode: '521', accountName: '安排预算稳定调节基金', budget: 1 }
    expect(codes([fund])).toContain('budget/stability-fund')
    expect(codes([fund], { unitKind: 'county' })).not.toContain('budget/stability-fund')
    const reserve = { side: '结余', accountName: '提取后备金', budget: 1 }
    expect(codes([reserve])).toContain('budget/abolished-fund')
    expect(codes([reserve], { year: 2021 })).not.toContain('budget/abolished-fund')
    const office = { side: '支出', accountCode: '506', accountName: '行政支出', budget: 1 }
    expect(codes([office])).toContain('budget/rarely-primary')
    expect(codes([office], { unitKind: 'county' })).not.toContain('budget/rarely-primary')
  })

  it('B-21 C12 sees an account counted twice, over its subaccounts', () => {
    const parent = { side: '支出', accountCode: '501', accountName: '职工活动支出', budget: 1 }
    expect(codes([income, spending, parent])).toContain('budget/parent-and-children')
    expect(codes([income, parent])).not.toContain('budget/parent-and-children')
  })

  it('C11 refuses negative budgets at submission, not on balance lines', () => {
    expect(codes([{ ...spending, budget: -1 }])).toContain('budget/negative')
    expect(codes([{ side: '结余', accountName: '上年结余', budget: -1 }])).not.toContain('budget/negative')
  })

  it('starts with the accounts of the unit’s own chart, parents above their subaccounts', () => {
    const names = (kind: 'primary' | 'county', year: number) =>
      (budgetSheet.starterRows?.({ ...context, unitKind: kind, year }) ?? []).map(
        (row) => `${String(row['accountCode'] ?? '')} ${String(row['accountName'])}`,
      )
    expect(names('primary', 2026)).toContain('501 职工活动支出')
    expect(names('primary', 2026)).toContain('50101 职工教育支出')
    expect(names('primary', 2026)).not.toContain('506 行政支出')
    expect(names('county', 2026)).toContain('502 职工活动组织支出')
    expect(names('primary', 2021)).toContain('502 维权支出')
    expect(names('primary', 2026).at(-1)).toBe(' 上年结余')
  })
})
