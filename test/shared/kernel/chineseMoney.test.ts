// 大写 amounts, both ways.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatChineseMoney, parseChineseMoney } from '#shared/kernel/chineseMoney.ts'
import { fen, fenFromNumber, maxFen } from '#shared/kernel/money.ts'

describe('chineseMoney', () => {
  it.each([
    [0, '零元整'],
    [1_230_000, '壹万贰仟叁佰元整'],
    [100_05, '壹佰元零伍分'],
    [100_50, '壹佰元伍角整'],
    [3, '叁分'],
    [35, '叁角伍分'],
    [1_000_100_00, '壹佰万零壹佰元整'],
    [10_0000_0000_00, '壹拾亿元整'],
    [-12_00, '负壹拾贰元整'],
    [1_0002_0030_40, '壹亿零贰万零叁拾元肆角整'],
  ])('writes %i 分 as %s and reads it back', (amount, text) => {
    expect(formatChineseMoney(fen(amount))).toBe(text)
    expect(parseChineseMoney(text)).toBe(amount)
  })

  it.each([
    ['人民币壹万贰仟叁佰圆正', 1_230_000],
    ['一万二千元', 1_200_000],
    ['一百元', 100_00],
    ['十二元', 12_00],
    ['拾万元整', 100_000_00],
    ['壹拾萬圓整', 100_000_00],
    ['零叁分', 3],
    ['贰佰零伍元叁角', 205_30],
  ])('reads %s', (text, amount) => {
    expect(parseChineseMoney(text)).toBe(amount)
  })

  it.each(['一万二', '一百二', '元', '角', '百一元', '一二三元', '壹壹佰元', '一百元五', '500元', '', '千万人'])(
    'does not guess at %j',
    (text) => {
      expect(parseChineseMoney(text)).toBeUndefined()
    },
  )

  it('is its own inverse for every amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -maxFen, max: maxFen }), (amount) => {
        expect(parseChineseMoney(formatChineseMoney(fen(amount)))).toBe(fen(amount))
      }),
    )
  })
})

describe('fenFromNumber', () => {
  it.each([
    [0.1 + 0.2, 100, 30],
    [1234.5, 100, 123450],
    [12.345678, 1_000_000, 12345678],
    [99999999.99, 100, 9999999999],
    [4.35 * 3, 100, 1305],
  ])('C9 takes %f at %i 分 a unit as %i 分', (value, unit, amount) => {
    expect(fenFromNumber(value, unit)).toEqual({ ok: true, value: amount })
  })

  it.each([
    [1.005, 100],
    [1234567.895, 100],
    [99999999.995, 100],
    [0.12345678, 1_000_000],
  ])('C9 refuses to round %f at %i 分 a unit', (value, unit) => {
    expect(fenFromNumber(value, unit)).toEqual({ ok: false, error: 'amount-precision' })
  })

  it('takes every whole 分 that a double can hold exactly as written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (amount) => {
        expect(fenFromNumber(amount / 100, 100)).toEqual({ ok: true, value: fen(amount) })
      }),
    )
  })
})
