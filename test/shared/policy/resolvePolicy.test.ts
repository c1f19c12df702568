// What holds for a unit on a day: layers, strictest first, tiers, festivals, validity.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LimitAsked } from '#shared/definition/limit.ts'
import { festivals, purposeTags } from '#shared/definition/purpose.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { noFacts, type AdoptedPack, type PolicyPack } from '#shared/policy/pack.ts'
import { anhui2025 } from '#shared/policy/packs/anhui2025.ts'
import { fujian2018 } from '#shared/policy/packs/fujian2018.ts'
import { guizhou2018 } from '#shared/policy/packs/guizhou2018.ts'
import { hubei2018 } from '#shared/policy/packs/hubei2018.ts'
import { national32 } from '#shared/policy/packs/national32.ts'
import { railway2025 } from '#shared/policy/packs/railway2025.ts'
import { knownDay } from '#shared/policy/knownDay.ts'
import { resolvePolicy } from '#shared/policy/resolvePolicy.ts'
import { compareStrictness } from '#shared/policy/strictness.ts'
import { arbitraryPack } from '#test/arbitrary/policyPack.ts'

const date = knownDay('2026-03-01')
const adopt = (...packs: readonly PolicyPack[]): readonly AdoptedPack[] =>
  packs.map((pack) => ({ pack, confirmed: true }))
const ask = (packs: readonly PolicyPack[], asked: LimitAsked, facts = noFacts) =>
  resolvePolicy(adopt(...packs), { facts, date }).limits(asked)
const amounts = (packs: readonly PolicyPack[], asked: LimitAsked, facts = noFacts) =>
  ask(packs, asked, facts).map(({ limit }) => ('max' in limit ? limit.max / 100 : null))

describe('resolvePolicy', () => {
  it('takes the strictest of all layers first', () => {
    const yearly = { tag: '节日慰问', form: 'perMemberYear' } as const
    expect(amounts([anhui2025, fujian2018, national32], yearly)).toEqual([1300, 2200])
    const [first] = ask([anhui2025], yearly)
    expect(first?.citation).toEqual({
      source: '安徽省基层工会经费收支管理实施办法（皖工发〔2025〕18号）',
      clause: '节日慰问标准',
      certainty: 'secondary',
    })
    expect(ask([anhui2025], { tag: '公园年票', form: 'perMemberYear' })).toEqual([])
  })

  it('chooses tiers by the unit’s facts, and the strictest where they are not known', () => {
    const yearly = { tag: '节日慰问', form: 'perMemberYear' } as const
    const perHead = (yuan: number) => ({ ...noFacts, retainedPerHead: (yuan * 100) as Fen })
    expect(amounts([railway2025], yearly, perHead(2399))).toEqual([1200])
    expect(amounts([railway2025], yearly, perHead(2400))).toEqual([2400])
    expect(amounts([hubei2018], yearly, { ...noFacts, nature: '经费充足企业' })).toEqual([1500])
    expect(amounts([hubei2018], yearly, { ...noFacts, nature: '机关' })).toEqual([1200])
    expect(
      ask([railway2025], yearly).map(({ limit, assumed }) => [limit.form === 'perMemberYear' && limit.max, assumed]),
    ).toEqual([[120_000, true]])
  })

  it('knows circumstances and festivals', () => {
    const hospital = { tag: '住院慰问', form: 'perEvent' } as const
    expect(amounts([fujian2018], hospital)).toEqual([500])
    expect(amounts([fujian2018], { ...hospital, circumstance: '手术' })).toEqual([1000])
    expect(amounts([fujian2018], { ...hospital, circumstance: '二孩三孩' })).toEqual([500])
    const festival = { tag: '节日慰问', form: 'perFestival' } as const
    expect(amounts([guizhou2018], { ...festival, festival: '春节' })).toEqual([500])
    expect(amounts([guizhou2018], { ...festival, festival: '端午' })).toEqual([200])
    expect(ask([anhui2025], { tag: '住院慰问', form: 'frequency', per: 'illnessYear' })).toHaveLength(1)
    expect(ask([anhui2025], { tag: '住院慰问', form: 'frequency', per: 'year' })).toHaveLength(0)
  })

  it('passes over packs that are not in force on the day', () => {
    const yearly = { tag: '节日慰问', form: 'perMemberYear' } as const
    const on = (day: string, pack: PolicyPack) =>
      resolvePolicy(adopt(pack), { facts: noFacts, date: knownDay(day) }).limits(yearly).length
    expect(on('2025-08-20', anhui2025)).toBe(0)
    expect(on('2025-08-21', anhui2025)).toBe(1)
    expect(on('2026-01-01', { ...anhui2025, to: knownDay('2025-12-31') })).toBe(0)
  })

  it('answers only what was asked, in the order of strictness, whatever packs there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ pack: arbitraryPack, confirmed: fc.boolean() }), { maxLength: 4 }),
        fc.record({
          tag: fc.constantFrom(...purposeTags),
          form: fc.constantFrom(
            'perMemberYear' as const,
            'perEvent' as const,
            'perFestival' as const,
            'unitYearRatio' as const,
          ),
          festival: fc.constantFrom(...festivals),
        }),
        (packs, asked) => {
          const found = resolvePolicy(packs, { facts: noFacts, date }).limits(asked)
          for (const { limit } of found) expect(limit.form).toBe(asked.form)
          for (const [index, { limit }] of found.entries()) {
            const next = found[index + 1]
            if (next) expect(compareStrictness(limit, next.limit)).toBeLessThanOrEqual(0)
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})
