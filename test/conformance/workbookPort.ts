// What every adapter of the workbook's door must do alike: memory, file, Office.js.
import { describe, expect, it } from 'vitest'
import type { CallProgress, CellEdit, TableBinding, WorkbookEdit, WorkbookPort } from '#shared/workbook/port.ts'
import type { MemorySheet } from '#shared/workbook/memoryWorkbook.ts'
import type { RawDate, RawValue } from '#shared/workbook/raw.ts'

/** A workbook that holds these sheets. Days are given with serials of 1900. */
export type MakeWorkbook = (sheets: readonly MemorySheet[]) => Promise<WorkbookPort>

const day = (text: string, serial: number): RawDate => ({ kind: 'date', serial, text })

const ledger: MemorySheet = {
  name: '预算表',
  cells: [
    ['附件2', null, null, null, null, null],
    ['某单位经费收支预算表', null, null, null, null, null],
    ['科目', null, '上年\n决算数', '本年预算数', '日期', '说明', '校验', '同表编号'],
    ['编  码', '名称', null, null, null, null, null, null],
    ['401', '会费收入', 120000, 130000.5, day('2026-01-05', 46027), '按工资总额', null, 'id-401'],
    ['402', '拨缴经费收入', 68.68, 0.1, null, null, null, 'id-402'],
    ['504', '维权支出', null, 7, null, null, null, 'id-504'],
    [null, '合计', 120068.68, 130007.6, null, null, null, null],
    ['工会主席：　　制表：', null, null, null, null, null, null, '表尾'],
  ],
}

const binding: TableBinding = {
  partition: 'u1/ledger/2026',
  kind: 'ledger',
  schema: 1,
  sheetName: '预算表',
  headerRow: 4,
  headers: { code: '编码', name: '名称', last: '上年决算数', budget: '本年预算数', day: '日期', note: '说明' },
  unitFen: 100,
}

export interface PortDifferences {
  /** Formulas are evaluated when cells change; elsewhere they keep the value they were given. */
  readonly calculates: boolean
}

