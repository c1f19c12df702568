// The short road over the wire gives what the long one gives.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromEpochDay } from '#shared/kernel/plainDate.ts'
import { valueTypes } from '#shared/values/index.ts'
import { compilePlainWireReader } from '#shared/values/plainWire.ts'
import { words } from '#shared/kernel/words.ts'
import { ledgerColumn } from '#test/arbitrary/ledgerDefinition.ts'

const same = (text: string) => words(text, text, text)
const columns = [
  ledgerColumn('text', '文'),
  ledgerColumn('code', '码'),
  ledgerColumn('code', '数码', { format: 'digits' }),
  ledgerColumn('code', '证', { format: 'idcard' }),
  ledgerColumn('code', '卡', { format: 'bankcard' }),
  ledgerColumn('choice', '选', { choices: [{ value: '收入', label: same('收入'), synonyms: ['收'] }] }),
  ledgerColumn('choice', '空', { choices: [{ value: '', label: same('无'), synonyms: [] }] }),
  ledgerColumn('money', '钱'),
  ledgerColumn('integer', '数'),
  ledgerColumn('date', '日'),
  ledgerColumn('percent', '率'),
  ledgerColumn('list', '列'),
  ledgerColumn('deadline', '限'),
  ledgerColumn('boolean', '否'),
  ledgerColumn('text', '缩进', { isIndented: true }),
]

const wires: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    ' 前',
    '后 ',
    '收入',
    '收',
    '0401',
    '-',
    true,
    0,
    -0,
    12.5,
    1e16,
    '１２',
    '무',
  ),
  fc.constantFrom<unknown>('-0', '00', '1e5', '999999999999999', '1000000000000000', '1000000000000001', '-1', '+1'),
  fc.constantFrom<unknown>('2026-02-28', '2026-02-29', '1899-12-31', '2099-12-28', '2100-01-01', '2026-13-01', '长期'),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[\u2e80-\u9fa5\uf900-\uffff -~]{0,12}$/),
  fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map(String),
  fc.integer({ min: -25_600, max: 47_600 }).map((day) => String(fromEpochDay(day))),
  fc.integer(),
  fc.double(),
  fc.jsonValue(),
)

describe('compilePlainWireReader', () => {
  it('gives nothing, or exactly what the type decodes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...columns), wires, (column, wire) => {
        const plain = compilePlainWireReader(column)(wire)
        if (plain === undefined) return
        expect(valueTypes[column.type].decode(wire, column)).toEqual({ ok: true, value: plain })
      }),
      { numRuns: 6_000 },
    )
  })

  it('knows the usual values of a well-kept list', () => {
    const usual: readonly unknown[] = ['办公用品（一批）, 3 件', 'DB-2026-001', '00123', undefined, undefined, '收入']
    const more: readonly unknown[] = [
      undefined,
      '-1234',
      7,
      '2026-02-28',
      undefined,
      undefined,
      '2026-02-28',
      false,
      '培训支出',
    ]
    for (const [index, wire] of [...usual, ...more].entries()) {
      const column = columns[index]
      if (column === undefined) throw new Error(`no column ${index}`)
      const expected = column.type === 'money' ? Number(wire) : wire
      expect(compilePlainWireReader(column)(wire)).toBe(expected)
    }
  })
})
