// The permission table: decisions, and that the filter of lists and pulls says the same (reliability §2.5).
import { decide, mayDo, ownsRow, type Subject } from '#server/auth/decide.ts'
import { isVisible, viewOf } from '#server/auth/view.ts'
import { isWithin, makeUnitTree } from '#server/auth/unitTree.ts'
import type { Grant } from '#server/auth/principal.ts'
import { storeLedger, units } from '#test/conformance/storeWorld.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const tree = makeUnitTree(units.map(({ id, name, kind, parent_id: parentId }) => ({ id, name, kind, parentId })))
const definition = storeLedger
const grant = (more: Partial<Grant>): Grant => ({
  role: 'finance',
  unitId: 'u1',
  kinds: [],
  department: null,
  from: null,
  to: null,
  ...more,
})
const subject = (...grants: readonly Grant[]): Subject => ({ grants, units: tree, today: '2026-03-02' })
const at = (unitId: string, state = 'draft', owner: string | null = null) => ({
  definition,
  resource: { unitId, state, owner },
})

describe('the tree of units', () => {
  it('knows who stands under whom', () => {
    expect([
      isWithin(tree, 'u2', 'u0'),
      isWithin(tree, 'u0', 'u0'),
      isWithin(tree, 'u0', 'u2'),
      isWithin(tree, 'u9', 'u0'),
    ]).toEqual([true, true, false, false])
    const cycle = makeUnitTree([
      { id: 'a', name: '', kind: 'primary', parentId: 'b' },
      { id: 'b', name: '', kind: 'primary', parentId: 'a' },
    ])
    expect(isWithin(cycle, 'a', 'c')).toBe(false)
  })
})

describe('decide', () => {
  it('reach unit is that unit only, reach subtree also all below', () => {
    expect(decide(subject(grant({})), 'create', at('u1')).allowed).toBe(true)
    expect(decide(subject(grant({})), 'create', at('u2')).allowed).toBe(false)
    const director = subject(grant({ role: 'director', unitId: 'u0' }))
    expect(decide(director, 'read', at('u2')).allowed).toBe(true)
    expect(decide(director, 'read', at('u9')).allowed).toBe(false)
    expect(decide(director, 'read', at('u404')).allowed).toBe(false)
  })

  it('says when another state would allow it', () => {
    expect(decide(subject(grant({})), 'update', at('u1', 'final'))).toEqual({ allowed: false, otherState: true })
    expect(decide(subject(grant({})), 'update', at('u9', 'final'))).toEqual({ allowed: false, otherState: false })
  })

  it('adds up the columns of several grants', () => {
    const director = grant({ role: 'director', unitId: 'u0' })
    expect(decide(subject(director), 'update', at('u1'))).toEqual({ allowed: true, columns: new Set(['note']) })
    expect(decide(subject(director, grant({})), 'update', at('u1'))).toEqual({ allowed: true, columns: null })
  })

  it('counts a grant on its days and for its kinds only', () => {
    const allowed = (more: Partial<Grant>) => decide(subject(grant(more)), 'create', at('u1')).allowed
    expect([
      allowed({ from: '2026-03-02', to: '2026-03-02' }),
      allowed({ from: '2026-03-03' }),
      allowed({ to: '2026-03-01' }),
    ]).toEqual([true, false, false])
    expect([allowed({ kinds: ['ledger'] }), allowed({ kinds: ['other'] })]).toEqual([true, false])
  })

  it('own rows are those whose owners name the department', () => {
    const clerk = subject(grant({ role: 'department', department: '财务处' }))
    expect(decide(clerk, 'read', at('u1', 'draft', '办公室、财务处')).allowed).toBe(true)
    expect(decide(clerk, 'read', at('u1', 'draft', '财务处二科')).allowed).toBe(false)
    expect(decide(clerk, 'read', at('u1')).allowed).toBe(false)
    expect(ownsRow('', '')).toBe(false)
    expect(decide(subject(grant({ role: 'department' })), 'read', at('u1', 'draft', '财务处')).allowed).toBe(false)
  })

  it('admin has no business rights', () => {
    expect(mayDo(subject(grant({ role: 'admin', unitId: 'u0' })), { definition, unitId: 'u1' })).toEqual([])
  })
})

const grants = fc.record({
  role: fc.constantFrom('finance', 'director', 'auditor', 'department', 'admin', 'chair' as const),
  unitId: fc.constantFrom('u0', 'u1', 'u2', 'u9'),
  kinds: fc.constantFrom([], ['ledger'], ['other']),
  department: fc.constantFrom(null, '财务处', '办公室'),
  from: fc.constantFrom(null, '2026-03-02', '2026-03-09'),
  to: fc.constantFrom(null, '2026-03-02', '2026-03-01'),
})

describe('the filter of lists and pulls', () => {
  it('I12: shows exactly the rows that decide lets one read', () => {
    fc.assert(
      fc.property(
        fc.array(grants, { maxLength: 4 }),
        fc.constantFrom('u0', 'u1', 'u2', 'u9', 'u404'),
        fc.constantFrom('draft', 'final'),
        fc.constantFrom(null, '财务处', '办公室、财务处', '人事处'),
        (held, unitId, state, owner) => {
          const who = subject(...held)
          const view = viewOf(who, { definition, unitId })
          const allowed = decide(who, 'read', at(unitId, state, owner)).allowed
          expect(isVisible(view, { state, owner })).toBe(allowed)
          if (view?.whole === true) expect(allowed).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
