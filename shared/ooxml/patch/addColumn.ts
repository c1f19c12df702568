// Width and visibility of one column of our own.
import { setAttribute } from './relations.ts'
import { readSheetPart, type SheetPart } from './sheetPart.ts'
import { applySplices, type Splice } from './splice.ts'
import { ascii, childOf, childrenOf, findAttribute, type XmlElement } from './xmlTree.ts'

export interface ColumnLook {
  /** 0-based. */
  readonly at: number
  /** In characters of the default font. */
  readonly width: number
  readonly hidden: boolean
}

/** Other columns keep what they have, also where one `<col>` speaks of many. */
export function addColumn(sheet: SheetPart, look: ColumnLook): SheetPart {
  const { bytes, prefix } = sheet
  const cols = childOf(sheet.root, 'cols')
  const own = colText(prefix, look)
  if (!cols) {
    const text = `<${prefix}cols>${own}</${prefix}cols>`
    return readSheetPart(applySplices(bytes, [{ start: sheet.data.start, end: sheet.data.start, text }]))
  }
  const spans = childrenOf(cols, 'col').map((element) => ({
    element,
    min: numberOf(bytes, element, 'min'),
    max: numberOf(bytes, element, 'max'),
  }))
  const number = look.at + 1
  const over = spans.find(({ min, max }) => min <= number && number <= max)
  if (over) {
    const text = splitColumn(bytes, over, { number, look, prefix })
    return readSheetPart(applySplices(bytes, [{ start: over.element.start, end: over.element.end, text }]))
  }
  const next = spans.find(({ min }) => min > number)
  const at = next?.element.start ?? cols.closeStart
  const splice: Splice = cols.isEmpty
    ? { start: cols.start, end: cols.end, text: `<${cols.name}>${own}</${cols.name}>` }
    : { start: at, end: at, text: own }
  return readSheetPart(applySplices(bytes, [splice]))
}

function splitColumn(
  bytes: Uint8Array,
  span: { readonly element: XmlElement; readonly min: number; readonly max: number },
  own: { readonly number: number; readonly look: ColumnLook; readonly prefix: string },
): string {
  const { element, min, max } = span
  const spell = (from: number, to: number, extra: readonly (readonly [string, string | null])[] = []): string => {
    if (from > to) return ''
    const part = bytes.slice(element.start, element.end)
    const local = { ...element, start: 0, openEnd: element.openEnd - element.start }
    const values = [['min', String(from)], ['max', String(to)], ...extra] as const
    const splices = values.map(([name, value]) => setAttribute(part, local, { name, value }))
    const text = applySplices(part, splices)
    return ascii(text, 0, text.length)
  }
  const look = [
    ['width', String(own.look.width)],
    ['customWidth', '1'],
    ['hidden', own.look.hidden ? '1' : null],
    ['bestFit', null],
  ] as const
  return spell(min, own.number - 1) + spell(own.number, own.number, look) + spell(own.number + 1, max)
}

function colText(prefix: string, { at, width, hidden }: ColumnLook): string {
  return `<${prefix}col min="${at + 1}" max="${at + 1}" width="${width}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`
}

function numberOf(bytes: Uint8Array, element: XmlElement, name: string): number {
  const found = findAttribute(bytes, element, name)
  return found ? Number(ascii(bytes, found.start, found.end)) : 0
}
