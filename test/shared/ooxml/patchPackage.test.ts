// Patching a legacy workbook with chart, picture, pivot table, comments, formats: what is not meant to change does not.
import { describe, expect, it } from 'vitest'
import { changedParts, unpack } from '#test/fixtures/package/legacyPackage.ts'
import { amount, legacy, patch, read, set, sheetPath, textOf } from './patching.ts'

describe('patchPackage', () => {
  it('gives the same bytes back when nothing is asked', () => {
    expect(Buffer.from(patch([])).equals(Buffer.from(legacy))).toBe(true)
  })

  it('changes only the bytes of the cells it writes', () => {
    const after = patch([
      set(amount(8, '1170000.55'), { row: 8, column: 5, value: { kind: 'text', text: '改了 <b>&' } }),
    ])
    const expected = textOf(legacy, sheetPath)
      .replace('<c r="D8" s="4"><v>1170000.5</v></c>', '<c r="D8" s="4"><v>1170000.55</v></c>')
      .replace(
        '<c r="F8" s="3" t="s"><v>16</v></c>',
        '<c r="F8" s="3" t="inlineStr"><is><t xml:space="preserve">改了 &lt;b&gt;&amp;</t></is></c>',
      )
    expect(textOf(after, sheetPath)).toBe(expected)
    // The workbook part asks for calculation, as totals depend on the amount; all else is byte for byte the same.
    expect(changedParts(legacy, after)).toEqual(['xl/workbook.xml', sheetPath])
    expect(textOf(after, 'xl/workbook.xml')).toContain('<calcPr fullCalcOnLoad="1" calcId="145621"/>')
  })

  it('touches one part only when it writes marks into blank cells', () => {
    const after = patch([set({ row: 8, column: 8, value: { kind: 'text', text: '■ 须改' } })])
    expect(changedParts(legacy, after)).toEqual([sheetPath])
    expect(textOf(after, sheetPath)).toContain('<c r="G8" s="7"/><c r="I8" s="7" t="inlineStr">')
    expect(textOf(after, sheetPath)).toContain('<row r="8" spans="1:9"')
    expect(textOf(after, sheetPath)).toContain('<dimension ref="A1:I17"/>')
  })

  it('appends a style only for a number format that is asked for, and finds it again', () => {
    const dated = patch([
      set(
        { row: 8, column: 5, value: { kind: 'date', day: '2026-03-05' }, numberFormat: 'yyyy"年"m"月"' },
        { row: 7, column: 5, value: { kind: 'date', day: '2026-03-06' } },
      ),
    ])
    const styles = textOf(dated, 'xl/styles.xml')
    expect(styles).toContain('<cellXfs count="10">')
    expect(styles).toContain('formatCode="yyyy&quot;年&quot;m&quot;月&quot;"')
    expect(read(dated).rows[7]?.cells[5]).toMatchObject({ kind: 'date', text: '2026-03-05' })
    // A day in a General cell would show as its serial: it gets a date format by itself, borders kept.
    expect(read(dated).rows[6]?.cells[5]).toMatchObject({ kind: 'date', text: '2026-03-06' })
    const again = patch(
      [set({ row: 8, column: 5, value: { kind: 'date', day: '2026-03-07' }, numberFormat: 'yyyy"年"m"月"' })],
      dated,
    )
    expect(textOf(again, 'xl/styles.xml')).toBe(styles)
  })

  it('keeps a formula that others share when its first cell is written over', () => {
    const after = patch([set({ row: 11, column: 4, value: { kind: 'number', decimal: '1' } })])
    expect(
      read(after)
        .rows.slice(10, 13)
        .map((row) => row.formulas?.[4]),
    ).toEqual([undefined, 'D12-C12', 'D13-C13'])
    expect(textOf(after, sheetPath)).toContain('<f t="shared" ref="E7:E8" si="0">D7-C7</f>')
    expect(unpack(after).has('xl/calcChain.xml')).toBe(false)
    expect(textOf(after, '[Content_Types].xml')).not.toContain('calcChain')
    expect(textOf(after, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain')
  })

  it('adds the state sheet and leaves every sheet as it was (P-1)', () => {
    const after = patch([
      {
        type: 'setState',
        rows: [
          ['同表', '1'],
          ['', '前后 '],
        ],
      },
    ])
    expect(changedParts(legacy, after)).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/workbook.xml',
      'xl/worksheets/sheet4.xml',
    ])
    expect(textOf(after, 'xl/workbook.xml')).toContain(
      '<sheet name="_tongbiao" sheetId="5" state="veryHidden" r:id="rId8"/></sheets>',
    )
    expect(read(after, '_tongbiao').visibility).toBe('veryHidden')
    const twice = patch([{ type: 'setState', rows: [['第二次']] }], after)
    expect(changedParts(after, twice)).toEqual(['xl/worksheets/sheet4.xml'])
    expect(read(twice, '_tongbiao').rows.map((row) => row.cells)).toEqual([['第二次']])
  })

  it('splits a column that speaks of many to hide one of them', () => {
    const after = patch([{ type: 'addColumn', sheet: '预算表', at: 7, width: 30, hidden: true }])
    expect(textOf(after, sheetPath)).toContain(
      '<col min="7" max="7" width="12" style="7" customWidth="1"/><col hidden="1" min="8" max="8" width="30" style="7" customWidth="1"/><col min="9" max="20" width="12" style="7" customWidth="1"/>',
    )
    expect(changedParts(legacy, after)).toEqual([sheetPath])
  })
})

