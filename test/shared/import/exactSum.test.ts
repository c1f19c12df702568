// Exact decimals: shared/import/SPEC.md IM34.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalOfNumber, decimalOfText, readAmountText } from '#shared/import/recognition/amount.ts'
import {
  addDecimal,
  addNumber,
  exactValue,
  formatExact,
  newSum,
  tiesToCent,
} from '#shared/import/recognition/exactSum.ts'

describe('exact sums', () => {
  it('IM34 equal the sum of whole cents, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e13, max: 1e13 }), { maxLength: 200 }), (cents) => {
        const sum = newSum()
        for (const cent of cents) addNumber(sum, cent / 100)
        const total = cents.reduce((all, cent) => all + BigInt(cent), 0n)
        expect(exactValue(sum)).toBe(total * 10n ** 18n)
      }),
    )
  })

  it('IM34 read a double as the 15 digits that a spreadsheet shows', () => {
    expect(decimalOfNumber(0.1 + 0.2)).toEqual({ digits: 30n, places: 2 })
    expect(decimalOfNumber(2087.0249999999996)).toEqual({ digits: 2087025n, places: 3 })
    expect(decimalOfNumber(1.5e-7)).toEqual({ digits: 15n, places: 8 })
    expect(decimalOfNumber(1e16)).toBeUndefined()
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const decimal = decimalOfNumber(value)
        const shown = decimalOfText(value.toPrecision(15))
        const sum = newSum()
        const other = newSum()
        if (decimal) addDecimal(sum, decimal)
        if (shown) addDecimal(other, shown)
        expect(exactValue(sum)).toBe(exactValue(other))
      }),
    )
  })

  it('IM34 are written with two places or more', () => {
    const write = (text: string): string => {
      const sum = newSum()
      const decimal = decimalOfText(text)
      if (decimal) addDecimal(sum, decimal)
      return formatExact(exactValue(sum))
    }
    expect(['149614', '-0.5', '0.125', '0', '1e3', '-12.340'].map(write)).toEqual([
      '149614.00',
      '-0.50',
      '0.125',
      '0.00',
      '1000.00',
      '-12.34',
    ])
  })

  it('IM29 tie when less than half a cent apart', () => {
    const unit = 10n ** 20n
    expect([
      tiesToCent(unit, unit + unit / 201n),
      tiesToCent(unit, unit - unit / 200n),
      tiesToCent(unit, unit + unit / 100n),
    ]).toEqual([true, false, false])
  })

  it.each([
    ['1.2万', 12000],
    ['3千元', 3000],
    ['5.5千克', 5.5],
    ['198件', 198],
    ['1亿元', 1e8],
    ['约500', undefined],
    ['7/75/75', undefined],
    ['1-1', undefined],
    ['A12', undefined],
    ['(5', undefined],
    ['1,23', undefined],
    ['', undefined],
  ])('IM34 reads the text %s', (text, value) => {
    const decimal = readAmountText(text)?.decimal
    expect(decimal ? Number(decimal.digits) / 10 ** decimal.places : undefined).toBe(value)
  })
})
