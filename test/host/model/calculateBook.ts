// Gives every formula its value by the calculator the test brought; without one, formulas keep the value they have.
import { cellAt, type Sheet } from './sheet.ts'
import { findSheet, type Book } from './book.ts'
import type { CellValue } from './parseInput.ts'

interface FormulaCell {
  readonly sheet: Sheet
  readonly row: number
  readonly column: number
  readonly formula: string
}

function findFormulas({ sheets }: Book): readonly FormulaCell[] {
  const found: FormulaCell[] = []
  for (const sheet of sheets) {
    for (const [row, cells] of sheet.cells) {
      for (const [column, { formula }] of cells) if (formula !== undefined) found.push({ sheet, row, column, formula })
    }
  }
  return found
}

/** Runs until nothing changes any more, at most so many times: a chain of formulas is at most as long. */
const maxRounds = 20

export function calculateBook(book: Book): void {
  const { calculate } = book
  if (!calculate) return
  const read = (name: string, row: number, column: number): CellValue => {
    const sheet = findSheet(book, name)
    return sheet ? cellAt(sheet, row, column).value : { error: '#REF!' }
  }
  const formulas = findFormulas(book)
  for (let round = 0; round < maxRounds; round++) {
    let isChanged = false
    for (const { formula, ...at } of formulas) {
      const value = formula.includes('#REF!') ? { error: '#REF!' } : calculate(formula, at, read)
      const cell = cellAt(at.sheet, at.row, at.column)
      if (value === undefined || JSON.stringify(value) === JSON.stringify(cell.value)) continue
      at.sheet.cells.get(at.row)?.set(at.column, { ...cell, value })
      isChanged = true
    }
    if (!isChanged) return
  }
}
