// The kind's own total lines (本年收入合计, 本年支出合计 …) over the records shown.
import { meetsCondition } from './condition.ts'
import type { SheetDefinition } from './sheet.ts'
import type { Value, Values } from '../kernel/value.ts'
import type { Words } from '../kernel/words.ts'

export interface TotalSum {
  readonly key: string
  readonly label: Words
  /** 分; exact as long as every partial sum stays below 2^53. */
  readonly fen: number
}

function amountOf(value: Value | undefined): number {
  return typeof value === 'number' ? value : 0
}

/** @param column the money column that is summed */
export function sumTotalLines(sheet: SheetDefinition, rows: readonly Values[], column: string): readonly TotalSum[] {
  return sheet.layout.totals
    .filter((line) => line.columns.includes(column))
    .map(({ key, label, terms }) => ({
      key,
      label,
      fen: rows.reduce(
        (sum, row) =>
          terms.reduce(
            (own, term) => (meetsCondition(term.where, row) ? own + term.times * amountOf(row[column]) : own),
            sum,
          ),
        0,
      ),
    }))
}

/** The amount that the sheet is about: what the layout says, else a required one, else the last that people fill in. */
export function mainAmount(sheet: SheetDefinition): string | undefined {
  if (sheet.layout.leadAmount !== undefined) return sheet.layout.leadAmount
  const amounts = sheet.layout.columns.filter((key) => {
    const column = sheet.columns[key]
    return column?.type === 'money' && column.merge !== 'derived' && !column.optionalColumn
  })
  return amounts.find((key) => sheet.columns[key]?.required) ?? amounts.at(-1)
}
