// Which formulas totals and parents get.
import { describe, expect, it } from 'vitest'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Values } from '#shared/kernel/value.ts'
import { words } from '#shared/kernel/words.ts'
import { exportTable } from '#shared/template/exportTable.ts'
import { ledgerDefinition } from '#test/arbitrary/ledgerDefinition.ts'
import { contextOf, recordId } from './blueprints.ts'

const same = (text: string) => words(text, text, text)
const side = (value: string) => [{ column: 'side', in: [value] }] as const
const parents: readonly Values[] = [
  { code: '501', name: '活动', side: '支出' },
  { code: '50101', name: '文体', side: '支出' },
  { code: '504', name: '维权', side: '支出' },
]

const definition: SheetDefinition = {
  ...ledgerDefinition,
  starterRows: () => parents,
  layout: {
    ...ledgerDefinition.layout,
    columns: ['code', 'name', 'side', 'amount', 'double'],
    hierarchy: { column: 'code', by: 'prefix' },
    sections: [
      { key: 'in', label: same('一、收入'), synonyms: [], where: side('收入'), sets: {} },
      { key: 'out', label: same('二、支出'), synonyms: [], where: side('支出'), sets: {} },
    ],
    totals: [
      {
        key: 'a',
        label: same('收入合计'),
        synonyms: [],
        after: 'in',
        terms: [{ where: side('收入'), times: 1 }],
        columns: ['amount'],
      },
      {
        key: 'b',
        label: same('支出合计'),
        synonyms: [],
        after: 'out',
        terms: [{ where: side('支出'), times: 1 }],
        columns: ['amount'],
      },
      {
        key: 'c',
        label: same('结余'),
        synonyms: [],
        terms: [
          { where: [...side('收入'), { column: 'name', notIn: ['动用'] }], times: 1 },
          { where: side('支出'), times: -1 },
          {
            where: [
              { column: 'name', in: ['会费'] },
              { column: 'code', prefix: '4' },
            ],
            times: 2,
          },
        ],
        columns: ['amount'],
      },
    ],
  },
}

function formulas(records: readonly Values[]): readonly (readonly [string, string | number | null, unknown])[] {
  const blueprint = exportTable(
    definition,
    contextOf('ledger'),
    records.map((values, i) => ({ id: recordId(i), values })),
  )
  return [...blueprint.sheet.rows].map(({ cells }) => {
    const label = cells.slice(0, 2).map(({ value }) => (value?.kind === 'text' ? value.text : ''))
    const amount = cells[3]?.value ?? null
    if (amount?.kind === 'formula') return [label.join(' ').trim(), `=${amount.formula}`, amount.cached]
    return [label.join(' ').trim(), amount?.kind === 'number' ? Number(amount.decimal) : null, null]
  })
}

describe('sums', () => {
  it('say sections as a whole less their parents, and what else a total asks by looking it up', () => {
    expect(
      formulas([
        { code: '401', name: '会费', side: '收入', amount: 10_000 },
        { code: '504', name: '维权', side: '支出', amount: 500 },
        { code: '5010102', name: '球赛', side: '支出', amount: 2_050 },
        { code: '5010101', name: '晚会', side: '支出', amount: 1_000 },
        { code: '50102', name: '宣传', side: '支出', amount: 25 },
      ]),
    ).toEqual([
      ['一、收入', null, null],
      ['401 会费', 100, null],
      ['收入合计', '=SUM(D5:D5)', 100],
      ['二、支出', null, null],
      ['501 活动', '=SUM(D9:D12)-SUM(D9)', 30.75],
      ['50101 文体', '=SUM(D10:D11)', 30.5],
      ['5010101 晚会', 10, null],
      ['5010102 球赛', 20.5, null],
      ['50102 宣传', 0.25, null],
      ['504 维权', 5, null],
      ['支出合计', '=SUM(D8:D13)-SUM(D8,D9)', 35.75],
      ['结余', '=D6-SUMIF($B$5:$B$5,"动用",D$5:D$5)-D14+2*SUM(D5)', 264.25],
    ])
  })

  it('sum an empty section over its heading', () => {
    expect(formulas([{ code: '401', name: '会费', side: '收入', amount: 100 }])).toContainEqual([
      '支出合计',
      '=SUM(D7:D7)',
      0,
    ])
  })
})
