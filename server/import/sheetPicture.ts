// A table as people know it, as texts, for the shaded picture beside what was recognised.
import type { ImportTable } from '#shared/contract/resources.ts'
import type { RawSheet, RawValue } from '#shared/workbook/raw.ts'
import type { CellRange } from '#shared/workbook/raw.ts'

const maxRows = 300
const maxColumns = 40
const maxText = 200

export function sheetPicture(sheet: RawSheet, range: CellRange): ImportTable['picture'] {
  const bottom = Math.min(range.bottom, range.top + maxRows - 1)
  const right = Math.min(range.right, range.left + maxColumns - 1)
  const rows: string[][] = Array.from({ length: bottom - range.top + 1 }, () => [])
  for (const row of sheet.rows) {
    if (row.index < range.top) continue
    if (row.index > bottom) break
    rows[row.index - range.top] = row.cells.slice(range.left, right + 1).map(textOf)
  }
  return { top: range.top, left: range.left, rows, cut: bottom < range.bottom || right < range.right }
}

function textOf(cell: RawValue): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.kind === 'date' ? cell.text : cell.code
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  // A double shows at most 15 digits, as Excel does: 0.1 + 0.2 is 0.3.
  const text = typeof cell === 'number' ? String(Number(cell.toPrecision(15))) : cell
  return text.length > maxText ? `${text.slice(0, maxText - 1)}…` : text
}
