// The short road gives what the long one gives.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromEpochDay, toSerial } from '#shared/kernel/plainDate.ts'
import { valueTypes } from '#shared/values/index.ts'
import { compilePlainReader } from '#shared/values/plainValue.ts'
import type { RawValue } from '#shared/workbook/raw.ts'
import { words } from '#shared/kernel/words.ts'
import { ledgerColumn } from '#test/arbitrary/ledgerDefinition.ts'

const same = (text: string) => words(text, text, text)
const columns = [
  ledgerColumn('text', '文'),
  ledgerColumn('code', '码'),
  ledgerColumn('code', '数码', { format: 'digits', maxLength: 9 }),
  ledgerColumn('code', '证', { format: 'idcard' }),
  ledgerColumn('choice', '选', { choices: [{ value: '收入', label: same('收入'), synonyms: ['收'] }] }),
  ledgerColumn('money', '钱'),
  ledgerColumn('integer', '数'),
  ledgerColumn('date', '日'),
  ledgerColumn('percent', '率'),
  ledgerColumn('list', '列'),
  ledgerColumn('deadline', '限'),
  ledgerColumn('boolean', '否'),
]

const days = fc.integer({ min: -25_000, max: 47_400 }).map((day): RawValue => {
  const text = fromEpochDay(day)!
  return { kind: 'date', serial: toSerial(text, 1900), text }
})
const cells: fc.Arbitrary<RawValue> = fc.oneof(
  fc.constantFrom<RawValue>(
    null,
    '',
    ' ',
    '收入',
    '收',
    '401',
    '0401',
    'DB-2026-001',
    '350504199001011234',
    true,
    0,
    -0,
    12.5,
    1.005,
    1e16,
    '１２',
    '2026-01-01',
    '无',
    '-',
  ),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[\u4e00-\u9fa50-9a-z，。]{0,12}$/),
  fc.double(),
  fc.integer(),
  days,
)

describe('compilePlainReader', () => {
  it('gives nothing, or exactly what the type gives without notes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...columns),
        cells,
        fc.constantFrom(100, 1_000_000),
        fc.boolean(),
        (column, cell, unitFen, legacy) => {
          const context = { unitFen, year: 2026, legacy }
          const plain = compilePlainReader(column, context)(cell)
          if (plain === undefined) return
          expect(valueTypes[column.type].parse(cell, column, context)).toEqual({
            ok: true,
            value: { value: plain, notes: [] },
          })
        },
      ),
      { numRuns: 4_000 },
    )
  })

  it.each([
    ['text', '春节慰问（第二批）', '春节慰问（第二批）'],
    ['money', 68.68, 6868],
    ['integer', 12, 12],
  ] as const)('reads a plain %s at once', (type, cell, value) => {
    expect(compilePlainReader(ledgerColumn(type, '列'), { unitFen: 100, year: 2026, legacy: true })(cell)).toBe(value)
  })
})
