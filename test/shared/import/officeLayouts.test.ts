// What recognition makes of layouts that offices really use (domain.md §4).
import { describe, expect, it } from 'vitest'
import { recogniseSheet } from '#shared/import/recogniseSheet.ts'
import type { RecognisedTable, RowRole } from '#shared/import/plan.ts'
import { countRecords } from '#shared/import/sheetFindings.ts'
import { readFile } from '#server/workbook/readFile.ts'
import * as offices from '../../fixtures/legacy/offices.ts'
import { buildFixture, type Fixture } from '../../fixtures/legacy/sheetDescription.ts'

async function recognise(fixture: Fixture): Promise<readonly RecognisedTable[]> {
  const read = await readFile(await buildFixture(fixture), fixture.fileName)
  if (!read.ok) throw new Error(read.error.code)
  return read.value.sheets.flatMap((sheet) => recogniseSheet(sheet, read.value))
}

async function only(fixture: Fixture): Promise<RecognisedTable> {
  const [table, ...others] = await recognise(fixture)
  if (table === undefined || others.length > 0) throw new Error(`${others.length + 1} tables`)
  return table
}

const rowsOf = (table: RecognisedTable, ...roles: readonly RowRole[]): readonly number[] =>
  table.rowRoles.filter(({ role }) => roles.includes(role)).map(({ row }) => row)
const headersOf = (table: RecognisedTable): readonly string[] => table.columns.map(({ path }) => path.join('/'))
const sumsOf = (table: RecognisedTable) => table.sums.map(({ sum, ties }) => [sum, ties])

describe('layouts of offices', () => {
  it('IM9 reads a sign list set in three columns as three tables of one block', async () => {
    const tables = await recognise(offices.threeUp)
    expect(tables.map(({ range }) => [range.left, range.right])).toEqual([[0, 3], [4, 7], [8, 11]]) // prettier-ignore
    expect(new Set(tables.map(({ block }) => block)).size).toBe(1)
    expect(tables.map(countRecords)).toEqual([3, 3, 2])
    expect(tables.map(({ headerRows }) => headerRows)).toEqual([[3], [3], [3]])
  })

  it('IM7 continues over pages that repeat title and header, with a subtotal each', async () => {
    const table = await only(offices.pages)
    expect(rowsOf(table, 'data')).toEqual([3, 4, 5, 9, 10, 11])
    expect(rowsOf(table, 'subtotal')).toEqual([6, 12])
    expect(rowsOf(table, 'total')).toEqual([13])
    expect(rowsOf(table, 'repeated-header')).toEqual([8])
    expect(sumsOf(table)).toEqual([['3600.00', true]])
  })

  it('IM22 takes 万元 from the corner and 元 from a header', async () => {
    const table = await only(offices.tenThousands)
    expect(table.title).toContain('重点项目安排表')
    expect(table.unit?.scale).toBe(10_000)
    const scaleOf = (index: number) => (table.columns[index]?.unit ?? table.unit)?.scale
    expect([2, 3, 4].map(scaleOf)).toEqual([10_000, 10_000, 1])
    expect(table.sums.slice(0, 2).map(({ sum, ties }) => [sum, ties])).toEqual([['46.86', true], ['13.65', true]]) // prettier-ignore
  })

  it('IM12 reads 科目/编码 and 科目/名称 apart though both hold names', async () => {
    const table = await only(offices.codeIsName)
    expect(
      headersOf(table)
        .slice(0, 2)
        .map((text) => text.replace(/\s/g, '')),
    ).toEqual(['科目/编码', '科目/名称'])
    expect(rowsOf(table, 'data')).toEqual([6, 7, 8, 9])
    expect(rowsOf(table, 'footer')).toEqual([10])
    expect(table.year).toBe(2026)
  })

  it('IM11 takes twelve months in order for a header', async () => {
    const table = await only(offices.monthly)
    expect(table.headerRows).toEqual([2])
    expect(table.columns).toHaveLength(14)
    expect(rowsOf(table, 'data')).toEqual([3, 4, 5])
    expect(rowsOf(table, 'total')).toEqual([6])
    expect(table.sums.every(({ ties }) => ties === true)).toBe(true)
  })

  it('IM35 fills a task merged over its measures down, and reads each measure', async () => {
    const table = await only(offices.mergedTasks)
    expect(rowsOf(table, 'data')).toEqual([3, 4, 5, 6, 7])
    expect(table.columns.filter(({ fillDown }) => fillDown).map(({ header }) => header)).toEqual(
      expect.arrayContaining(['工作任务', '责任部门']),
    )
    expect(table.columns.find(({ header }) => header === '具体措施')?.fillDown).toBe(false)
    expect(rowsOf(table, 'footer', 'note')).toEqual([8, 9])
  })

  it('IM38 counts no numbered blank rows, and knows the note that is narrower than the table', async () => {
    const table = await only(offices.ruled)
    expect(countRecords(table)).toBe(2)
    expect(table.title).toBe('困难职工名册')
    expect(rowsOf(table, 'total')).toEqual([13])
    expect(rowsOf(table, 'footer', 'note')).toEqual([14, 15])
    expect(sumsOf(table).at(-1)).toEqual(['5000.00', true])
  })

  it('IM26 knows sums that carry a running number', async () => {
    const table = await only(offices.boldSubtotals)
    expect(rowsOf(table, 'data')).toEqual([3, 4, 6, 7])
    expect(rowsOf(table, 'subtotal')).toEqual([5, 8])
    expect(rowsOf(table, 'total')).toEqual([9])
    expect(sumsOf(table).at(-1)).toEqual(['1350.00', true])
  })

  it('IM12 unfolds a header of three rows', async () => {
    const table = await only(offices.threeHeaders)
    expect(table.headerRows).toEqual([2, 3, 4])
    expect(headersOf(table)).toEqual([
      '序号',
      '姓名',
      '年度医疗救助金额（元）/一次性补助/死亡',
      '年度医疗救助金额（元）/一次性补助/重大疾病',
      '年度医疗救助金额（元）/住院',
      '年度医疗救助金额（元）/特殊妇科病',
      '备注',
    ])
    expect(table.sums.every(({ ties }) => ties === true)).toBe(true)
  })
})