describe('insertRows', () => {
  const after = patch([{ type: 'insertRows', sheet: '预算表', before: 14, count: 2, like: 13 }])
  const sheet = textOf(after, sheetPath)

  it('moves cells, merges, formats, validations, breaks and links, and takes new rows into their ranges', () => {
    expect(sheet).toContain('<row r="14" spans="1:7" ht="18" customHeight="1"><c r="A14" s="3"/>')
    expect(sheet).toContain('<mergeCell ref="A18:F18"/><mergeCell ref="A19:F19"/>')
    expect(sheet).toContain('<conditionalFormatting sqref="E7:E8 E11:E15">')
    expect(sheet).toContain('<formula>AND($E7&lt;0,$D7&lt;&gt;0)</formula>')
    expect(sheet).toContain('sqref="D7:D8 D11:D15"')
    expect(sheet).toContain('<hyperlink ref="F18" location="名册!A1"')
    expect(sheet).toContain('<brk id="9"')
  })

  it('keeps formulas in every sheet, names, print areas and charts pointing at the same cells', () => {
    expect(
      read(after)
        .rows.map((row) => row.formulas?.[3])
        .filter(Boolean),
    ).toEqual(['SUM(D7:D8)', 'SUM(D12:D12)', 'D11+D13', 'D9-D16'])
    expect(textOf(after, 'xl/worksheets/sheet2.xml')).toContain("<f>预算表!D16+SUM('预算表'!$D$7:$D$8)</f>")
    expect(textOf(after, 'xl/workbook.xml')).toContain('预算表!$A$1:$G$19')
    expect(textOf(after, 'xl/workbook.xml')).toContain('<definedName name="支出合计">预算表!$D$16</definedName>')
    expect(textOf(after, 'xl/charts/chart1.xml')).toContain('<c:f>预算表!$D$11:$D$15</c:f>')
  })

  it('moves what hangs on rows below and leaves what lies above', () => {
    const early = patch([{ type: 'insertRows', sheet: '预算表', before: 7, count: 3, like: 7 }])
    expect(textOf(early, 'xl/comments1.xml')).toContain('<comment ref="D15" authorId="0">')
    expect(textOf(early, 'xl/drawings/vmlDrawing1.vml')).toContain('<x:Row>14</x:Row>')
    expect(textOf(early, 'xl/drawings/drawing1.xml')).toContain('<xdr:row>12</xdr:row>')
    expect(textOf(early, 'xl/drawings/drawing1.xml')).toContain('<xdr:row>1</xdr:row>')
    expect(textOf(early, sheetPath)).toContain('<brk id="12"')
  })

  it('leaves parts that speak of other sheets byte for byte', () => {
    const changed = changedParts(legacy, after)
    for (const path of [
      'xl/tables/table1.xml',
      'xl/pivotTables/pivotTable1.xml',
      'xl/worksheets/sheet3.xml',
      'xl/media/image1.png',
      'xl/styles.xml',
      'xl/comments1.xml',
    ]) {
      expect(changed).not.toContain(path)
    }
  })
})

describe('deleteRows', () => {
  it('takes comments and their boxes, shrinks ranges and breaks what pointed at the row', () => {
    const after = patch([{ type: 'deleteRows', sheet: '预算表', rows: [12] }])
    expect(textOf(after, 'xl/comments1.xml')).not.toContain('核对人数')
    expect(textOf(after, 'xl/drawings/vmlDrawing1.vml')).not.toContain('_x0000_s1025')
    expect(read(after).rows[10]?.formulas?.[3]).toBe('SUM(#REF!)')
    expect(textOf(after, sheetPath)).toContain('<conditionalFormatting sqref="E7:E8 E11:E12">')
    expect(textOf(after, 'xl/charts/chart1.xml')).toContain('预算表!$D$11:$D$12')
  })

  it('keeps formats right when the first row of their range goes', () => {
    const after = patch([{ type: 'deleteRows', sheet: '预算表', rows: [7] }])
    expect(textOf(after, sheetPath)).toContain(
      '<conditionalFormatting sqref="E7 E10:E12"><cfRule type="expression" dxfId="0" priority="1"><formula>AND($E7&lt;0,$D7&lt;&gt;0)</formula>',
    )
  })

  it('undoes an insertion to the same cells', () => {
    const there = patch([{ type: 'insertRows', sheet: '预算表', before: 9, count: 3, like: 9 }])
    const back = patch([{ type: 'deleteRows', sheet: '预算表', rows: [9, 10, 11] }], there)
    const cells = (bytes: Uint8Array) => read(bytes).rows.map((row) => [row.index, row.cells, row.formulas])
    expect(cells(back)).toEqual(cells(legacy))
    expect(textOf(back, 'xl/workbook.xml')).toContain('预算表!$A$1:$G$17')
  })
})
