// The laws of merging, for single records and for whole sheets.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordId, Value, Values } from '#shared/kernel/value.ts'
import type { Ancestor, BaseRecord } from '#shared/sync/state/base.ts'
import { compareRows, type Comparison } from '#shared/sync/merge/compareRows.ts'
import { diffRows } from '#shared/sync/merge/diffRows.ts'
import type { IdentifiedRows } from '#shared/sync/table/identifyRows.ts'
import { toMergeFacts } from '#shared/sync/merge/mergeFacts.ts'
import { mergeFields } from '#shared/sync/merge/mergeFields.ts'
import { sameValue } from '#shared/sync/merge/sameValue.ts'
import type { RecordRevision } from '#shared/sync/record.ts'
import type { SheetRow } from '#shared/sync/table/sheetRow.ts'
import { purse } from '#test/simulation/purse.ts'

const p = 'u1/purse/2026'
const facts = toMergeFacts(purse)
const columns = facts.editable
const free = columns.filter((column) => facts.classes.get(column) === 'free')

const value = (column: string): fc.Arbitrary<Value> =>
  facts.classes.get(column) === 'money'
    ? fc.constantFrom(null, 0, 100, 200)
    : fc.constantFrom(null, '甲', '乙', 'é', 'e\u0301')
const record = (keys: readonly string[] = columns): fc.Arbitrary<Values> =>
  fc.record(Object.fromEntries(keys.map((key) => [key, value(key)])))

const merge = (sides: { base: Values; mine: Values; current: Values }, keys: readonly string[] = columns) =>
  mergeFields(facts, keys, { ...sides, grouped: false })

describe('merging one record', () => {
  it('does nothing where nothing changed (L1)', () => {
    fc.assert(
      fc.property(record(), (base) => {
        const { mine, theirs, agreed, conflicts } = merge({ base, mine: base, current: base })
        expect([...mine, ...theirs, ...agreed, ...conflicts]).toEqual([])
      }),
    )
  })

  it('takes the side that changed, without conflict (L2)', () => {
    fc.assert(
      fc.property(record(), record(), (base, changed) => {
        const differing = columns.filter((column) => !sameValue(base[column], changed[column]))
        const byMe = merge({ base, mine: changed, current: base })
        const byThem = merge({ base, mine: base, current: changed })
        expect([byMe.mine, byMe.conflicts]).toEqual([differing, []])
        expect([byThem.theirs, byThem.conflicts]).toEqual([differing, []])
      }),
    )
  })

  it('sees no conflict where both made the same change of free fields (L3)', () => {
    fc.assert(
      fc.property(record(free), record(free), (base, changed) => {
        expect(merge({ base, mine: changed, current: changed }, free).conflicts).toEqual([])
      }),
    )
  })

  it('swaps mine and theirs, and nothing else, when the sides are swapped (L4)', () => {
    fc.assert(
      fc.property(record(), record(), record(), (base, a, b) => {
        const one = merge({ base, mine: a, current: b })
        const other = merge({ base, mine: b, current: a })
        expect(other).toEqual({ ...one, mine: one.theirs, theirs: one.mine })
      }),
    )
  })

  it('loses no edit: each changed field is in the result or named in a conflict (L5)', () => {
    fc.assert(
      fc.property(record(), record(), record(), (base, mine, current) => {
        const result = merge({ base, mine, current })
        const named = [...result.mine, ...result.theirs, ...result.agreed, ...result.conflicts]
        for (const column of columns) {
          const changed = !sameValue(mine[column], base[column]) || !sameValue(current[column], base[column])
          expect(named.includes(column), column).toBe(changed)
        }
      }),
    )
  })

  it('compares blank with absent, composed with decomposed, and line ends as equal (M9)', () => {
    expect(sameValue(undefined, null)).toBe(true)
    expect(sameValue('é', 'e\u0301')).toBe(true)
    expect(sameValue('a\r\nb', 'a\nb')).toBe(true)
    expect(sameValue('', null)).toBe(false)
    expect(sameValue(0, null)).toBe(false)
  })
})

// ── whole sheets ────────────────────────────────────────────────────────────────────────────────────

const idOf = (n: number): RecordId => `01950000-0000-7000-8000-${String(n).padStart(12, '0')}` as RecordId
const rv = '1-0123456789abcdef' as RecordRevision

interface Side {
  readonly ancestor: Values | null
  readonly mine: Values | null
  readonly theirs: Values | null
}

const side: fc.Arbitrary<Side> = fc.record({
  ancestor: fc.option(record(), { freq: 4 }),
  mine: fc.option(record(), { freq: 4 }),
  theirs: fc.option(record(), { freq: 4 }),
})
/** Mine is often the ancestor itself. */
const sides = fc.array(
  fc
    .tuple(side, fc.constantFrom('own', 'same'))
    .map(([found, how]) => (how === 'same' ? { ...found, mine: found.ancestor } : found)),
  { maxLength: 6 },
)

const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, field]) => field !== null))

function toRow(values: Values, n: number): SheetRow {
  return { row: n + 3, id: idOf(n), values, formulas: [], unreadable: [] }
}

