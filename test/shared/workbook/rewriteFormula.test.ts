// Formulas after rows moved.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findReferences } from '#shared/workbook/formulaReferences.ts'
import { offsetFormula, shiftFormula } from '#shared/workbook/rewriteFormula.ts'
import { moveRow, moveSpan, type RowShift } from '#shared/workbook/rowShift.ts'
import { expectLinear } from '#test/harness/linear.ts'

const insert: RowShift = { type: 'insert', before: 10, count: 2, like: 9 }
const above: RowShift = { type: 'insert', before: 10, count: 2, like: 10 }
const remove: RowShift = { type: 'delete', rows: [5, 6, 10] }

describe('shiftFormula', () => {
  const cases: readonly (readonly [formula: string, shift: RowShift, expected: string, row?: number])[] = [
    ['A9+A10', insert, 'A9+A12'],
    ['$A$10*B$12', insert, '$A$12*B$14'],
    ['SUM(D5:D9)', insert, 'SUM(D5:D11)'],
    ['SUM(D5:D9)', insert, 'SUM(D5:D9)', 9],
    ['SUM(D5:D9)', above, 'SUM(D5:D9)'],
    ['SUM(D10:D12)', above, 'SUM(D10:D14)'],
    ['SUM(D9:D9)', insert, 'SUM(D9:D9)'],
    ['SUM(D5:D12)', insert, 'SUM(D5:D14)'],
    ['SUM(D:D)+SUM($10:$12)', insert, 'SUM(D:D)+SUM($12:$14)'],
    ['IF(A10="A10:B10","""A10",LOG10(A10))', insert, 'IF(A12="A10:B10","""A10",LOG10(A12))'],
    ["'预 算'!A10+预算!A10+'O''Brien'!A10", insert, "'预 算'!A10+预算!A12+'O''Brien'!A10"],
    ['[1]预算!A10+Sheet1:预算!A10', insert, '[1]预算!A10+Sheet1:预算!A10'],
    ["'[书.xlsx]预算'!A10", insert, "'[书.xlsx]预算'!A10"],
    ['表1[[#This Row],[A10]]+A10', insert, '表1[[#This Row],[A10]]+A12'],
    ['#REF!+A10+{1,2;3,4}+1E10', insert, '#REF!+A12+{1,2;3,4}+1E10'],
    ['A10:INDEX(A:A,10)', insert, 'A12:INDEX(A:A,10)'],
    ['ABCD10+A10B+名称10+_A10', insert, 'ABCD10+A10B+名称10+_A10'],
    ['A5+A7', remove, '#REF!+A5'],
    ['预算!$A$5', remove, '预算!#REF!'],
    ['SUM(A5:A6)', remove, 'SUM(#REF!)'],
    ['SUM(A4:A10)', remove, 'SUM(A4:A7)'],
    ['SUM(A10:A4)', remove, 'SUM(A7:A4)'],
    ['SUM(6:7)', remove, 'SUM(5:5)'],
  ]
  for (const [formula, shift, expected, row] of cases) {
    it(`${formula} → ${expected}${row ? ` in row ${row}` : ''}`, () => {
      const place = { sheet: '预算', ...(row === undefined ? {} : { row }) }
      expect(shiftFormula(formula, place, { sheet: '预算', shift })).toBe(expected)
    })
  }

  it('leaves formulas of other sheets that name no moved sheet', () => {
    expect(shiftFormula('A10', { sheet: '汇总' }, { sheet: '预算', shift: insert })).toBe('A10')
    expect(shiftFormula('A10+预算!A10', { sheet: '汇总' }, { sheet: '预算', shift: insert })).toBe('A10+预算!A12')
  })

  it('undoes itself: inserting rows and deleting them again gives the formula back', () => {
    const cell = fc.record({
      column: fc.constantFrom('A', '$B', 'AA'),
      row: fc.integer({ min: 1, max: 40 }),
      lock: fc.constantFrom('', '$'),
    })
    const text = fc.tuple(cell, cell).map(([a, b]) => `SUM(${a.column}${a.lock}${a.row},B${b.row})*C${a.row}`)
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 5 }), (formula, before, count) => {
        const there = shiftFormula(
          formula,
          { sheet: 'S' },
          { sheet: 'S', shift: { type: 'insert', before, count, like: before } },
        )
        const rows = Array.from({ length: count }, (_, i) => before + i)
        expect(shiftFormula(there, { sheet: 'S' }, { sheet: 'S', shift: { type: 'delete', rows } })).toBe(formula)
      }),
    )
  })

  it('is linear on long and hostile formulas', () => {
    const hostile = [
      "'".repeat(50_000),
      '"'.repeat(49_999),
      '['.repeat(50_000),
      'A1:'.repeat(20_000),
      '甲'.repeat(50_000),
      '$'.repeat(50_000),
    ]
    for (const text of hostile) expectLinear(text, (input) => findReferences(input))
  })
})

describe('offsetFormula', () => {
  it('spells a shared formula out for another cell', () => {
    expect(offsetFormula('A1*$B$1+C$2+$D3+SUM(A1:A2)', 2, 1)).toBe('B3*$B$1+D$2+$D5+SUM(B3:B4)')
    expect(offsetFormula('预算!A1&"A1"', 1, 0)).toBe('预算!A2&"A1"')
  })
})

describe('moveSpan', () => {
  it('agrees with moving every row of the span', () => {
    const rows = fc.uniqueArray(fc.integer({ min: 1, max: 30 })).map((list) => list.toSorted((a, b) => a - b))
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 10 }), (deleted, top, size) => {
        const shift: RowShift = { type: 'delete', rows: deleted }
        const moved = Array.from({ length: size + 1 }, (_, i) => moveRow(shift, top + i)).filter(
          (row) => row !== undefined,
        )
        const span = moveSpan(shift, { top, bottom: top + size })
        expect(span).toEqual(moved.length === 0 ? undefined : { top: moved[0], bottom: moved.at(-1) })
      }),
    )
  })
})
