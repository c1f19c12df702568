// Rows of data that nobody has filled in: numbered blanks, template residue, whole blank forms.
import { cellClass, isNumberClass } from './cellClass.ts'
import type { SeenColumn } from './columnTypes.ts'
import type { FillColumns } from './fillColumns.ts'
import { cellFormula, cellKind, cellText, cellValue, type Region } from './region.ts'
import { foldLabel, isMeasureHeader } from './words.ts'

export interface EmptyRows {
  /** k of rows that hold a 序号, a unit or a preset only. */
  readonly numbered: readonly number[]
  /** k of rows without any name, whose amounts are presets and formulas. */
  readonly nameless: readonly number[]
  /** Columns for amounts are all blank: every row is empty. Holds the header of one such column. */
  readonly blankForm: string | undefined
}

function isPreset(text: string): boolean {
  return text === '' || /^[-—/\s0.:：]+$/.test(text)
}

/** Columns that never tell rows apart: 序号, the same word in every row. */
function isFixed(column: SeenColumn, rows: number): boolean {
  return column.serial || (column.facts.constant && rows >= 3 && column.facts.filled * 10 >= rows * 8)
}

/** A form: columns for amounts, none of them with a number, and at least one without anything. */
function findBlankForm(columns: readonly SeenColumn[]): string | undefined {
  const measures = columns.filter((column) => !column.serial && isMeasureHeader(foldLabel(column.header)))
  const blank = measures.find((column) => column.facts.filled === 0)
  if (!blank) return undefined
  const said = columns.some((column) => {
    const { facts } = column
    if (column.serial || column === columns[0]) return false
    const values = facts.numbers + facts.dates + facts.dateTexts + facts.booleans
    return values > facts.formulas && column.type !== 'text'
  })
  return said || measures.some((column) => column.facts.filled > 0) ? undefined : blank.header
}

/** Where the number may be a name (编号, no header), only rows at the end that hold nothing else are blanks. */
function trailing(numbered: readonly number[], rows: readonly number[]): readonly number[] {
  const empty = new Set(numbered)
  let from = rows.length
  while (from > 0 && empty.has(rows[from - 1] ?? -1)) from--
  const run = rows.slice(from)
  return run.length >= 2 ? run : []
}

/** @param rows k of the rows of data */
export function findEmptyRows(
  region: Region,
  columns: readonly SeenColumn[],
  source: { readonly rows: readonly number[]; readonly fill: FillColumns },
): EmptyRows {
  const { rows, fill } = source
  const fixed = new Set(columns.filter((column) => isFixed(column, rows.length)).map((column) => column.index))
  const names = columns.filter(
    (column) => column.type === 'text' && !column.remark && !column.unitColumn && !fixed.has(column.index),
  )
  const telling = columns.filter((column) => !fixed.has(column.index))
  const numbered: number[] = []
  const nameless: number[] = []
  if (fixed.size === 0 && names.length === 0) return { numbered, nameless, blankForm: undefined }
  for (const k of rows) {
    // Quick way out for full rows.
    if (names.some((column) => cellKind(region, k, column.index) !== cellClass.blank)) continue
    let literal = false
    let own = false
    let formula = false
    for (const column of telling) {
      const kind = cellKind(region, k, column.index)
      if (kind === cellClass.blank) continue
      if (cellFormula(region, k, column.index) !== undefined) {
        formula = true
        continue
      }
      if (isPreset(cellText(region, k, column.index))) continue
      literal = true
      const value = cellValue(region, k, column.index)
      if (typeof value !== 'number' || fill.filled.has(column.index)) own = true
    }
    if (!literal && !formula) {
      if (telling.some((column) => fill.filled.has(column.index)) || telling.length === 0) continue
      const amount = columns.some((column) => !column.serial && isNumberClass(cellKind(region, k, column.index)))
      ;(amount && names.length > 0 ? nameless : numbered).push(k)
    } else if (!own && formula) nameless.push(k)
    else if (!literal && formula) nameless.push(k)
  }
  return {
    numbered: columns.some((column) => column.plainSerial) ? numbered : trailing(numbered, rows),
    nameless: names.length > 0 ? nameless : [],
    blankForm: rows.length > 0 ? findBlankForm(columns) : undefined,
  }
}
