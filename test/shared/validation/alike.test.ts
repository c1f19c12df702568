// The set check `alike`: exact, whatever the size of the numbers and the order in which rows come and go.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SetCheck } from '#shared/definition/rule.ts'
import { ruleContext } from '#shared/definition/rule.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import { changeSetSums, createSetSums, setFindings, validateSet } from '#shared/validation/setFindings.ts'
import { ledgerDefinition } from '#test/arbitrary/ledgerDefinition.ts'

const check: SetCheck = {
  type: 'alike',
  groupBy: ['side'],
  column: 'amount',
  where: [{ column: 'code', blank: false }],
}
const definition: SheetDefinition = {
  ...ledgerDefinition,
  rules: ledgerDefinition.rules
    .filter((rule) => rule.scope === 'set')
    .slice(0, 1)
    .map((rule) => ({ ...rule, code: 'ledger/alike', set: check })),
}
const context = ruleContext({ today: plainDate(2026, 7, 1)!, year: 2026, unitKind: 'primary' })
const row = fc.record({
  side: fc.constantFrom('收入', '支出'),
  code: fc.constantFrom('a', null),
  amount: fc.oneof(fc.constantFrom(5, 900_000_000_000_000, null), fc.integer({ min: -3, max: 3 })),
})
const rows = fc.array(row, { maxLength: 12 })

describe('alike', () => {
  it('V35 finds a group exactly when its rows hold two different amounts', () => {
    fc.assert(
      fc.property(rows, (values) => {
        const found = validateSet(
          definition,
          values.map((each, index) => ({ id: `r${index}`, values: each })),
          context,
        ).map(({ params }) => params['group'])
        const expected = ['支出', '收入'].filter((side) => {
          const amounts = values.filter((each) => each.side === side && each.code !== null && each.amount !== null)
          return new Set(amounts.map(({ amount }) => amount)).size > 1
        })
        expect(found).toHaveLength(expected.length)
        expect(new Set(found)).toEqual(new Set(expected))
      }),
    )
  })

  it('V35 V30 gives the same after rows came and went', () => {
    fc.assert(
      fc.property(rows, rows, (kept, gone) => {
        const all = [...kept, ...gone].map((values, index) => ({ id: `r${index}`, values }))
        const sums = createSetSums(definition, context)
        changeSetSums(
          sums,
          all.map(({ id, values }) => ({ id, before: null, after: values })),
        )
        changeSetSums(
          sums,
          all.slice(kept.length).map(({ id, values }) => ({ id, before: values, after: null })),
        )
        const codes = (findings: ReturnType<typeof setFindings>) => findings.map(({ params }) => params)
        expect(codes(setFindings(sums))).toEqual(codes(validateSet(definition, all.slice(0, kept.length), context)))
      }),
    )
  })
})
