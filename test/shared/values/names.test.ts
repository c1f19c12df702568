// What a column may ask of its texts and days beyond their type: names in one spelling, months that are enough, factors.
import { describe, expect, it } from 'vitest'
import { date } from '#shared/values/date.ts'
import { compilePlainWireReader } from '#shared/values/plainWire.ts'
import { percent } from '#shared/values/percent.ts'
import { text } from '#shared/values/text.ts'
import type { RawValue } from '#shared/workbook/raw.ts'
import { column, legacy, own } from './cells.ts'

describe('names', () => {
  const name = column('text', { isName: true })

  it.each([
    ['张　三', '张三'],
    ['欧阳 娜娜', '欧阳娜娜'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['李四', '李四'],
  ])('keeps %j as %s, from a cell and from the wire', (written, kept) => {
    const notes = written === kept ? [] : ['value/spaces']
    expect(text.parse(written, name, own)).toEqual({ ok: true, value: { value: kept, notes } })
    expect(text.decode(written, name)).toEqual({ ok: true, value: kept })
    expect(text.parse(kept, name, own)).toEqual({ ok: true, value: { value: kept, notes: [] } })
  })

  it.each(['张 三', '阿依古丽．买买提', '张三', 'Li Si', '张三(大)'])(
    'reads %s from the wire as its type does, quickly or not',
    (wire) => {
      const decoded = text.decode(wire, name)
      expect(decoded).toEqual({ ok: true, value: compilePlainWireReader(name)(wire) ?? (decoded.ok && decoded.value) })
    },
  )

  it('leaves other texts as they are written', () => {
    expect(text.parse('张　三', column('text'), own)).toMatchObject({ value: { value: '张　三' } })
  })
})

describe('texts that old sheets set in by level', () => {
  const indented = column('text', { isIndented: true })

  it.each(['    送温暖支出', '\u3000\u3000送温暖支出', '送温暖支出 ', '送温暖支出'])(
    'are read from %j without the spaces around them, and nothing is said of it',
    (written) => {
      expect(text.parse(written, indented, own)).toEqual({ ok: true, value: { value: '送温暖支出', notes: [] } })
      expect(text.parse(written, indented, legacy)).toEqual({ ok: true, value: { value: '送温暖支出', notes: [] } })
      expect(text.decode(written, indented)).toEqual({ ok: true, value: '送温暖支出' })
      expect(compilePlainWireReader(indented)(written) ?? '送温暖支出').toBe('送温暖支出')
    },
  )
})

describe('factors', () => {
  const factor = column('percent', { isFactor: true })

  it.each<readonly [RawValue, number, string]>([
    [1.2, 12_000, '1.2'],
    ['0.95', 9_500, '0.95'],
    [95.5, 955_000, '95.5'],
    ['120%', 12_000, '1.2'],
  ])('C13 take %j for what it is, whatever its size', (cell, stored, shown) => {
    const reading = percent.parse(cell, factor, { ...legacy, percentPoints: true })
    expect(reading).toMatchObject({ ok: true, value: { value: stored } })
    expect(percent.format(stored, factor, 'zh-Hans')).toBe(shown)
    expect(percent.parse(Number(shown), factor, own)).toEqual({ ok: true, value: { value: stored, notes: [] } })
  })
})

describe('months', () => {
  const month = column('date', { monthSuffices: true })

  it.each<readonly [RawValue, string]>([
    [1985.03, '1985-03-01'],
    [1985.12, '1985-12-01'],
    ['1985.3', '1985-03-01'],
    ['1985年10月', '1985-10-01'],
    ['198503', '1985-03-01'],
  ])('C11 takes %j where months are enough', (cell, day) => {
    expect(date.parse(cell, month, legacy)).toEqual({ ok: true, value: { value: day, notes: ['value/month-only'] } })
    expect(date.parse(cell, column('date'), legacy)).toMatchObject({ ok: false, error: { code: 'date.partial' } })
  })

  it.each<readonly [RawValue, string]>([
    [1985.1, 'date.ambiguous'],
    [1985, 'date.format'],
    ['1985年上半年', 'date.partial'],
  ])('C11 does not guess at %j', (cell, code) => {
    expect(date.parse(cell, month, legacy)).toMatchObject({ ok: false, error: { code } })
  })
})
