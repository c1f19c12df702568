// Values of the few formulas the tests write, until a library evaluates them: SUM of ranges, and sums and products of cells.
import { parseBox } from './model/area.ts'
import type { Calculate } from './model/book.ts'

/** `=SUM(C5:C7)`, `=A1+B1*2-C1`; undefined for all others, which keep their value. */
export const calculateSums: Calculate = (formula, at, read) => {
  const numberAt = (address: string): readonly number[] => {
    const [cells = '', sheet = at.sheet.name] = address.split('!').toReversed()
    const box = parseBox(cells)
    if (!box) return []
    const numbers: number[] = []
    for (let row = box.top; row <= box.bottom; row++)
      for (let column = box.left; column <= box.right; column++) {
        const value = read(sheet.replaceAll("'", ''), row, column)
        if (typeof value === 'number') numbers.push(value)
      }
    return numbers
  }
  const sum = /^=SUM\(([^()]+)\)$/i.exec(formula)?.[1]
  if (sum !== undefined) return total(sum.split(',').flatMap(numberAt))
  const terms = formula.slice(1).match(/[+-]?[^+-]+/g) ?? []
  const values = terms.map((term) => {
    const factors = term.replace(/^[+-]/, '').split('*')
    const product = factors.map((factor) => (/^[\d.]+$/.test(factor) ? Number(factor) : (numberAt(factor)[0] ?? NaN)))
    return product.reduce((a, b) => a * b, term.startsWith('-') ? -1 : 1)
  })
  return values.length === 0 || values.some(Number.isNaN) ? undefined : total(values)
}

/** Rounded as Excel shows it: fifteen digits. */
function total(numbers: readonly number[]): number {
  return Number(numbers.reduce((a, b) => a + b, 0).toPrecision(15))
}
