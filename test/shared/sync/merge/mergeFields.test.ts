// T0: the merge function against the protocol's table, exhaustively.
import { describe, expect, it } from 'vitest'
import type { MergeClass } from '#shared/definition/column.ts'
import type { Value, Values } from '#shared/kernel/value.ts'
import type { MergeFacts } from '#shared/sync/merge/mergeFacts.ts'
import { mergeField, mergeFields, type FieldOutcome } from '#shared/sync/merge/mergeFields.ts'
import { mergeRecord } from '#shared/sync/merge/mergeRecord.ts'

const sides: readonly (Value | undefined)[] = [undefined, 'a', 'b', 'c']
const classes: readonly MergeClass[] = ['free', 'money', 'key', 'state', 'derived', 'sensitive']

/** Rows of protocol §1.7 as written there: C=B · C≠B, C=M · C≠B, C≠M; for an author who changed the field. */
const table: Readonly<Record<MergeClass, readonly [FieldOutcome, FieldOutcome, FieldOutcome]>> = {
  free: ['mine', 'agreed', 'conflict'],
  money: ['mine', 'agreed', 'conflict'],
  key: ['mine', 'agreed', 'conflict'],
  state: ['refused', 'refused', 'refused'],
  derived: ['refused', 'same', 'refused'],
  sensitive: ['refused', 'refused', 'refused'],
}

function expected(mergeClass: MergeClass, strict: boolean, [b, m, c]: readonly (Value | undefined)[]): FieldOutcome {
  if (mergeClass === 'sensitive') return 'refused'
  if (mergeClass === 'derived') return m === c ? 'same' : 'refused'
  if (m === b) return c === b ? 'same' : 'theirs'
  if (c === b) return table[mergeClass][0]
  if (c === m) return mergeClass === 'money' && strict ? 'conflict' : table[mergeClass][1]
  return table[mergeClass][2]
}

const facts = (mergeClass: MergeClass, changes: Partial<MergeFacts> = {}): MergeFacts => ({
  classes: new Map([
    ['x', mergeClass],
    ['y', 'free'],
  ]),
  strictMoney: new Set(),
  atomicSets: [],
  editable: ['x', 'y'],
  ...changes,
})

const values = (x: Value | undefined): Values => (x === undefined ? {} : { x })

describe('the merge function', () => {
  it('follows the table for every base, mine, current, class and strictness (M1 M2 M3 M4 M5)', () => {
    let cases = 0
    for (const mergeClass of classes)
      for (const strict of [false, true])
        for (const b of sides)
          for (const m of sides)
            for (const c of sides) {
              cases += 1
              const label = `${mergeClass} ${strict ? 'strict' : 'lone'} ${b}/${m}/${c}`
              expect(mergeField(mergeClass, strict, [b, m, c]), label).toBe(expected(mergeClass, strict, [b, m, c]))
            }
    expect(cases).toBe(768)
  })

  it('turns the same cases into the verdict on an op, for lone and grouped ops and for old and same revisions (M1 M7 M8)', () => {
    let cases = 0
    for (const mergeClass of classes)
      for (const grouped of [false, true])
        for (const feedsTotal of [false, true])
          for (const sameRevision of [false, true])
            for (const b of sides)
              for (const m of sides)
                for (const c of sides) {
                  cases += 1
                  const verdict = mergeRecord(
                    facts(mergeClass, { strictMoney: new Set(feedsTotal ? ['x'] : []) }),
                    { base: values(b), set: { x: m ?? null }, current: { ...values(c), y: 'kept' } },
                    { grouped, sameRevision },
                  )
                  const outcome = expected(mergeClass, grouped || feedsTotal, [b, m, c])
                  const label = `${mergeClass} ${b}/${m}/${c} → ${outcome}`
                  if (outcome === 'refused') {
                    expect(verdict.s, label).toBe('rejected')
                  } else if (outcome === 'conflict') {
                    expect(verdict, label).toEqual({ s: 'conflict', code: 'edit-edit', fields: ['x'] })
                  } else if (outcome === 'mine') {
                    expect(verdict, label).toEqual({
                      s: sameRevision ? 'applied' : 'merged',
                      values: { x: m ?? null, y: 'kept' },
                      changed: ['x'],
                    })
                  } else {
                    expect(verdict, label).toEqual({ s: 'noop' })
                  }
                }
    expect(cases).toBe(6 * 8 * 64)
  })

  it('counts a value that went away and came back as unchanged (M7)', () => {
    expect(mergeField('money', true, [100, 120, 100])).toBe('mine')
  })

  it('merges different fields of one record (M8)', () => {
    const merge = mergeFields(facts('money'), ['x', 'y'], {
      base: { x: 1, y: 'a' },
      mine: { x: 2, y: 'a' },
      current: { x: 1, y: 'b' },
      grouped: false,
    })
    expect(merge).toEqual({ mine: ['x'], theirs: ['y'], agreed: [], conflicts: [], refused: [] })
  })

  it('rejects what the kind does not know', () => {
    expect(
      mergeRecord(facts('free'), { base: {}, set: { z: 1 }, current: {} }, { grouped: false, sameRevision: true }),
    ).toEqual({ s: 'rejected', code: 'field-forbidden', fields: ['z'] })
  })
})

describe('atomic field sets', () => {
  const atomic = facts('free', { atomicSets: [['x', 'y']] })
  const merge = (base: Values, mine: Values, current: Values) =>
    mergeFields(atomic, ['x', 'y'], { base, mine, current, grouped: false })

  it('conflict together when each side changed another of their fields (M6)', () => {
    expect(merge({ x: 1, y: 1 }, { x: 2, y: 1 }, { x: 1, y: 2 }).conflicts).toEqual(['x', 'y'])
  })

  it('follow the exhaustive rule: one side only, or all to the same, is no conflict (M6)', () => {
    for (const [bx, by, mx, my, cx, cy] of allSextuples(3)) {
      const result = merge({ x: bx, y: by }, { x: mx, y: my }, { x: cx, y: cy })
      const byMe = mx !== bx || my !== by
      const byOthers = cx !== bx || cy !== by
      const sameEnd = mx === cx && my === cy
      const label = `${bx}${by} ${mx}${my} ${cx}${cy}`
      expect(result.conflicts.length > 0, label).toBe(byMe && byOthers && !sameEnd)
      if (result.conflicts.length > 0) expect([...result.mine, ...result.theirs, ...result.agreed], label).toEqual([])
    }
  })

  it('conflict when an old op names only a part of the set (M6)', () => {
    const op = { base: { x: 1 }, set: { x: 2 }, current: { x: 1, y: 9 } }
    expect(mergeRecord(atomic, op, { grouped: false, sameRevision: false }).s).toBe('conflict')
    expect(mergeRecord(atomic, op, { grouped: false, sameRevision: true }).s).toBe('applied')
  })
})

function allSextuples(n: number): readonly (readonly [number, number, number, number, number, number])[] {
  return Array.from({ length: n ** 6 }, (_, code) => {
    const digit = (place: number): number => Math.floor(code / n ** place) % n
    return [digit(0), digit(1), digit(2), digit(3), digit(4), digit(5)] as const
  })
}
