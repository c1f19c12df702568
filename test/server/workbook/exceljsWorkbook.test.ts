// Built workbooks read back as what they were built from, whichever way their rows were written.
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { patchPackage } from '#shared/ooxml/patchPackage.ts'
import { readOoxml } from '#shared/ooxml/readWorkbook.ts'
import { openFileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import { sheets } from '#shared/sheets/index.ts'
import type { WorkbookBlueprint } from '#shared/template/blueprint.ts'
import { buildTemplate } from '#shared/template/buildTemplate.ts'
import { exportTable } from '#shared/template/exportTable.ts'
import type { RawSheet, RawWorkbook } from '#shared/workbook/raw.ts'
import { buildWorkbook } from '#server/workbook/exceljsWorkbook.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { ledgerColumn, ledgerDefinition } from '#test/arbitrary/ledgerDefinition.ts'
import { unpack } from '#test/fixtures/package/legacyPackage.ts'
import { contextOf, recordId, sampleRecords } from '#test/shared/template/blueprints.ts'

const never = Number.MAX_SAFE_INTEGER

function read(bytes: Uint8Array): RawWorkbook {
  const workbook = readOoxml(bytes, nodeZipPorts)
  if (!workbook.ok) throw new Error(workbook.error.code)
  return workbook.value
}

function firstSheet(bytes: Uint8Array): RawSheet {
  const [sheet] = read(bytes).sheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

/** Cells, formulas and the number formats they show in. */
function contents(bytes: Uint8Array): unknown {
  const { sheets: all, styles } = read(bytes)
  return all[0]?.rows.map(({ index, cells, formulas, styles: own }) => [
    index,
    cells,
    formulas,
    cells.map((_, at) => styles[own?.[at] ?? 0]),
  ])
}

const exportOf = (definition: SheetDefinition): WorkbookBlueprint =>
  exportTable(definition, contextOf(definition.kind), sampleRecords(definition))

describe.each(sheets.map((definition) => [definition.kind, definition] as const))(
  'a built workbook of %s',
  (_, definition) => {
    it('reads back cell by cell, texts as texts, with its hidden ids', async () => {
      const blueprint = exportOf(definition)
      const sheet = firstSheet(await buildWorkbook(blueprint))
      const byRow = new Map(sheet.rows.map((row) => [row.index, row]))
      for (const { row, cells } of [...blueprint.sheet.head, ...blueprint.sheet.rows, ...blueprint.sheet.foot]) {
        for (const { column, value } of cells) {
          const cell = byRow.get(row)?.cells[column] ?? null
          const formula = byRow.get(row)?.formulas?.[column]
          if (value === null) expect(cell).toBeNull()
          else if (value.kind === 'text') expect([cell, formula]).toEqual([value.text, undefined])
          else if (value.kind === 'number') expect(cell).toBe(Number(value.decimal))
          else if (value.kind === 'date') expect(cell).toMatchObject({ kind: 'date', text: value.day })
          else if (value.kind === 'formula') expect(formula).toBe(value.formula)
        }
      }
      expect(sheet.hiddenColumns).toEqual(new Set([blueprint.sheet.columns.length - 1]))
    })

    it('is the same whichever way its rows are written', async () => {
      const blueprint = exportOf(definition)
      const [own, theirs] = [await buildWorkbook(blueprint, 0), await buildWorkbook(blueprint, never)]
      expect(contents(own)).toEqual(contents(theirs))
      expect(firstSheet(own).merges).toEqual(firstSheet(theirs).merges)
      expect(unpack(own).get('xl/workbook.xml')?.text).toBe(unpack(theirs).get('xl/workbook.xml')?.text)
    })

    it('prints on A4, as wide as its pages, with its header on each', async () => {
      const bytes = await buildWorkbook(buildTemplate(definition, contextOf(definition.kind)))
      const sheet = unpack(bytes).get('xl/worksheets/sheet1.xml')?.text ?? ''
      const workbook = unpack(bytes).get('xl/workbook.xml')?.text ?? ''
      expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="(landscape|portrait)"[^>]*fitToHeight="0"/)
      expect(sheet).toContain('state="frozen"')
      expect(workbook).toMatch(/_xlnm.Print_Area" localSheetId="0">&apos;[^<]*&apos;!\$A\$1:\$[A-Z]+\$\d+</)
      const lastHeader = definition.layout.groups.length === 0 ? 3 : 4
      expect(workbook).toMatch(new RegExp(`_xlnm.Print_Titles" localSheetId="0">[^<]*\\$3:\\$${lastHeader}<`))
    })

    it('takes the state, is found again by its binding, and opens in exceljs', async () => {
      const blueprint = exportOf(definition)
      const patched = patchPackage(
        await buildWorkbook(blueprint),
        [{ type: 'setState', rows: [['同表']] }],
        nodeZipPorts,
      )
      if (!patched.ok) throw new Error(patched.error.detail)
      const file = openFileWorkbook(patched.value, nodeZipPorts)
      const table = await file.readTable(blueprint.binding)
      if (!table.ok) throw new Error(table.error.detail)
      expect([...table.value.columns.keys()]).toEqual([...definition.layout.columns])
      expect(table.value.rows.filter(({ id }) => id !== '').length).toBe(sampleRecords(definition).length)
      expect(table.value.rows.at(-1)?.raw.index).toBe(blueprint.sheet.body.bottom)
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.load(Buffer.from(patched.value) as unknown as ArrayBuffer)
      expect(workbook.getWorksheet('_tongbiao')?.state).toBe('veryHidden')
    })
  },
)

describe('texts in built workbooks', () => {
  const texts = [
    '=1+1',
    '+86',
    '-5',
    '@SUM(A1)',
    '\tTAB',
    'CR\r\nLF',
    '＝１',
    "'引号",
    ' 空格 ',
    '00123',
    '330102199003074512',
    '1e5',
    '_x0041_',
    '<&>"',
    '𠮷䶮',
    '行\n二',
  ]
  const definition: SheetDefinition = {
    ...ledgerDefinition,
    columns: { ...ledgerDefinition.columns, name: ledgerColumn('text', '名称', { maxLength: 1000 }) },
  }
  const records = texts.map((text, i) => ({ id: recordId(i), values: { code: `00${i}`, name: text } }))
  const blueprint = exportTable(definition, contextOf('ledger'), records)

  for (const [way, ownRowsFrom] of [
    ['exceljs', never],
    ['ourselves', 0],
  ] as const) {
    it(`come back exactly and never as formulas, written by ${way}`, async () => {
      const sheet = firstSheet(await buildWorkbook(blueprint, ownRowsFrom))
      const rows = sheet.rows.filter(
        (row) => row.index > blueprint.binding.headerRow && row.index <= blueprint.sheet.body.bottom,
      )
      expect(rows.map((row) => row.cells[1])).toEqual(texts)
      expect(rows.map((row) => row.cells[0])).toEqual(texts.map((_, i) => `00${i}`))
      expect(rows.flatMap((row) => row.formulas?.slice(0, 3) ?? []).filter((formula) => formula !== undefined)).toEqual(
        [],
      )
    })
  }
})
