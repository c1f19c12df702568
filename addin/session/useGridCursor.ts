// Moving about a grid by keyboard: one cell at a time holds the focus.
import { useCallback, useState, type KeyboardEvent } from 'react'

export interface Cell {
  /** Both 0-based places in the grid, not in the sheet. */
  readonly row: number
  readonly column: number
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
  /** Rows that Page Up and Page Down jump over. */
  readonly page: number
}

/** Where a key leads; undefined when it is no key of ours. */
export function moveCell(
  from: Cell,
  key: { readonly key: string; readonly ctrlKey: boolean },
  size: GridSize,
): Cell | undefined {
  const last = { row: Math.max(0, size.rows - 1), column: Math.max(0, size.columns - 1) }
  const at = (row: number, column: number): Cell => ({
    row: Math.min(last.row, Math.max(0, row)),
    column: Math.min(last.column, Math.max(0, column)),
  })
  switch (key.key) {
    case 'ArrowUp':
      return at(key.ctrlKey ? 0 : from.row - 1, from.column)
    case 'ArrowDown':
      return at(key.ctrlKey ? last.row : from.row + 1, from.column)
    case 'ArrowLeft':
      return at(from.row, key.ctrlKey ? 0 : from.column - 1)
    case 'ArrowRight':
      return at(from.row, key.ctrlKey ? last.column : from.column + 1)
    case 'PageUp':
      return at(from.row - size.page, from.column)
    case 'PageDown':
      return at(from.row + size.page, from.column)
    case 'Home':
      return at(key.ctrlKey ? 0 : from.row, 0)
    case 'End':
      return at(key.ctrlKey ? last.row : from.row, last.column)
    default:
      return undefined
  }
}

export interface GridCursor {
  readonly cell: Cell
  /** Goes there; the grid then focuses the cell. */
  readonly go: (cell: Cell) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** @param onMove told after each move by key or `go`; the grid scrolls and focuses */
export function useGridCursor(size: GridSize, onMove: (cell: Cell) => void): GridCursor {
  const [wanted, setWanted] = useState<Cell>({ row: 0, column: 0 })
  // the grid may have shrunk since
  const cell: Cell = {
    row: Math.min(wanted.row, Math.max(0, size.rows - 1)),
    column: Math.min(wanted.column, Math.max(0, size.columns - 1)),
  }
  const go = useCallback(
    (next: Cell) => {
      setWanted(next)
      onMove(next)
    },
    [onMove],
  )
  return {
    cell,
    go,
    onKeyDown(event) {
      const next = moveCell(cell, event, size)
      if (!next) return
      event.preventDefault()
      go(next)
    },
  }
}
