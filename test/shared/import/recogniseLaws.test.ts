// Laws of recognition over made-up tables: shared/import/SPEC.md IM1, IM42–IM44.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countRecords } from '#shared/import/sheetFindings.ts'
import { recogniseSheet } from '#shared/import/recogniseSheet.ts'
import type { RawRow, RawSheet, RawValue } from '#shared/workbook/raw.ts'
import { textStyles } from '#test/arbitrary/sheetText.ts'

interface Made {
  readonly title: boolean
  readonly rows: readonly (readonly RawValue[])[]
  readonly total: boolean
  /** Rows of the list before which a blank row stands. */
  readonly gaps: ReadonlySet<number>
}

const header = ['序号', '姓名', '部门', '金额', '数量', '备注']
const names = ['张三', '李四', '王五', '赵六', '钱七', '孙八']
const departments = ['财务部', '办公室', '组织部']

const made: fc.Arbitrary<Made> = fc.record({
  title: fc.boolean(),
  rows: fc
    .array(
      fc.record({
        name: fc.nat(99),
        department: fc.nat(2),
        cents: fc.integer({ min: 1, max: 10_000_000 }),
        quantity: fc.integer({ min: 1, max: 99 }),
        remark: fc.constantFrom(null, '已发', '代领'),
      }),
      { minLength: 3, maxLength: 30 },
    )
    .map((rows) =>
      rows.map((row, i) => [
        i + 1,
        `${names[row.name % 6]}${row.name}`,
        departments[row.department] ?? '',
        row.cents / 100,
        row.quantity,
        row.remark,
      ]),
    ),
  total: fc.boolean(),
  gaps: fc.uniqueArray(fc.nat(29), { maxLength: 3 }).map((gaps) => new Set(gaps.filter((gap) => gap > 0))),
})

const cents = (value: RawValue | undefined): number => Math.round(Number(value) * 100)

function linesOf(table: Made): readonly (readonly RawValue[])[] {
  const sum = table.rows.reduce((total, row) => total + cents(row[3]), 0)
  const quantity = table.rows.reduce((total, row) => total + Number(row[4]), 0)
  return [
    ...(table.title ? [['某某工会慰问品发放表']] : []),
    header,
    ...table.rows.flatMap((row, i) => (table.gaps.has(i) ? [[], row] : [row])),
    ...(table.total ? [['合计', null, null, sum / 100, quantity]] : []),
  ]
}

function sheetOf(lines: readonly (readonly RawValue[])[], top = 1, left = 0): RawSheet {
  const rows: RawRow[] = lines.flatMap((cells, i) =>
    cells.some((cell) => cell !== null)
      ? [{ index: top + i, cells: [...Array.from({ length: left }, (): RawValue => null), ...cells] }]
      : [],
  )
  return {
    index: 0,
    name: '表1',
    visibility: 'visible',
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    trueRange: { top, left, bottom: top + lines.length - 1, right: left + header.length - 1 },
    tables: [],
  }
}

const recognise = (sheet: RawSheet) => recogniseSheet(sheet, { styles: textStyles })

