// A sheet written as text, for tests: one line a row, cells between bars.
import {
  columnIndex,
  type CellRange,
  type RawRow,
  type RawSheet,
  type RawStyle,
  type RawValue,
} from '#shared/workbook/raw.ts'

/** Index 1 is bold. */
export const textStyles: readonly RawStyle[] = [
  { numberFormat: 'General', bold: false, strike: false, indent: 0 },
  { numberFormat: 'General', bold: true, strike: false, indent: 0 },
]

export interface SheetTextOptions {
  readonly name?: string
  /** Cell of the first line's first cell, e.g. `C4`; default `A1`. */
  readonly at?: string
  readonly visibility?: RawSheet['visibility']
  /** Column letters. */
  readonly hiddenColumns?: readonly string[]
}

interface Cell {
  readonly value: RawValue
  readonly formula?: string
  readonly bold?: boolean
  readonly merge?: 'left' | 'up'
}

/**
 * `12.5` number · `'12.5` text · `2024-05-01!` date · `true!` boolean · `#REF!` error · `*合计*` bold · `=SUM(A1:A2)→3` formula
 * with its value · `<` merged with the cell to its left, `^` with the cell above · blank between the bars: nothing.
 */
function readCell(text: string): Cell {
  const plain = text.trim()
  if (plain === '') return { value: null }
  if (plain === '<') return { value: null, merge: 'left' }
  if (plain === '^') return { value: null, merge: 'up' }
  if (plain.startsWith('=') && plain.includes('→')) {
    const [formula = '', value = ''] = plain.slice(1).split('→')
    return { ...readCell(value), formula }
  }
  if (/^\*.+\*$/.test(plain)) return { ...readCell(plain.slice(1, -1)), bold: true }
  if (plain.startsWith("'")) return { value: text.slice(text.indexOf("'") + 1).replace(/ $/, '') }
  if (/^-?\d+(\.\d+)?$/.test(plain)) return { value: Number(plain) }
  if (/^(true|false)!$/.test(plain)) return { value: plain === 'true!' }
  if (/^\d{4}-\d{2}-\d{2}!$/.test(plain)) {
    const day = plain.slice(0, -1)
    return { value: { kind: 'date', serial: Math.round(Date.parse(day) / 86400000) + 25569, text: day } }
  }
  if (/^#[A-Z/0]+[!?]?$/.test(plain)) return { value: { kind: 'error', code: plain } }
  return { value: plain.replaceAll('\\n', '\n') }
}

/** Grows `<` and `^` into merges: first to the left, then up. */
function mergesOf(grid: readonly (readonly Cell[])[], top: number, left: number): readonly CellRange[] {
  const merges: CellRange[] = []
  grid.forEach((row, y) =>
    row.forEach((cell, x) => {
      if (cell.merge) return
      let right = x
      while (row[right + 1]?.merge === 'left') right++
      let bottom = y
      while (grid[bottom + 1]?.[x]?.merge === 'up') bottom++
      if (right > x || bottom > y)
        merges.push({ top: top + y, left: left + x, bottom: top + bottom, right: left + right })
    }),
  )
  return merges
}

/** A line beginning with `~` is a hidden row; an empty line is a blank row. Leading and final line breaks are dropped. */
export function sheetText(text: string, options: SheetTextOptions = {}): RawSheet {
  const at = /^([A-Z]+)(\d+)$/.exec(options.at ?? 'A1')
  const left = columnIndex(at?.[1] ?? 'A') ?? 0
  const top = Number(at?.[2] ?? 1)
  const lines = text.replace(/^\n|\n\s*$/g, '').split('\n')
  const grid = lines.map((line) => (line.trim() === '' ? [] : line.trim().replace(/^~/, '').split('|').map(readCell)))
  const rows: RawRow[] = []
  grid.forEach((cells, y) => {
    const padded = [...Array.from({ length: left }, () => ({ value: null }) as Cell), ...cells]
    while (padded.length > 0 && padded[padded.length - 1]?.value === null) padded.pop()
    if (padded.length === 0) return
    rows.push({
      index: top + y,
      cells: padded.map((cell) => cell.value),
      ...(padded.some((cell) => cell.formula) ? { formulas: padded.map((cell) => cell.formula) } : {}),
      ...(padded.some((cell) => cell.bold) ? { styles: padded.map((cell) => (cell.bold ? 1 : 0)) } : {}),
    })
  })
  const used = rows.flatMap((row) => row.cells.flatMap((value, column) => (value === null ? [] : [column])))
  return {
    index: 0,
    name: options.name ?? '表1',
    visibility: options.visibility ?? 'visible',
    rows,
    merges: mergesOf(grid, top, left),
    hiddenRows: new Set(lines.flatMap((line, y) => (line.trim().startsWith('~') ? [top + y] : []))),
    hiddenColumns: new Set((options.hiddenColumns ?? []).map((letters) => columnIndex(letters) ?? 0)),
    trueRange:
      rows.length === 0
        ? undefined
        : {
            top: rows[0]?.index ?? 1,
            left: Math.min(...used),
            bottom: rows[rows.length - 1]?.index ?? 1,
            right: Math.max(...used),
          },
    tables: [],
  }
}
