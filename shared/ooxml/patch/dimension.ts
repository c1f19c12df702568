// The used range that a sheet part states about itself.
import { parseRange } from '../ranges.ts'
import { formatRange } from './rangeText.ts'
import type { SheetPart } from './sheetPart.ts'
import type { Splice } from './splice.ts'
import { ascii, childOf, findAttribute } from './xmlTree.ts'

/** Takes new cells in; nothing where the sheet states no range. */
export function growDimension(
  sheet: SheetPart,
  cells: readonly { readonly row: number; readonly column: number }[],
): readonly Splice[] {
  const element = childOf(sheet.root, 'dimension')
  const reference = element && findAttribute(sheet.bytes, element, 'ref')
  const range = reference && parseRange(ascii(sheet.bytes, reference.start, reference.end))
  if (!reference || !range) return []
  const grown = { ...range }
  for (const { row, column } of cells) {
    grown.top = Math.min(grown.top, row)
    grown.bottom = Math.max(grown.bottom, row)
    grown.left = Math.min(grown.left, column)
    grown.right = Math.max(grown.right, column)
  }
  const text = formatRange(grown)
  return text === formatRange(range) ? [] : [{ start: reference.start, end: reference.end, text }]
}
