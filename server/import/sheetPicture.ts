// A table as people know it, as texts, for the shaded picture beside what was recognised.
import type { ImportTable } from '#shared/contract/importResources.ts'
import type { RawSheet, RawValue } from '#shared/workbook/raw.ts'
import type { CellRange } from '#shared/workbook/raw.ts'

const maxRows = 300
const maxColumns = 40
const maxText = 200
/** Characters of all texts; a picture of notes of 200 characters each is cut before its 300th row. */
const maxCharacters = 200_000

/** @param maxCells that the answer still has room for */
export function sheetPicture(sheet: RawSheet, range: CellRange, maxCells: number): ImportTable['picture'] {
  const right = Math.min(range.right, range.left + maxColumns - 1)
  const fit = Math.floor(maxCells / (right - range.left + 1))
  const bottom = Math.min(range.bottom, range.top + Math.min(maxRows, fit) - 1)
  const rows: string[][] = []
  let characters = 0
  for (const row of sheet.rows) {
    if (row.index < range.top) continue
    if (row.index > bottom) break
    const texts = row.cells.slice(range.left, right + 1).map(textOf)
    characters += texts.reduce((sum, text) => sum + text.length, 0)
    if (characters > maxCharacters) break
    while (rows.length < row.index - range.top) rows.push([])
    rows.push(texts)
  }
  const isWhole = characters <= maxCharacters && bottom === range.bottom
  while (isWhole && rows.length < bottom - range.top + 1) rows.push([])
  return { top: range.top, left: range.left, rows, cut: !isWhole || right < range.right }
}

function textOf(cell: RawValue): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.kind === 'date' ? cell.text : cell.code
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  // A double shows at most 15 digits, as Excel does: 0.1 + 0.2 is 0.3.
  const text = typeof cell === 'number' ? String(Number(cell.toPrecision(15))) : cell
  return text.length > maxText ? `${text.slice(0, maxText - 1)}…` : text
}