describe('laws of recognition', () => {
  it('IM1 gives every row of the range one role, and the records are those that were made', () => {
    fc.assert(
      fc.property(made, (table) => {
        const [found, ...others] = recognise(sheetOf(linesOf(table)))
        expect(others).toEqual([])
        if (!found) throw new Error('no table')
        const { top, bottom } = found.range
        expect(found.rowRoles.map((row) => row.row)).toEqual(
          Array.from({ length: bottom - top + 1 }, (_, i) => top + i),
        )
        expect(countRecords(found)).toBe(table.rows.length)
        const money = found.sums.find((sum) => sum.index === 3)
        expect(money?.sum).toBe((table.rows.reduce((sum, row) => sum + cents(row[3]), 0) / 100).toFixed(2))
        expect(money?.ties).toBe(table.total ? true : null)
      }),
    )
  })

  it('IM42 blank rows above and blank columns to the left change nothing but the place', () => {
    fc.assert(
      fc.property(made, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 12 }), (table, down, right) => {
        const here = recognise(sheetOf(linesOf(table)))[0]
        const there = recognise(sheetOf(linesOf(table), 1 + down, right))[0]
        expect(there?.rowRoles).toEqual(here?.rowRoles.map((row) => ({ ...row, row: row.row + down })))
        expect(there?.columns).toEqual(here?.columns.map((column) => ({ ...column, index: column.index + right })))
        expect(there?.sums).toEqual(here?.sums.map((sum) => ({ ...sum, index: sum.index + right })))
      }),
    )
  })

  it('IM43 columns in another order give the same columns, sums and rows in that order', () => {
    // 序号 and the word of the total row stay in front: a total is known by the first cells of its row.
    const order = fc.shuffledSubarray([2, 3, 4, 5], { minLength: 4, maxLength: 4 }).map((rest) => [0, 1, ...rest])
    fc.assert(
      fc.property(made, order, (table, places) => {
        const lines = linesOf(table)
        const permuted = lines.map((cells) => (cells.length <= 1 ? cells : places.map((place) => cells[place] ?? null)))
        const here = recognise(sheetOf(lines))[0]
        const there = recognise(sheetOf(permuted))[0]
        // How deep a row stands is read from the first column that tells it, and may change with the order.
        const rolesOf = (found: typeof here) => found?.rowRoles.map(({ row, role }) => [row, role])
        expect(rolesOf(there)).toEqual(rolesOf(here))
        const byHeader = (found: typeof here) =>
          Object.fromEntries(
            (found?.columns ?? []).map((column) => [
              column.header,
              [column.type, column.fillDown, found?.sums.find((sum) => sum.index === column.index)?.sum],
            ]),
          )
        expect(byHeader(there)).toEqual(byHeader(here))
        expect(there?.columns.map((column) => column.header)).toEqual(places.map((place) => header[place]))
      }),
    )
  })

  it('IM44 takes wide, long and text-heavy sheets without harm', () => {
    const wide = sheetOf([
      Array.from({ length: 16384 }, (_, i) => `列${i}`),
      Array.from({ length: 16384 }, (_, i) => i * 1.5),
      Array.from({ length: 16384 }, (_, i) => i * 2.5),
    ])
    expect(recognise(wide)[0]?.columns).toHaveLength(16384)
    const long = sheetOf([
      header,
      ...Array.from({ length: 120_000 }, (_, i) => [i + 1, `张${i}`, '财务部', 0.01, 1, null]),
    ])
    const table = recognise(long)[0]
    expect([table ? countRecords(table) : 0, table?.sums[0]?.sum]).toEqual([120_000, '1200.00'])
    const heavy = '注'.repeat(32_767)
    expect(
      recognise(sheetOf([[heavy], header, [1, heavy, heavy, 1, 1, heavy], [2, heavy, heavy, 2, 1, heavy]]))[0]
        ?.headerRows,
    ).toEqual([2])
  })

  it('IM2 IM44 never throws, whatever the cells are, and says when it found nothing sure', () => {
    const cell: fc.Arbitrary<RawValue> = fc.oneof(
      { arbitrary: fc.constant(null), weight: 4 },
      fc.string({ maxLength: 8 }),
      fc.constantFrom('合计', '小计', '姓名', '金额', '注：', '单位：元', '1', '（一）', '其中：', '  '),
      fc.double({ noNaN: true }),
      fc.integer({ min: -5, max: 5 }),
      fc.boolean(),
      fc.constant({ kind: 'error', code: '#N/A' } as const),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 14 }), (lines) => {
        for (const table of recognise(sheetOf(lines))) {
          expect(table.rowRoles).toHaveLength(table.range.bottom - table.range.top + 1)
          if (table.confidence < 0.6) expect(table.findings.map((finding) => finding.code)).toContain('import/unsure')
        }
      }),
      { numRuns: 300 },
    )
  })
})
