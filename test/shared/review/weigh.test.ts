// Duties × exemption (domain.md §5.1): what an exemption spares, and what nothing spares: 经审, own matters, reopening, large sums.
import { describe, expect, it } from 'vitest'
import type { Duty, DutyCode } from '#shared/definition/duty.ts'
import type { Role } from '#shared/definition/role.ts'
import type { Transition } from '#shared/definition/workflow.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { words } from '#shared/kernel/words.ts'
import type { Hand } from '#shared/review/facts.ts'
import { weighDuties } from '#shared/review/weigh.ts'
import { caseDefinition, rollDefinition } from '#test/arbitrary/reviewDefinitions.ts'

const id = '01920000-0000-7000-8000-000000000001' as RecordId
const agreed: Hand = { userId: 'ann', did: 'step', field: null, from: 'heard', to: 'agreed' }
const wrote: Hand = { userId: 'ann', did: 'edit', field: 'name', from: null, to: null }

const broken: Readonly<Record<DutyCode, { readonly duty: Duty; readonly hand: Hand }>> = {
  'own-draft': { duty: { type: 'own-draft' }, hand: wrote },
  'two-levels': { duty: { type: 'other-hand', transitions: ['agree'], as: 'two-levels' }, hand: agreed },
  pay: { duty: { type: 'other-hand', transitions: ['agree'], as: 'pay' }, hand: agreed },
  period: { duty: { type: 'other-hand', transitions: ['agree'], as: 'period' }, hand: agreed },
  editor: { duty: { type: 'not-editor', columns: ['name'] }, hand: wrote },
  beneficiary: { duty: { type: 'beneficiary', column: 'person' }, hand: agreed },
}
const codes = Object.keys(broken) as DutyCode[]

function weighed(
  code: DutyCode,
  {
    excused = codes,
    by = 'chair',
    needs = [],
    amount = 100,
    definition = caseDefinition,
  }: {
    excused?: readonly DutyCode[]
    by?: Role
    needs?: Transition['needs'] & object
    amount?: number
    definition?: typeof caseDefinition
  } = {},
): string {
  const { duty, hand } = broken[code]
  const transition: Transition = { name: 'test', label: words('试', '試', 'test'), from: ['heard'], to: 'agreed', by: [by], needs, apart: [duty] } // prettier-ignore
  const { denials, excused: spared } = weighDuties({
    definition,
    transition,
    rows: [{ id, values: { amount, person: 'E07' } }],
    hands: new Map([[id, [hand]]]),
    actor: { userIds: ['ann'], persons: ['E07'] },
    excuses: [{ id: 'x1', duties: excused, roles: [] }],
  })
  return [...denials.map((denial) => denial.code), ...spared.map((one) => `${one.duty} by ${one.exemption}`)].join(' ')
}

describe('duties and exemptions', () => {
  it.each(codes)('sod-%s without an exemption of it', (code) => {
    const others = codes.filter((other) => other !== code)
    for (const excused of [[], others]) expect(weighed(code, { excused })).toBe(`sod-${code}`)
  })

  it('an exemption spares what it names, but never own matters and never the reopening of a period', () => {
    expect(Object.fromEntries(codes.map((code) => [code, weighed(code)]))).toEqual({
      'own-draft': 'own-draft by x1',
      'two-levels': 'two-levels by x1',
      pay: 'pay by x1',
      period: 'sod-period',
      editor: 'editor by x1',
      beneficiary: 'sod-beneficiary',
    })
  })

  it.each(codes)('sod-%s: nothing is spared in a step of 经审', (code) => {
    expect(weighed(code, { by: 'auditor' })).toBe(`sod-${code}`)
    expect(weighed(code, { needs: [{ type: 'resolution', body: 'audit' }] })).toBe(`sod-${code}`)
  })

  it('V3: one’s own draft is not spared from the sum on from which the kind asks for a resolution', () => {
    const definition = rollDefinition // 10 yuan
    expect(weighed('own-draft', { definition, amount: 999 })).toBe('own-draft by x1')
    expect(weighed('own-draft', { definition, amount: 1_000 })).toBe('sod-own-draft')
    expect(weighed('editor', { definition, amount: 1_000 })).toBe('editor by x1')
  })
})
