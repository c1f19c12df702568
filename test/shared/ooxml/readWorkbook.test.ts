// Reading worksheets: every way of writing a cell that real exporters use, and what it means.
import { describe, expect, it } from 'vitest'
import { nodePorts } from '#server/workbook/nodeInflate.ts'
import { readOoxml } from '#shared/ooxml/readWorkbook.ts'
import type { RawSheet, RawWorkbook } from '#shared/workbook/raw.ts'
import { buildPackage, rels, type PackageSpec } from '#test/fixtures/sheetPackage.ts'

function readWorkbook(spec: PackageSpec): RawWorkbook {
  const read = readOoxml(buildPackage(spec), nodePorts)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

function readSheet(xml: string, spec: PackageSpec = {}): RawSheet {
  return readWorkbook({ ...spec, sheets: [{ xml }] }).sheets[0] as RawSheet
}

const cellsOf = (xml: string, spec: PackageSpec = {}) => readSheet(`<row r="1">${xml}</row>`, spec).rows[0]?.cells

const dateStyles =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>' +
  '<fonts><font/><font><b/><strike val="1"/></font></fonts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="165"/>' +
  '<xf numFmtId="10" fontId="1"><alignment indent="2"/></xf></cellXfs>'

describe('readOoxml: cells', () => {
  it('reads numbers as stored doubles, digit for digit', () => {
    const cells = cellsOf(
      '<c r="A1"><v>68.68</v></c><c r="B1"><v>2087.0249999999996</v></c><c r="C1"><v>1E-3</v></c><c r="D1"><v>-0</v></c><c r="E1"><v> 7 </v></c>',
    )
    expect(cells).toEqual([68.68, 2087.0249999999996, 0.001, 0, 7])
  })

  it('reads booleans, errors and formula texts', () => {
    const cells = cellsOf(
      '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#REF!</v></c><c r="D1" t="str"><f>A1&amp;"x"</f><v>甲&amp;乙</v></c>',
    )
    expect(cells).toEqual([true, false, { kind: 'error', code: '#REF!' }, '甲&乙'])
  })

  it('joins rich text runs and leaves phonetic runs out', () => {
    const strings =
      '<si><r><rPr><b/></rPr><t>总</t></r><r><t xml:space="preserve"> 计 </t></r><rPh sb="0" eb="1"><t>ソウ</t></rPh><phoneticPr fontId="1"/></si>'
    expect(cellsOf('<c r="A1" t="s"><v>0</v></c>', { strings })).toEqual(['总 计 '])
  })

  it('keeps spaces of texts with and without xml:space', () => {
    const strings = '<si><t xml:space="preserve">  甲 </t></si><si><t>  乙</t></si><si><t/></si><si/>'
    expect(
      cellsOf(
        '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c>',
        { strings },
      ),
    ).toEqual(['  甲 ', '  乙'])
  })

  it('resolves _xHHHH_ escapes, entities, CDATA and line ends', () => {
    const strings =
      '<si><t>甲_x000D_\n乙</t></si><si><t>_x005F_x0041_</t></si><si><t>&lt;&#20013;&#x6587;&gt;</t></si><si><t><![CDATA[a<b&amp;]]>!</t></si><si><t>一\r\n二</t></si>'
    const cells = cellsOf([0, 1, 2, 3, 4].map((i) => `<c t="s"><v>${i}</v></c>`).join(''), { strings })
    expect(cells).toEqual(['甲\r\n乙', '_x0041_', '<中文>', 'a<b&amp;!', '一\n二'])
  })

  it('reads inline strings, also with runs and with a namespace prefix', () => {
    const cells = cellsOf(
      '<c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1" t="inlineStr"><is><r><t>乙</t></r><r><t>丙</t></r></is></c>',
    )
    expect(cells).toEqual(['甲', '乙丙'])
  })

  it('places cells and rows without r one after the other', () => {
    const sheet = readSheet(
      '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c t="str"><v>x</v></c></row><row r="9"><c r="C9"><v>5</v></c><c><v>6</v></c></row>',
    )
    expect(sheet.rows.map((row) => [row.index, row.cells])).toEqual([
      [1, [1, null, 3]],
      [2, ['x']],
      [9, [null, null, 5, 6]],
    ])
    expect(sheet.trueRange).toEqual({ top: 1, left: 0, bottom: 9, right: 3 })
  })

  it('puts rows that come out of order or in pieces where they belong', () => {
    const sheet = readSheet(
      '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>5</v></c></row>',
    )
    expect(sheet.rows.map((row) => [row.index, row.cells])).toEqual([
      [1, [1, 2]],
      [3, [3, null, 5]],
    ])
  })

  it('says when a cell is written twice and takes the later', () => {
    const workbook = readWorkbook({
      sheets: [{ xml: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' }],
    })
    expect(workbook.sheets[0]?.rows[0]?.cells).toEqual([2])
    expect(workbook.findings.map((finding) => finding.code)).toEqual(['cell.duplicate'])
  })

  it('keeps what is marked as a number but is none as text, with a finding', () => {
    const workbook = readWorkbook({ sheets: [{ xml: '<row r="1"><c r="A1"><v>壹佰</v></c><c r="B1"><v/></c></row>' }] })
    expect(workbook.sheets[0]?.rows[0]?.cells).toEqual(['壹佰'])
    expect(workbook.findings).toMatchObject([{ code: 'cell.number-text', location: { sheet: 'Sheet1', cell: 'A1' } }])
  })

  it('cuts a text longer than a cell holds, with a finding', () => {
    const workbook = readWorkbook({
      sheets: [{ xml: `<row r="1"><c r="A1" t="str"><v>${'长'.repeat(40_000)}</v></c></row>` }],
    })
    expect(workbook.sheets[0]?.rows[0]?.cells[0]).toHaveLength(32_767)
    expect(workbook.findings[0]?.code).toBe('cell.text-cut')
  })
})

describe('readOoxml: days and styles', () => {
  it('reads serials as days by the cell format, from 1900', () => {
    const cells = cellsOf(
      '<c s="1"><v>45413</v></c><c s="2"><v>1</v></c><c s="3"><v>45413.75</v></c><c s="4"><v>0.5</v></c><c s="5"><v>1.5</v></c><c s="1"><v>60</v></c><c s="1"><v>-3</v></c>',
      { styles: dateStyles },
    )
    expect(cells?.map((cell) => (cell as { text: string }).text)).toEqual([
      '2024-05-01',
      '1900-01-01',
      '2024-05-01 18:00:00',
      '12:00:00',
      '36:00:00',
      '',
      '',
    ])
  })

  it('reads serials as days from 1904', () => {
    const cells = cellsOf('<c s="1"><v>0</v></c><c s="1"><v>43951</v></c>', {
      styles: dateStyles,
      workbookPr: '<workbookPr date1904="1"/>',
    })
    expect(cells?.map((cell) => (cell as { text: string }).text)).toEqual(['1904-01-01', '2024-05-01'])
  })

  it('rounds a time to the second, into the next day when need be', () => {
    const cells = cellsOf('<c s="3"><v>45412.999999</v></c>', { styles: dateStyles })
    expect(cells?.[0]).toMatchObject({ text: '2024-05-01' })
  })

  it('reads ISO days of t="d"', () => {
    const cells = cellsOf(
      '<c t="d"><v>2024-05-01</v></c><c t="d"><v>2024-05-01T08:30:00Z</v></c><c t="d"><v>2024-02-30</v></c>',
    )
    expect(cells).toEqual([
      { kind: 'date', serial: 45413, text: '2024-05-01' },
      { kind: 'date', serial: 45413 + 8.5 / 24, text: '2024-05-01 08:30:00' },
      '2024-02-30',
    ])
  })

  it('gives number format, bold, strike and indent of each cell, one vector for like rows', () => {
    const workbook = readWorkbook({
      styles: dateStyles,
      sheets: [
        {
          xml: '<row r="1"><c s="0"><v>1</v></c><c s="6"><v>0.125</v></c></row><row r="2"><c><v>1</v></c><c s="6"><v>0.5</v></c></row><row r="3"><c><v>1</v></c></row>',
        },
      ],
    })
    const rows = workbook.sheets[0]?.rows ?? []
    const index = rows[0]?.styles?.[1] ?? -1
    expect(workbook.styles[index]).toEqual({ numberFormat: '0.00%', bold: true, strike: true, indent: 2 })
    expect(rows[1]?.styles).toBe(rows[0]?.styles)
    expect(rows[2]?.styles).toBeUndefined()
  })
})

describe('readOoxml: formulas', () => {
  it('keeps text and cached value; moves shared formulas to their cells', () => {
    const sheet = readSheet(
      '<row r="2"><c r="A2"><f t="shared" ref="A2:A4" si="0">B2*$C$1+SUM(D$1:D2)&amp;"B2"</f><v>1</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>2</v></c></row><row r="4"><c r="B4"><f t="shared" si="0"/></c></row>',
    )
    expect(sheet.rows.map((row) => row.formulas)).toEqual([
      ['B2*$C$1+SUM(D$1:D2)&"B2"'],
      ['B3*$C$1+SUM(D$1:D3)&"B2"'],
      [undefined, 'C4*$C$1+SUM(E$1:E4)&"B2"'],
    ])
    expect(sheet.rows.map((row) => row.cells)).toEqual([[1], [2], [null, null]])
  })

  it('does not take names, functions and quoted sheets for cells', () => {
    const sheet = readSheet(
      `<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="1">LOG10(A1)+'A1 表'!B1+税率+Tab1!B:B+Q1_x</f></c></row><row r="2"><c r="A2"><f t="shared" si="1"/></c></row>`,
    )
    expect(sheet.rows[1]?.formulas).toEqual([`LOG10(A2)+'A1 表'!B2+税率+Tab1!B:B+Q1_x`])
  })
})

describe('readOoxml: the workbook around', () => {
  it('reads merges, hidden rows and columns, tables and names', () => {
    const xml =
      '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" ht="0"><c r="A2"><v>2</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells><tableParts count="1"><tablePart r:id="rId1"/></tableParts>'
    const workbook = readWorkbook({
      sheets: [{ xml, rels: rels([['rId1', 'table', '../tables/table1.xml']]) }],
      definedNames: '<definedNames><definedName name="区域">Sheet1!$A$1:$A$2</definedName></definedNames>',
      more: [
        {
          name: 'xl/tables/table1.xml',
          data: '<table xmlns="x" id="1" name="表1" displayName="表1" ref="A1:B2"><tableColumns count="2"><tableColumn id="1" name="甲"/><tableColumn id="2" name="乙_x000a_丙"/></tableColumns></table>',
        },
      ],
    })
    const sheet = workbook.sheets[0] as RawSheet
    expect(sheet.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 2 }])
    expect([...sheet.hiddenRows]).toEqual([1, 2])
    expect([...sheet.hiddenColumns]).toEqual([1, 2])
    expect(sheet.tables).toEqual([
      { name: '表1', range: { top: 1, left: 0, bottom: 2, right: 1 }, columns: ['甲', '乙\n丙'] },
    ])
    expect(workbook.definedNames).toEqual([{ name: '区域', refersTo: 'Sheet1!$A$1:$A$2' }])
  })

  it('reads namespace prefixes on every element, as 腾讯文档 and .NET write them', () => {
    const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    const workbook = readWorkbook({
      replace: {
        'xl/workbook.xml': `<x:workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="甲" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
        'xl/sharedStrings.xml': `<x:sst ${main}><x:si><x:t>合计</x:t></x:si></x:sst>`,
        'xl/worksheets/sheet1.xml': `<x:worksheet ${main}><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r="C1" t="inlineStr"><x:is><x:t>丙</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
      },
    })
    expect(workbook.sheets[0]?.rows[0]).toEqual({ index: 1, cells: ['合计', 2, '丙'], formulas: [undefined, '1+1'] })
  })

  it('reads packages with backslashes for slashes', () => {
    const workbook = readWorkbook({ rename: (name) => name.replaceAll('/', '\\') })
    expect(workbook.sheets[0]?.rows[0]?.cells).toEqual([1])
  })

  it('reads strict OOXML', () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    const workbook = readWorkbook({
      replace: {
        '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${strict}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
      },
    })
    expect(workbook.sheets[0]?.rows[0]?.cells).toEqual([1])
  })

  it('reads sheet XML in UTF-16', () => {
    const xml =
      '\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>𠮷野</v></c></row></sheetData></worksheet>'
    const little = new Uint8Array(Buffer.from(xml, 'utf16le'))
    const big = new Uint8Array(Buffer.from(xml, 'utf16le').swap16())
    for (const bytes of [little, big])
      expect(readWorkbook({ replace: { 'xl/worksheets/sheet1.xml': bytes } }).sheets[0]?.rows[0]?.cells).toEqual([
        '𠮷野',
      ])
  })

  it('says that a sheet listed is missing, and reads the others', () => {
    const entries = buildPackage({
      sheets: [{ xml: '<row r="1"><c r="A1"><v>1</v></c></row>' }, { xml: '' }],
      replace: {
        'xl/_rels/workbook.xml.rels': rels([
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId2', 'worksheet', 'worksheets/gone.xml'],
        ]),
      },
    })
    const read = readOoxml(entries, nodePorts)
    expect(read.ok && read.value.findings.map((finding) => finding.code)).toEqual(['file.sheet-missing'])
  })
})
