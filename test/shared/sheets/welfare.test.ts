// The plan for benefits: which occasion is which purpose, what a limit says with its numbers, and old plans read by their titles.
import { describe, expect, it } from 'vitest'
import { purposeTags, festivals as policyFestivals } from '#shared/definition/purpose.ts'
import { ruleContext } from '#shared/definition/rule.ts'
import { fen } from '#shared/kernel/money.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'
import { festivals, purposes } from '#shared/sheets/columns/choices.ts'
import { meansChoices, occasions, purposeOfOccasion } from '#shared/sheets/welfare/choices.ts'
import { findOccasion } from '#shared/sheets/welfare/interpret.ts'
import { samplePlan } from '#shared/sheets/welfare/sample.ts'
import { welfareSheet } from '#shared/sheets/welfare.ts'
import { means } from '#shared/definition/limit.ts'
import { validateRows } from '#shared/validation/validateRows.ts'
import { samplePolicy } from '#shared/policy/resolvePolicy.ts'
import type { Fixture } from '#test/fixtures/legacy/sheetDescription.ts'
import { importFixture } from '#test/harness/importFixture.ts'

const today = plainDate(2026, 3, 1)!
const context = ruleContext({ today, year: 2026, unitKind: 'primary' })
const found = (change: Values, known = context) =>
  validateRows(welfareSheet, [{ values: { ...samplePlan, ...change }, location: {} }], known)
const codes = (change: Values) => found(change).map(({ code }) => code)

describe('occasions', () => {
  it('fall under purposes, festivals and means that the policy packs know', () => {
    expect(purposes.map(({ value }) => value).toSorted()).toEqual([...purposeTags].toSorted())
    expect(festivals.map(({ value }) => value)).toEqual(policyFestivals)
    expect(meansChoices.map(({ value }) => value)).toEqual(means)
    for (const { value } of occasions) expect(purposeTags, value).toContain(purposeOfOccasion(value))
  })

  it.each([
    ['2026年春节慰问品发放签领表', '春节'],
    ['某某工会2025年中秋节慰问品发放方案', '中秋'],
    ['“三八”妇女节慰问品发放表', '其他节日'],
    ['会员生日慰问（蛋糕券）签收表', '生日'],
    ['中秋、国庆慰问品发放方案', undefined],
    ['福利分配方案', undefined],
  ])('are read from the title %s: %s', (title, occasion) => {
    expect(findOccasion(title)).toBe(occasion)
  })
})

describe('rules', () => {
  it('say nothing of a sound plan', () => {
    expect(codes({})).toEqual([])
  })

  it.each<readonly [string, Values, readonly string[]]>([
    ['E-06 women’s day', { occasion: '其他节日', item: '妇女节礼品' }, ['welfare/festival']],
    ['E-07 cards', { item: '超市购物卡' }, ['welfare/festival-cash']],
    ['E-07 cash', { means: '现金' }, ['welfare/festival-cash']],
    ['E-09 cash for a birthday', { occasion: '生日', means: '现金' }, ['welfare/birthday-cash']],
    ['E-12 money on retirement', { occasion: '退休', means: '慰问金(转账)' }, ['welfare/retirement-cash']],
    ['a product that is wrong', { amount: 3_600_100 }, ['welfare/product']],
    ['E-14 a health check', { item: '职工体检' }, ['welfare/health-check']],
    ['E-21 a fitness card', { item: '健身卡' }, ['welfare/forbidden-payment']],
    ['八不准 fine spirits', { item: '高档礼盒' }, ['welfare/eight-prohibitions']],
    ['八不准 knows a hotel from spirits', { item: '酒店消毒用品' }, []],
    ['a notice of three working days', { noticeTo: '2026-01-21' }, ['welfare/notice-days']],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected)
  })

  it('say limit, what was used, this entry and by how much, with the pack’s citation', () => {
    const policy = samplePolicy([{ form: 'perMemberYear', tags: ['节日慰问'], max: fen(220_000) }], today)
    const [finding] = found({ givenBefore: 200_000 }, { ...context, policy })
    expect(finding).toMatchObject({
      code: 'welfare/over-member-year',
      severity: 'error',
      params: { limit: '2,200.00', used: '2,000.00', entry: '300.00', amount: '2,300.00', excess: '100.00' },
    })
  })
})

const plan: Fixture = {
  nasty: 'the festival stands in the title only; two-line header; a total in figures; signatures',
  fileName: '方案.xlsx',
  sheets: [
    {
      name: 'Sheet1',
      rows: [
        ['某某公司工会2026年春节慰问品发放方案'],
        ['单位：元'],
        ['序号', '部门/分工会', '享受人数', '慰问品名称', '标准(元/人)', '金额', '资金来源', '预算科目', '备 注'],
        [1, '一车间', 40, '大米、食用油', 300, 12000, '工会经费', '会员活动支出', null],
        [2, '二车间', 30, '大米、食用油', 300, 9000, '工会经费', '会员活动支出', null],
        [3, '机关', 10, '大米、食用油', 300, 3000, '工会经费', '会员活动支出', null],
        ['合计', null, 80, null, null, 24000, null, null, null],
        ['制表人：        财务负责人：        工会主席：'],
      ],
      merges: ['A1:I1', 'A2:I2', 'A8:I8'],
      moneyColumns: [4, 5],
    },
  ],
}

describe('old plans', () => {
  it('D take occasion and issue from the title, and their sums tie', async () => {
    const [imported] = await importFixture(plan)
    expect(imported?.guess?.kind).toBe('welfare')
    expect(imported?.result?.rejected).toEqual([])
    const rows = imported?.result?.rows ?? []
    expect(
      rows.map(({ values }) => [values['department'], values['occasion'], values['headcount'], values['amount']]),
    ).toEqual([
      ['一车间', '春节', 40, 1_200_000],
      ['二车间', '春节', 30, 900_000],
      ['机关', '春节', 10, 300_000],
    ])
    expect(rows.every(({ values }) => values['issue'] === '2026年春节慰问品')).toBe(true)
    expect(rows.every(({ values }) => values['fundSource'] === '拨缴经费留成')).toBe(true)
    expect(rows.every(({ values }) => values['accountCode'] === '50105')).toBe(true)
    expect(imported?.result?.totals.filter(({ ties }) => ties === false)).toEqual([])
  })
})
