// Addresses as Office.js writes them.
import { columnIndex, columnName, type CellRange } from '#shared/workbook/raw.ts'

/** `预算表!$A$1:C3` → rows 1-based, columns 0-based; undefined for whole rows and columns. */
export function parseAddress(address: string): CellRange | undefined {
  const [, a = '', top = '', b = a, bottom = top] =
    /(?:^|!)\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(address) ?? []
  const [left, right] = [columnIndex(a), columnIndex(b)]
  if (left === undefined || right === undefined) return undefined
  return { top: Number(top), left, bottom: Number(bottom), right }
}

/** Without the sheet's name. @param range rows 1-based, columns 0-based */
export function formatAddress({ top, left, bottom, right }: CellRange): string {
  const first = `${columnName(left)}${top}`
  return top === bottom && left === right ? first : `${first}:${columnName(right)}${bottom}`
}
