// The formula of a computed column, with its places filled for one row.
import { columnName } from '../../workbook/raw.ts'

/**
 * `{budget}-{last}` → `E9-D9`; without `=`. Undefined where a column it needs is not in the sheet.
 * @param at `row` 1-based, `columns` key → 0-based column
 */
export function fillFormula(
  formula: string,
  at: { readonly row: number; readonly columns: ReadonlyMap<string, number> },
): string | undefined {
  let missing = false
  const text = formula.replace(/\{(\w+)\}/g, (_, key: string) => {
    const column = at.columns.get(key)
    if (column === undefined) missing = true
    return `${columnName(column ?? 0)}${at.row}`
  })
  return missing ? undefined : text
}
