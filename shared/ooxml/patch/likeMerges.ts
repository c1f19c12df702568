// New rows made like a row whose cells are merged side by side get the same merges.
import { parseRange } from '../ranges.ts'
import { formatRange } from './rangeText.ts'
import type { CellRange } from '../../workbook/raw.ts'
import type { RowShift } from '../../workbook/rowShift.ts'
import { setAttribute } from './relations.ts'
import type { SheetPart } from './sheetPart.ts'
import type { Splice } from './splice.ts'
import { childOf, childrenOf, findAttribute } from './xmlTree.ts'
import type { ReadText } from './xmlText.ts'

export function likeMerges(sheet: SheetPart, shift: RowShift, readText: ReadText): readonly Splice[] {
  const list = childOf(sheet.root, 'mergeCells')
  if (shift.type !== 'insert' || !list) return []
  const { bytes, prefix } = sheet
  const merges = childrenOf(list, 'mergeCell')
  const like = merges.flatMap((element): readonly CellRange[] => {
    const reference = findAttribute(bytes, element, 'ref')
    const range = reference && parseRange(readText(bytes, reference.start, reference.end))
    return range?.top === shift.like && range.bottom === shift.like ? [range] : []
  })
  if (like.length === 0) return []
  let text = ''
  for (let row = shift.before; row < shift.before + shift.count; row++) {
    for (const range of like) text += `<${prefix}mergeCell ref="${formatRange({ ...range, top: row, bottom: row })}"/>`
  }
  const count = merges.length + like.length * shift.count
  const counted = findAttribute(bytes, list, 'count')
    ? [setAttribute(bytes, list, { name: 'count', value: String(count) })]
    : []
  return [...counted, { start: list.closeStart, end: list.closeStart, text }]
}
