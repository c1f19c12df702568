// Awards and bonuses: worked out to the 分, the rounding named, winners within quota, old lists read.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleContext } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'
import { expectedNet, grossOf, roundingOf, weightOf } from '#shared/sheets/award/bonus.ts'
import { sampleBonus, sampleNomination, samplePool, sampleQuota } from '#shared/sheets/award/sample.ts'
import { awardSheet } from '#shared/sheets/award.ts'
import { validateSet } from '#shared/validation/setFindings.ts'
import { planShares } from '#shared/validation/planShares.ts'
import { validateRows } from '#shared/validation/validateRows.ts'
import type { Fixture } from '#test/fixtures/legacy/sheetDescription.ts'
import { importFixture } from '#test/harness/importFixture.ts'

const context = ruleContext({ today: plainDate(2026, 3, 1)!, year: 2026, unitKind: 'primary' })
const codes = (row: Values) =>
  validateRows(awardSheet, [{ values: row, location: {} }], context).map(({ code }) => code)
const setCodes = (rows: readonly Values[]) =>
  validateSet(
    awardSheet,
    rows.map((values, index) => ({ id: String(index), values })),
    context,
  ).map(({ code }) => code)

describe('bonuses', () => {
  it('G are worked out exactly and rounded half up to the 分', () => {
    expect(grossOf({ base: 100_000, coefficient: 12_000, scoreFactor: 9_500 })).toBe(114_000)
    expect(grossOf({ base: 1, coefficient: 5_000 })).toBe(1)
    expect(grossOf({ base: 100 })).toBe(100)
    expect(grossOf({ coefficient: 12_000 })).toBeNull()
    expect(expectedNet({ ...sampleBonus, gross: null })).toBe(110_000)
    expect(roundingOf({ ...sampleBonus, net: 110_003 })).toBe(3)
    expect(roundingOf({ net: 5 })).toBeNull()
  })

  it('G shared out by factors add up to the sum, to the 分, and pass the rule for the pool', () => {
    const factors = fc.record({
      coefficient: fc.integer({ min: 1, max: 30_000 }),
      scoreFactor: fc.integer({ min: 1, max: 12_000 }),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.array(factors, { minLength: 1, maxLength: 20 }),
        (sum, people) => {
          const rows = people.map((person, index) => ({
            ...person,
            recordType: '奖金',
            programme: 'p',
            name: `n${index}`,
          }))
          const pool = { ...samplePool, programme: 'p', net: sum }
          const [shared] = planShares(awardSheet, [pool, ...rows])
          if (rows.every((row) => weightOf(row) === 0)) {
            expect(shared).toBeUndefined()
            return
          }
          const paid = rows.map((row, index) => ({ ...row, net: shared?.parts[index]?.part ?? 0 }))
          expect(paid.reduce((all, { net }) => all + net, 0)).toBe(sum)
          expect(setCodes([pool, ...paid])).not.toContain('award/pool')
          expect(shared?.parts.every(({ absorbed }) => absorbed === 0 || absorbed === 1)).toBe(true)
        },
      ),
    )
  })

  it.each<readonly [string, Values, readonly string[]]>([
    ['a sound bonus', {}, []],
    ['a 分 too much is named', { net: 110_001 }, ['award/rounding']],
    ['two 元 too much is wrong', { net: 110_200 }, ['award/net']],
    ['八不准 from dues', { fundSource: '会费' }, ['award/bonus-source']],
    ['G-05 words', { amountInWords: '壹仟壹佰元整' }, []],
    ['G-05 other words', { amountInWords: '壹仟壹佰零壹元整' }, ['award/amount-in-words']],
  ])('%s', (_, change, expected) => {
    expect(codes({ ...sampleBonus, ...change })).toEqual(expected)
  })
})

