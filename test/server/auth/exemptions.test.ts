// 豁免 of roles (domain.md §5.1): every pair of the matrix × on file or not, and how the right is given. 经审 and administrators: never.
import { describe, expect, it } from 'vitest'
import { excusable, excusesFor, exemptionsOf } from '#server/auth/exemptions.ts'
import type { IncompatiblePair } from '#server/auth/heldDuty.ts'
import { findIncompatible, incompatiblePairs, toDuty } from '#server/auth/incompatible.ts'
import type { Grant } from '#server/auth/principal.ts'
import type { Unit } from '#server/auth/units.ts'
import type { Excused } from '#shared/definition/duty.ts'
import { parsePlainDate } from '#shared/kernel/plainDate.ts'
import type { ExemptionOnFile } from '#shared/review/foldRevocable.ts'

const day = (text: string) => parsePlainDate(text) ?? expect.fail(text)
const units: readonly Unit[] = [
  { id: 'u0', name: '上级', kind: 'county', parentId: null },
  { id: 'u1', name: '本级', kind: 'primary', parentId: 'u0' },
]
const grant = (role: Grant['role'], more: Partial<Grant> = {}): Grant => ({
  role,
  unitId: 'u1',
  kinds: [],
  department: null,
  from: null,
  to: null,
  ...more,
})
const dated = { from: '2026-03-02', to: '2026-03-31' }

function exemption({ first, second }: IncompatiblePair, more: Partial<ExemptionOnFile> = {}): ExemptionOnFile {
  const signed = { userId: 'chen', by: '主席', at: '2026-03-02T00:00:00.000Z' }
  return {
    id: 'x1',
    ...signed,
    unitId: 'u1',
    persons: [{ id: 'ann', name: '甲' }],
    // as if somebody had written it into the log
    excuses: [`${first}+${second}` as Excused],
    from: day('2026-03-02'),
    until: day('2026-03-31'),
    reason: '三人单位',
    revoked: null,
    ...more,
  }
}

describe('exemption of roles', () => {
  it('can be declared of the pairs without 经审 and without administrators', () => {
    expect(excusable).toEqual([
      'finance+chair', 'finance+cashier', 'cashier+chair', 'own-draft', 'two-levels', 'pay', 'editor',
    ]) // prettier-ignore
  })

  it.each(incompatiblePairs.map((pair) => [`${pair.first} + ${pair.second}`, pair] as const))('%s', (_, pair) => {
    const open = (asked: readonly ExemptionOnFile[], more: Partial<Grant> = dated, userId = 'ann') => {
      const duties = [grant(pair.first), grant(pair.second, more)].map((one) => toDuty(one, units))
      return findIncompatible(duties, exemptionsOf(asked, [userId])) === undefined
    }
    const can = excusable.includes(`${pair.first}+${pair.second}`)
    const signed = { userId: 'chen', by: '主席', at: '2026-03-03T00:00:00.000Z' }
    expect({
      without: open([]),
      with: open([exemption(pair)]),
      revoked: open([exemption(pair, { revoked: signed })]),
      otherUnit: open([exemption(pair, { unitId: 'u0' })]),
      otherPerson: open([exemption(pair)], dated, 'ben'),
      undated: open([exemption(pair)], {}),
      openEnd: open([exemption(pair)], { from: '2026-03-02' }),
      tooLong: open([exemption(pair)], { from: '2026-03-02', to: '2026-04-01' }),
      tooSoon: open([exemption(pair)], { from: '2026-03-01', to: '2026-03-31' }),
      unitAbove: open([exemption(pair)], { ...dated, unitId: 'u0' }),
      delegated: open([exemption(pair)], { ...dated, delegatedBy: { userId: 'chen', name: '主席' } }),
    }).toEqual({
      without: false,
      with: can,
      revoked: false,
      otherUnit: false,
      otherPerson: false,
      undated: false,
      openEnd: false,
      tooLong: false,
      tooSoon: false,
      unitAbove: false,
      delegated: false,
    })
  })

  it('marks the steps of whoever really holds both roles there today', () => {
    const pair = incompatiblePairs.find(({ first, second }) => first === 'finance' && second === 'cashier')
    if (!pair) throw new Error('no such pair')
    const roles = (grants: readonly Grant[], today = '2026-03-10') =>
      excusesFor([exemption(pair)], { unitId: 'u1', today: day(today), acting: [['ann']], grants }).flatMap(
        (one) => one.roles,
      )
    expect(roles([grant('finance'), grant('cashier', dated)])).toEqual([['finance', 'cashier']])
    expect(roles([grant('finance')])).toEqual([])
    expect(roles([grant('finance'), grant('cashier', { unitId: 'u0' })])).toEqual([])
    expect(roles([grant('finance'), grant('cashier', dated)], '2026-04-01')).toEqual([])
  })
})
