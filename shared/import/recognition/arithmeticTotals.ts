// Total rows that no word names: a formula that adds the rows above, or amounts that are their sum.
import { cellClass, isNumberClass } from './cellClass.ts'
import type { BodyRow } from './bodyRoles.ts'
import type { SeenColumn } from './columnTypes.ts'
import { isBold } from './grid.ts'
import { cellFormula, cellKind, cellText, cellValue, rowNumber, type Region } from './region.ts'
import { decimalOf, plainNumberOf } from './amount.ts'

export interface ArithmeticTotals {
  /** k → how it was known. */
  readonly found: ReadonlyMap<number, 'formula' | 'sum'>
  /** k of rows that equal a sum but look like data otherwise. */
  readonly possible: readonly number[]
}

const verticalSum = /(?:SUM|SUBTOTAL)\([^()]*?\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)/i

/** Adds two or more rows above in its own column. */
function sumsAbove(formula: string, row: number): boolean {
  const match = verticalSum.exec(formula)
  if (!match || match[1] !== match[3]) return false
  const top = Number(match[2])
  const bottom = Number(match[4])
  return bottom < row && bottom - top >= 1
}

function isSumFormulaRow(region: Region, k: number, columns: readonly SeenColumn[]): boolean {
  let formulas = 0
  let sums = 0
  const row = rowNumber(region, k)
  for (const column of columns) {
    const formula = cellFormula(region, k, column.index)
    if (formula === undefined || formula.length > 2000) continue
    formulas++
    if (sumsAbove(formula, row)) sums++
  }
  return sums > 0 && sums * 2 >= formulas
}

function amountOf(region: Region, k: number, column: number): number {
  const value = cellValue(region, k, column)
  const plain = plainNumberOf(value)
  if (plain !== undefined) return plain
  const decimal = decimalOf(value)
  return decimal ? Number(decimal.digits) / 10 ** decimal.places : 0
}

interface Looks {
  /** Words that a row of data usually has. */
  readonly words: number
  readonly label: SeenColumn | undefined
  readonly serial: SeenColumn | undefined
}

/** The row is no row of data by its looks: no name, no 序号 where others have one, or bold among plain rows. */
function looksApart(region: Region, k: number, looks: Looks, section: string): boolean {
  const { label, serial } = looks
  if ((region.words[k] ?? 0) * 2 > looks.words && looks.words >= 2) return false
  if (label && cellKind(region, k, label.index) === cellClass.blank) return true
  const text = label ? cellText(region, k, label.index) : ''
  if (text !== '' && text === section) return true
  if (text.length <= 20 && /^总|总(?:额|数|量|价|人数|人次|户数|金额|收入|支出|费用)[:：]?$/.test(text)) return true
  if (serial && cellKind(region, k, serial.index) === cellClass.blank && serial.facts.filled > 2) return true
  const at = label?.index ?? region.first[k] ?? 0
  const bold = isBold(region.grid, region.position[k] ?? 0, at)
  const above = k > 0 && isBold(region.grid, region.position[k - 1] ?? 0, at)
  return bold && !above
}

/** @param rows roles so far, from k = `from` on */
export function findArithmeticTotals(
  region: Region,
  body: { readonly from: number; readonly rows: readonly BodyRow[] },
  columns: readonly SeenColumn[],
): ArithmeticTotals {
  const found = new Map<number, 'formula' | 'sum'>()
  const possible: number[] = []
  const amounts = columns.filter((column) => column.additive).slice(0, 40)
  if (amounts.length === 0) return { found, possible }
  const data = body.rows.filter((row) => row.role === 'data').length
  let words = 0
  body.rows.forEach((row, i) => {
    if (row.role === 'data') words += region.words[body.from + i] ?? 0
  })
  const looks: Looks = {
    words: data === 0 ? 0 : Math.round(words / data),
    label: columns.find(
      (column) => column.type === 'text' && !column.remark && column.facts.filled * 10 >= (data - 1) * 8,
    ),
    serial: columns.find((column) => column.serial),
  }
  const formulas = columns.some((column) => column.facts.formulas > 0) ? columns : []
  const group = new Float64Array(amounts.length)
  const all = new Float64Array(amounts.length)
  const values = new Float64Array(amounts.length)
  let inGroup = 0
  let inAll = 0
  let section = ''
  for (let i = 0; i < body.rows.length; i++) {
    const k = body.from + i
    const role = body.rows[i]?.role
    if (role === 'section') section = cellText(region, k, region.first[k] ?? 0)
    if (role !== 'data') {
      if (role === 'subtotal' || role === 'total' || role === 'section') {
        group.fill(0)
        inGroup = 0
      }
      continue
    }
    let cells = 0
    let ofGroup = 0
    let ofAll = 0
    values.fill(0)
    for (let at = 0; at < amounts.length; at++) {
      const index = amounts[at]?.index ?? 0
      if (!isNumberClass(cellKind(region, k, index))) continue
      const value = amountOf(region, k, index)
      values[at] = value
      if (value === 0) continue
      cells++
      const near = 1e-9 * Math.max(1, Math.abs(value)) + 0.001
      if (Math.abs(value - (group[at] ?? 0)) < near) ofGroup++
      if (Math.abs(value - (all[at] ?? 0)) < near) ofAll++
    }
    const byFormula = formulas.length > 0 && inAll >= 1 && isSumFormulaRow(region, k, formulas)
    const bySum =
      cells > 0 && ((inGroup >= 2 && ofGroup === cells) || (inAll >= 2 && inAll > inGroup && ofAll === cells))
    const apart = (bySum || byFormula) && looksApart(region, k, looks, section)
    if (apart || byFormula) {
      found.set(k, byFormula ? 'formula' : 'sum')
      group.fill(0)
      inGroup = 0
      continue
    }
    if (bySum && (cells >= 2 || inGroup >= 4)) possible.push(k)
    for (let at = 0; at < amounts.length; at++) {
      group[at] = (group[at] ?? 0) + (values[at] ?? 0)
      all[at] = (all[at] ?? 0) + (values[at] ?? 0)
    }
    inGroup++
    inAll++
  }
  return { found, possible }
}
