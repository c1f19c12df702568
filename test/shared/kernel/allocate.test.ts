// Dividing to the 分: the parts add up, nobody is a unit off, and the remainder goes where the rule says.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, type RemainderRule } from '#shared/kernel/allocate.ts'

const rules: readonly RemainderRule[] = ['largest-remainder', 'last', 'largest-weight']
const totals = fc.oneof(fc.integer({ min: -1_000, max: 1_000 }), fc.maxSafeInteger())
const weights = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 1e12 })), {
    minLength: 1,
    maxLength: 12,
  })
  .filter((all) => all.some((weight) => weight > 0))
const add = (numbers: readonly number[]): bigint => numbers.reduce((sum, number) => sum + BigInt(number), 0n)

describe('allocate', () => {
  it('gives parts that add up to the total, to the 分, under every rule', () => {
    fc.assert(
      fc.property(totals, weights, fc.constantFrom(...rules), (total, given, rule) => {
        const answer = allocate(total, given, rule)
        expect(add(answer?.parts ?? [])).toBe(BigInt(total))
        expect(answer?.parts.every((part, index) => part === 0 || (given[index] ?? 0) > 0)).toBe(true)
      }),
    )
  })

  it('by the largest remainder, leaves nobody a whole unit from the exact share', () => {
    fc.assert(
      fc.property(totals, weights, (total, given) => {
        const sum = add(given)
        const answer = allocate(total, given, 'largest-remainder')
        for (const [index, part] of (answer?.parts ?? []).entries()) {
          const off = BigInt(part) * sum - BigInt(total) * BigInt(given[index] ?? 0)
          expect(off < sum && off > -sum).toBe(true)
        }
      }),
    )
  })

  it('says who absorbed how much: parts without it are the whole shares', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), weights, fc.constantFrom(...rules), (total, given, rule) => {
        const answer = allocate(total, given, rule)
        const sum = add(given)
        for (const [index, part] of (answer?.parts ?? []).entries())
          expect(BigInt(part - (answer?.absorbed[index] ?? 0))).toBe((BigInt(total) * BigInt(given[index] ?? 0)) / sum)
      }),
    )
  })

  it.each<readonly [RemainderRule, readonly number[]]>([
    ['largest-remainder', [34, 33, 33]],
    ['last', [33, 33, 34]],
    ['largest-weight', [34, 33, 33]],
  ])('divides 1.00 元 by three by %s', (rule, parts) => {
    expect(allocate(100, [1, 1, 1], rule)?.parts).toEqual(parts)
  })

  it('refuses what cannot be divided', () => {
    expect(allocate(100, [0, 0], 'last')).toBeUndefined()
    expect(allocate(0, [0, 0], 'last')?.parts).toEqual([0, 0])
    expect(allocate(0.5, [1], 'last')).toBeUndefined()
    expect(allocate(100, [1, -1], 'last')).toBeUndefined()
  })
})
