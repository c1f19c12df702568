// Filters hide rows; sorting moves the cells of rows, formulas with them.
import { boxOf, type Area, type Box } from './area.ts'
import type { CellValue } from './parseInput.ts'
import { moveFormula } from './rewriteReferences.ts'
import { cellAt, filtersOf, type Cell, type Sheet } from './sheet.ts'
import { formatText, plainValue } from './formatText.ts'
import { refuse } from '../officeFault.ts'

/** Hides what the conditions of all filters of the sheet leave out. */
export function applyFilters(sheet: Sheet): void {
  sheet.filteredRows = new Set()
  for (const { box, criteria } of filtersOf(sheet)) {
    if (criteria.size === 0) continue
    for (let row = box.top + 1; row <= box.bottom; row++) {
      const isShown = [...criteria].every(([at, condition]) => meets(cellAt(sheet, row, box.left + at), condition))
      if (!isShown) sheet.filteredRows.add(row)
    }
  }
}

function meets(cell: Cell, condition: Readonly<Record<string, unknown>>): boolean {
  const text = formatText(cell)
  if (condition['filterOn'] === 'Values') return (condition['values'] as readonly unknown[]).map(String).includes(text)
  if (condition['filterOn'] !== 'Custom') refuse('NotImplemented', `filter on ${String(condition['filterOn'])}`)
  const tests = [condition['criterion1'], condition['criterion2']].filter((each) => typeof each === 'string')
  const results = tests.map((test) => meetsTest(cell.value, text, test))
  return condition['operator'] === 'Or' ? results.some(Boolean) : results.every(Boolean)
}

function meetsTest(value: CellValue, text: string, test: string): boolean {
  const [, sign = '=', wanted = ''] = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(test) ?? []
  const pattern = new RegExp(
    `^${wanted
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'i',
  )
  if (sign === '=') return pattern.test(text) || (wanted !== '' && value === Number(wanted))
  if (sign === '<>') return !pattern.test(text)
  const [a, b] = [Number(value), Number(wanted)]
  if (typeof value !== 'number' || Number.isNaN(b)) return false
  return sign === '<' ? a < b : sign === '>' ? a > b : sign === '<=' ? a <= b : a >= b
}

export interface SortField {
  /** Column counted from the left of what is sorted. */
  readonly key: number
  readonly ascending?: boolean
}

/** Sorts the rows of the box that are shown; numbers before texts, blanks last. Only orientation by rows. */
export function sortRows(area: Area, fields: readonly SortField[], without: { readonly header: boolean }): void {
  const { sheet } = area
  const full = boxOf(area)
  const box: Box = without.header ? { ...full, top: full.top + 1 } : full
  const rows = Array.from({ length: box.bottom - box.top + 1 }, (_, at) => box.top + at).filter(
    (row) => !sheet.filteredRows.has(row) && !sheet.hiddenRows.has(row),
  )
  const sorted = rows.toSorted((a, b) => {
    for (const { key, ascending } of fields) {
      const order = compareCells(
        cellAt(sheet, a, box.left + key).value,
        cellAt(sheet, b, box.left + key).value,
        ascending === false ? -1 : 1,
      )
      if (order !== 0) return order
    }
    return a - b
  })
  const taken = sorted.map((row) => {
    const cells = [...(sheet.cells.get(row) ?? [])].filter(([column]) => column >= box.left && column <= box.right)
    return { row, cells: new Map(cells) }
  })
  rows.forEach((row, at) => {
    const from = taken[at]
    if (!from) return
    const target = sheet.cells.get(row) ?? new Map<number, Cell>()
    for (let column = box.left; column <= box.right; column++) {
      const cell = from.cells.get(column)
      if (!cell) target.delete(column)
      else if (cell.formula === undefined) target.set(column, cell)
      else target.set(column, { ...cell, formula: moveFormula(cell.formula, { rows: row - from.row, columns: 0 }) })
    }
    if (target.size > 0) sheet.cells.set(row, target)
    else sheet.cells.delete(row)
  })
}

function compareCells(a: CellValue, b: CellValue, direction: 1 | -1): number {
  const [first, second] = [rank(a), rank(b)]
  if (first === 4 || second === 4) return first - second
  if (first !== second) return (first - second) * direction
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction
  return String(plainValue(a)).localeCompare(String(plainValue(b)), 'zh-CN') * direction
}

function rank(value: CellValue): number {
  if (value === '') return 4
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 3
}
