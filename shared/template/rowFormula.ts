// The formula of a computed column in one row of a sheet that is being built.
import type { ColumnDefinition } from '../definition/column.ts'

/**
 * `{budget}-{last}` → `E9-D9`; without `=`. A column the sheet does not show counts as blank where the formula asks whether
 * it is (`{last}<>""`); otherwise there is no formula.
 */
export function fillRowFormula(
  column: ColumnDefinition,
  at: { readonly row: number; readonly columns: ReadonlyMap<string, { readonly letters: string }> },
): string | undefined {
  const { formula } = column
  if (formula === undefined) return undefined
  let isMissing = false
  const text = formula.replace(/\{(\w+)\}/g, (_, key: string) => {
    const found = at.columns.get(key)
    if (found) return `${found.letters}${at.row}`
    isMissing ||= !formula.includes(`{${key}}<>""`) && !formula.includes(`{${key}}=""`)
    return '""'
  })
  return isMissing ? undefined : text
}
