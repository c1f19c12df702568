// Odd files that must be read, with what was met on the way (reliability.md §3.6 A).
import { read as readSheetjs } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { readFile } from '#server/workbook/readFile.ts'
import { fillPlaces } from '#shared/kernel/words.ts'
import { fileWords } from '#shared/workbook/fileWords.ts'
import { row, text, withSheet, xls } from '#test/fixtures/hostileFiles.ts'
import { buildPackage } from '#test/fixtures/sheetPackage.ts'

const codesOf = async (
  bytes: Uint8Array,
  name: string,
): Promise<{ readonly codes: readonly string[]; readonly cells: unknown }> => {
  const read = await readFile(bytes, name)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  for (const finding of read.value.findings)
    expect(fillPlaces(fileWords[finding.code]?.['zh-Hans'] ?? '{}', finding.params)).not.toMatch(/[{}]/)
  return {
    codes: read.value.findings.map((finding) => finding.code),
    cells: read.value.sheets[0]?.rows.map((r) => r.cells),
  }
}

describe('files that are read, with what was met on the way (§3.6 A)', () => {
  it('A3 reads by content: .xls named .xlsx, and the reverse', async () => {
    expect(await codesOf(xls(), 'a.xlsx')).toEqual({
      codes: ['file.extension'],
      cells: [
        ['姓名', '金额'],
        ['甲', 12.5],
      ],
    })
    expect(await codesOf(buildPackage(), 'a.xls')).toEqual({ codes: ['file.extension'], cells: [[1]] })
  })

  it('A4 reads an HTML table named .xls, long numbers as text, with a finding', async () => {
    const html =
      '<html><head><meta charset="utf-8"></head><body><table><tr><td>身份证号</td><td>金额</td></tr><tr><td>350504197903167296</td><td>1,200.50</td></tr></table></body></html>'
    expect(await codesOf(text(html), 'a.xls')).toEqual({
      codes: ['file.extension'],
      cells: [
        ['身份证号', '金额'],
        ['350504197903167296', '1,200.50'],
      ],
    })
  })

  it('A18 accepts styles that compress 1:150', async () => {
    const styles = `<cellXfs>${'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'.repeat(30_000)}</cellXfs>`
    expect(await codesOf(buildPackage({ styles }), 'a.xlsx')).toEqual({ codes: [], cells: [[1]] })
  })

  it('A24 says which cell points at a text that does not exist', async () => {
    const bytes = withSheet(
      row(
        '<c r="A1" t="s"><v>2147483648</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1" t="s"><v></v></c><c r="D1"><v>4</v></c>',
      ),
    )
    expect(await codesOf(bytes, 'a.xlsx')).toEqual({
      codes: ['cell.string-index', 'cell.string-index', 'cell.string-index'],
      cells: [[null, null, null, 4]],
    })
  })

  it('A24 says it twenty times, then counts', async () => {
    const cells = Array.from({ length: 50 }, () => '<c t="s"><v>9</v></c>').join('')
    const { codes } = await codesOf(withSheet(row(`${cells}<c><v>1</v></c>`)), 'a.xlsx')
    expect(codes).toHaveLength(21)
    expect(codes.at(-1)).toBe('file.more-findings')
  })

  it('A25 does not believe the dimension', async () => {
    const bytes = withSheet(
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="5"><c r="A5"><v>3</v></c></row></sheetData>',
    )
    expect((await codesOf(bytes, 'a.xlsx')).cells).toEqual([[1, 2], [3]])
  })

  it('A26 finds overlapping merges', async () => {
    const bytes = withSheet(
      `<sheetData>${row('<c><v>1</v></c>')}</sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>`,
    )
    expect((await codesOf(bytes, 'a.xlsx')).codes).toEqual(['merge.overlap'])
  })

  it('A27 reads a workbook with macros and leaves them alone', async () => {
    const bytes = buildPackage({ macro: true, more: [{ name: 'xl/vbaProject.bin', data: 'x' }] })
    expect((await codesOf(bytes, 'a.xlsm')).codes).toEqual(['file.macro-ignored'])
  })

  it('A28 gives formulas as text beside their values and evaluates none', async () => {
    const bytes = buildPackage({
      sheets: [
        {
          xml: row(
            `<c r="A1" t="str"><f>WEBSERVICE("http://example.invalid")</f><v>x</v></c><c r="B1"><f>cmd|'/c calc'!A1</f><v>0</v></c>`,
          ),
        },
      ],
      more: [{ name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink/>' }],
    })
    const read = await readFile(bytes, 'a.xlsx')
    expect(read).toMatchObject({ ok: true, value: { findings: [{ code: 'file.external-links' }] } })
    expect(read.ok && read.value.sheets[0]?.rows[0]?.formulas).toEqual([
      'WEBSERVICE("http://example.invalid")',
      "cmd|'/c calc'!A1",
    ])
  })

  it('A29 keeps formula and cached value, so that a stale one can be told', async () => {
    const read = await readFile(withSheet(row('<c r="A1"><f>1+1</f><v>3</v></c>')), 'a.xlsx')
    expect(read.ok && read.value.sheets[0]?.rows[0]).toEqual({ index: 1, cells: [3], formulas: ['1+1'] })
  })

  it('A31 names the line of a NUL, a lone quote and a row far too wide', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => Array.from({ length: 12 }, (__, c) => `${i}-${c}`).join(','))
    lines[5] = lines[5]?.replace('5-3', 'a\0b') ?? ''
    lines[9] = lines[9]?.replace('9-2', '"9-2') ?? ''
    lines[20] = Array.from({ length: 300 }, (_, c) => String(c)).join(',')
    const read = await readFile(text(lines.join('\n')), 'a.csv')
    expect(read.ok && read.value.findings.map((finding) => [finding.code, finding.params['line']])).toEqual([
      ['csv.nul', 6],
      ['csv.quote', 10],
      ['csv.ragged', 21],
    ])
    expect(read.ok && read.value.sheets[0]?.rows).toHaveLength(40)
  })

  it('A32 reads GB18030 without BOM, four-byte characters exact', async () => {
    // 䶮 is FE 9F, 𠮷 has four bytes.
    const bytes = Buffer.concat([
      Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c]),
      Buffer.from('fe9f', 'hex'),
      Buffer.from('9534b235', 'hex'),
      Buffer.from('\r\n'),
    ])
    expect((await codesOf(new Uint8Array(bytes), 'a.csv')).cells).toEqual([['姓名', '䶮𠮷']])
  })

  it('A37 says that two sheet names look the same', async () => {
    const sheets = [
      { name: '预算１', xml: row('<c><v>1</v></c>') },
      { name: '预算1 ', xml: row('<c><v>2</v></c>') },
    ]
    expect((await codesOf(buildPackage({ sheets }), 'a.xlsx')).codes).toEqual(['sheet.name-similar'])
  })

  it('A38 lists hidden and very hidden sheets as such', async () => {
    const sheets = [
      { xml: row('<c><v>1</v></c>') },
      { xml: row('<c><v>2</v></c>'), state: 'hidden' },
      { xml: row('<c><v>3</v></c>'), state: 'veryHidden' },
    ]
    const read = await readFile(buildPackage({ sheets }), 'a.xlsx')
    expect(read.ok && read.value.sheets.map((sheet) => sheet.visibility)).toEqual(['visible', 'hidden', 'veryHidden'])
  })

  it('agrees with SheetJS on the plain workbook it wrote', () => {
    expect(readSheetjs(xls()).SheetNames).toEqual(['表'])
  })
})
