// The matrix of rights over every kind (reliability.md §2.6): the decision of the server against a small evaluator of its own.
import { describe, expect, it } from 'vitest'
import { decide, whyNot, type Subject } from '#server/auth/decide.ts'
import { isVisible, viewOf } from '#server/auth/view.ts'
import { makeUnitTree } from '#server/auth/unitTree.ts'
import { roles, type Role } from '#shared/definition/role.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { actions, type Action } from '#shared/definition/workflow.ts'
import { denials } from '#shared/definition/denial.ts'
import { sheets } from '#shared/sheets/index.ts'

/** root ─ above ─ own ─ below ─ lowest; beside hangs under above, too. Whoever asks holds the grant at `own`. */
const units = makeUnitTree(
  (
    [
      ['above', null],
      ['own', 'above'],
      ['below', 'own'],
      ['lowest', 'below'],
      ['beside', 'above'],
    ] as const
  ).map(([id, parentId]) => ({ id, name: id, kind: 'primary', parentId })),
)
const relations = ['own', 'below', 'lowest', 'above', 'beside']
const owners = ['组宣部', '办公室、组宣部', '财务处', null]
const reached: Readonly<Record<string, readonly string[]>> = {
  unit: ['own'],
  own: ['own'],
  subtree: ['own', 'below', 'lowest'],
}

interface Cell {
  readonly definition: SheetDefinition
  readonly role: Role
  readonly action: Action
  readonly unitId: string
  readonly state: string
  readonly owner: string | null
}

/** Read straight from the table, in no way as the server does it. */
function expected({ definition, role, action, unitId, state, owner }: Cell): boolean {
  let yes = false
  for (const line of definition.workflow.permissions) {
    const named = line.role === role && line.states.includes(state) && line.actions.includes(action)
    const mine = line.reach !== 'own' || (owner ?? '').split('、').includes('组宣部')
    if (named && mine && reached[line.reach]?.includes(unitId)) yes = true
  }
  return yes
}

function* cells(): Generator<Cell> {
  for (const definition of sheets)
    for (const role of roles)
      for (const action of actions)
        for (const unitId of relations)
          for (const { name: state } of definition.workflow.states)
            for (const owner of owners) yield { definition, role, action, unitId, state, owner }
}

const subjectOf = (role: Role, more: { readonly from?: string; readonly to?: string } = {}): Subject => ({
  grants: [{ role, unitId: 'own', kinds: [], department: '组宣部', from: more.from ?? null, to: more.to ?? null }],
  units,
  today: '2026-11-20',
})

describe('the matrix of rights', () => {
  it('kinds × roles × actions × units × states × owners: every decision is the table’s, and every no has one of the nine', () => {
    const subjects = new Map(roles.map((role) => [role, subjectOf(role)]))
    let asked = 0
    const wrong: string[] = []
    for (const cell of cells()) {
      const { definition, role, action, unitId, state, owner } = cell
      const subject = subjects.get(role) ?? subjectOf(role)
      const on = { definition, resource: { unitId, state, owner } }
      const { allowed } = decide(subject, action, on)
      asked++
      if (allowed !== expected(cell)) wrong.push([definition.kind, role, action, unitId, state, owner].join(' '))
      if (!allowed && denials[whyNot(subject, action, on)].vires > 'V9') wrong.push('no vires')
      if (action === 'read' && isVisible(viewOf(subject, { definition, unitId }), { state, owner }) !== allowed)
        wrong.push(['view', definition.kind, role, unitId, state, owner].join(' '))
    }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(10_000)
  })

  it('steps: only the roles named, of the superior union only from above; never an administrator, never the auditor', () => {
    for (const definition of sheets)
      for (const transition of definition.workflow.transitions)
        for (const role of roles)
          for (const from of transition.from) {
            const on = { definition, resource: { unitId: 'own', state: from, owner: '组宣部' }, roles: transition.by }
            const may = decide(subjectOf(role), 'transition', on).allowed
            if (!transition.by.includes(role) || role === 'admin' || role === 'auditor') expect(may).toBe(false)
            const above = decide(subjectOf(role), 'transition', { ...on, aboveOnly: true }).allowed
            expect(above).toBe(false)
            if (may) expect(whyNot(subjectOf(role), 'transition', { ...on, aboveOnly: true })).toBe('superior-only')
          }
  })

  it('somebody can take every step that is not the superior’s, in every state it begins at', () => {
    const stuck: string[] = []
    for (const definition of sheets)
      for (const transition of definition.workflow.transitions)
        for (const from of transition.from) {
          const resource = { unitId: 'own', state: from, owner: '组宣部' }
          const able = transition.by.some(
            (role) => decide(subjectOf(role), 'transition', { definition, resource, roles: transition.by }).allowed,
          )
          if (!able) stuck.push(`${definition.kind} ${transition.name} from ${from}`)
        }
    expect(stuck).toEqual([])
  })

  it('a grant that has not begun or has ended allows nothing at all', () => {
    for (const cell of cells()) {
      if (!expected(cell)) continue
      const { definition, role, action, unitId, state, owner } = cell
      const on = { definition, resource: { unitId, state, owner } }
      for (const days of [{ from: '2026-11-21' }, { to: '2026-11-19' }])
        expect(decide(subjectOf(role, days), action, on).allowed).toBe(false)
    }
  })
})
