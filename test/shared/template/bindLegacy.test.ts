// An imported workbook that carries its own base: ids and findings beside its table, everything else as it was.
import { describe, expect, it } from 'vitest'
import { openFileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import { patchPackage } from '#shared/ooxml/patchPackage.ts'
import { bindLegacy } from '#shared/template/bindLegacy.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { buildLegacyPackage, changedParts, unpack } from '#test/fixtures/package/legacyPackage.ts'
import { legacyTable } from '#test/fixtures/package/legacyTable.ts'
import { recordId } from './blueprints.ts'

const legacy = buildLegacyPackage()
const sheetPath = 'xl/worksheets/sheet1.xml'
const { binding, edits } = bindLegacy(legacyTable(legacy, recordId))

function bind(bytes = legacy): Uint8Array {
  const patched = patchPackage(bytes, [...edits, { type: 'setState', rows: [['底稿']] }], nodeZipPorts)
  if (!patched.ok) throw new Error(JSON.stringify(patched.error))
  return patched.value
}

describe('bindLegacy', () => {
  it('leaves chart, picture, pivot table, comments, styles and unknown parts byte for byte', () => {
    expect(changedParts(legacy, bind())).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/workbook.xml',
      sheetPath,
      'xl/worksheets/sheet4.xml',
    ])
  })

  it('changes no cell that was there', () => {
    const cells = (bytes: Uint8Array): ReadonlyMap<string, string> => {
      const text = unpack(bytes).get(sheetPath)?.text ?? ''
      return new Map(
        [...text.matchAll(/<c r="([A-Z]+\d+)".*?(?:\/>|<\/c>)/g)].map((match) => [match[1] ?? '', match[0]]),
      )
    }
    const after = cells(bind())
    for (const [reference, text] of cells(legacy)) expect(after.get(reference)).toBe(text)
    expect(after.get('H5')).toContain('<t xml:space="preserve">校验</t>')
    expect(after.get('H5')).toContain(' s="2" ')
    expect(after.get('I16')).toContain('表尾')
  })

  it('is found by its binding, every imported row with its id', async () => {
    const table = await openFileWorkbook(bind(), nodeZipPorts).readTable(binding)
    if (!table.ok) throw new Error(table.error.detail)
    expect(table.value.findingsColumn).toBe(7)
    expect(table.value.idColumn).toBe(8)
    expect(table.value.rows.map(({ raw, id }) => [raw.index, id])).toEqual([
      [6, ''],
      [7, recordId(7)],
      [8, recordId(8)],
      [9, ''],
      [10, ''],
      [11, recordId(11)],
      [12, recordId(12)],
      [13, recordId(13)],
      [14, ''],
      [15, ''],
    ])
  })

  it('lets the sheet’s own filter take the ids along when it sorts', () => {
    const filtered = buildLegacyPackage((path, text) => {
      if (path === sheetPath) return text.replace('<mergeCells', '<autoFilter ref="A5:G15"/><mergeCells')
      const name =
        '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">预算表!$A$5:$G$15</definedName>'
      return path === 'xl/workbook.xml' ? text.replace('<definedNames>', `<definedNames>${name}`) : text
    })
    const after = unpack(bind(filtered))
    expect(after.get(sheetPath)?.text).toContain('<autoFilter ref="A5:I15"/>')
    expect(after.get('xl/workbook.xml')?.text).toContain('预算表!$A$5:$I$15')
  })
})
