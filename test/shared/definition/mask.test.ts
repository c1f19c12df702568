// Masks: what is left, what never leaves, and that a masked value that comes back is no news.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isShownAs, looksMasked, maskOf, maskText, maskValue, publishedColumns } from '#shared/definition/mask.ts'
import type { ColumnDefinition, Mask } from '#shared/definition/column.ts'
import { sheets } from '#shared/sheets/index.ts'

const masks: readonly Mask[] = ['idcard', 'tail4', 'phone', 'name', 'whole']

describe('masks', () => {
  it.each([
    ['110101199003071234', 'idcard', '110***********1234'],
    ['6222021234567890123', 'tail4', '***************0123'],
    ['13812345678', 'phone', '138****5678'],
    ['张三丰', 'name', '张*'],
    ['欧阳修', 'name', '欧阳*'],
    ['欧阳', 'name', '欧*'],
    ['𠮷田', 'name', '𠮷*'],
    ['糖尿病', 'whole', '***'],
    ['1234', 'tail4', '****'],
  ] as const)('%s as %s is %s', (text, mask, shown) => {
    expect(maskText(text, mask)).toBe(shown)
  })

  it('I12 hide every character that is not meant to stay, and know themselves again', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
        fc.constantFrom(...masks),
        (text, mask) => {
          const shown = maskText(text, mask)
          expect(looksMasked(shown)).toBe(true)
          expect(isShownAs(shown, text, mask)).toBe(true)
          expect(isShownAs(text, text, mask)).toBe(true)
          const kept = Array.from(shown).filter((character) => character !== '*').length
          expect(kept).toBeLessThanOrEqual({ idcard: 7, tail4: 4, phone: 7, name: 2, whole: 0 }[mask])
        },
      ),
    )
    expect(maskValue(null, 'whole')).toBeNull()
    expect(isShownAs('***', null, 'whole')).toBe(false)
  })

  it('cover sensitive columns by their format, whatever the definition forgot', () => {
    const column = { type: 'code', fieldClass: 'sensitive' } as ColumnDefinition
    expect(maskOf({ ...column, format: 'idcard' })).toBe('idcard')
    expect(maskOf({ ...column, format: 'bankcard' })).toBe('tail4')
    expect(maskOf(column)).toBe('whole')
    expect(maskOf({ ...column, fieldClass: 'personal' })).toBeUndefined()
    expect(maskOf({ ...column, fieldClass: 'personal', mask: 'phone' })).toBe('phone')
  })

  it.each(sheets)('$kind publishes no sensitive column', (definition) => {
    for (const { key } of publishedColumns(definition))
      expect(definition.columns[key]?.fieldClass).not.toBe('sensitive')
  })
})
