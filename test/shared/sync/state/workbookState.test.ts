// The very-hidden sheet: what it holds comes back whole, and what was done to it is noticed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordId, Value } from '#shared/kernel/value.ts'
import type { Ancestor, BaseRecord, WorkbookState } from '#shared/sync/state/base.ts'
import { decodeState } from '#shared/sync/state/decodeState.ts'
import { encodeState } from '#shared/sync/state/encodeState.ts'
import type { PushEnvelope, PushId, RecordRevision } from '#shared/sync/record.ts'
import { maxCellLength, splitText, sumTexts, toSafeJson } from '#shared/sync/state/stateCells.ts'

const p = 'u1/ledger/2026'
const hex = (digits: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: digits, maxLength: digits })
const id = fc.uuid({ version: 7 }).map((text) => text as RecordId)
const rv = fc.tuple(fc.nat(9999), hex(16)).map(([csn, hash]) => `${csn}-${hash}` as RecordRevision)
const point = fc.record({ csn: fc.nat(9999), h: hex(32) })
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('_x0041_', '=1+1', '𬎆䶮', '\ud800', '\uffff', ' a\r\nb ', '"', '123', 'TRUE', '\u0000'),
)
const value: fc.Arbitrary<Exclude<Value, null>> = fc.oneof(text, fc.integer(), fc.boolean())
const values = fc
  .dictionary(fc.constantFrom('name', 'amount', 'note', 'toString'), value)
  .map((found) => ({ ...found }))
const someValues = fc.dictionary(fc.constantFrom('name', 'amount'), fc.option(value)).map((found) => ({ ...found }))

const op = fc.oneof(
  fc.record({ op: fc.constant('create' as const), id, p: fc.constant(p), values }),
  fc.record({ op: fc.constant('update' as const), id, rv, base: someValues, set: someValues }),
  fc.record({ op: fc.constant('delete' as const), id, rv }),
)
const envelope: fc.Arbitrary<PushEnvelope> = fc.record({
  pushId: hex(32).map((digits) => digits as PushId),
  api: fc.constant(1 as const),
  schema: fc.constant({ ledger: 1 }),
  workbook: text,
  witness: fc.array(point, { maxLength: 3 }),
  mode: fc.constantFrom('groups' as const, 'all' as const),
  dryRun: fc.constant(false),
  confirmedDeletes: fc.nat(5),
  groups: fc.array(fc.record({ g: fc.nat(9), ops: fc.array(op, { minLength: 1, maxLength: 3 }) }), { maxLength: 3 }),
})
const counts = { created: 1, updated: 2, deleted: 0, merged: 0, noop: 0, conflicts: 0, rejected: 0, skipped: 0 }
const journalEntry = fc.record({
  envelope,
  point: fc.option(point),
  receipt: fc.record({
    receipt: fc.constant('R7'),
    at: fc.constant('2026-11-21T10:32:00.000Z'),
    counts: fc.constant(counts),
    totals: fc.constant([{ p, column: 'amount', before: -5, after: 7 }]),
  }),
  seal: fc.constantFrom('', '01234567-0123456789abcdef0123456789abcdef'),
})
const ancestor: fc.Arbitrary<Ancestor> = fc.oneof(
  fc.record({ was: fc.constant('row' as const), p: fc.constant(p), values: someValues }),
  fc.record({
    was: fc.constant('row' as const),
    p: fc.constant(p),
    values: someValues,
    writing: fc.constant(['name']),
    doubtful: fc.constant(['amount']),
    answers: someValues,
    sent: someValues,
  }),
  fc.record({
    was: fc.constant('absent' as const),
    p: fc.constant(p),
    inserting: fc.constant(true as const),
    sent: someValues,
  }),
  fc.record({ was: fc.constantFrom('absent' as const, 'unknown' as const), p: fc.constant(p) }),
)
const state: fc.Arbitrary<WorkbookState> = fc.record({
  version: fc.constant(1 as const),
  workbookId: text,
  issue: fc.record({ server: text, epoch: text, user: text, at: text }),
  cursor: fc.option(point),
  witness: fc.array(point, { maxLength: 8 }),
  history: fc.array(point, { maxLength: 8 }),
  bindings: fc.constant([
    {
      partition: p,
      kind: 'ledger',
      schema: 1,
      sheetName: '表 1',
      headerRow: 3,
      headers: { name: '名称' },
      unitFen: 100,
    },
  ]),
  held: fc.constant([{ p, proj: 'a3', sum: '1:2:0000000000000000' }]),
  base: fc
    .uniqueArray(fc.record({ id, p: fc.constant(p), rv, state: fc.constant('draft'), values }), {
      selector: (r) => r.id,
    })
    .map((records) => new Map(records.map((record): [RecordId, BaseRecord] => [record.id, record]))),
  ancestors: fc.uniqueArray(fc.tuple(id, ancestor), { selector: ([key]) => key }).map((entries) => new Map(entries)),
  pending: fc.option(envelope),
  journal: fc.array(journalEntry, { maxLength: 2 }),
  redo: fc.array(journalEntry, { maxLength: 2 }),
  torn: fc.option(point),
})

const empty: WorkbookState = {
  version: 1,
  workbookId: 'w',
  issue: { server: '', epoch: '', user: '', at: '' },
  cursor: null,
  witness: [],
  history: [],
  bindings: [],
  held: [],
  base: new Map(),
  ancestors: new Map(),
  pending: null,
  journal: [],
  redo: [],
  torn: null,
}

