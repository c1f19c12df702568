// Templates and exports of every kind, held in golden files, and what must be true of all of them.
import { describe, expect, it } from 'vitest'
import { meetsCondition } from '#shared/definition/condition.ts'
import { sheets } from '#shared/sheets/index.ts'
import { buildTemplate } from '#shared/template/buildTemplate.ts'
import { exportTable } from '#shared/template/exportTable.ts'
import type { BlueprintCell, WorkbookBlueprint } from '#shared/template/blueprint.ts'
import { ledgerDefinition } from '#test/arbitrary/ledgerDefinition.ts'
import { expectGolden } from '#test/harness/golden.ts'
import { contextOf, printBlueprint, recordId, sampleRecords } from './blueprints.ts'

function cellsOf(blueprint: WorkbookBlueprint): readonly (BlueprintCell & { readonly row: number })[] {
  return [...blueprint.sheet.rows].flatMap(({ row, cells }) => cells.map((cell) => ({ ...cell, row })))
}

describe.each(sheets.map((definition) => [definition.kind, definition] as const))(
  'the workbook of %s',
  (kind, definition) => {
    it('is as its golden files say', () => {
      expectGolden(`test/golden/template/${kind}.json`, printBlueprint(buildTemplate(definition, contextOf(kind))))
      const exported = exportTable(definition, contextOf(kind), sampleRecords(definition))
      expectGolden(`test/golden/template/${kind}-export.json`, printBlueprint(exported))
    })

    it('shows every record once, with its id in the hidden column', () => {
      const records = sampleRecords(definition)
      const exported = exportTable(definition, contextOf(kind), records)
      const idColumn = exported.sheet.columns.length - 1
      expect(exported.sheet.columns[idColumn]?.hidden).toBe(true)
      const ids = cellsOf(exported).flatMap(({ column, value }) =>
        column === idColumn && value?.kind === 'text' ? [value.text] : [],
      )
      expect(ids.toSorted()).toEqual(records.map(({ id }) => String(id)).toSorted())
    })

    it('says totals that equal the records they sum, to the 分', () => {
      const records = sampleRecords(definition)
      const exported = exportTable(definition, contextOf(kind), records)
      const labels = new Map(definition.layout.totals.map((total) => [total.label['zh-Hans'], total]))
      for (const { cells } of exported.sheet.rows) {
        const label = cells
          .map(({ value }) => (value?.kind === 'text' ? value.text : ''))
          .find((text) => labels.has(text))
        const total = labels.get(label ?? '')
        for (const key of total?.columns ?? []) {
          const at = definition.layout.columns.indexOf(key)
          const wanted = (total?.terms ?? []).reduce((sum, { where, times }) => {
            const rows = records.filter(({ values }) => meetsCondition(where, values))
            const compute = definition.columns[key]?.compute
            return (
              sum + times * rows.reduce((part, { values }) => part + Number(compute?.(values) ?? values[key] ?? 0), 0)
            )
          }, 0)
          const value = cells.find(({ column }) => column === at)?.value
          expect(
            value?.kind === 'formula'
              ? Math.round(Number(value.cached) * (definition.columns[key]?.type === 'money' ? 100 : 1))
              : null,
          ).toBe(wanted)
        }
      }
    })

    it('says the same in 繁體 and English, in other words', () => {
      for (const locale of ['zh-Hant', 'en'] as const) {
        const blueprint = exportTable(definition, contextOf(kind, { locale }), sampleRecords(definition))
        expect(Object.keys(blueprint.binding.headers)).toEqual([...definition.layout.columns])
        expect(blueprint.properties.title).toBe(
          definition.layout.title[locale].replace('{unit}', '临江市第一中学工会委员会').replace('{year}', '2026'),
        )
      }
    })
  },
)

describe('exportTable', () => {
  it('keeps every 分 where amounts are shown in 万元', () => {
    const record = { id: recordId(1), values: { code: '1', amount: 123_456_701 } }
    const blueprint = exportTable(ledgerDefinition, contextOf('ledger', { unitFen: 1_000_000 }), [record])
    const at = ledgerDefinition.layout.columns.indexOf('amount')
    const cell = cellsOf(blueprint).find(({ column }) => column === at)
    expect(cell?.value).toEqual({ kind: 'number', decimal: '123.456701' })
    expect(blueprint.sheet.styles[cell?.style ?? 0]?.numberFormat).toBe('#,##0.00####')
  })

  it('has a sheet of choices where they are too long to be written into the rule', () => {
    const choices = Array.from({ length: 40 }, (_, i) => ({
      value: `很长的来源名称${i}`,
      label: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
      synonyms: [],
    }))
    const side = ledgerDefinition.columns['side']
    if (!side) throw new Error('no side')
    const definition = { ...ledgerDefinition, columns: { ...ledgerDefinition.columns, side: { ...side, choices } } }
    const blueprint = buildTemplate(definition, contextOf('ledger'))
    expect(blueprint.lists).toEqual([choices.map(({ value }) => value)])
    expect(blueprint.sheet.dropDowns.map(({ allow }) => allow).find(({ type }) => type === 'list')).toMatchObject({
      listColumn: 0,
    })
  })
})
