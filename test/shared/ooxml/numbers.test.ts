// Numbers from bytes, formats that make days, ranges and shared formulas: the small parts of reading.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodePorts } from '#server/workbook/nodeInflate.ts'
import { fromSerial } from '#shared/kernel/plainDate.ts'
import { dayText } from '#shared/ooxml/dateText.ts'
import { builtInFormat, timeFormat } from '#shared/ooxml/numberFormat.ts'
import { parseNumber } from '#shared/ooxml/parseNumber.ts'
import { findOverlap, parseRange } from '#shared/ooxml/ranges.ts'
import { readOoxml } from '#shared/ooxml/readWorkbook.ts'
import { moveFormula, parseFormulaMaster } from '#shared/ooxml/sharedFormula.ts'
import { buildPackage } from '#test/fixtures/sheetPackage.ts'

const parse = (text: string): number => parseNumber(new Uint8Array(Buffer.from(text)), 0, text.length)

describe('parseNumber', () => {
  it('reads every double that is written out as Number does', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parse(String(value)) + 0).toBe(value + 0)
      }),
    )
  })

  it('reads amounts of any length as Number does, alone and in a cell', () => {
    const text = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.option(fc.stringMatching(/^\d{1,12}$/)))
      .map(([whole, part]) => (part === null ? String(whole) : `${whole}.${part}`))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        expect(texts.map(parse)).toEqual(texts.map(Number))
        const read = readOoxml(
          buildPackage({ sheets: [{ xml: `<row>${texts.map((t) => `<c><v>${t}</v></c>`).join('')}</row>` }] }),
          nodePorts,
        )
        expect(read.ok && read.value.sheets[0]?.rows[0]?.cells).toEqual(texts.map((t) => Number(t) + 0))
      }),
      { numRuns: 50 },
    )
  })

  it.each(['', '-', '.', '1.2.3', 'abc', '0x10', 'NaN', 'Infinity', '1e', '--1', '１'])(
    'takes %j for no number',
    (text) => {
      expect(parse(text)).toBeNaN()
    },
  )
})

describe('timeFormat', () => {
  it.each([
    ['yyyy-mm-dd', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['[$-804]yyyy年m月;@', 'date'],
    ['m/d/yy h:mm', 'datetime'],
    ['h:mm:ss', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm', 'elapsed'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['aaaa', 'date'],
    ['[DBNum1][$-804]yyyy"年"m"月"', 'date'],
    ['e/m/d', 'date'],
    ['mmm-yy', 'date'],
    ['General', undefined],
    ['G/通用格式', undefined],
    ['0.00', undefined],
    ['#,##0.00_);[Red](#,##0.00)', undefined],
    ['0.00E+00', undefined],
    ['0"月"', undefined],
    ['@', undefined],
    ['"day"0', undefined],
    ['_ ¥* #,##0.00_ ', undefined],
    ['[Red]0', undefined],
    ['0%', undefined],
    ['# ?/?', undefined],
    ['General"元"', undefined],
  ] as const)('%s → %s', (format, kind) => {
    expect(timeFormat(format)).toBe(kind)
  })

  it('knows the built-in formats of Chinese Excel', () => {
    expect([14, 22, 27, 31, 32, 36, 50, 58, 45, 46, 9, 0, 200].map((id) => timeFormat(builtInFormat(id)))).toEqual([
      'date',
      'datetime',
      'date',
      'date',
      'time',
      'date',
      'date',
      'date',
      'time',
      'elapsed',
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('dayText', () => {
  it('is the kernel’s fromSerial for every serial there is', () => {
    for (const epoch of [1900, 1904] as const) {
      for (let serial = epoch === 1900 ? 1 : 0; serial < 2_950_000; serial += serial < 80_000 ? 1 : 997) {
        if (serial === 60 && epoch === 1900) continue
        if (dayText(serial, epoch) !== fromSerial(serial, epoch))
          expect(dayText(serial, epoch)).toBe(fromSerial(serial, epoch))
      }
    }
  })
})

describe('ranges', () => {
  it('reads cells, ranges, whole columns and rows, and nothing else', () => {
    expect(parseRange('$B$2:A1')).toEqual({ top: 1, left: 0, bottom: 2, right: 1 })
    expect(parseRange('C3')).toEqual({ top: 3, left: 2, bottom: 3, right: 2 })
    expect(parseRange('A:B')).toEqual({ top: 1, left: 0, bottom: 1_048_576, right: 1 })
    expect(parseRange('2:3')).toEqual({ top: 2, left: 0, bottom: 3, right: 16_383 })
    for (const text of ['', 'A0', 'XFE1', 'A1048577', 'A1:B2:C3', '__proto__', '1A'])
      expect(parseRange(text)).toBeUndefined()
  })

  it('finds an overlap exactly when two ranges share a cell', () => {
    const range = fc
      .tuple(fc.nat(20), fc.nat(20), fc.nat(3), fc.nat(3))
      .map(([top, left, height, width]) => ({ top: top + 1, left, bottom: top + 1 + height, right: left + width }))
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), (ranges) => {
        const overlaps = ranges.some((a, i) =>
          ranges.some(
            (b, k) => k > i && a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right,
          ),
        )
        expect(findOverlap(ranges) !== undefined).toBe(overlaps)
      }),
    )
  })
})

describe('moveFormula', () => {
  it('moves nothing by nothing: the text is the same', () => {
    for (const text of ['SUM(A1:B$2)*$C3', 'IF(A1="A1",\'B2 x\'!C3,表1[列A1])', 'A:A+3:$3', '1E5+A1', ''])
      expect(moveFormula(parseFormulaMaster(text, 5, 5), 5, 5)).toBe(text)
  })

  it('writes #REF! for what falls off the sheet', () => {
    expect(moveFormula(parseFormulaMaster('A1+$B$1', 2, 1), 1, 0)).toBe('#REF!+$B$1')
  })
})
