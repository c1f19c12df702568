// What crosses from the worker comes out as it went in.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packWorkbook, unpackWorkbook } from '#server/workbook/packWorkbook.ts'
import type { RawRow, RawValue, RawWorkbook } from '#shared/workbook/raw.ts'

const value = fc.oneof(
  fc.constant<RawValue>(null),
  fc.string({ maxLength: 5 }),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.record({
    kind: fc.constant('date' as const),
    serial: fc.double({ noNaN: true }),
    text: fc.constant('2024-05-01'),
  }),
  fc.record({ kind: fc.constant('error' as const), code: fc.constant('#REF!') }),
)
const row = fc.tuple(fc.array(value, { maxLength: 6 }), fc.boolean(), fc.boolean())

it('unpackWorkbook(packWorkbook(w)) = w, through a structured clone', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 10 }), (drawn) => {
      const rows = drawn.map(([cells, hasFormula, hasStyle], i): RawRow => ({
        index: i * 2 + 1,
        cells,
        ...(hasFormula && cells.length > 0 ? { formulas: [...cells.slice(1).map(() => undefined), 'A1+1'] } : {}),
        ...(hasStyle ? { styles: Uint16Array.from(cells, (_, c) => c) } : {}),
      }))
      const sheet = {
        index: 0,
        name: '表',
        visibility: 'hidden',
        rows,
        merges: [],
        hiddenRows: new Set([3]),
        hiddenColumns: new Set([1]),
        trueRange: undefined,
        tables: [],
      } as const
      const workbook: RawWorkbook = {
        container: 'xlsx',
        sheets: [sheet],
        styles: [],
        definedNames: [],
        epoch: 1904,
        findings: [],
      }
      const { packed, buffers } = packWorkbook(workbook)
      expect(unpackWorkbook(structuredClone(packed, { transfer: [...buffers] }))).toEqual(workbook)
    }),
  )
})

it('sends texts of a column with few of them once', () => {
  const rows = Array.from({ length: 5_000 }, (_, i): RawRow => ({
    index: i + 1,
    cells: [i % 2 === 0 ? '甲' : '乙', `t${i}`],
  }))
  const sheet = {
    index: 0,
    name: '表',
    visibility: 'visible',
    rows,
    merges: [],
    hiddenRows: new Set<number>(),
    hiddenColumns: new Set<number>(),
    trueRange: undefined,
    tables: [],
  } as const
  const { packed } = packWorkbook({
    container: 'xlsx',
    sheets: [sheet],
    styles: [],
    definedNames: [],
    epoch: 1900,
    findings: [],
  })
  expect(packed.sheets[0]?.texts.length).toBe(5_002)
})
