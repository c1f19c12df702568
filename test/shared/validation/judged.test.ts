// Rules that pass a limit of the policy: whose citation, how heavy.
import { describe, expect, it } from 'vitest'
import { findPassed, type OverLimit, type ResolvedLimit } from '#shared/definition/limit.ts'
import { ruleContext, type FieldRule, type RowRule } from '#shared/definition/rule.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import { words } from '#shared/kernel/words.ts'
import { samplePolicy } from '#shared/policy/resolvePolicy.ts'
import { blocksSave, validateRows } from '#shared/validation/validateRows.ts'
import { ledgerDefinition } from '#test/arbitrary/ledgerDefinition.ts'

const today = plainDate(2026, 7, 1)!
const same = (text: string) => words(text, text, text)
const max = 50_000 as Fen

const common = {
  severity: 'error',
  blocks: 'save',
  citation: { source: '制度', clause: '一', certainty: 'house' },
  title: same('生日'),
  message: same('{amount} > {limit}'),
} as const
const passed = (amount: unknown, context: ReturnType<typeof ruleContext>): OverLimit | null => {
  const limits = context.policy.limits({ tag: '生日慰问', form: 'perEvent' })
  const over = findPassed(limits, (limit) => Number(amount) > limit.max)
  return over === undefined ? null : { over, params: { amount: String(amount), limit: String(over.limit.max) } }
}
const rowRule: RowRule = {
  ...common,
  scope: 'row',
  code: 'ledger/row-limit',
  columns: ['amount'],
  check: (row, context) => passed(row['amount'], context),
  examples: { valid: [], invalid: [] },
}
const fieldRule: FieldRule = {
  ...common,
  scope: 'field',
  code: 'ledger/field-limit',
  column: 'amount',
  check: (value, context) => passed(value, context),
  examples: { valid: [], invalid: [] },
}
const definition = { ...ledgerDefinition, rules: [rowRule, fieldRule] }
const row = [{ values: { code: '1', name: '甲', side: '支出', amount: 50_001 }, location: {} }]

describe('rules that ask the policy', () => {
  it('V45 take citation and weight from the pack: confirmed blocks, unconfirmed warns, none says nothing', () => {
    const plain = ruleContext({ today, year: 2026, unitKind: 'primary' })
    expect(validateRows(definition, row, plain)).toEqual([])
    const policy = samplePolicy([{ form: 'perEvent', tag: '生日慰问', max }], today)
    const findings = validateRows(definition, row, { ...plain, policy })
    expect(findings.map(({ code, severity, citation }) => [code, severity, citation?.source])).toEqual([
      ['ledger/field-limit', 'error', '示例'],
      ['ledger/row-limit', 'error', '示例'],
    ])
    expect(findings.every((finding) => blocksSave(definition, finding))).toBe(true)
    const unsure: typeof policy = {
      limits: (asked) => policy.limits(asked).map((limit) => ({ ...limit, confirmed: false })),
    }
    const warned = validateRows(definition, row, { ...plain, policy: unsure })
    expect(warned.map(({ severity }) => severity)).toEqual(['warning', 'warning'])
    expect(warned.some((finding) => blocksSave(definition, finding))).toBe(false)
  })

  it('V45 a confirmed limit speaks before a stricter one that is not confirmed', () => {
    const [strict] = samplePolicy([{ form: 'perEvent', tag: '生日慰问', max: 30_000 as Fen }], today).limits({
      tag: '生日慰问',
      form: 'perEvent',
    })
    const [wide] = samplePolicy([{ form: 'perEvent', tag: '生日慰问', max }], today).limits({
      tag: '生日慰问',
      form: 'perEvent',
    })
    const limits: readonly ResolvedLimit<'perEvent'>[] = [{ ...strict!, confirmed: false }, wide!]
    const asked = (amount: number) => findPassed(limits, (limit) => amount > limit.max)?.limit.max
    expect([30_000, 40_000, 50_001].map(asked)).toEqual([undefined, 30_000, 50_000])
  })
})