describe('nominations and quotas', () => {
  it('say nothing of sound rows', () => {
    for (const row of [sampleNomination, sampleQuota, samplePool]) expect(codes(row)).toEqual([])
    expect(setCodes([sampleNomination, sampleQuota, sampleBonus, samplePool])).toEqual([])
  })

  it.each<readonly [string, Values, readonly string[]]>([
    ['deeds too long', { deeds: '长'.repeat(201) }, ['award/deeds-length']],
    ['E-17 rewarded before', { earlierAward: '省级先进' }, ['award/rewarded-before']],
    ['八不准 a prize in money', { prizeForm: '奖金' }, ['award/money-prize']],
    ['half of the votes', { votesFor: 20, votesAgainst: 20, abstentions: 0 }, ['award/minority']],
  ])('%s', (_, change, expected) => {
    expect(codes({ ...sampleNomination, ...change })).toEqual(expected)
  })
})

const bonusList: Fixture = {
  nasty: 'factors as 1.2 and 0.95 in plain numbers, 应发 扣减 实发, a total that ties',
  fileName: '奖金.xlsx',
  sheets: [
    {
      name: 'Sheet1',
      rows: [
        ['2026年度考核奖金分配表'],
        ['单位：元'],
        ['序号', '部门', '姓名', '岗位系数', '考核系数', '基数', '应发', '扣减', '实发', '签字', '备注'],
        [1, '一车间', '甲某', 1.2, 0.95, 1000, 1140, 40, 1100, null, null],
        [2, '一车间', '乙某', 1, 1, 1000, 1000, 0, 1000, null, null],
        [3, '机关', '丙某', 1.5, 1, 1000, 1500, 0, 1500.01, null, '承担尾差'],
        ['合计', null, null, null, null, null, 3640, 40, 3600.01, null, null],
      ],
      merges: ['A1:K1', 'A2:K2'],
      moneyColumns: [5, 6, 7, 8],
    },
  ],
}

const quotaList: Fixture = {
  nasty: '名额分配表: staff, percent and places',
  fileName: '名额.xlsx',
  sheets: [
    {
      name: 'Sheet1',
      rows: [
        ['2026年度先进个人名额分配表'],
        ['序号', '部门', '职工人数', '比例', '名额'],
        [1, '一车间', 50, '10%', 5],
        [2, '二车间', 41, '10%', 5],
        [3, '机关', 20, '10%', 2],
        ['合计', null, 111, null, 12],
      ],
      merges: ['A1:E1'],
    },
  ],
}

describe('old lists', () => {
  it('G a list of bonuses keeps its factors, ties, and names who carries the rounding', async () => {
    const [imported] = await importFixture(bonusList)
    expect(imported?.guess?.kind).toBe('award')
    expect(imported?.result?.rejected).toEqual([])
    const rows = imported?.result?.rows ?? []
    expect(
      rows.map(({ values }) => ['recordType', 'name', 'coefficient', 'scoreFactor', 'net'].map((key) => values[key])),
    ).toEqual([
      ['奖金', '甲某', 12_000, 9_500, 110_000],
      ['奖金', '乙某', 10_000, 10_000, 100_000],
      ['奖金', '丙某', 15_000, 10_000, 150_001],
    ])
    expect(imported?.result?.totals.filter(({ ties }) => ties === false)).toEqual([])
    const named = rows.flatMap(({ findings }) => findings.filter(({ code }) => code === 'award/rounding'))
    expect(named.map(({ params }) => params)).toEqual([
      { name: '丙某', difference: '0.01', written: '1,500.01', expected: '1,500.00' },
    ])
  })

  it('G a list of quotas is read as quotas', async () => {
    const [imported] = await importFixture(quotaList)
    expect(imported?.guess?.kind).toBe('award')
    expect(imported?.result?.rejected).toEqual([])
    expect(
      (imported?.result?.rows ?? []).map(({ values }) =>
        ['recordType', 'department', 'staff', 'share', 'places'].map((key) => values[key]),
      ),
    ).toEqual([
      ['名额', '一车间', 50, 1_000, 5],
      ['名额', '二车间', 41, 1_000, 5],
      ['名额', '机关', 20, 1_000, 2],
    ])
  })
})
