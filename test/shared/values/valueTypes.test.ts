// Laws of every column type: what is written is read back, by people, by sheets and over the wire.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ColumnDefinition, ColumnType } from '#shared/definition/column.ts'
import { maxFen } from '#shared/kernel/money.ts'
import { fromEpochDay } from '#shared/kernel/plainDate.ts'
import { findForbiddenCharacter } from '#shared/kernel/text.ts'
import type { Value } from '#shared/kernel/value.ts'
import { locales, words } from '#shared/kernel/words.ts'
import { standingDeadlines } from '#shared/values/deadline.ts'
import { valueTypes } from '#shared/values/index.ts'
import { column, legacy, own, writtenCell } from './cells.ts'
import { expectLinear } from '#test/harness/linear.ts'

type Full = Exclude<Value, null>

const note = fc
  .string({ unit: 'binary', maxLength: 60 })
  .map((text) => text.normalize('NFC'))
  .filter((text) => text.trim() !== '' && findForbiddenCharacter(text, 'note') === undefined)
const day = fc.integer({ min: -25567, max: 47481 }).map((epochDay) => String(fromEpochDay(epochDay)))
const name = fc.stringMatching(/^[一-龥]{1,6}$/)

const arbitraries: Readonly<Record<ColumnType, fc.Arbitrary<Full>>> = {
  text: note,
  code: fc.stringMatching(/^[0-9A-Za-z_-]{1,20}$/).filter((text) => !/^\d(\.\d+)?[eE]\+?\d\d$/.test(text)),
  choice: fc.constantFrom('甲', '乙'),
  list: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('、')),
  money: fc.integer({ min: -maxFen, max: maxFen }),
  integer: fc.maxSafeInteger(),
  percent: fc.integer({ min: -1e8, max: 1e8 }),
  date: day,
  deadline: fc.oneof(day, fc.constantFrom(...standingDeadlines)),
  boolean: fc.boolean(),
}

const columns: Partial<Record<ColumnType, ColumnDefinition>> = {
  choice: column('choice', {
    choices: [
      { value: '甲', label: words('甲', '甲', 'First'), synonyms: [] },
      { value: '乙', label: words('乙等', '乙等', 'Second'), synonyms: ['二'] },
    ],
  }),
}

const types = Object.keys(valueTypes) as ColumnType[]
const columnOf = (type: ColumnType): ColumnDefinition => columns[type] ?? column(type)

describe.each(types)('%s', (type) => {
  const valueType = valueTypes[type]
  const definition = columnOf(type)

  it('reads back what it shows, in each language', () => {
    fc.assert(
      fc.property(arbitraries[type], fc.constantFrom(...locales), (value, locale) => {
        for (const context of [own, legacy]) {
          const reading = valueType.parse(valueType.format(value, definition, locale), definition, context)
          expect(reading).toMatchObject({ ok: true, value: { value } })
        }
      }),
    )
  })

  it('reads back what it writes into a cell, in 元 and in 万元', () => {
    const bounded =
      type === 'money' ? fc.integer({ min: -1e13, max: 1e13 }) : type === 'integer' ? fc.integer() : arbitraries[type]
    fc.assert(
      fc.property(bounded, fc.constantFrom(100, 1_000_000), (value, unitFen) => {
        const context = { ...own, unitFen }
        const reading = valueType.parse(writtenCell(valueType.toCell(value, definition, context)), definition, context)
        expect(reading).toEqual({ ok: true, value: { value, notes: [] } })
      }),
    )
  })

  it('decodes what it encodes, through JSON', () => {
    fc.assert(
      fc.property(arbitraries[type], (value) => {
        expect(valueType.decode(JSON.parse(JSON.stringify(valueType.encode(value))), definition)).toEqual({
          ok: true,
          value,
        })
      }),
    )
  })

  it('takes blank for blank and never anything else', () => {
    for (const cell of [null, '', '  ', '　'])
      expect(valueType.parse(cell, definition, own)).toEqual({ ok: true, value: { value: null, notes: [] } })
    expect(valueType.decode(null, definition)).toEqual({ ok: true, value: null })
  })

  it('gives a value that decodes, or a problem, for any cell', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-/年月日元万约%（）()零壹拾圆整￥ 至底前上旬半')) }),
      fc.double(),
      fc.boolean(),
      fc.constant({ kind: 'error', code: '#REF!' } as const),
    )
    fc.assert(
      fc.property(cell, fc.constantFrom(own, legacy), (raw, context) => {
        const reading = valueType.parse(raw, definition, context)
        if (!reading.ok) {
          expect(reading.error.code).toMatch(/^[a-z.-]+$/)
          return
        }
        const { value } = reading.value
        if (value !== null) expect(valueType.decode(valueType.encode(value), definition)).toEqual({ ok: true, value })
        if (value === 0 || value === '')
          expect(typeof raw === 'string' ? /[0０零〇○]|%/.test(raw.normalize('NFKC')) : raw).not.toBe(null)
      }),
      { numRuns: 300 },
    )
  })

  it('offers only what it could read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-/年月日元万约%（）￥')) }), (raw) => {
        const reading = valueType.parse(raw, definition, own)
        if (reading.ok || reading.error.suggestion === undefined || reading.error.suggestion === null) return
        const { suggestion } = reading.error
        const again = valueType.parse(writtenCell(valueType.toCell(suggestion, definition, own)), definition, own)
        expect(again).toMatchObject({ ok: true, value: { value: suggestion } })
      }),
    )
  })

  it('C24 takes time that grows no faster than the text, whatever the text', () => {
    for (const text of [
      `${'a'.repeat(1_000_000)}!`,
      '1'.repeat(1_000_000),
      `${'1,'.repeat(500_000)}x`,
      ' '.repeat(1_000_000),
    ])
      expectLinear(text, (input) => {
        valueType.parse(input, definition, legacy)
        valueType.decode(input, definition)
      })
  })
})