function recordsOf(count: number): ReadonlyMap<RecordId, BaseRecord> {
  const records = Array.from({ length: count }, (_, index): [RecordId, BaseRecord] => {
    const key = `01900000-0000-7000-8000-${String(index).padStart(12, '0')}` as RecordId
    const row = { code: `50${index}`, name: `会议费第${index}项`, amount: index * 100, note: '说明'.repeat(10) }
    return [key, { id: key, p, rv: '7-0123456789abcdef' as RecordRevision, state: 'draft', values: row }]
  })
  return new Map(records)
}

describe('the very-hidden sheet', () => {
  it('gives back what it was given (P-1)', () => {
    fc.assert(
      fc.property(state, (given) => {
        const result = decodeState(encodeState(given))
        expect(result.ok && result.value).toEqual(given)
      }),
      { numRuns: 300 },
    )
  })

  it('holds only cells that every spreadsheet program keeps as they are (P-1)', () => {
    fc.assert(
      fc.property(state, (given) => {
        for (const cell of encodeState(given).flat()) {
          expect(cell.length).toBeLessThanOrEqual(maxCellLength)
          expect(cell).toMatch(/^[a-z[{"\\u].*$|^同表/su)
          expect(cell).not.toMatch(/\p{Cc}|\p{Cs}|[\ufffe\uffff]|_x[0-9a-f]{4}_/iu)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('splits long texts over cells, never inside a character (P-1)', () => {
    const long = `a${'𬎆'.repeat(40_000)}`
    const pieces = splitText(long)
    expect(pieces.join('')).toBe(long)
    for (const piece of pieces) expect(toSafeJson(piece)).not.toMatch(/\\ud/)
    const note = { ...empty, workbookId: long }
    const result = decodeState(encodeState(note))
    expect(result.ok && result.value).toEqual(note)
  })

  it('survives what other programs do to it: empty rows, cells cut or added at the ends (P-1)', () => {
    const rows = encodeState({ ...empty, base: recordsOf(5) })
    const mangled = [[], ...rows.flatMap((row) => [[...row, '', ''], []]), ['']]
    expect(decodeState(mangled)).toEqual(decodeState(rows))
  })

  it('is not believed when a row is missing, moved or changed (W8)', () => {
    const rows = encodeState({ ...empty, base: recordsOf(500) })
    expect(rows.length).toBeGreaterThan(6)
    for (let index = 0; index < rows.length; index += 1) {
      expect(decodeState(rows.toSpliced(index, 1)), `without row ${index}`).toEqual({
        ok: false,
        error: 'state.damaged',
      })
    }
    expect(decodeState([...rows.slice(0, 5), ...rows.slice(5).toReversed()]).ok).toBe(false)
    const changed = rows.map((row) => row.map((cell) => cell.replace('会议费第3项', '会议费第4项')))
    expect(decodeState(changed)).toEqual({ ok: false, error: 'state.damaged' })
  })

  it('is not believed when somebody forged it with a right checksum and wrong shapes (W8)', () => {
    const binding = {
      partition: p,
      kind: 'ledger',
      schema: 1,
      sheetName: '账',
      headerRow: 1,
      headers: {},
      unitFen: 100,
    }
    const rows = encodeState({ ...empty, bindings: [binding], base: recordsOf(1) }).map((row) => [...row])
    const forged: readonly (readonly [RegExp, string])[] = [
      [/"name"/, '"__proto__"'],
      [/"code"/, '"constructor"'],
      [/7-0123456789abcdef/, 'x'],
      [/"cursor":null/, '"cursor":{"csn":-1,"h":"00"}'],
      [/"r":\[/, '"r":[5,'],
      [/"unitFen":\d+/, '"unitFen":0'],
      [/"unitFen":\d+/, '"unitFen":100000000000'],
    ]
    for (const [pattern, text] of forged) {
      const body = rows.slice(1).map(([tag, json]) => [tag ?? '', (json ?? '').replace(pattern, text)])
      const head = [...(rows[0] ?? [])]
      head[2] = `sum ${sumTexts(body.flat())}`
      expect(decodeState([head, ...body]), text).toEqual({ ok: false, error: 'state.damaged' })
    }
  })

  it('refuses a newer layout and tells a sheet that is not there from one that is damaged (W8)', () => {
    const [head = [], ...body] = encodeState(empty)
    expect(decodeState([[head[0] ?? '', 'v2', ...head.slice(2)], ...body])).toEqual({ ok: false, error: 'state.newer' })
    expect(decodeState(null)).toEqual({ ok: false, error: 'state.none' })
    expect(decodeState([[], ['']])).toEqual({ ok: false, error: 'state.none' })
    expect(decodeState([['something else']])).toEqual({ ok: false, error: 'state.damaged' })
  })

  it('is compact and quick for 100,000 rows', () => {
    const given = { ...empty, base: recordsOf(100_000) }
    const start = process.cpuUsage()
    const rows = encodeState(given)
    const result = decodeState(rows)
    const used = process.cpuUsage(start)
    expect(result.ok && result.value.base.size).toBe(100_000)
    expect(rows.length).toBeLessThan(2000)
    expect((used.user + used.system) / 1000).toBeLessThan(4000)
  })
})
