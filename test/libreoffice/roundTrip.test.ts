// Every workbook we write is opened, edited as people do, and saved by LibreOffice, and then read again (P-1, C25).
import { describe, expect, it } from 'vitest'
import { openFileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import { patchPackage } from '#shared/ooxml/patchPackage.ts'
import { readOoxml } from '#shared/ooxml/readWorkbook.ts'
import { sheets } from '#shared/sheets/index.ts'
import { bindLegacy } from '#shared/template/bindLegacy.ts'
import { buildTemplate } from '#shared/template/buildTemplate.ts'
import { exportTable } from '#shared/template/exportTable.ts'
import type { BoundTable, TableBinding, WorkbookEdit } from '#shared/workbook/port.ts'
import type { RawValue } from '#shared/workbook/raw.ts'
import { buildWorkbook } from '#server/workbook/exceljsWorkbook.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { buildLegacyPackage } from '#test/fixtures/package/legacyPackage.ts'
import { contextOf, recordId, sampleRecords } from '#test/shared/template/blueprints.ts'
import { editInLibreOffice, printedText } from './libreOffice.ts'
import { legacyTable } from '#test/fixtures/package/legacyTable.ts'

const state = [['同表', '1', '底稿：=1+1'], ['', ' 空格 ', '行\n二', '_x0041_', '𠮷'], ['x'.repeat(32_000)]]

function must<T, E>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function patch(bytes: Uint8Array, edits: readonly WorkbookEdit[]): Uint8Array {
  return must(patchPackage(bytes, edits, nodeZipPorts))
}

async function tableIn(bytes: Uint8Array, binding: TableBinding): Promise<BoundTable> {
  return must(await openFileWorkbook(bytes, nodeZipPorts).readTable(binding))
}

/** id → column key → cell. */
function recordsOf(table: BoundTable): ReadonlyMap<string, ReadonlyMap<string, RawValue>> {
  const rows = table.rows.filter(({ id }) => id !== '')
  return new Map(
    rows.map(({ id, raw }) => [id, new Map([...table.columns].map(([key, at]) => [key, raw.cells[at] ?? null]))]),
  )
}

describe.each(sheets.map((definition) => [definition.kind, definition] as const))(
  'a built workbook of %s in LibreOffice',
  (kind, definition) => {
    const blueprint = exportTable(definition, contextOf(kind), sampleRecords(definition))

    it('keeps every value, id and the hidden state when it is opened and saved', async () => {
      const built = patch(await buildWorkbook(blueprint), [{ type: 'setState', rows: state }])
      const saved = await editInLibreOffice(built, [])
      const file = openFileWorkbook(saved, nodeZipPorts)
      expect(must(await file.readState())).toEqual(state)
      const workbook = must(readOoxml(saved, nodeZipPorts))
      expect(workbook.sheets.find(({ name }) => name === '_tongbiao')?.visibility).not.toBe('visible')
      expect(recordsOf(await tableIn(saved, blueprint.binding))).toEqual(
        recordsOf(await tableIn(built, blueprint.binding)),
      )
      // Ours again: the state sheet is very hidden once more.
      const again = patch(saved, [{ type: 'setState', rows: [['二']] }])
      expect(must(readOoxml(again, nodeZipPorts)).sheets.find(({ name }) => name === '_tongbiao')?.visibility).toBe(
        'veryHidden',
      )
    })

    it('is found again after sorting, inserting, deleting, changing, filtering, moving columns and renaming', async () => {
      const built = patch(await buildWorkbook(blueprint), [{ type: 'setState', rows: state }])
      const before = await tableIn(built, blueprint.binding)
      const { sheetName } = blueprint.binding
      const data = before.rows.filter(({ id }) => id !== '')
      const [first = 0, second = 0, third = 0] = data.map(({ raw }) => raw.index)
      const last = (before.idColumn ?? 0) + 1
      const letters =
        String.fromCharCode(64 + Math.floor((last - 1) / 26)).replace('@', '') +
        String.fromCharCode(65 + ((last - 1) % 26))
      const text = [...before.columns].find(([key]) => definition.columns[key]?.type === 'text')
      const column = text?.[1] ?? 0
      const saved = await editInLibreOffice(built, [
        { op: 'text', sheet: sheetName, cell: `${String.fromCharCode(65 + column)}${first}`, value: '改了的名称' },
        { op: 'sort', sheet: sheetName, range: `A${first}:${letters}${second}`, column, ascending: false },
        { op: 'insert', sheet: sheetName, row: first, count: 1 },
        { op: 'delete', sheet: sheetName, row: third + 1, count: 1 },
        { op: 'filter', sheet: sheetName, range: `A${blueprint.binding.headerRow}:${letters}${second}`, column },
        { op: 'insertColumn', sheet: sheetName, column: 0 },
        { op: 'rename', sheet: sheetName, value: '改名后的表' },
      ])
      const after = await tableIn(saved, blueprint.binding)
      expect(after.binding.sheetName).toBe('改名后的表')
      const [was, is] = [recordsOf(before), recordsOf(after)]
      const gone = [...was.keys()].filter((id) => !is.has(id))
      expect(gone).toEqual([data[2]?.id])
      const changed = [...is].flatMap(([id, values]) =>
        [...values]
          .filter(([key, value]) => isInput(key) && JSON.stringify(value) !== JSON.stringify(was.get(id)?.get(key)))
          .map(([key, value]) => [id, key, value]),
      )
      expect(changed).toEqual([[data[0]?.id, text?.[0], '改了的名称']])
      expect(must(await openFileWorkbook(saved, nodeZipPorts).readState())).toEqual(state)
      function isInput(key: string): boolean {
        return definition.columns[key]?.merge !== 'derived'
      }
    })

    it('calculates the totals that its cells already say', async () => {
      const built = await buildWorkbook(blueprint)
      const saved = await editInLibreOffice(built, [])
      const [wrote, calculated] = [must(readOoxml(built, nodeZipPorts)), must(readOoxml(saved, nodeZipPorts))]
      const cells = (workbook: typeof wrote) =>
        (workbook.sheets[0]?.rows ?? []).flatMap(({ index, cells: row, formulas }) =>
          row.flatMap((cell, at) =>
            formulas?.[at] === undefined
              ? []
              : [[index, at, typeof cell === 'number' ? Math.round(cell * 1e6) / 1e6 : (cell ?? '')]],
          ),
        )
      expect(cells(calculated)).toEqual(cells(wrote))
    })

    it('prints title, header and every row, and neither ids nor marks', async () => {
      const printed = await printedText(`${kind}-export`, await buildWorkbook(blueprint))
      expect(printed).toContain(blueprint.properties.title)
      expect(printed).not.toContain('同表编号')
      expect(printed).not.toContain('校验')
      const template = await printedText(
        `${kind}-template`,
        await buildWorkbook(buildTemplate(definition, contextOf(kind))),
      )
      expect(template).toContain('第 1 页')
    })
  },
)

describe('a patched legacy workbook in LibreOffice', () => {
  const { binding, edits } = bindLegacy(legacyTable(buildLegacyPackage(), recordId))
  const bound = patch(buildLegacyPackage(), [...edits, { type: 'setState', rows: state }])

  it('opens with its chart, picture, comments and pivot table, and keeps ids and state when saved', async () => {
    const saved = await editInLibreOffice(bound, [])
    expect(must(await openFileWorkbook(saved, nodeZipPorts).readState())).toEqual(state)
    expect(recordsOf(await tableIn(saved, binding))).toEqual(recordsOf(await tableIn(bound, binding)))
    const names = must(readOoxml(saved, nodeZipPorts)).sheets.map(({ name }) => name)
    expect(names).toEqual(['预算表', '汇总 透视', '名册', '_tongbiao'])
    const printed = await printedText('legacy-bound', bound)
    expect(printed).toContain('某单位工会2026年度经费收支预算表')
  })

  it('is found again after sorting, inserting, deleting, changing and filtering', async () => {
    const before = await tableIn(bound, binding)
    const saved = await editInLibreOffice(bound, [
      { op: 'number', sheet: '预算表', cell: 'D8', value: 1_170_001.25 },
      { op: 'sort', sheet: '预算表', range: 'A7:I8', column: 3, ascending: false },
      { op: 'insert', sheet: '预算表', row: 8, count: 1 },
      { op: 'delete', sheet: '预算表', row: 14, count: 1 },
      { op: 'filter', sheet: '预算表', range: 'A5:I8', column: 0 },
    ])
    const [was, is] = [recordsOf(before), recordsOf(await tableIn(saved, binding))]
    expect([...was.keys()].filter((id) => !is.has(id))).toEqual([recordId(13)])
    const changed = [...is].flatMap(([id, values]) =>
      [...values]
        .filter(([key, value]) => key !== 'diff' && value !== was.get(id)?.get(key))
        .map(([key, value]) => [id, key, value]),
    )
    expect(changed).toEqual([[recordId(8), 'budget', 1_170_001.25]])
  })

  it('opens after rows were inserted and deleted by patching, its formulas right when calculated', async () => {
    const moved = patch(bound, [
      { type: 'insertRows', sheet: '预算表', before: 9, count: 2, like: 8 },
      { type: 'setCells', sheet: '预算表', cells: [{ row: 9, column: 3, value: { kind: 'number', decimal: '0.75' } }] },
      { type: 'deleteRows', sheet: '预算表', rows: [7] },
    ])
    const saved = must(readOoxml(await editInLibreOffice(moved, []), nodeZipPorts))
    const total = saved.sheets[0]?.rows.find((row) => row.cells[1] === '本年收入合计')
    expect(total?.formulas?.[3]).toBe('SUM(D7:D9)')
    expect(total?.cells[3]).toBe(1_170_001.25)
  })
})
