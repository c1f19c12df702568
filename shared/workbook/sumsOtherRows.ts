// Does a formula add up other rows of its own column? What it shows then is a sum of records, never one itself.
import { columnIndex } from './raw.ts'

const functions = /\b(?:SUM|SUBTOTAL|SUMIFS?|AGGREGATE)\(/gi
const reference = /(?:'[^']*'|[^\s'"!(),:+\-*/&=<>]+)?!?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?/gi

/**
 * True for `SUM(D5:D9,D12)`, `SUBTOTAL(9,D5:D9)`, `D5+D7-D8`, and for what is left of them when the rows are gone:
 * `SUM(#REF!)`, `#REF!+#REF!`. False as soon as anything is multiplied, another sheet or the own row is read, or nothing but
 * criteria names the own column: `B5*C5`, `SUM(B5:E5)`, `SUM(D5:D9)*10%` are figures of their own.
 * @param formula without `=` @param at row 1-based, column 0-based
 */
export function sumsOtherRows(formula: string, at: { readonly row: number; readonly column: number }): boolean {
  if (formula.length > 8192 || formula.includes('!') !== formula.includes('#REF!')) return false
  const bare = formula.replace(/"[^"]*"/g, '').replaceAll('#REF!', ' 0 ')
  const gone = formula.split('#REF!').length - 1
  let others = 0
  let isOwnRow = false
  for (const [, from = '', top = '', to = from, bottom = top] of bare.matchAll(reference)) {
    const own = columnIndex(from.toUpperCase()) === at.column && columnIndex(to.toUpperCase()) === at.column
    const reaches = Number(top) <= at.row && at.row <= Number(bottom)
    if (reaches) isOwnRow = true
    if (own && !reaches) others++
  }
  if (isOwnRow || others + gone === 0) return false
  const rest = bare.replace(functions, '(').replace(reference, '')
  const isSum = functions.test(bare)
  functions.lastIndex = 0
  return /^[\s\d(),+-]*$/.test(rest) && (isSum || others + gone >= 2)
}
