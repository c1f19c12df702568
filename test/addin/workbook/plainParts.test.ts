// The parts of the Excel adapter that need no Excel: runs of cells, texts that stay texts, cutting by bytes.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRuns } from '#addin/workbook/cellRuns.ts'
import { diffState } from '#addin/workbook/stateDiff.ts'
import { keepText } from '#addin/workbook/keepText.ts'
import { bytesOf, cutByBytes } from '#addin/workbook/payload.ts'
import type { CellEdit } from '#shared/workbook/port.ts'
import { parseInput } from '#test/host/model/parseInput.ts'

describe('parts of the Excel adapter', () => {
  it('names every cell once, in its place, and no other', () => {
    const cell = fc.record({ row: fc.integer({ min: 1, max: 40 }), column: fc.integer({ min: 0, max: 6 }) })
    fc.assert(
      fc.property(fc.array(cell), (places) => {
        const edits: readonly CellEdit[] = places.map((place) => ({ ...place, value: null }))
        const named = findRuns(edits).flatMap((run) =>
          run.cells.flatMap((row, down) =>
            row.flatMap((edit, across) => {
              if (!edit) return []
              expect([edit.row - 1, edit.column]).toEqual([run.top + down, run.left + across])
              return [`${edit.row},${edit.column}`]
            }),
          ),
        )
        expect(named.toSorted()).toEqual([...new Set(places.map(({ row, column }) => `${row},${column}`))].toSorted())
      }),
    )
  })

  it('writes texts so that Excel keeps them, with an apostrophe only where it is needed', () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        '1/2',
        '＝１',
        '１２',
        '5%',
        '¥3',
        '(4)',
        '1e5',
        'TRUE',
        '#N/A',
        '@SUM(A1)',
        '-A1',
        '上午9:00',
        '2026年1月',
        "''",
        '3月',
      ),
    )
    fc.assert(
      fc.property(typed, fc.constantFrom('General', '@', '0.00'), (text, format) => {
        const kept = parseInput(keepText(text, format === '@'), format)
        expect([kept.value, kept.formula]).toEqual([text, undefined])
      }),
    )
    expect(['会费收入', '第3季度', 'abc', '330102199003074512'].map((text) => keepText(text, false))).toEqual([
      '会费收入',
      '第3季度',
      'abc',
      "'330102199003074512",
    ])
  })

  it('cuts into parts within the budget and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 })), (sizes) => {
        const parts = cutByBytes(sizes, (size) => size, 100)
        expect(parts.flat()).toEqual(sizes)
        for (const part of parts) expect(part.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('counts bytes of Chinese texts as they are sent, never too few', () => {
    const encoder = new TextEncoder()
    const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.integer({ min: -99_999, max: 99_999 }))
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (row) => {
        expect(bytesOf([row])).toBeGreaterThanOrEqual(encoder.encode(JSON.stringify([row])).length - 3)
      }),
    )
  })

  it('makes every state from every other by the rows it names, and names none that only moved', () => {
    const row = fc.array(fc.constantFrom('', '甲', '乙', '丙', '丁', '戊'), { maxLength: 2 })
    const trim = (cells: readonly string[]) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
    fc.assert(
      fc.property(fc.array(row), fc.array(row), (before, wanted) => {
        const { shifts, changed } = diffState(before, wanted)
        const sheet: (readonly string[])[] = [...before]
        for (const { at, count } of shifts)
          sheet.splice(at, Math.max(0, -count), ...Array.from({ length: Math.max(0, count) }, () => []))
        for (const at of changed) sheet[at] = wanted[at] ?? []
        const height = Math.max(sheet.length, wanted.length)
        for (let at = 0; at < height; at++) expect(trim(sheet[at] ?? [])).toEqual(trim(wanted[at] ?? []))
      }),
    )
    const rows = Array.from({ length: 50 }, (_, at) => [`base ${at}`])
    const more = [
      ['sum 2'],
      ...rows.slice(0, 10),
      ['base new'],
      ...rows.slice(10, 30),
      ['base other'],
      ...rows.slice(31),
    ]
    expect(diffState([['sum 1'], ...rows], more)).toEqual({ shifts: [{ at: 11, count: 1 }], changed: [0, 11, 32] })
  })
})