/** As the workbook remembers it after a pull. */
function compareSides(given: readonly Side[]): Comparison {
  const base = new Map<RecordId, BaseRecord>()
  const ancestors = new Map<RecordId, Ancestor>()
  const known = new Map<RecordId, SheetRow>()
  const additions: SheetRow[] = []
  given.forEach(({ ancestor, mine, theirs }, n) => {
    const id = idOf(n)
    if (theirs) base.set(id, { id, p, rv, state: 'draft', values: filled(theirs) })
    if (theirs && !ancestor) ancestors.set(id, { was: 'absent', p })
    if (theirs && ancestor) {
      const apart = columns.filter((column) => !sameValue(ancestor[column], theirs[column]))
      const values = Object.fromEntries(apart.map((column) => [column, ancestor[column] ?? null]))
      if (apart.length > 0) ancestors.set(id, { was: 'row', p, values })
    }
    if (!theirs && ancestor) ancestors.set(id, { was: 'row', p, values: filled(ancestor) })
    if (mine && (theirs || ancestor)) known.set(id, toRow(mine, n))
    else if (mine) additions.push(toRow(mine, n))
  })
  const rows: IdentifiedRows = { known, blank: new Map(), additions, idsLost: false, findings: [] }
  return compareRows({ p, base, ancestors, rows }, { facts, newId: () => idOf(999), grouped: false })
}

describe('comparing sheet, base and server', () => {
  it('does nothing where all three are equal (L1)', () => {
    fc.assert(
      fc.property(fc.array(record()), (rows) => {
        const result = compareSides(rows.map((values) => ({ ancestor: values, mine: values, theirs: values })))
        expect([result.mine, result.conflicts, result.theirs.cells, result.unchanged]).toEqual([
          [],
          [],
          [],
          rows.length,
        ])
      }),
    )
  })

  it('loses no edit of whole sheets: mine is sent, asked about, or equal to theirs (L5 W9)', () => {
    fc.assert(
      fc.property(sides, (given) => {
        const result = compareSides(given)
        given.forEach(({ ancestor, mine, theirs }, n) => {
          const id = idOf(n)
          const change = result.mine.find((other) => other.id === id)
          const conflicts = result.conflicts.filter((conflict) => conflict.id === id)
          const whole = conflicts.some(({ kind }) => kind === 'row')
          if (!mine && !ancestor) return
          if (!mine || !ancestor || !theirs) {
            const touched = !mine || !ancestor || columns.some((column) => !sameValue(mine[column], ancestor[column]))
            const settled =
              mine === null ? theirs === null : theirs !== null && columns.every((c) => sameValue(mine[c], theirs[c]))
            if (touched && !settled)
              expect(Boolean(change) || conflicts.length > 0, JSON.stringify(given[n])).toBe(true)
            return
          }
          for (const column of columns) {
            if (sameValue(mine[column], ancestor[column]) || sameValue(mine[column], theirs[column])) continue
            const sent = change?.change === 'edit' && sameValue(change.set[column], mine[column])
            const asked = conflicts.some((conflict) => conflict.kind === 'field' && conflict.column === column)
            expect(sent || asked || whole, `${column} ${JSON.stringify(given[n])}`).toBe(true)
          }
        })
      }),
      { numRuns: 500 },
    )
  })

  it('never writes over a cell that a person changed, and keeps the ancestor of every conflict (W9)', () => {
    fc.assert(
      fc.property(sides, (given) => {
        const result = compareSides(given)
        for (const { id, values } of result.theirs.cells) {
          const { ancestor, mine } = given[Number(id.slice(-12))] ?? { ancestor: null, mine: null }
          for (const column of Object.keys(values)) expect(sameValue(mine?.[column], ancestor?.[column])).toBe(true)
        }
        for (const { id } of result.conflicts) expect(result.kept.has(id)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('diff and apply are inverse: the base with the diff applied is the sheet (L6)', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.option(record()), fc.option(record())), { maxLength: 6 }), (pairs) => {
        const base = new Map<RecordId, BaseRecord>()
        const known = new Map<RecordId, SheetRow>()
        const additions: SheetRow[] = []
        pairs.forEach(([before, after], n) => {
          const id = idOf(n)
          if (before) base.set(id, { id, p, rv, state: 'draft', values: filled(before) })
          if (after && before) known.set(id, toRow(after, n))
          if (after && !before) additions.push(toRow(after, n))
        })
        const rows: IdentifiedRows = { known, blank: new Map(), additions, idsLost: false, findings: [] }
        const applied = new Map([...base].map(([id, { values }]) => [id, values]))
        for (const change of diffRows(base, rows, { facts, newId: () => idOf(999) })) {
          if (change.change === 'remove') applied.delete(change.id)
          else if (change.change === 'add') applied.set(change.id, change.values)
          else applied.set(change.id, { ...applied.get(change.id), ...change.set })
        }
        const expected = new Map(pairs.flatMap(([, after], n) => (after ? [[idOf(n), after] as const] : [])))
        expect([...applied.keys()].toSorted()).toEqual([...expected.keys()].toSorted())
        for (const [id, values] of applied) {
          for (const column of columns) expect(sameValue(values[column], expected.get(id)?.[column])).toBe(true)
        }
      }),
    )
  })
})
