// Sharing out what a sheet says is to be shared: by group, to the 分, under a named rule.
import { describe, expect, it } from 'vitest'
import type { Values } from '#shared/kernel/value.ts'
import { awardSheet } from '#shared/sheets/award.ts'
import { budgetSheet } from '#shared/sheets/budget.ts'
import { planShares } from '#shared/validation/planShares.ts'

const bonus = (programme: string, name: string, coefficient: number): Values => ({
  recordType: '奖金',
  programme,
  name,
  coefficient,
})
const pool = (programme: string, net: number): Values => ({ recordType: '奖金总额', programme, net })

describe('planShares', () => {
  it('G shares each round on its own, and names who carries the rest', () => {
    const rows = [
      pool('一季度', 100_00),
      bonus('一季度', '甲某', 10_000),
      bonus('一季度', '乙某', 10_000),
      bonus('一季度', '丙某', 10_000),
      pool('二季度', 7),
      { ...bonus('二季度', '甲某', 20_000), net: 5 },
      bonus('二季度', '乙某', 10_000),
    ]
    const [first, second] = planShares(awardSheet, rows)
    expect([first?.group, first?.total, first?.rule]).toEqual([['一季度'], 10_000, 'largest-remainder'])
    expect(first?.parts.map(({ name, part, absorbed }) => [name, part, absorbed])).toEqual([
      ['甲某', 3_334, 1],
      ['乙某', 3_333, 0],
      ['丙某', 3_333, 0],
    ])
    expect(second?.parts.map(({ part, written }) => [part, written])).toEqual([
      [5, 5],
      [2, null],
    ])
    expect(planShares(awardSheet, rows, 'last')[0]?.parts.map(({ part }) => part)).toEqual([3_333, 3_333, 3_334])
  })

  it('plans nothing without a sum, without rows, or for kinds that share nothing', () => {
    expect(planShares(awardSheet, [bonus('一季度', '甲某', 10_000)])).toEqual([])
    expect(planShares(awardSheet, [pool('一季度', 100)])).toEqual([])
    expect(planShares(budgetSheet, [pool('一季度', 100)])).toEqual([])
  })
})
