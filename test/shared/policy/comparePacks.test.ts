// Packs side by side, and what a lower layer may not loosen.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PackLimit, PolicyPack } from '#shared/policy/pack.ts'
import { comparePacks, findLoosened } from '#shared/policy/comparePacks.ts'
import { anhui2025 } from '#shared/policy/packs/anhui2025.ts'
import { fujian2018 } from '#shared/policy/packs/fujian2018.ts'
import { hubei2018 } from '#shared/policy/packs/hubei2018.ts'
import { national32 } from '#shared/policy/packs/national32.ts'
import { templatePack } from '#shared/policy/packs/template.ts'
import { yuan } from '#shared/policy/yuan.ts'
import { arbitraryPack } from '#test/arbitrary/policyPack.ts'

const own = (...limits: readonly PackLimit[]): PolicyPack => ({ ...templatePack, limits })
const yearly = (amount: number): PackLimit => ({
  form: 'perMemberYear',
  tags: ['节日慰问'],
  max: yuan(amount),
  clause: '一',
  certainty: 'house',
})

describe('comparePacks', () => {
  it('pairs limits about the same thing and says which is stricter', () => {
    const pairs = comparePacks(fujian2018, anhui2025)
    const said = pairs.map(({ left, right, stricter }) => {
      const limit = left ?? right
      return `${limit?.form} ${limit && 'tag' in limit ? limit.tag : ''} ${stricter}`
    })
    expect(said).toEqual(
      expect.arrayContaining([
        'perMemberYear  left',
        'perEvent 生日慰问 left',
        'perEvent 丧葬慰问(会员) equal',
        'means 节日慰问 equal',
        'perEvent 结婚慰问 onlyRight',
        'eligibility  onlyRight',
      ]),
    )
    expect(comparePacks(hubei2018, own(yearly(1500)))[0]?.stricter).toBe('left')
    expect(comparePacks(own(yearly(1000)), hubei2018)[0]?.stricter).toBe('left')
  })

  it('shows every limit of both, and mirrors when the sides are changed', () => {
    fc.assert(
      fc.property(arbitraryPack, arbitraryPack, (left, right) => {
        const pairs = comparePacks(left, right)
        expect(new Set(pairs.flatMap((pair) => pair.left ?? []))).toEqual(new Set(left.limits))
        expect(new Set(pairs.flatMap((pair) => pair.right ?? []))).toEqual(new Set(right.limits))
        expect(comparePacks(right, left).length).toBe(pairs.length)
      }),
      { numRuns: 100 },
    )
  })
})

describe('findLoosened', () => {
  it('finds a standard that a unit raises above the province, and nothing where it tightens (V5)', () => {
    expect(findLoosened(own(yearly(2201)), [anhui2025, national32])).toMatchObject([
      { limit: { max: yuan(2201) }, above: { max: yuan(2200) }, pack: { id: 'anhui-2025' } },
    ])
    expect(findLoosened(own(yearly(2200), yearly(100)), [anhui2025, national32])).toEqual([])
    const cash: PackLimit = {
      form: 'means',
      tag: '节日慰问',
      allowed: ['实物', '现金'],
      clause: '二',
      certainty: 'house',
    }
    expect(findLoosened(own(cash), [national32])).toHaveLength(1)
    const surgery: PackLimit = {
      form: 'perEvent',
      tag: '住院慰问',
      max: yuan(400),
      raised: [{ circumstance: '重大疾病', max: yuan(800) }],
      clause: '三',
      certainty: 'house',
    }
    expect(findLoosened(own(surgery), [fujian2018])).toHaveLength(1)
  })

  it('looks only upwards, and only at packs in force together', () => {
    expect(findLoosened(anhui2025, [own(yearly(100))])).toEqual([])
    expect(findLoosened(anhui2025, [{ ...fujian2018, layer: 'provincial' }])).toEqual([])
    const ended = { ...anhui2025, to: anhui2025.from }
    expect(findLoosened({ ...own(yearly(9000)) }, [ended])).toEqual([])
  })
})
