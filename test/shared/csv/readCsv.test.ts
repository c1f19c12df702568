// CSV: encodings told apart, fields split, nothing guessed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeDecode } from '#server/workbook/nodeDecode.ts'
import { readCsv } from '#shared/csv/readCsv.ts'
import { csvLimits, splitCsv } from '#shared/csv/splitCsv.ts'
import { findDelimiter, type Delimiter } from '#shared/csv/findDelimiter.ts'

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding))

function readOk(bytes: Uint8Array) {
  const read = readCsv(bytes, '表', { decode: nodeDecode })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return {
    cells: read.value.sheets[0]?.rows.map((row) => row.cells),
    rows: read.value.sheets[0]?.rows,
    codes: read.value.findings.map((finding) => finding.code),
  }
}
const cellsOf = (text: string): unknown => readOk(bytesOf(text)).cells

describe('readCsv: text', () => {
  it('keeps long numbers, leading zeros and dates as the text they are', () => {
    expect(cellsOf('编号,身份证号,日期\n007,350504197903167296,2024-05-01\n')).toEqual([
      ['编号', '身份证号', '日期'],
      ['007', '350504197903167296', '2024-05-01'],
    ])
  })

  it('takes ="…" for the text inside, bare or quoted', () => {
    expect(cellsOf('="001",="2"\n"=""003""",x')).toEqual([
      ['001', '2'],
      ['003', 'x'],
    ])
  })

  it('keeps line breaks inside quotes, whatever the line ends', () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(cellsOf(`a,"一${end}二"${end}b,c${end}`)).toEqual([
        ['a', '一\n二'],
        ['b', 'c'],
      ])
  })

  it('numbers rows as a spreadsheet does and drops blank ones', () => {
    expect(readOk(bytesOf('a\n\n,,\nb')).rows?.map((row) => [row.index, row.cells])).toEqual([
      [1, ['a']],
      [4, ['b']],
    ])
  })

  it('cuts trailing blanks, keeps inner ones', () => {
    expect(cellsOf('a,,c,,\n')).toEqual([['a', null, 'c']])
  })

  it('keeps what stands behind a closing quote, as exports with TABs mean it', () => {
    expect(readOk(bytesOf('"3,612.17"\t,HKD\n'))).toMatchObject({ cells: [['3,612.17\t', 'HKD']], codes: [] })
  })

  it('reads a lone quote as a character and says where', () => {
    expect(readOk(bytesOf('a,b\nc,"d\ne,f\n'))).toMatchObject({
      cells: [
        ['a', 'b'],
        ['c', '"d'],
        ['e', 'f'],
      ],
      codes: ['csv.quote'],
    })
  })

  it('leaves quotes inside unquoted fields alone', () => {
    expect(readOk(bytesOf('5" 管,b\n'))).toMatchObject({ cells: [['5" 管', 'b']], codes: [] })
  })

  it('follows a sep= line and does not count it', () => {
    expect(readOk(bytesOf('sep=;\na,1;b\n')).rows).toEqual([{ index: 1, cells: ['a,1', 'b'] }])
  })
})

describe('readCsv: encodings', () => {
  const gbk = new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a])

  it.each([
    ['UTF-8', bytesOf('姓名,金额\n')],
    ['UTF-8 with BOM', bytesOf('\ufeff姓名,金额\n')],
    ['UTF-16LE with BOM', bytesOf('\ufeff姓名,金额\n', 'utf16le')],
    ['UTF-16BE with BOM', new Uint8Array(Buffer.from('\ufeff姓名,金额\n', 'utf16le').swap16())],
    ['GB18030', gbk],
  ])('reads %s', (_name, bytes) => {
    expect(readOk(bytes)).toMatchObject({ cells: [['姓名', '金额']], codes: [] })
  })

  it('doubts Western text that happens to be valid GB18030', () => {
    expect(readOk(new Uint8Array(Buffer.from('Premi\u00e8re,caf\u00e9s\n', 'latin1'))).codes).toEqual([
      'csv.encoding-doubt',
    ])
  })

  it('keeps UTF-8 with a few damaged characters, and counts them', () => {
    const bytes = Buffer.from('姓名'.repeat(100))
    bytes[30] = 0xff
    expect(readOk(new Uint8Array(bytes)).codes).toEqual(['csv.encoding-damaged'])
  })

  it('refuses bytes that are none of them', () => {
    expect(readCsv(new Uint8Array([0x41, 0xff, 0xff, 0xfe, 0x0a, 0x80]), 'x', { decode: nodeDecode })).toMatchObject({
      ok: false,
      error: { code: 'csv.encoding' },
    })
  })
})

describe('findDelimiter', () => {
  it.each<[string, Delimiter]>([
    ['a,b;c\nd,e\nf,g', ','],
    ['a;b\n1,5;2\n3,5;4', ';'],
    ['a\tb, c\nd\te', '\t'],
    ['a|b|c\nd|e|f', '|'],
    ['标题：一,二\na;b;c\nd;e;f\ng;h;i', ';'],
    ['没有分隔', ','],
    ['"a,b,c";d\n"e,f,g";h', ';'],
  ])('finds it in %j', (text, delimiter) => {
    expect(findDelimiter(text)).toBe(delimiter)
  })
})

describe('splitCsv', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '甲', '"', ',', ' ', '\n', '=', '0'), maxLength: 6 })

  it('gives back every table that was quoted by the rules', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        (table) => {
          const text = table.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n')
          const plain = table.map((row) => row.map((value) => (/^="[^"]+"$/.test(value) ? value.slice(2, -1) : value)))
          const split = splitCsv(text, ',', csvLimits)
          const got = plain.map(() => [] as string[])
          for (const row of split.rows)
            got[row.index - 1] = row.cells.map((cell) => (typeof cell === 'string' ? cell : ''))
          const cut = plain.map((row) => row.slice(0, row.findLastIndex((value) => value !== '') + 1))
          expect(got).toEqual(cut)
          expect(split.faults).toEqual([])
        },
      ),
    )
  })

  it('ends on any text, in time that grows with its length', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '=', '\0'), maxLength: 200 }),
        (text) => {
          const split = splitCsv(text, ',', csvLimits)
          expect(split.rows.length).toBeLessThanOrEqual(text.length)
        },
      ),
    )
    const start = performance.now()
    for (const text of [
      '"'.repeat(1_000_001),
      '"a\n'.repeat(300_000),
      '"a"b,'.repeat(200_000),
      ',"'.repeat(500_000),
      '="'.repeat(500_000),
    ])
      splitCsv(text, ',', csvLimits)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
