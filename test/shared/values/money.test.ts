// Amounts as they stand in cells and texts.
import { describe, expect, it } from 'vitest'
import { money } from '#shared/values/money.ts'
import type { RawValue } from '#shared/workbook/raw.ts'
import { column, legacy, own, tenThousand } from './cells.ts'

const amount = column('money')

describe('money in old files', () => {
  it.each<readonly [RawValue, number | null, string?]>([
    ['1,234.50', 123450, 'value/text-number'],
    ['１２３４', 123400, 'value/full-width'],
    ['￥1,234', 123400, 'value/currency'],
    ['¥1,234.50', 123450, 'value/currency'],
    ['1 234', 123400, 'value/spaces'],
    ['1234元', 123400, 'value/unit-in-cell'],
    ['1234.5元整', 123450, 'value/unit-in-cell'],
    ['1.2万', 1_200_000, 'value/unit-in-cell'],
    ['1.2万元', 1_200_000, 'value/unit-in-cell'],
    ['１．２萬元', 1_200_000, 'value/unit-in-cell'],
    ['3千元', 300_000, 'value/unit-in-cell'],
    ['3元5角', 350, 'value/unit-in-cell'],
    ['约500', 50_000, 'value/approximate'],
    ['500左右', 50_000, 'value/approximate'],
    ['500余元', 50_000, 'value/approximate'],
    ['5000以内', 500_000, 'value/approximate'],
    ['（1,234.00）', -123400, 'value/negative-mark'],
    ['(500)', -50_000, 'value/negative-mark'],
    ['△300', -30_000, 'value/negative-mark'],
    ['▲300', -30_000, 'value/negative-mark'],
    ['－300', -30_000, 'value/full-width'],
    ['-', null, 'value/blank-mark'],
    ['—', null, 'value/blank-mark'],
    ['——', null, 'value/blank-mark'],
    ['／', null, 'value/blank-mark'],
    ['无', null, 'value/blank-mark'],
    ['零元整', 0, 'value/chinese-amount'],
    ['零', 0, 'value/chinese-amount'],
    ['壹万贰仟叁佰元整', 1_230_000, 'value/chinese-amount'],
    ['人民币壹佰圆正', 10_000],
    ['一万二千元', 1_200_000, 'value/chinese-amount'],
    ["'1234", 123400],
    ['1，234.5', 123450, 'value/full-width'],
    ['0', 0],
    [' 12 ', 1200],
    [null, null],
    ['', null],
    ['　', null],
  ])('C10 reads %j as %j 分', (cell = null, value, note) => {
    const reading = money.parse(cell, amount, legacy)
    expect(reading).toMatchObject({ ok: true, value: { value } })
    if (note !== undefined && reading.ok) expect(reading.value.notes).toContain(note)
  })

  it.each<readonly [RawValue, string]>([
    [{ kind: 'error', code: '#REF!' }, 'cell.error'],
    [true, 'money.format'],
    ['1.234,56', 'money.format'],
    ['12,34', 'money.format'],
    ['500元/人', 'money.format'],
    ['一万二', 'money.format'],
    ['100+200', 'money.format'],
    ['1e5', 'money.format'],
    ['0x10', 'money.format'],
    ['$100', 'money.format'],
    ['12 34', 'money.format'],
    ['(-5)', 'money.format'],
    ['按实际', 'money.format'],
    ['1.005', 'amount-precision'],
    [1.005, 'amount-precision'],
    [1234567.895, 'amount-precision'],
    [Number.NaN, 'money.format'],
    [1e14, 'money.range'],
    ['99999999999999999999', 'money.range'],
    ['9'.repeat(1_000_000), 'money.format'],
  ])('C9 C10 C24 never takes %j for 0: %s', (cell, code) => {
    expect(money.parse(cell, amount, legacy)).toMatchObject({ ok: false, error: { code } })
  })

  it('C29 reads bare numbers in the unit of the sheet and amounts with 元 as they say', () => {
    expect(money.parse(1.2, amount, tenThousand)).toMatchObject({ value: { value: 1_200_000 } })
    expect(money.parse('1.2', amount, tenThousand)).toMatchObject({ value: { value: 1_200_000 } })
    expect(money.parse('1.2元', amount, tenThousand)).toMatchObject({ value: { value: 120 } })
    expect(money.parse(12.345678, amount, tenThousand)).toMatchObject({ value: { value: 12_345_678 } })
    expect(money.parse(12.3456789, amount, tenThousand)).toMatchObject({ error: { code: 'amount-precision' } })
  })
})

describe('money in our own sheets', () => {
  it.each<readonly [RawValue, number | null | undefined]>([
    ['￥1,234.50', 123450],
    ['100元', 10_000],
    ['（100）', -10_000],
    ['一百元', 10_000],
    ['１２', 1200],
    ['约500', 50_000],
    ['—', null],
    ['1.234,56', undefined],
    ['一万二', undefined],
  ])('C10 asks about %j and offers %j', (cell, suggestion) => {
    const reading = money.parse(cell, amount, own)
    expect(reading.ok).toBe(false)
    if (!reading.ok) expect(reading.error.suggestion).toEqual(suggestion)
  })

  it('C9 takes 0.1+0.2 as 30 分', () => {
    expect(money.parse(0.1 + 0.2, amount, own)).toEqual({ ok: true, value: { value: 30, notes: [] } })
  })
})

describe('money on the wire', () => {
  it.each([
    [123456, 'money.string'],
    ['1e5', 'money.format'],
    ['0x10', 'money.format'],
    [' 12 ', 'money.format'],
    ['１２', 'money.format'],
    ['+5', 'money.format'],
    ['-0', 'money.format'],
    ['00012', 'money.format'],
    ['', 'money.format'],
    ['1,234', 'money.format'],
    ['9007199254740993', 'money.range'],
    ['9'.repeat(10_000), 'money.range'],
  ])('B8 B9 B10 B11 refuses %j: %s', (wire, code) => {
    expect(money.decode(wire, amount)).toMatchObject({ ok: false, error: { code } })
  })
})
