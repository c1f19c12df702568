// Pictures, charts and comment boxes that hang on rows.
import { moveRow, type RowShift } from '../../workbook/rowShift.ts'
import type { Draft } from './draft.ts'
import { attributeText, cut } from './relations.ts'
import type { Splice } from './splice.ts'
import { ascii, childOf, childrenOf, descendantsOf, type XmlElement } from './xmlTree.ts'

export interface Drawing {
  readonly draft: Draft
  readonly bytes: Uint8Array
  readonly shift: RowShift
}

/** Anchors of a spreadsheet drawing (`xdr:twoCellAnchor`, `xdr:oneCellAnchor`), by their `editAs`. */
export function moveAnchors({ draft, bytes, shift }: Drawing, root: XmlElement): readonly Splice[] {
  const anchors = [...descendantsOf(root)].filter((each) => ['twoCellAnchor', 'oneCellAnchor'].includes(each.local))
  return anchors.flatMap((anchor) => {
    const editAs = attributeText(draft, bytes, { element: anchor, name: 'editAs' }) ?? 'twoCell'
    if (editAs === 'absolute') return []
    const rows = childrenOf(anchor, 'from', 'to').flatMap((corner) => childOf(corner, 'row') ?? [])
    const [from, to] = rows.map((element) => ({ element, row: Number(textOf(bytes, element)) }))
    if (!from) return []
    const moved = followRow(shift, from.row)
    const splices = [rowText(from.element, moved)]
    const isSized = anchor.local === 'twoCellAnchor' && editAs === 'oneCell'
    if (to) splices.push(rowText(to.element, isSized ? to.row + moved - from.row : followRow(shift, to.row)))
    return splices
  })
}

/** Legacy drawing (VML) of comments and form controls: `x:Anchor` and `x:Row`; boxes of deleted comments go. */
export function moveVml({ draft, bytes, shift }: Drawing, root: XmlElement): readonly Splice[] {
  const splices: Splice[] = []
  for (const shape of [...descendantsOf(root)].filter((each) => each.local === 'shape')) {
    const data = childOf(shape, 'ClientData')
    if (!data) continue
    const row = childOf(data, 'Row')
    const number = row ? Number(textOf(bytes, row)) : undefined
    const isNote = attributeText(draft, bytes, { element: data, name: 'ObjectType' }) === 'Note'
    if (isNote && number !== undefined && moveRow(shift, number + 1) === undefined) {
      splices.push(cut(shape))
      continue
    }
    if (row && number !== undefined) splices.push(rowText(row, followRow(shift, number)))
    const anchor = childOf(data, 'Anchor')
    const numbers = anchor ? textOf(bytes, anchor).split(',').map(Number) : []
    const [, , top, , , , bottom] = numbers
    if (!anchor || numbers.length !== 8 || top === undefined || bottom === undefined) continue
    const moved = followRow(shift, top)
    const text = numbers
      .with(2, moved)
      .with(6, bottom + moved - top)
      .join(', ')
    splices.push({ start: anchor.openEnd, end: anchor.closeStart, text })
  }
  return splices
}

/** 0-based; a row that is gone gives its place to the next one. */
function followRow(shift: RowShift, row: number): number {
  const moved = moveRow(shift, row + 1)
  if (moved !== undefined) return moved - 1
  return shift.type === 'delete' ? row - shift.rows.filter((each) => each <= row).length : row
}

function rowText(element: XmlElement, row: number): Splice {
  return { start: element.openEnd, end: element.closeStart, text: String(row) }
}

function textOf(bytes: Uint8Array, element: XmlElement): string {
  return ascii(bytes, element.openEnd, element.closeStart).trim()
}
