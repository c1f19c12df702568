// What is written to a sheet: only the cells that changed, new rows in their section, formulas and own columns untouched.
import { describe, expect, it } from 'vitest'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import { createMemoryWorkbook, type MemoryWorkbook } from '#shared/workbook/memoryWorkbook.ts'
import { idHeader, type TableBinding } from '#shared/workbook/port.ts'
import type { RawValue } from '#shared/workbook/raw.ts'
import { planEdits, type RowWrites } from '#shared/sync/table/planEdits.ts'
import { readTable } from '#shared/sync/table/readTable.ts'
import { ledgerColumn, ledgerDefinition } from '#test/arbitrary/ledgerDefinition.ts'
import { purseContext } from '#test/simulation/purse.ts'

const same = (text: string) => ({ 'zh-Hans': text, 'zh-Hant': text, en: text })
const section = (key: string) => ({
  key,
  label: same(key),
  synonyms: [],
  where: [{ column: 'side', in: [key] }],
  sets: { side: key },
})

const definition: SheetDefinition = {
  ...ledgerDefinition,
  layout: {
    ...ledgerDefinition.layout,
    sections: [section('收入'), section('支出')],
    hierarchy: { column: 'code', by: 'prefix' },
  },
}

const binding: TableBinding = {
  partition: 'u1/ledger/2026',
  kind: 'ledger',
  schema: 1,
  sheetName: '台账',
  headerRow: 1,
  headers: { code: '编码', name: '名称', amount: '金额', double: '两倍' },
  unitFen: 100,
}

const id = (n: number): RecordId => `01950000-0000-7000-8000-00000000000${n}` as RecordId
const header: RawValue[] = ['编码', '名称', '自己的列', '金额', '两倍', idHeader]

function makeSheet(): MemoryWorkbook {
  return createMemoryWorkbook([
    {
      name: '台账',
      cells: [
        header,
        ['一、收入'],
        ['401', '会费', '我记的', 10, 20, id(1)],
        ['402', '补助', null, 20, 40, id(2)],
        [null, '小计', null, 30],
        ['二、支出'],
        ['501', '活动', null, 5, 10, id(3)],
        ['503', '维权', null, 6, 12, id(4)],
        [null, '合计', null, 41],
      ],
    },
  ])
}

async function apply(
  workbook: MemoryWorkbook,
  writes: Partial<RowWrites>,
  columns = definition.columns,
): Promise<readonly (readonly RawValue[])[]> {
  const kind = { ...definition, columns }
  const table = await workbook.readTable(binding)
  if (!table.ok) throw new Error(table.error.code)
  const reading = readTable(table.value, kind, purseContext)
  const all = { cells: [], ids: [], inserts: [], deletes: [], ...writes }
  await workbook.apply(planEdits(table.value, reading, { writes: all, context: { definition: kind, year: 2026 } }))
  return (workbook.sheets()[0]?.rows ?? []).map(({ cells }) => cells)
}

const row = (values: Values, n: number) => ({ id: id(n), values })

