// Sums of other rows are told from figures of their own.
import { describe, expect, it } from 'vitest'
import { sumsOtherRows } from '#shared/workbook/sumsOtherRows.ts'

const at = { row: 4, column: 3 }

describe('sumsOtherRows', () => {
  it.each([
    'SUM(D5:D9)',
    'sum($D$5:$D$9)',
    'SUM(D5:D9,D12)',
    'SUM(D5:D9)-SUM(D7,D8)',
    'SUBTOTAL(9,D5:D9)',
    'D5+D6+D7',
    '+D5+D6-D7',
    'SUM(D1:D3)',
    'SUMIF($A$5:$A$9,"收入",D5:D9)',
    'SUM(#REF!)',
    'SUM(#REF!,#REF!)',
    '#REF!+#REF!',
    'SUBTOTAL(9,#REF!)',
    '(D5+D6)',
    'SUM(D5)+D9',
  ])('%s adds up other rows', (formula) => {
    expect(sumsOtherRows(formula, at)).toBe(true)
  })

  it.each([
    'B4*C4',
    'SUM(B4:C4)',
    'SUM(D5:D9)*0.1',
    'SUM(D5:D9)/2',
    'D5',
    '100+200',
    'ROUND(B4*C4,2)',
    'SUM(表2!D5:D9)',
    'AVERAGE(D5:D9)',
    'IF(D5>0,D6,D7)',
    'SUM(D3:D9)',
    'SUM(E5:E9)',
    'D5%+D6%',
    '',
    'SUM(D5:D9)&"元"',
  ])('%s is a figure of its own', (formula) => {
    expect(sumsOtherRows(formula, at)).toBe(false)
  })

  it('takes no long time over long formulas', () => {
    const long = Array.from({ length: 1000 }, (_, i) => `D${i + 5}`).join('+')
    expect(sumsOtherRows(long, at)).toBe(true)
    expect(sumsOtherRows(`${'('.repeat(4000)}D5${'+'.repeat(4000)}`, at)).toBe(false)
  })
})
