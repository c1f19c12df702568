// Findings in the sheet: our column only, plain sentences, taken back without a trace.
import { describe, expect, it } from 'vitest'
import type { Finding } from '#shared/kernel/finding.ts'
import { clearMarks, markFindings } from '#shared/template/markFindings.ts'
import { createMemoryWorkbook, type MemorySheet } from '#shared/workbook/memoryWorkbook.ts'
import type { BoundTable, TableBinding } from '#shared/workbook/port.ts'

const binding: TableBinding = {
  partition: 'u1/ledger/2026',
  kind: 'ledger',
  schema: 1,
  sheetName: '表',
  headerRow: 1,
  headers: { code: '编码', amount: '金额' },
  unitFen: 100,
}
const sheet = (marks: readonly (string | null)[]): MemorySheet => ({
  name: '表',
  cells: [['编码', '金额', '校验', '同表编号'], ...['a', 'b', 'c'].map((id, i) => [`40${i}`, i, marks[i] ?? null, id])],
})
const words = { locale: 'zh-Hans', sentence: (finding: Finding) => `${finding.code} 的话` } as const
const finding = (code: string, severity: Finding['severity'], location: Finding['location']): Finding => ({
  code,
  severity,
  location,
  params: {},
})

async function tableOf(port: ReturnType<typeof createMemoryWorkbook>): Promise<BoundTable> {
  const table = await port.readTable(binding)
  if (!table.ok) throw new Error(table.error.code)
  return table.value
}

describe('markFindings', () => {
  it('writes sentences beside their rows, the worst first, and names what has no row', async () => {
    const table = await tableOf(createMemoryWorkbook([sheet([])]))
    const whole = finding('whole', 'error', {})
    const marks = markFindings(
      table,
      [
        finding('hint', 'hint', { row: 2 }),
        finding('bad', 'error', { row: 2 }),
        finding('ask', 'warning', { row: 9, id: 'c' as never }),
        whole,
      ],
      words,
    )
    expect(marks.unplaced).toEqual([whole])
    expect(marks.edits).toEqual([
      {
        type: 'setCells',
        sheet: '表',
        cells: [
          { row: 2, column: 2, value: { kind: 'text', text: '■ 须改：bad 的话\n○ 提示：hint 的话' } },
          { row: 4, column: 2, value: { kind: 'text', text: '▲ 请说明：ask 的话' } },
        ],
      },
    ])
  })

  it('writes only what changes, and clears rows that are clean now, but nobody else’s words', async () => {
    const table = await tableOf(createMemoryWorkbook([sheet(['■ 须改：bad 的话', '■ 须改：old', '我自己写的'])]))
    const marks = markFindings(table, [finding('bad', 'error', { row: 2 })], words)
    expect(marks.edits).toEqual([{ type: 'setCells', sheet: '表', cells: [{ row: 3, column: 2, value: null }] }])
    expect(clearMarks(table)).toEqual([
      {
        type: 'setCells',
        sheet: '表',
        cells: [
          { row: 2, column: 2, value: null },
          { row: 3, column: 2, value: null },
        ],
      },
    ])
  })

  it('adds the column right of everything where it was deleted', async () => {
    const port = createMemoryWorkbook([
      {
        name: '表',
        cells: [
          ['编码', '金额', '同表编号'],
          ['401', 1, 'a', '我的备注'],
        ],
      },
    ])
    const marks = markFindings(await tableOf(port), [finding('bad', 'error', { row: 2 })], words)
    expect(marks.edits[0]).toMatchObject({ type: 'addColumn', at: 4 })
    await port.apply(marks.edits)
    expect((await tableOf(port)).findingsColumn).toBe(4)
    expect(markFindings(await tableOf(port), [finding('bad', 'error', { row: 2 })], words).edits).toEqual([])
  })

  it('cuts what nobody would read to the end', async () => {
    const table = await tableOf(createMemoryWorkbook([sheet([])]))
    const many = Array.from({ length: 300 }, (_, i) => finding(`bad${i}`, 'error', { row: 2 }))
    const [edit] = markFindings(table, many, words).edits
    const value = edit?.type === 'setCells' ? edit.cells[0]?.value : null
    expect(value?.kind === 'text' ? value.text.length : 0).toBe(1_000)
  })
})
