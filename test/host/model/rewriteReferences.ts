// Finds the cell references of a formula, columns included, and writes them anew.
import { formatBox, lastColumn, lastRow, parseBox, type Box } from './area.ts'

export interface Reference {
  /** undefined: the formula's own sheet. */
  readonly sheet: string | undefined
  readonly box: Box
  /** Marks of `$` before column and row of the first and the last cell. */
  readonly absolute: readonly boolean[]
}

const token =
  /("(?:[^"]|"")*")|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(!])|[\p{L}_\\][\p{L}\p{N}_.\\]*|\[[^\]]*\]|#[A-Z/0-9]+[!?]?/gu

/**
 * @param replace the new place, null for deleted cells (`#REF!`), undefined to leave it as it is written
 */
export function rewriteReferences(formula: string, replace: (reference: Reference) => Box | null | undefined): string {
  return formula.replace(token, (whole: string, text?: string, sheetPart?: string, cells?: string) => {
    const box = text === undefined && cells !== undefined ? parseBox(cells) : undefined
    if (!box || cells === undefined) return whole
    const sheet = sheetPart?.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'")
    const absolute = marks(cells)
    const moved = replace({ sheet, box, absolute })
    if (moved === undefined) return whole
    return (sheetPart ?? '') + (moved === null ? '#REF!' : spell(moved, { absolute, isRange: cells.includes(':') }))
  })
}

function marks(cells: string): readonly boolean[] {
  const [first = '', last = first] = cells.split(':')
  return [first, last].flatMap((corner) => [/^\$[A-Za-z]/.test(corner), /\$\d/.test(corner)])
}

function spell(box: Box, was: { readonly absolute: readonly boolean[]; readonly isRange: boolean }): string {
  const text = formatBox(box)
  const [first = '', last = was.isRange ? first : undefined] = text.split(':')
  const corner = (cell: string, at: number): string =>
    cell.replace(/^(?=[A-Z])/, was.absolute[at] ? '$' : '').replace(/(?=\d)(?<!\d)/, was.absolute[at + 1] ? '$' : '')
  return last === undefined ? corner(first, 0) : `${corner(first, 0)}:${corner(last, 2)}`
}

/** As the formula reads when its cell moves: relative references move along. */
export function moveFormula(formula: string, by: { readonly rows: number; readonly columns: number }): string {
  return rewriteReferences(formula, ({ box, absolute: [left, top, right, bottom] }) => {
    const moved = {
      top: box.top === 0 && box.bottom === lastRow ? 0 : box.top + (top ? 0 : by.rows),
      left: box.left === 0 && box.right === lastColumn ? 0 : box.left + (left ? 0 : by.columns),
      bottom: box.bottom === lastRow ? lastRow : box.bottom + (bottom ? 0 : by.rows),
      right: box.right === lastColumn ? lastColumn : box.right + (right ? 0 : by.columns),
    }
    return moved.top < 0 || moved.left < 0 ? null : moved
  })
}
