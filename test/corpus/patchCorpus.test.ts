// Patching real and hostile packages: the touched cell changes, every other entry stays byte for byte, or it is refused.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFileWorkbook, stateRows } from '#shared/ooxml/fileWorkbook.ts'
import { openPackage } from '#shared/ooxml/openPackage.ts'
import { patchPackage } from '#shared/ooxml/patchPackage.ts'
import { readOoxml } from '#shared/ooxml/readWorkbook.ts'
import type { WorkbookEdit } from '#shared/workbook/port.ts'
import type { RawSheet } from '#shared/workbook/raw.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { corpusFolder } from '#test/harness/corpus.ts'

const files = corpusFolder === undefined ? [] : filesBelow(corpusFolder).filter((path) => /\.xls[xm]$/i.test(path))

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
}

describe('patching the corpus', () => {
  if (files.length === 0) it('corpus not present', () => {})

  for (const path of files) {
    it(path.split('/').at(-1) ?? path, async () => {
      const bytes = new Uint8Array(readFileSync(path))
      const before = readOoxml(bytes, nodeZipPorts)
      if (!before.ok) return
      const sheet = before.value.sheets.find((each) => each.trueRange !== undefined)
      const range = sheet?.trueRange
      if (!sheet || !range) return
      const at = { row: range.bottom, column: Math.min(range.right + 1, 16_383) }
      const edits: readonly WorkbookEdit[] = [
        { type: 'setCells', sheet: sheet.name, cells: [{ ...at, value: { kind: 'text', text: '校验 <&>' } }] },
        { type: 'setState', rows: [['同表']] },
      ]
      const patched = patchPackage(bytes, edits, nodeZipPorts)
      if (!patched.ok) {
        expect(['unsupported', 'damaged', 'too-large', 'missing-sheet']).toContain(patched.error.code)
        return
      }
      const after = readOoxml(patched.value, nodeZipPorts)
      if (!after.ok) throw new Error(`unreadable after patching: ${after.error.code}`)
      expect(stateRows(after.value)).toEqual([['同表']])
      const others = (sheets: readonly RawSheet[]): unknown =>
        sheets
          .filter(({ name }) => name !== '_tongbiao')
          .map((each) => cellsOf(each, each.name === sheet.name ? at : undefined))
      expect(others(after.value.sheets)).toEqual(others(before.value.sheets))
      expect(
        after.value.sheets.find(({ name }) => name === sheet.name)?.rows.find(({ index }) => index === at.row)?.cells[
          at.column
        ],
      ).toBe('校验 <&>')
      expect(changedEntries(bytes, patched.value).length).toBeLessThanOrEqual(6)
      const rows = await insertAndDelete(patched.value, { sheet: sheet.name, row: range.bottom })
      if (rows) expect(others(rows)).toEqual(others(after.value.sheets))
    })
  }
})

/** Rows inserted and deleted again in the middle of the table; undefined where that is refused. */
async function insertAndDelete(
  bytes: Uint8Array,
  { sheet, row }: { readonly sheet: string; readonly row: number },
): Promise<readonly RawSheet[] | undefined> {
  const file = openFileWorkbook(bytes, nodeZipPorts)
  const done = await file.apply([
    { type: 'insertRows', sheet, before: row, count: 2, like: row },
    { type: 'deleteRows', sheet, rows: [row, row + 1] },
  ])
  if (!done.ok) return undefined
  const read = file.read()
  return read.ok ? read.value.sheets : undefined
}

/** Everything the reader sees of a sheet's cells, but for one. */
function cellsOf(sheet: RawSheet, without: { readonly row: number; readonly column: number } | undefined): unknown {
  const rows = sheet.rows.map(({ index, cells, formulas }) => {
    const kept = cells.map((cell, column) => (index === without?.row && column === without.column ? null : cell))
    return [
      index,
      kept.slice(0, kept.findLastIndex((cell) => cell !== null) + 1),
      formulas?.filter((text) => text !== undefined),
    ]
  })
  return [sheet.name, sheet.visibility, rows, sheet.merges]
}

function changedEntries(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [a, b] = [openPackage(before, nodeZipPorts), openPackage(after, nodeZipPorts)]
  if (!a.ok || !b.ok) throw new Error('not a package')
  return b.value.entries
    .filter((entry) => !Buffer.from(entry.localBytes).equals(Buffer.from(a.value.find(entry.path)?.localBytes ?? [])))
    .map((entry) => entry.path)
}
