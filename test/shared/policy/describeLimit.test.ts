// Limits as lines that people read.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locales } from '#shared/kernel/words.ts'
import { describeLimit } from '#shared/policy/describeLimit.ts'
import { shippedPacks } from '#shared/policy/packs/index.ts'
import { arbitraryLimit } from '#test/arbitrary/policyPack.ts'

describe('describeLimit', () => {
  it('fills every place, in each language, whatever the limit', () => {
    fc.assert(
      fc.property(arbitraryLimit, (limit) => {
        for (const locale of locales) expect(describeLimit(limit, locale)).not.toMatch(/[{}]|undefined|NaN/)
      }),
    )
  })

  it('says amounts in 元, shares as people write them, tiers with their conditions', () => {
    const lines = shippedPacks.flatMap(({ limits }) => limits.map((limit) => describeLimit(limit, 'zh-Hans')))
    expect(lines).toEqual(
      expect.arrayContaining([
        '节日慰问：每人每年不超过 2,200 元',
        '节日慰问：每人每年不超过 1,500（经费充足企业）、1,200 元',
        '节日慰问：每人每年不超过 1,200（人均留成不足 2,400 元的）、2,400 元',
        '文体活动：获奖人数不超过参加人数的 2/3',
        '节日慰问：全年合计不超过当年预算收入的 1/2',
        '职工教育：获奖人数不超过参加人数的 15%',
        '住院慰问：每次不超过 500 元，手术的 1,000 元',
        '其他节日：每人不超过 200 元',
        '观影观演、春秋游、公园年票：全年合计不超过当年会费收入的 4 倍',
      ]),
    )
  })
})
