// Where a cell reference points.
import { columnIndex } from '#shared/workbook/raw.ts'

/** `E9` → row 9 (1-based), column 4 (0-based); undefined when it is no cell. */
export function splitCell(cell: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(cell)
  const column = columnIndex(match?.[1] ?? '')
  return match && column !== undefined ? { row: Number(match[2]), column } : undefined
}
