// Set rules: whole and kept up to date.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#shared/kernel/plainDate.ts'
import {
  changeSetSums,
  createSetSums,
  rowsWithSameKey,
  setFindings,
  validateSet,
  type RowChange,
} from '#shared/validation/setFindings.ts'
import type { Values } from '#shared/kernel/value.ts'
import { ruleContext } from '#shared/definition/rule.ts'
import { ledgerDefinition } from '#test/arbitrary/ledgerDefinition.ts'

const context = ruleContext({ today: plainDate(2026, 7, 1)!, year: 2026, unitKind: 'primary' })
const rows = (...values: readonly Values[]) => values.map((row, index) => ({ id: `r${index}`, values: row }))
const codes = (...values: readonly Values[]): readonly string[] =>
  validateSet(ledgerDefinition, rows(...values), context).map((finding) => finding.code)

describe('set rules', () => {
  it('V31 compares keys only where none of their parts is blank, and points at the smallest id', () => {
    const twice = validateSet(
      ledgerDefinition,
      rows({ code: 'a', amount: 1 }, { code: 'b', amount: 1 }, { code: 'a', amount: 1 }),
      context,
    )
    expect(twice).toMatchObject([
      { code: 'ledger/code-twice', location: { id: 'r0', column: 'code' }, params: { key: 'a', count: 2 } },
    ])
    expect(codes({ code: null, amount: 1 }, { code: '', amount: 1 }, { code: null, amount: 1 })).toEqual([])
  })

  it('V33 compares sums only where the group has a row worth comparing', () => {
    expect(codes({ side: '支出', amount: 5 })).toEqual([])
    expect(codes({ side: '支出', amount: 5 }, { side: '收入', amount: 5 })).toEqual([])
    const deficit = validateSet(
      ledgerDefinition,
      rows({ side: '支出', amount: 600 }, { side: '收入', amount: 500 }),
      context,
    )
    expect(deficit).toMatchObject([
      { code: 'ledger/deficit', params: { left: '6.00', right: '5.00', difference: '1.00' } },
    ])
  })

  it('V32 C12 sees a difference of one 分 among large sums', () => {
    const income = Array.from({ length: 9 }, () => ({ side: '收入', amount: 99_999_999_999_999, day: null }))
    const expenditure = income.map((row) => ({ ...row, side: '支出' }))
    const off = [...income, ...expenditure.slice(1), { side: '支出', amount: 100_000_000_000_000, day: null }]
    expect(
      validateSet(ledgerDefinition, rows(...off), context).find((finding) => finding.code === 'ledger/deficit')?.params[
        'difference'
      ],
    ).toBe('0.01')
  })

  it('V32 B12 names a sum beyond ten trillion 元 instead of showing a wrong one', () => {
    const huge = Array.from({ length: 3 }, () => ({ side: '支出', amount: 900_000_000_000_000, day: '2026-01-01' }))
    expect(codes(...huge)).toContain('money.sum-range')
  })

  it('V34 touches only the groups before and after a change', () => {
    const sums = createSetSums(ledgerDefinition, context)
    changeSetSums(sums, [{ id: 'a', before: null, after: { day: '2026-01-01', amount: 1 } }])
    const touched = changeSetSums(sums, [
      { id: 'a', before: { day: '2026-01-01', amount: 1 }, after: { day: '2026-01-02', amount: 200_000 } },
    ])
    const perDay = sums.rules.findIndex((entry) => entry.rule.code === 'ledger/too-much-a-day')
    expect([...(touched[perDay] ?? [])].sort()).toEqual(['["2026-01-01"]', '["2026-01-02"]'])
    expect(setFindings(sums, touched).map((finding) => finding.code)).toEqual(['ledger/too-much-a-day'])
  })

  it('V31 names all rows that share a key', () => {
    const sums = createSetSums(ledgerDefinition, context)
    changeSetSums(
      sums,
      rows({ code: 'a' }, { code: 'b' }, { code: 'a' }).map(({ id, values }) => ({ id, before: null, after: values })),
    )
    expect([...rowsWithSameKey(sums).values()]).toEqual([['r0', 'r2']])
  })
})

const values: fc.Arbitrary<Values> = fc.record({
  code: fc.constantFrom('a', 'b', 'c', null, ''),
  side: fc.constantFrom('收入', '支出', null),
  amount: fc.oneof(fc.constant(null), fc.integer({ min: -5, max: 90_000 }), fc.constant(900_000_000_000_000)),
  day: fc.constantFrom('2026-01-01', '2026-01-02', null),
})

describe('set rules, incrementally', () => {
  it('V30 gives the findings of a full evaluation after any history of changes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(6), fc.option(values, { nil: null })), { maxLength: 60 }), (history) => {
        const live = new Map<string, Values>()
        const sums = createSetSums(ledgerDefinition, context)
        for (const [slot, after] of history) {
          const id = `r${slot}`
          const change: RowChange = { id, before: live.get(id) ?? null, after }
          if (after === null) live.delete(id)
          else live.set(id, after)
          changeSetSums(sums, [change])
        }
        const whole = validateSet(
          ledgerDefinition,
          [...live].map(([id, row]) => ({ id, values: row })),
          context,
        )
        expect(setFindings(sums)).toEqual(whole)
      }),
      { numRuns: 500 },
    )
  })

  it('V30 V34 the findings of touched groups are all that changed', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 12 }), values, fc.nat(11), (start, after, slot) => {
        const ids = start.map((_, index) => `r${index}`)
        const sums = createSetSums(ledgerDefinition, context)
        changeSetSums(
          sums,
          start.map((row, index) => ({ id: ids[index]!, before: null, after: row })),
        )
        const before = setFindings(sums).map((finding) => JSON.stringify(finding))
        const id = `r${slot}`
        const touched = changeSetSums(sums, [{ id, before: start[slot] ?? null, after }])
        const changed = setFindings(sums)
          .map((finding) => JSON.stringify(finding))
          .filter((text) => !before.includes(text))
        const named = setFindings(sums, touched).map((finding) => JSON.stringify(finding))
        expect(changed.filter((text) => !named.includes(text))).toEqual([])
      }),
    )
  })
})

describe('masked columns', () => {
  const masked: typeof ledgerDefinition = {
    ...ledgerDefinition,
    columns: { ...ledgerDefinition.columns, code: { ...ledgerDefinition.columns['code']!, mask: 'whole' } },
  }
  const said = (...values: readonly Values[]) =>
    validateSet(masked, rows(...values), context).filter(({ code }) => code === 'ledger/code-twice')

  it('V62 that two are the same is said, what they are is not; masks are not taken for the same', () => {
    const [twice] = said({ code: 'a', amount: 1 }, { code: 'a', amount: 1 })
    expect(twice?.params).toMatchObject({ count: 2, key: '', group: '' })
    expect(said({ code: '***', amount: 1 }, { code: '***', amount: 1 })).toEqual([])
  })
})
