// The host opens real workbooks and saves them so that our reader finds the same.
import { expect, it } from 'vitest'
import { readOoxml } from '#shared/ooxml/readWorkbook.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { buildLegacyPackage } from '#test/fixtures/package/legacyPackage.ts'
import { loadXlsx } from './loadXlsx.ts'
import { saveXlsx } from './saveXlsx.ts'

it('opens a legacy workbook and saves it with the same cells, formulas, merged cells and hidden rows', async () => {
  const bytes = buildLegacyPackage()
  const before = readOoxml(bytes, nodeZipPorts)
  const after = readOoxml(await saveXlsx(await loadXlsx(bytes)), nodeZipPorts)
  if (!before.ok || !after.ok) throw new Error('unreadable')
  const shown = (book: typeof before.value) =>
    book.sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      cells: sheet.rows
        .map(({ index, cells, formulas }) => ({ index, cells, formulas: formulas?.map((formula) => formula ?? '') }))
        .filter(({ cells }) => cells.some((cell) => cell !== null)),
      merges: sheet.merges.toSorted((a, b) => a.top - b.top || a.left - b.left),
    }))
  expect(shown(after.value)).toEqual(shown(before.value))
})
