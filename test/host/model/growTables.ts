// Tables take in what is written right below or beside them, and their columns are called as the header cells say.
import { intersect, isInside, type Box } from './area.ts'
import { plainValue } from './formatText.ts'
import { cellAt, putCell, type Sheet, type Table } from './sheet.ts'

export function growTables(sheet: Sheet, written: Box): void {
  for (const table of sheet.tables) {
    const { box } = table
    const isBelow =
      !table.showTotals &&
      written.top === box.bottom + 1 &&
      written.left <= box.right &&
      written.right >= box.left &&
      written.left >= box.left &&
      written.right <= box.right
    const isBeside =
      written.left === box.right + 1 &&
      written.top >= box.top &&
      written.top <= box.bottom &&
      written.bottom <= box.bottom
    const grown = isBelow ? { ...box, bottom: written.bottom } : isBeside ? { ...box, right: written.right } : undefined
    if (grown && hasContent(sheet, written) && !overlapsAnother(sheet, { table, grown }))
      resizeTable(sheet, table, grown)
  }
}

export function resizeTable(sheet: Sheet, table: Table, box: Box): void {
  const width = box.right - box.left + 1
  while (table.columnIds.length > width) table.columnIds.pop()
  while (table.columnIds.length < width) table.columnIds.push(Math.max(0, ...table.columnIds) + 1)
  const before = table.box
  table.box = box
  table.filter.box = box
  // The names that were there stay; new columns yield to them.
  const left = box.top === before.top ? before.right + 1 : box.left
  if (left <= box.right) keepHeaders(sheet, { ...box, left, bottom: box.top })
}

/** Header cells are text, never blank, and no two alike. */
export function keepHeaders(sheet: Sheet, written: Box): void {
  for (const { box } of sheet.tables) {
    const header = intersect(written, { ...box, bottom: box.top })
    if (!header) continue
    for (let column = header.left; column <= header.right; column++) {
      const cell = cellAt(sheet, box.top, column)
      const taken = new Set<string>()
      for (let other = box.left; other <= box.right; other++) {
        const value = cellAt(sheet, box.top, other).value
        if (other !== column && value !== '') taken.add(String(plainValue(value)).toLowerCase())
      }
      const wanted = cell.value === '' || typeof cell.value === 'object' ? '' : String(cell.value)
      const stem = wanted === '' ? '列' : wanted
      let name = wanted === '' ? `${stem}1` : wanted
      for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}${n}`
      if (name !== cell.value) putCell(sheet, { row: box.top, column }, { value: name, format: cell.format })
    }
  }
}

export function headerNames(sheet: Sheet, { box }: Table): readonly string[] {
  return Array.from({ length: box.right - box.left + 1 }, (_, at) =>
    String(plainValue(cellAt(sheet, box.top, box.left + at).value)),
  )
}

/** The table whose box holds the cell. */
export function tableAt(sheet: Sheet, row: number, column: number): Table | undefined {
  return sheet.tables.find((table) => isInside(table.box, row, column))
}

function hasContent(sheet: Sheet, box: Box): boolean {
  for (let row = box.top; row <= box.bottom; row++)
    for (let column = box.left; column <= box.right; column++)
      if (cellAt(sheet, row, column).value !== '' || cellAt(sheet, row, column).formula !== undefined) return true
  return false
}

function overlapsAnother(sheet: Sheet, { table, grown }: { readonly table: Table; readonly grown: Box }): boolean {
  return sheet.tables.some((other) => other !== table && intersect(other.box, grown) !== undefined)
}