export function describeWorkbookPort(
  name: string,
  make: MakeWorkbook,
  { calculates }: PortDifferences = { calculates: false },
): void {
  describe(name, () => {
    const open = async (): Promise<WorkbookPort> => make([ledger])
    const table = async (port: WorkbookPort, wanted = binding) => must(await port.readTable(wanted))
    const done = async (port: WorkbookPort, ...edits: readonly WorkbookEdit[]): Promise<void> => {
      must(await port.apply(edits))
    }
    const set = (...cells: readonly CellEdit[]): WorkbookEdit => ({ type: 'setCells', sheet: '预算表', cells })
    const row = async (port: WorkbookPort, id: string): Promise<readonly RawValue[]> =>
      (await table(port)).rows.find((each) => each.id === id)?.raw.cells ?? []

    it('finds the table by headers of two rows and stops at the mark of its end', async () => {
      const found = await table(await open())
      expect([...found.columns]).toEqual([
        ['code', 0],
        ['name', 1],
        ['last', 2],
        ['budget', 3],
        ['day', 4],
        ['note', 5],
      ])
      expect(found.idColumn).toBe(7)
      expect(found.binding.headerRow).toBe(4)
      expect(found.rows.map((each) => [each.raw.index, each.id])).toEqual([
        [5, 'id-401'],
        [6, 'id-402'],
        [7, 'id-504'],
        [8, ''],
      ])
      expect(found.rows[0]?.raw.cells[4]).toMatchObject({ kind: 'date', text: '2026-01-05' })
    })

    it('finds it again after the sheet was renamed and moved, columns swapped and rows put above (C25)', async () => {
      const moved = ledger.cells.map((cells) => [
        null,
        cells[3] ?? null,
        cells[7] ?? null,
        cells[0] ?? null,
        cells[1] ?? null,
      ])
      const port = await make([
        { name: '封面', cells: [['预算'], ['编码'], ['说明']] },
        { name: '改了名', cells: [['新'], [], ...moved] },
      ])
      const found = await table(port)
      expect([...found.columns].toSorted(([a], [b]) => a.localeCompare(b))).toEqual([
        ['budget', 1],
        ['code', 3],
        ['name', 4],
      ])
      expect(found.idColumn).toBe(2)
      expect(found.binding).toMatchObject({ sheetName: '改了名', headerRow: 6 })
      expect(found.rows.map((each) => each.id)).toEqual(['id-401', 'id-402', 'id-504', ''])
    })

    it('says when the id column is gone and still finds the table by its headers (C27)', async () => {
      const port = await make([{ ...ledger, cells: ledger.cells.map((cells) => cells.slice(0, 7)) }])
      const found = await table(port)
      expect(found.idColumn).toBeUndefined()
      expect(found.rows.map((each) => each.raw.index)).toContain(7)
    })

    it('takes the sheet that kept its name when there is a copy', async () => {
      const port = await make([{ ...ledger, name: '预算表 (2)' }, ledger])
      expect((await table(port)).binding.sheetName).toBe('预算表')
    })

    it('says missing-table where there is none', async () => {
      const port = await make([{ name: '预算表', cells: [['别的'], ['东西', 1]] }])
      expect(await port.readTable(binding)).toMatchObject({ ok: false, error: { code: 'missing-table' } })
    })

    it('keeps the state sheet apart, whole and exact (P-1)', async () => {
      const port = await open()
      expect(must(await port.readState())).toBeNull()
      const texts = [
        '同表',
        '',
        '=1+1',
        ' 前后空格 ',
        '行\n二\t三',
        '_x0041_',
        '\u0001',
        '𠮷·䶮',
        '<&>"\'',
        'x'.repeat(32_767),
      ]
      await done(port, { type: 'setState', rows: [texts, [], ['末行']] })
      expect(must(await port.readState())).toEqual([texts, [], ['末行']])
      await done(port, { type: 'setState', rows: [['换掉']] })
      expect(must(await port.readState())).toEqual([['换掉']])
      expect((await table(port)).rows.length).toBe(4)
    })

    it('writes text as text whatever it begins with, and reads it back exactly', async () => {
      const port = await open()
      const texts = [
        '=1+1',
        '+86',
        '-5',
        '@SUM(A1)',
        '\t跳',
        '＝１',
        "'引号",
        ' 空格 ',
        '00123',
        '330102199003074512',
        '1e5',
        'TRUE',
      ]
      for (const text of texts) {
        await done(port, set({ row: 5, column: 5, value: { kind: 'text', text } }))
        expect((await row(port, 'id-401'))[5]).toBe(text)
      }
      expect((await table(port)).rows[0]?.raw.formulas?.[5]).toBeUndefined()
    })

    it('writes numbers digit for digit, days, truth values and blanks', async () => {
      const port = await open()
      for (const decimal of ['68.68', '0.1', '-1234567890.12', '0', '999999999999.99']) {
        await done(port, set({ row: 6, column: 3, value: { kind: 'number', decimal } }))
        expect((await row(port, 'id-402'))[3]).toBe(Number(decimal))
      }
      await done(
        port,
        set(
          { row: 6, column: 4, value: { kind: 'date', day: '2024-02-29' } },
          { row: 5, column: 5, value: null },
          { row: 6, column: 5, value: { kind: 'boolean', value: true } },
        ),
      )
      expect((await row(port, 'id-402'))[4]).toMatchObject({ kind: 'date', text: '2024-02-29' })
      expect((await row(port, 'id-402'))[5]).toBe(true)
      expect((await row(port, 'id-401'))[5] ?? null).toBeNull()
    })

    it('moves rows with their ids and keeps formulas pointing at the same cells', async () => {
      const port = await open()
      const formula = { kind: 'formula', formula: 'SUM(C5:C7)', cached: 120068.68 } as const
      await done(
        port,
        set(
          { row: 8, column: 2, value: formula },
          { row: 5, column: 6, value: { kind: 'formula', formula: 'C5*2', cached: 1 } },
        ),
      )
      await done(port, { type: 'insertRows', sheet: '预算表', before: 8, count: 2, like: 7 })
      await done(port, set({ row: 8, column: 7, value: { kind: 'text', text: 'id-new' } }))
      let rows = (await table(port)).rows
      expect(rows.map((each) => [each.raw.index, each.id])).toEqual([
        [5, 'id-401'],
        [6, 'id-402'],
        [7, 'id-504'],
        [8, 'id-new'],
        [10, ''],
      ])
      expect(rows.at(-1)?.raw.formulas?.[2]).toBe('SUM(C5:C9)')
      await done(port, { type: 'deleteRows', sheet: '预算表', rows: [5, 7] })
      rows = (await table(port)).rows
      expect(rows.map((each) => [each.raw.index, each.id])).toEqual([
        [5, 'id-402'],
        [6, 'id-new'],
        [8, ''],
      ])
      expect(rows.at(-1)?.raw.formulas?.[2]).toBe('SUM(C5:C7)')
      expect(rows.at(-1)?.raw.cells[2]).toBe(calculates ? 68.68 : 120068.68)
    })

    it('adds a column of our own where there was nothing', async () => {
      const port = await open()
      await done(
        port,
        { type: 'addColumn', sheet: '预算表', at: 9, width: 20, hidden: false },
        set({ row: 5, column: 9, value: { kind: 'text', text: '新列' }, like: { row: 5, column: 1 } }),
      )
      expect((await row(port, 'id-401'))[9]).toBe('新列')
    })

    it('stops at the first edit it refuses, with what came before in effect', async () => {
      const port = await open()
      const first = set({ row: 5, column: 1, value: { kind: 'text', text: '改了' } })
      const bad: WorkbookEdit = { type: 'setCells', sheet: '没有这张表', cells: [{ row: 1, column: 1, value: null }] }
      expect(await port.apply([first, bad, { type: 'setState', rows: [['不应写入']] }])).toMatchObject({
        ok: false,
        error: { code: 'missing-sheet', applied: 1 },
      })
      expect((await row(port, 'id-401'))[1]).toBe('改了')
      expect(must(await port.readState())).toBeNull()
    })

    it('tells how far it has come, to the end', async () => {
      const port = await open()
      const reports: CallProgress[] = []
      const onProgress = (progress: CallProgress): void => void reports.push(progress)
      const ended = (): void => {
        for (const [at, { done, total, batch, batches }] of reports.entries()) {
          const before = reports[at - 1]
          expect([done <= total, batch <= batches, batch >= 1]).toEqual([true, true, true])
          expect([done >= (before?.done ?? 0), batch >= (before?.batch ?? 0)]).toEqual([true, true])
        }
        const last = reports.at(-1)
        expect(last).toMatchObject({ done: last?.total, batch: last?.batches })
        reports.length = 0
      }
      const edits: readonly WorkbookEdit[] = [
        set({ row: 5, column: 1, value: { kind: 'text', text: '一' } }),
        { type: 'insertRows', sheet: '预算表', before: 6, count: 1, like: 5 },
        { type: 'deleteRows', sheet: '预算表', rows: [6] },
        { type: 'setState', rows: [['一'], ['二']] },
      ]
      must(await port.apply(edits, { onProgress }))
      ended()
      must(await port.readTable(binding, { onProgress }))
      ended()
      must(await port.readState({ onProgress }))
      ended()
    })

    it('does nothing for a caller who has cancelled already', async () => {
      const port = await open()
      const call = { signal: { aborted: true } }
      const edit = set({ row: 5, column: 1, value: { kind: 'text', text: '不应写入' } })
      expect(await port.apply([edit], call)).toMatchObject({ ok: false, error: { code: 'cancelled', applied: 0 } })
      expect(await port.readTable(binding, call)).toMatchObject({ ok: false, error: { code: 'cancelled' } })
      expect(await port.readState(call)).toMatchObject({ ok: false, error: { code: 'cancelled' } })
      expect((await row(port, 'id-401'))[1]).toBe('会费收入')
    })

    it('cancelled under way: the edits it counts are in effect, at most one more in part, none after', async () => {
      const port = await open()
      const signal = { aborted: false }
      const write = (at: number): WorkbookEdit =>
        set({ row: 5, column: 5 + at, value: { kind: 'text', text: `${at}` } })
      const edits = [0, 3, 4, 5, 6, 7].map(write)
      const done = await port.apply(edits, { signal, onProgress: () => void (signal.aborted = true) })
      const applied = done.ok ? edits.length : done.error.applied
      if (!done.ok) expect([done.error.code, applied < edits.length]).toEqual(['cancelled', true])
      const cells = await row(port, 'id-401')
      const written = [0, 3, 4, 5, 6, 7].filter((at) => cells[5 + at] === `${at}`).length
      expect(written === applied || written === applied + 1).toBe(true)
      // What was cancelled can be asked for again.
      must(await port.apply(edits))
      const again = await row(port, 'id-401')
      expect([0, 3, 4, 5, 6, 7].map((at) => again[5 + at])).toEqual(['0', '3', '4', '5', '6', '7'])
    })
  })
}

function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
