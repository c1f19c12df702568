// What the pane knows of the policy without network: the same limits as the server's, from what it last told.
import { describe, expect, it } from 'vitest'
import { keepPolicy } from '#addin/session/book/knownPolicy.ts'
import { keepUnits, makeContextOf } from '#addin/session/book/unitKinds.ts'
import type { Memory } from '#addin/session/services.ts'
import type { PolicyInfo } from '#shared/contract/policyResources.ts'
import { encodePack } from '#shared/policy/packFile.ts'
import { railway2025 } from '#shared/policy/packs/railway2025.ts'
import { shippedHolidays } from '#shared/policy/holidays.ts'

const kept = new Map<string, string>()
const memory: Memory = {
  read: (key) => kept.get(key) ?? null,
  write: (key, value) => void (value === null ? kept.delete(key) : kept.set(key, value)),
}
const contextOf = makeContextOf(memory, () => new Date(2026, 5, 1))
const yearly = (p: string) =>
  contextOf(p)
    .policy.limits({ tag: '节日慰问', form: 'perMemberYear' })
    .map(({ limit, confirmed, assumed }) => [limit.max, confirmed, assumed])

describe('the policy on this machine', () => {
  it('limits nothing before the server has told anything, and nothing that cannot be read', () => {
    expect(yearly('u2/welfare/2026')).toEqual([])
    kept.set('tongbiao.policy', '{')
    expect(yearly('u2/welfare/2026')).toEqual([])
    expect(contextOf('u2/welfare/2026').calendar.isKnown(2026)).toBe(false)
  })

  it('holds for the unit and all below, with its facts and the holidays', () => {
    const policy: PolicyInfo = {
      version: 2,
      packs: [
        {
          file: encodePack(railway2025),
          digest: 'd'.repeat(64),
          origin: 'shipped',
          confirmed: { at: '2026-01-01', by: '甲' },
          units: ['u1'],
          loosens: [],
        },
      ],
      holidays: shippedHolidays,
      facts: [{ unitId: 'u3', retainedPerHead: 300_000 as never, nature: null }],
      events: [],
    }
    keepPolicy(memory, policy)
    keepUnits(memory, [
      { id: 'u1', name: '局工会', kind: 'county', parentId: null },
      { id: 'u2', name: '一公司', kind: 'primary', parentId: 'u1' },
      { id: 'u3', name: '二公司', kind: 'primary', parentId: 'u1' },
      { id: 'u9', name: '别家', kind: 'primary', parentId: null },
    ])
    expect(yearly('u2/welfare/2026')).toEqual([[120_000, true, true]])
    expect(yearly('u3/welfare/2026')).toEqual([[240_000, true, false]])
    expect(yearly('u9/welfare/2026')).toEqual([])
    expect(yearly('u3/welfare/2024')).toEqual([])
    expect(contextOf('u3/welfare/2026').calendar.isKnown(2026)).toBe(true)
  })
})
