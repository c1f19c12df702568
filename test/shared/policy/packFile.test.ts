// Pack files: read back equal, every fault with its place, never an exception.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillPlaces, locales } from '#shared/kernel/words.ts'
import { decodePack, encodePack } from '#shared/policy/packFile.ts'
import { packFaultCodes } from '#shared/policy/packFault.ts'
import { shippedPacks } from '#shared/policy/packs/index.ts'
import { templatePack } from '#shared/policy/packs/template.ts'
import { policyWords } from '#shared/policy/policyWords.ts'
import { arbitraryPack } from '#test/arbitrary/policyPack.ts'

const faultsOf = (json: unknown) => {
  const read = decodePack(typeof json === 'string' ? json : JSON.stringify(json))
  return read.ok ? [] : read.error.map(({ code, path }) => `${code} ${path}`)
}
const sound = JSON.parse(encodePack(templatePack)) as Record<string, unknown>
const limit = { form: 'perEvent', tag: '生日慰问', max: '300', clause: '第一条', certainty: 'house' }

describe('a pack file', () => {
  it('is read back as it was written', () => {
    for (const pack of [...shippedPacks, templatePack])
      expect(decodePack(encodePack(pack))).toEqual({ ok: true, value: pack })
    fc.assert(
      fc.property(arbitraryPack, (pack) => {
        expect(decodePack(encodePack(pack))).toEqual({ ok: true, value: pack })
      }),
      { numRuns: 100 },
    )
  })

  it('tells all its faults at once, each with its path', () => {
    expect(
      faultsOf({
        ...sound,
        id: 'Anhui',
        layer: '省',
        from: '2026-02-30',
        extra: 1,
        limits: [
          { ...limit, max: 300 },
          { ...limit, max: '300.555' },
          { ...limit, tag: '旅游' },
          { form: 'perYear' },
          { ...limit, form: 'headcountRatio', base: 'participants', share: { times: 3, per: 2 }, max: undefined },
          { form: 'tiered', tags: ['节日慰问'], tiers: [{ below: '1', max: '2' }], clause: 'x', certainty: 'house' },
        ],
      }),
    ).toEqual([
      'pack.id id',
      'pack.choice layer',
      'pack.day from',
      'pack.amount limits[0].max',
      'pack.amount limits[1].max',
      'pack.choice limits[2].tag',
      'pack.choice limits[3].form',
      'pack.share limits[4].share',
      'pack.tiers limits[5].tiers',
      'pack.unknown-key ',
    ])
    expect(faultsOf({ ...sound, from: '2026-02-01', to: '2026-01-01' })).toEqual(['pack.days-order to'])
    expect(faultsOf('{')).toEqual(['pack.not-json '])
    expect(faultsOf('[]')).toEqual(['pack.shape '])
    expect(faultsOf(`"${'x'.repeat(600_000)}"`)).toEqual(['pack.shape '])
  })

  it('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(typeof decodePack(text).ok).toBe('boolean')
      }),
    )
  })

  it('has a sentence for every fault, in each language, with its places filled', () => {
    for (const code of packFaultCodes)
      for (const locale of locales)
        expect(
          fillPlaces(policyWords[code][locale], { path: 'p', written: 'w', allowed: 'a', key: 'k', reason: 'r' }),
        ).not.toMatch(/\{\w+\}/)
  })
})

describe('the packs that are shipped', () => {
  it('are none of them verified, have ids of their own, and never claim more than was read', () => {
    expect(new Set(shippedPacks.map(({ id }) => id)).size).toBe(shippedPacks.length)
    for (const pack of shippedPacks) {
      expect(pack.verified).toBe(false)
      expect(pack.sourceNote).not.toBe('')
      expect(pack.limits.length).toBeGreaterThan(0)
      // only the enterprise's own text was read in full
      const marks = new Set(pack.limits.map(({ certainty }) => certainty))
      expect([...marks]).toEqual([
        pack.id === 'zhongtie-2025' ? 'sourced' : pack.layer === 'national' ? 'memory-high' : 'secondary',
      ])
    }
  })
})
