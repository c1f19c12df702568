// Gives every formula its value by the calculator the test brought; without one, formulas keep the value they have.
import type { Book } from './book.ts'
import type { CellValue } from './parseInput.ts'
import type { Sheet } from './sheet.ts'

export interface FormulaCell {
  readonly sheet: Sheet
  readonly row: number
  readonly column: number
  /** With `=`. */
  readonly formula: string
}

/** Values of these formulas, all there are in the book, in their order. */
export type Calculate = (book: Book, formulas: readonly FormulaCell[]) => readonly CellValue[]

function findFormulas({ sheets }: Book): readonly FormulaCell[] {
  const found: FormulaCell[] = []
  for (const sheet of sheets) {
    for (const [row, cells] of sheet.cells) {
      for (const [column, { formula }] of cells) if (formula !== undefined) found.push({ sheet, row, column, formula })
    }
  }
  return found
}

/** @returns sheets with values that are new */
export function calculateBook(book: Book): ReadonlySet<Sheet> {
  const changed = new Set<Sheet>()
  if (!book.calculate) return changed
  const formulas = findFormulas(book)
  if (formulas.length === 0) return changed
  const values = book.calculate(book, formulas)
  formulas.forEach(({ sheet, row, column }, at) => {
    const cells = sheet.cells.get(row)
    const cell = cells?.get(column)
    const value = values[at]
    if (!cells || !cell || value === undefined || JSON.stringify(value) === JSON.stringify(cell.value)) return
    cells.set(column, { ...cell, value })
    changed.add(sheet)
  })
  return changed
}
