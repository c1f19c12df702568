// Budgets without codes, or with codes of 2009 in a later year, through the whole import: parents stay sums.
import { describe, expect, it } from 'vitest'
import type { Fixture } from '#test/fixtures/legacy/sheetDescription.ts'
import { importFixture } from '#test/harness/importFixture.ts'

const namesOnly: Fixture = {
  nasty: 'no code column: parents are known by their names alone',
  fileName: '无编码.xlsx',
  sheets: [
    {
      name: '预算',
      rows: [
        ['甲公司工会2026年度经费收支预算表'],
        ['单位：元'],
        ['科目名称', '上年决算数', '本年预算数', '说明'],
        ['一、收入'],
        ['拨缴经费收入', 80000, 100000, null],
        ['本年收入合计', 80000, 100000, null],
        ['二、支出'],
        ['职工活动支出', 50000, 60000, null],
        ['    职工教育支出', 20000, 24000, null],
        ['    文体活动支出', 30000, 36000, '120人×300元×1次'],
        ['维权支出', 30000, 40000, null],
        ['    送温暖支出', 30000, 40000, null],
        ['本年支出合计', 80000, 100000, null],
        ['本年结余', 0, 0, null],
        ['上年结余', 5000, 5000, null],
        ['期末滚存结余', 5000, 5000, null],
      ],
      merges: ['A1:D1', 'A2:D2'],
      moneyColumns: [1, 2],
    },
  ],
}

const oldCodes: Fixture = {
  nasty: 'a budget of 2026 that still carries the codes of 2009',
  fileName: '旧编码.xlsx',
  sheets: [
    {
      name: '预算',
      rows: [
        ['甲公司工会2026年度经费收支预算表'],
        ['单位：元'],
        ['科目编码', '科目名称', '本年预算数'],
        ['402', '拨缴经费收入', 70000],
        [null, '本年收入合计', 70000],
        ['502', '维权支出', 70000],
        ['50201', '劳动关系协调费', 30000],
        ['50205', '送温暖费', 40000],
        [null, '本年支出合计', 70000],
      ],
      merges: ['A1:C1', 'A2:C2'],
      moneyColumns: [2],
    },
  ],
}

describe('budgets in other dress', () => {
  it('B-21 knows parents by their names, and all totals tie', async () => {
    const [imported] = await importFixture(namesOnly)
    const rows = imported?.result?.rows ?? []
    expect(rows.map((row) => [row.values['side'], row.values['accountCode'] ?? null, row.values['budget']])).toEqual([
      ['收入', '402', 10_000_000],
      ['支出', '50101', 2_400_000],
      ['支出', '50102', 3_600_000],
      ['支出', '50405', 4_000_000],
      ['结余', null, 500_000],
    ])
    expect(imported?.result?.totals.length).toBeGreaterThan(5)
    expect(imported?.result?.totals.filter((total) => total.ties === false)).toEqual([])
    expect(imported?.result?.rejected).toEqual([])
  })

  it('B-21 trusts names over codes of 2009, for parents and children alike', async () => {
    const [imported] = await importFixture(oldCodes)
    const rows = imported?.result?.rows ?? []
    expect(rows.map((row) => [row.values['accountCode'], row.values['accountName'], row.values['budget']])).toEqual([
      ['402', '拨缴经费收入', 7_000_000],
      ['50401', '劳动关系协调支出', 3_000_000],
      ['50405', '送温暖支出', 4_000_000],
    ])
    expect(imported?.result?.totals.filter((total) => total.ties === false)).toEqual([])
    expect(rows.flatMap((row) => row.findings.map(({ code }) => code))).toContain('budget/account-code-name-mismatch')
  })
})