describe('edits of a sheet', () => {
  it('touch only the cells that changed', async () => {
    const workbook = makeSheet()
    const before = (workbook.sheets()[0]?.rows ?? []).map(({ cells }) => cells)
    const after = await apply(workbook, { cells: [{ row: 3, values: { amount: 1234, name: null } }] })
    expect(after[2]).toEqual(['401', null, '我记的', 12.34, 20, id(1)])
    expect(after.toSpliced(2, 1)).toEqual(before.toSpliced(2, 1))
  })

  it('keep the spaces before a text that is set in by level, and write it only when it is another one', async () => {
    const columns = { ...definition.columns, name: ledgerColumn('text', '名称', { isIndented: true }) }
    const workbook = makeSheet()
    const sheet = binding.sheetName
    await workbook.apply([
      { type: 'setCells', sheet, cells: [{ row: 3, column: 1, value: { kind: 'text', text: '\u3000 会费' } }] },
    ])
    const after = await apply(workbook, { cells: [{ row: 3, values: { name: '会费收入', code: '4' } }] }, columns)
    expect(after[2]?.slice(0, 2)).toEqual(['4', '\u3000 会费收入'])
  })

  it('put new rows into their section, in order of their key, with the formulas of computed columns', async () => {
    const workbook = makeSheet()
    const after = await apply(workbook, {
      inserts: [
        row({ code: '502', name: '培训', side: '支出', amount: 700 }, 7),
        row({ code: '409', name: '其他', side: '收入', amount: 100 }, 8),
        row({ code: '400', name: '最前', side: '收入' }, 9),
      ],
    })
    expect(after.map(([code, name]) => code ?? name)).toEqual(
      '编码 一、收入 400 401 402 409 小计 二、支出 501 502 503 合计'.split(' '),
    )
    const training = workbook.sheets()[0]?.rows.find(({ cells }) => cells[0] === '502')
    expect(training?.cells).toEqual(['502', '培训', null, 7, 14, id(7)])
    expect(training?.formulas?.[4]).toBe(`D${training?.index}*2`)
  })

  it('delete, insert and write at once without mixing up rows', async () => {
    const after = await apply(makeSheet(), {
      cells: [{ row: 8, values: { amount: 900 } }],
      deletes: [7, 3],
      inserts: [row({ code: '504', name: '维权', side: '支出' }, 7)],
    })
    expect(after.map(([code, name, , amount]) => [code ?? name, amount ?? null])).toEqual([
      ['编码', '金额'],
      ['一、收入', null],
      ['402', 20],
      ['小计', 30],
      ['二、支出', null],
      ['503', 9],
      ['504', null],
      ['合计', 41],
    ])
  })

  it('go into a section that has no rows yet, under its heading', async () => {
    const after = await apply(makeSheet(), {
      deletes: [7, 8],
      inserts: [row({ code: '501', name: '新', side: '支出' }, 7)],
    })
    expect(after.map(([code, name]) => code ?? name).slice(5)).toEqual(['二、支出', '501', '合计'])
  })

  it('bring the id column back, hidden, right of everything', async () => {
    const workbook = createMemoryWorkbook([
      { name: '台账', cells: [header.slice(0, 5), ['401', '会费', '我', 1, 2, '批注']] },
    ])
    const after = await apply(workbook, { ids: [{ row: 2, id: id(1) }] })
    expect([after[0]?.[6], after[1]?.[6], [...(workbook.sheets()[0]?.hiddenColumns ?? [])]]).toEqual([
      idHeader,
      id(1),
      [6],
    ])
  })
})

describe('reading a sheet with sections', () => {
  it('leaves headings, sums and parents out, and gives new rows what their section says (D8)', async () => {
    const workbook = createMemoryWorkbook([
      {
        name: '台账',
        cells: [
          header,
          ['二、支出'],
          ['501', '活动', null, 5],
          ['50101', '文体', null, 2],
          ['50102', '其他', null, 3],
          [null, '小  计', null, 5],
          [null, '支出合计', null, 5],
        ],
      },
    ])
    const table = await workbook.readTable(binding)
    const reading = table.ok ? readTable(table.value, definition, purseContext) : undefined
    expect(reading?.rows.map(({ row: at, values }) => [at, values])).toEqual([
      [4, { code: '50101', name: '文体', amount: 200, side: '支出' }],
      [5, { code: '50102', name: '其他', amount: 300, side: '支出' }],
    ])
  })

  it('takes a row that names its side and shows no figure for data: its amount may be a slip (D8, D7)', async () => {
    const cells = [header, ['二、支出'], ['50101', '文体', '支出', '1,00x'], ['50102', '其他', '支出']]
    const workbook = createMemoryWorkbook([{ name: '台账', cells }])
    const table = await workbook.readTable(binding)
    const reading = table.ok ? readTable(table.value, definition, purseContext) : undefined
    expect(reading?.rows.map(({ values, unreadable }) => [values['code'], values['side'], unreadable])).toEqual([
      ['50101', '支出', ['amount']],
      ['50102', '支出', []],
    ])
    expect(reading?.findings.map(({ code, location }) => [code, location.cell])).toEqual([['money.format', 'D3']])
  })
})
