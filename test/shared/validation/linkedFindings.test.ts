// Rules over several sheets: who takes part, what is compared, what the policy bounds.
import { describe, expect, it } from 'vitest'
import { checkDefinition } from '#shared/definition/check.ts'
import { checkLinkedKinds } from '#shared/definition/checkLinked.ts'
import type { Limit } from '#shared/definition/limit.ts'
import { ruleContext } from '#shared/definition/rule.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import { samplePolicy } from '#shared/policy/resolvePolicy.ts'
import { evaluateLinked, type PlacedRow } from '#shared/validation/evaluateLinked.ts'
import { planLinked } from '#shared/validation/linkedPlan.ts'
import { gifts, grant, limited, roster, ruleOf, spending } from '#test/arbitrary/linkedKinds.ts'

const today = plainDate(2026, 7, 1)!
const context = ruleContext({ today, year: 2026, unitKind: 'primary' })
const asked = { unitId: 'u1', year: 2026 }
const at = (row: Partial<PlacedRow> & Pick<PlacedRow, 'kind' | 'values'>): PlacedRow => ({
  unitId: 'u1',
  year: 2026,
  state: 'draft',
  ...row,
})

describe('rules over several sheets', () => {
  it('V50 holds the sums of like keys against each other, of the states that are named', () => {
    const plan = planLinked([grant, spending])
    const rows = [
      at({ kind: 'grant', state: 'approved', values: { account: '50105', amount: 500 } }),
      at({ kind: 'grant', values: { account: '50105', amount: 900 } }),
      at({ kind: 'spending', values: { account: '50105', amount: 300 } }),
      at({ kind: 'spending', values: { account: '50105', amount: 301 } }),
      at({ kind: 'spending', values: { account: '50102', amount: 9 } }),
      at({ kind: 'spending', values: { account: null, amount: 9 } }),
    ]
    expect(evaluateLinked(plan, rows, { ...asked, context })).toEqual([
      {
        code: 'spending/over-grant',
        severity: 'error',
        location: {},
        params: {
          group: '50105',
          account: '50105',
          left: '6.01',
          right: '5.00',
          limit: '5.00',
          difference: '1.01',
        },
        citation: ruleOf(spending, 'spending/over-grant').citation,
      },
    ])
  })

  it('V51 counts only sheets in the rule’s reach: unit and year', () => {
    const plan = planLinked([grant, spending])
    const rows = [
      at({ kind: 'grant', state: 'approved', values: { account: '50105', amount: 500 } }),
      at({ kind: 'grant', state: 'approved', unitId: 'u2', values: { account: '50105', amount: 500 } }),
      at({ kind: 'spending', values: { account: '50105', amount: 400 } }),
      at({ kind: 'spending', year: 2025, values: { account: '50105', amount: 400 } }),
    ]
    const codes = (place: typeof asked) => evaluateLinked(plan, rows, { ...place, context }).map(({ code }) => code)
    expect(codes(asked)).toEqual([])
    expect(codes({ unitId: 'u1', year: 2025 })).toEqual([])
    expect(evaluateLinked(plan, rows.slice(1), { ...asked, context })).toEqual([])
  })

  it('V52 takes the bound from the policy: severity and citation are those of the limit, and none says nothing', () => {
    const plan = planLinked([gifts, roster])
    const gift = (member: string, amount: number, unitId = 'u1') =>
      at({ kind: 'gifts', unitId, values: { member, amount } })
    const rows = [gift('001', 120_000), gift('001', 110_001, 'u2'), gift('002', 220_000)]
    expect(evaluateLinked(plan, rows, { ...asked, context })).toEqual([])
    const limits: readonly Limit[] = [{ form: 'perMemberYear', tags: ['节日慰问'], max: 220_000 as Fen }]
    const known = { ...context, policy: samplePolicy(limits, today) }
    const [finding, ...rest] = evaluateLinked(plan, rows, { ...asked, context: known })
    expect(rest).toEqual([])
    expect(finding).toMatchObject({
      code: 'gifts/yearly-total',
      severity: 'error',
      params: { member: '001', left: '2,300.01', limit: '2,200.00', difference: '100.01' },
      citation: { source: '示例', clause: '示例' },
    })
    const unsure = {
      limits: (question: Parameters<typeof known.policy.limits>[0]) =>
        known.policy.limits(question).map((limit) => ({ ...limit, confirmed: false })),
    }
    const warned = evaluateLinked(plan, rows, {
      ...asked,
      context: { ...known, policy: unsure as typeof known.policy },
    })
    expect(warned.map(({ severity }) => severity)).toEqual(['warning'])
  })

  it('V52 bounds by multiples and shares of a base, exactly', () => {
    const plan = planLinked([limited, roster])
    const member = (dues: number) => at({ kind: 'roster', values: { member: '1', dues } })
    const outing = (amount: number) => at({ kind: 'limited', values: { amount } })
    const codes = (limit: Limit, rows: readonly PlacedRow[]) =>
      evaluateLinked(plan, rows, { ...asked, context: { ...context, policy: samplePolicy([limit], today) } }).map(
        ({ code, params }) => `${code} ${params['limit']}`,
      )
    const four: Limit = { form: 'duesMultiple', tags: ['春秋游'], multiple: 4 }
    expect(codes(four, [member(100), outing(400)])).toEqual([])
    expect(codes(four, [member(100), outing(401)])).toEqual(['limited/dues 4.00'])
    expect(codes(four, [outing(1)])).toEqual(['limited/dues 0.00'])
    const third: Limit = { form: 'unitYearRatio', tags: ['节日慰问'], base: 'dues', share: { times: 1, per: 3 } }
    expect(codes(third, [member(100), outing(33)])).toEqual([])
    expect(codes(third, [member(100), outing(34)])).toEqual(['limited/share 0.33'])
    const other: Limit = { ...third, base: 'budgetIncome' }
    expect(codes(other, [member(100), outing(99)])).toEqual([])
  })

  it('finds faults in what an author writes', () => {
    expect([grant, spending, gifts, roster, limited].flatMap(checkDefinition)).toEqual([])
    expect(checkLinkedKinds([grant, spending, gifts, roster, limited])).toEqual([])
    expect(checkLinkedKinds([spending]).map(({ fault }) => fault)).toEqual(['no kind grant'])
    const [first] = spending.rules
    const broken = {
      ...spending,
      rules: [
        {
          ...first!,
          linked: {
            group: ['limit', 'account'],
            reach: 'unit',
            left: [{ kind: 'grant', groupBy: ['nothing'], column: 'account', where: [], times: 0, years: 'all' }],
            right: [],
            relation: 'atMost',
            tolerance: -1,
          },
        },
      ],
    } as unknown as typeof spending
    expect(checkDefinition(broken).map(({ fault }) => fault)).toEqual([
      'no term of the kind that owns it',
      'keys of different length',
      'a name of a key part is taken',
      'times is a whole number, not 0',
      'tolerance is a whole number from 0',
    ])
    expect(checkLinkedKinds([broken, grant]).map(({ fault }) => fault)).toEqual([
      'no column grant.nothing',
      'grant.account is no sum',
    ])
  })
})
