// Every file of the open corpus is read or refused in clear words, within time and memory; where SheetJS reads it too, the values agree.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { read as readSheetjs, type CellObject } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { readFile } from '#server/workbook/readFile.ts'
import { timeFormat } from '#shared/ooxml/numberFormat.ts'
import { fillPlaces, locales } from '#shared/kernel/words.ts'
import { fileWords } from '#shared/workbook/fileWords.ts'
import { cellName, type RawValue, type RawWorkbook } from '#shared/workbook/raw.ts'
import { corpusFolder } from '#test/harness/corpus.ts'

const folders = ['real', 'cn-bank', 'cn-budget', 'cn-tests', 'torture']
const files =
  corpusFolder === undefined
    ? []
    : folders.flatMap((folder) => readdirSync(join(corpusFolder ?? '', folder)).map((name) => `${folder}/${name}`))

/** File → why our values differ from SheetJS'. */
const explained: Readonly<Record<string, string>> = {
  'real/poi__testEXCEL_4.xls':
    'typographic quotes of code page 1252: we give SheetJS its code page tables, by itself it drops them',
  'torture/test_files__merge_cells.xls': 'the ellipsis of code page 1252, as above',
  'torture/test_files__number_format_greek.xls':
    'Greek month names of code page 1253, which SheetJS by itself reads as Latin',
  'cn-tests/easyexcel__dataformat.xlsx':
    'built-in formats 27–36 and 50–58 are days in Chinese Excel; SheetJS takes them for plain numbers',
}

describe('reading the open corpus', () => {
  it('says when the corpus is not present', () => {
    if (corpusFolder === undefined) console.log('corpus not present')
    expect(files.length === 0).toBe(corpusFolder === undefined)
  })

  it('takes less than 600 MB for all of them, one after the other', () => {
    if (corpusFolder === undefined) return
    const script = fileURLToPath(new URL('../harness/readFolder.ts', import.meta.url))
    const paths = files.map((file) => join(corpusFolder ?? '', file))
    const peakMb = Number(execFileSync(process.execPath, [script, ...paths], { encoding: 'utf8' }))
    expect(peakMb).toBeGreaterThan(50)
    expect(peakMb).toBeLessThan(600)
  })

  for (const file of files) {
    it(`${file} ends with rows or a clear refusal`, async () => {
      const bytes = readFileSync(join(corpusFolder ?? '', file))
      const start = performance.now()
      const read = await readFile(bytes, file)
      expect(performance.now() - start).toBeLessThan(10_000)
      const said = read.ok ? read.value.findings : [read.error]
      for (const { code, params } of said) {
        for (const locale of locales) expect(fillPlaces(fileWords[code]?.[locale] ?? '{}', params)).not.toMatch(/[{}]/)
      }
      if (!read.ok) return
      expect(read.value.sheets.some((sheet) => sheet.rows.length > 0)).toBe(true)
      if (read.value.container !== 'csv')
        expect(differences(bytes, read.value), explained[file]).toEqual(
          explained[file] === undefined ? [] : expect.anything(),
        )
    })
  }
})

/** The first cells whose value SheetJS gives differently. */
function differences(bytes: Uint8Array, workbook: RawWorkbook): readonly string[] {
  const other = sheetjsCells(bytes)
  if (other === undefined) return []
  const found: string[] = []
  for (const sheet of workbook.sheets) {
    const cells = other.get(sheet.name)
    if (!cells) continue
    const own = new Map(
      sheet.rows.flatMap((row) => row.cells.map((value, column) => [cellName(row.index, column), value] as const)),
    )
    for (const name of new Set([...cells.keys(), ...own.keys()])) {
      const [ours, theirs] = [own.get(name) ?? null, cells.get(name) ?? null]
      if (!isSame(ours, theirs))
        found.push(`${sheet.name}!${name}: ${JSON.stringify(ours)} ≠ ${JSON.stringify(theirs)}`)
      if (found.length > 4) return found
    }
  }
  return found
}

function sheetjsCells(bytes: Uint8Array): ReadonlyMap<string, ReadonlyMap<string, unknown>> | undefined {
  try {
    const workbook = readSheetjs(bytes, { dense: true, cellNF: true, cellText: false, cellHTML: false })
    return new Map(
      workbook.SheetNames.map((name) => {
        const cells = new Map<string, unknown>()
        const data = (workbook.Sheets[name]?.['!data'] ?? []) as readonly (
          readonly (CellObject | undefined)[] | undefined
        )[]
        data.forEach((row, r) => row?.forEach((cell, c) => cell && cells.set(cellName(r + 1, c), valueOf(cell))))
        return [name, cells]
      }),
    )
  } catch {
    return undefined
  }
}

function valueOf(cell: CellObject): unknown {
  if (cell.v === undefined || cell.v === '' || cell.t === 'z') return null
  if (cell.t === 'e') return { error: true }
  return typeof cell.v === 'number' && timeFormat(String(cell.z ?? 'General')) ? { serial: cell.v } : cell.v
}

function isSame(ours: RawValue, theirs: unknown): boolean {
  if (ours !== null && typeof ours === 'object') {
    if (ours.kind === 'error') return theirs !== null && typeof theirs === 'object' && 'error' in theirs
    return theirs !== null && typeof theirs === 'object' && 'serial' in theirs && theirs.serial === ours.serial
  }
  return ours === theirs
}
