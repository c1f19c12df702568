// Sheets that hold much of nothing: styled blanks, whole columns, merges by the thousand.
import { describe, expect, it } from 'vitest'
import { nodePorts } from '#server/workbook/nodeInflate.ts'
import { readOoxml } from '#shared/ooxml/readWorkbook.ts'
import type { RawSheet, RawWorkbook } from '#shared/workbook/raw.ts'
import { buildPackage, type PackageSpec } from '#test/fixtures/sheetPackage.ts'

function readWorkbook(spec: PackageSpec): RawWorkbook {
  const read = readOoxml(buildPackage(spec), nodePorts)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

function readSheet(xml: string, spec: PackageSpec = {}): RawSheet {
  return readWorkbook({ ...spec, sheets: [{ xml }] }).sheets[0] as RawSheet
}

describe('readOoxml: much of nothing', () => {
  it('passes over a million styled blank rows without keeping one', () => {
    const blank = Array.from(
      { length: 1_000_000 },
      (_, i) => `<row r="${i + 2}" s="1" customFormat="1"><c r="A${i + 2}" s="1"/></row>`,
    ).join('')
    const sheet = readSheet(
      `<cols><col min="1" max="16384" style="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row>${blank}</sheetData>`,
    )
    expect(sheet.rows).toHaveLength(1)
    expect(sheet.trueRange).toEqual({ top: 1, left: 0, bottom: 1, right: 0 })
  })

  it('reads 16,384 columns and cuts trailing styled blanks', () => {
    const sheet = readSheet(
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="2"><c r="XFD2"><v>2</v></c></row>',
    )
    expect(sheet.rows.map((row) => row.cells.length)).toEqual([1, 16_384])
  })

  it('refuses a sheet whose few cells would need a gigabyte of blanks', () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`,
    ).join('')
    expect(readOoxml(buildPackage({ sheets: [{ xml: rows }] }), nodePorts)).toMatchObject({
      ok: false,
      error: { code: 'file.cells.count' },
    })
  })

  it('reads merged cells up to ten thousand and finds overlaps among them quickly', () => {
    const merges = Array.from({ length: 10_000 }, (_, i) => `<mergeCell ref="A${i * 2 + 1}:C${i * 2 + 2}"/>`).join('')
    const xml = `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>${merges}</mergeCells>`
    expect(readSheet(xml).merges).toHaveLength(10_000)
    expect(readWorkbook({ sheets: [{ xml }] }).findings).toEqual([])
  })

  it('writes shared formulas out only as far as their references allow, and then names the first cell’s', () => {
    const first = 'B1+'.repeat(2_500)
    const cells = Array.from({ length: 3_000 }, (_, i) => {
      const formula = i === 0 ? `ref="A1:A3000">${first}1` : '>'
      return `<row r="${i + 1}"><c r="A${i + 1}"><f t="shared" si="0" ${formula}</f><v>1</v></c></row>`
    })
    const { rows } = readSheet(cells.join(''))
    const texts = rows.map(({ formulas }) => formulas?.[0] ?? '')
    expect(texts[1]?.startsWith('B2+B2+')).toBe(true)
    expect(texts.at(-1)).toBe(`${first}1`)
    expect(new Set(texts).size).toBeLessThan(1_000)
  })
})
