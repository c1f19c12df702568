// Table objects keep what Excel expects of them; what cannot be patched safely is refused.
import { describe, expect, it } from 'vitest'
import { catchFailure } from '#shared/ooxml/patch/failure.ts'
import { parseXml } from '#shared/ooxml/patch/xmlTree.ts'
import type { WorkbookEdit } from '#shared/workbook/port.ts'
import { buildLegacyPackage } from '#test/fixtures/package/legacyPackage.ts'
import { amount, legacy, patch, read, refusal, set, sheetPath, textOf } from './patching.ts'

describe('table objects', () => {
  const cell = (row: number, column: number, text: string): WorkbookEdit => ({
    type: 'setCells',
    sheet: '名册',
    cells: [{ row, column, value: { kind: 'text', text } }],
  })

  it('take our column in, so that sorting takes the ids along', () => {
    const after = patch([{ type: 'addColumn', sheet: '名册', at: 4, width: 30, hidden: false }, cell(1, 4, '校验')])
    expect(textOf(after, 'xl/tables/table1.xml')).toContain(
      'ref="A1:E2" totalsRowShown="0"><autoFilter ref="A1:E2"/><tableColumns count="5">',
    )
    expect(textOf(after, 'xl/tables/table1.xml')).toContain('<tableColumn id="5" name="校验"/></tableColumns>')
    expect(textOf(after, 'xl/worksheets/sheet3.xml')).toContain('<c r="E1" t="inlineStr">')
  })

  it('keep their own header texts: changing one is refused', () => {
    expect(refusal([cell(1, 0, '名字')])).toMatchObject({ code: 'unsupported', applied: 0 })
  })

  it('grow with rows added at their end and never lose all rows', () => {
    const after = patch([{ type: 'insertRows', sheet: '名册', before: 3, count: 1, like: 2 }])
    expect(textOf(after, 'xl/tables/table1.xml')).toContain('ref="A1:D3"')
    expect(textOf(after, 'xl/pivotCache/pivotCacheDefinition1.xml')).toContain(
      '<worksheetSource ref="A1:D3" sheet="名册"/>',
    )
    expect(refusal([{ type: 'deleteRows', sheet: '名册', rows: [2] }])).toMatchObject({ code: 'unsupported' })
    expect(refusal([{ type: 'deleteRows', sheet: '名册', rows: [1] }])).toMatchObject({ code: 'unsupported' })
  })
})

describe('odd packages', () => {
  const dialect = (change: (text: string) => string, path = sheetPath): Uint8Array =>
    buildLegacyPackage((each, text) => (each === path ? change(text) : text))

  it('are patched where their dialect is understood', () => {
    const commented = dialect((text) => text.replace('<row r="8"', '<!-- <row r="8"> > --><row r="8"'))
    expect(read(patch([set(amount(8, '5'))], commented)).rows[7]?.cells[3]).toBe(5)
    const single = dialect((text) => text.replace('<c r="D8" s="4">', "<c s='4' r='D8'>"))
    expect(read(patch([set(amount(8, '5'))], single)).rows[7]?.cells[3]).toBe(5)
  })

  it('are refused where they are UTF-16', () => {
    const bytes = new Uint8Array(Buffer.from('\ufeff<worksheet><sheetData/></worksheet>', 'utf16le'))
    expect(catchFailure(() => parseXml(bytes))).toMatchObject({ ok: false, error: { code: 'unsupported' } })
  })

  const refused: readonly (readonly [string, Uint8Array, WorkbookEdit, string])[] = [
    [
      'another encoding',
      dialect((text) => text.replace('encoding="UTF-8"', 'encoding="GBK"')),
      set(amount(8, '5')),
      'unsupported',
    ],
    [
      'a document type',
      dialect((text) => text.replace('<worksheet', '<!DOCTYPE x><worksheet')),
      set(amount(8, '5')),
      'unsupported',
    ],
    [
      'rows out of order',
      dialect((text) => text.replace('<row r="8"', '<row r="5"')),
      set(amount(9, '5')),
      'unsupported',
    ],
    ['a cut part', dialect((text) => text.slice(0, -30)), set(amount(8, '5')), 'damaged'],
    [
      'part of an array formula',
      dialect((text) => text.replace('<f>SUM(C7:C8)</f>', '<f t="array" ref="C9:D9">C7:D7</f>')),
      set(amount(9, '5')),
      'unsupported',
    ],
    [
      'an array formula torn apart',
      dialect((text) => text.replace('<f>SUM(C7:C8)</f>', '<f t="array" ref="C9:C11">C7:C9</f>')),
      { type: 'deleteRows', sheet: '预算表', rows: [10] },
      'unsupported',
    ],
    [
      'rows of a pivot table',
      legacy,
      { type: 'insertRows', sheet: '汇总 透视', before: 4, count: 1, like: 4 },
      'unsupported',
    ],
    ['a sheet that is not there', legacy, { type: 'deleteRows', sheet: '没有', rows: [1] }, 'missing-sheet'],
    ['a row off the sheet', legacy, set({ row: 1_048_577, column: 0, value: null }), 'too-large'],
    [
      'a text too long',
      legacy,
      set({ row: 8, column: 5, value: { kind: 'text', text: 'x'.repeat(32_768) } }),
      'too-large',
    ],
    ['a number that is none', legacy, set(amount(8, '1e5')), 'unsupported'],
    ['no zip', new Uint8Array(100), set(amount(8, '5')), 'damaged'],
  ]
  for (const [what, bytes, edit, code] of refused) {
    it(`are refused, never corrupted: ${what}`, () => {
      expect(refusal([edit], bytes)).toMatchObject({ code, applied: 0 })
    })
  }
})
