// The asset ledger's own meaning: depreciation by month, thresholds by year, lives, disposal.
import { describe, expect, it } from 'vitest'
import { ruleContext } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'
import { accumulatedBy, monthlyOf, netValueOf } from '#shared/sheets/asset/depreciation.ts'
import { sampleAsset } from '#shared/sheets/asset/sample.ts'
import { assetSheet } from '#shared/sheets/asset.ts'
import { validateRows } from '#shared/validation/validateRows.ts'

const context = ruleContext({ today: plainDate(2026, 3, 1)!, year: 2026, unitKind: 'primary' })
const codes = (change: Values) =>
  validateRows(assetSheet, [{ values: { ...sampleAsset, ...change }, location: {} }], context).map(({ code }) => code)

describe('depreciation', () => {
  const asset = { class: '通用设备', cost: 720_000, years: 6, bought: '2025-11-30' }

  it.each<readonly [string, Values, string, number | undefined]>([
    ['begins in the month of addition', asset, '2025-11-30', 0],
    ['one month later', asset, '2025-12-01', 10_000],
    ['over the turn of the year', asset, '2026-03-31', 40_000],
    ['counts from the day it was booked, when that is known', { ...asset, booked: '2026-01-05' }, '2026-03-01', 20_000],
    ['stops before the month of disposal', { ...asset, disposed: '2026-02-15' }, '2026-12-31', 30_000],
    ['stops at the cost', asset, '2099-01-01', 720_000],
    ['not without a life', { ...asset, years: null }, '2026-03-31', undefined],
    ['not for books', { ...asset, class: '图书档案' }, '2026-03-31', undefined],
    ['not at nominal value', { ...asset, cost: 100 }, '2026-03-31', undefined],
  ])('%s', (_, row, today, expected) => {
    expect(accumulatedBy(row, today)).toBe(expected)
  })

  it('is rounded to the 分 half up, and what the months leave over is written off with the last', () => {
    const odd = { ...asset, cost: 100_001, years: 3 }
    expect(monthlyOf(odd)).toBe(2_778)
    expect(accumulatedBy(odd, '2028-11-01')).toBe(100_001)
    expect(netValueOf({ ...odd, accumulated: 2_778 })).toBe(97_223)
  })
})

describe('rules', () => {
  it('say nothing of a sound asset', () => {
    expect(codes({})).toEqual([])
  })

  it.each<readonly [string, Values, readonly string[]]>([
    ['price × quantity', { cost: 730_000 }, ['asset/cost-arithmetic']],
    ['below 1000 元 since 2022', { price: 90_000, cost: 90_000, accumulated: null }, ['asset/below-threshold']],
    ['bulk goods may cost less', { price: 90_000, cost: 90_000, accumulated: null, remark: '大批同类物资' }, []],
    [
      'above 500 元 before 2022',
      { price: 90_000, cost: 90_000, bought: '2020-01-10', accumulated: 90_000 },
      ['asset/old-threshold'],
    ],
    ['computers at least 6 years', { years: 5, accumulated: null }, ['asset/life-too-short']],
    ['cars at least 8 years', { name: '公务车辆', years: 6 }, ['asset/life-too-short']],
    ['never beyond the cost', { accumulated: 720_001 }, ['asset/over-depreciated', 'asset/accumulated-differs']],
    ['a year without counting', { counted: '2024-12-01' }, ['asset/count-due']],
    ['a loss is explained', { countResult: '盘亏' }, ['asset/count-differs']],
    ['a disposal has its papers', { condition: '已处置' }, ['asset/disposal-papers']],
    ['what the employer lends', { remark: '行政提供' }, ['asset/employer-owned']],
    ['bought tomorrow', { bought: '2026-03-02', accumulated: null, counted: null }, ['asset/day-order']],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected)
  })
})
