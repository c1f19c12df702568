// A worksheet part as places in its bytes: what stands around the rows as a tree, the rows to be walked one by one.
import { columnIndex } from '../../workbook/raw.ts'
import { lastRow } from '../../workbook/rowShift.ts'
import { fail } from './failure.ts'
import { ascii, childOf, isSpace, parseXml, prefixOf, skipDeclaration, tagEnd, type XmlElement } from './xmlTree.ts'

export interface SheetPart {
  readonly bytes: Uint8Array
  readonly root: XmlElement
  /** Not looked into by the tree; its rows are walked by `rowsOf`. */
  readonly data: XmlElement
  /** `x:` where the exporter writes `<x:row>`. */
  readonly prefix: string
}

/** Places of a row or a cell; `number` is the 1-based row or the 0-based column. */
export interface GridElement {
  readonly number: number
  readonly start: number
  readonly openEnd: number
  readonly closeStart: number
  readonly end: number
  readonly isEmpty: boolean
  /** Place of the value of its `r`; -1 when it has none and is counted instead. */
  readonly referenceStart: number
  readonly referenceEnd: number
}

const maxColumn = 16_383

export function readSheetPart(bytes: Uint8Array): SheetPart {
  const root = parseXml(bytes, 'sheetData')
  if (root.local !== 'worksheet') fail('unsupported', `root ${root.local}`)
  const prefix = prefixOf(root)
  const data = childOf(root, 'sheetData')
  if (!data || data.name !== `${prefix}sheetData`) fail('unsupported', 'no rows element')
  return { bytes, root, data, prefix }
}

/** Rows in file order. Refuses rows out of order: they cannot be patched by place. */
export function* rowsOf(sheet: SheetPart): Generator<GridElement> {
  const finder = elementFinder(sheet.bytes, `${sheet.prefix}row`)
  let previous = 0
  let at = sheet.data.openEnd
  for (;;) {
    const row = finder(at, sheet.data.closeStart, previous + 1)
    if (!row) return
    if (row.number <= previous || row.number > lastRow) fail('unsupported', `row ${row.number} after ${previous}`)
    yield row
    previous = row.number
    at = row.end
  }
}

/** Cells of a row, left to right. */
export function cellsOf(sheet: SheetPart, row: GridElement): readonly GridElement[] {
  if (row.isEmpty) return []
  const finder = elementFinder(sheet.bytes, `${sheet.prefix}c`)
  const cells: GridElement[] = []
  let previous = -1
  let at = row.openEnd
  for (;;) {
    const cell = finder(at, row.closeStart, previous + 1)
    if (!cell) return cells
    if (cell.number <= previous || cell.number > maxColumn) fail('unsupported', `cells of row ${row.number}`)
    cells.push(cell)
    previous = cell.number
    at = cell.end
  }
}

/** The `<f>` of a cell, or the next one in a stretch of rows; its `number` means nothing. */
export function findFormula(sheet: SheetPart, from: number, to: number): GridElement | undefined {
  return elementFinder(sheet.bytes, `${sheet.prefix}f`)(from, to, 0)
}

/** The first `<name …>…</name>` in [from, to); neither rows nor cells nor formulas nest. */
type FindElement = (from: number, to: number, implied: number) => GridElement | undefined

function elementFinder(bytes: Uint8Array, name: string): FindElement {
  const code = Uint8Array.from(name, (letter) => letter.charCodeAt(0))
  const isNamed = (at: number): boolean => {
    for (let i = 0; i < code.length; i++) if (bytes[at + i] !== code[i]) return false
    const next = bytes[at + code.length]
    return next === 62 || next === 47 || isSpace(next)
  }
  return (from, to, implied) => {
    const start = findTag(bytes, from, to, isNamed)
    if (start < 0) return undefined
    const openEnd = tagEnd(bytes, start)
    const reference = name.endsWith('f') ? undefined : findReference(bytes, start + 1 + code.length, openEnd)
    const number = reference ? toNumber(bytes, reference) : implied
    const place = { number, start, openEnd, referenceStart: reference?.start ?? -1, referenceEnd: reference?.end ?? -1 }
    if (bytes[openEnd - 2] === 47) return { ...place, closeStart: openEnd, end: openEnd, isEmpty: true }
    const closeStart = findTag(bytes, openEnd, to, (at) => bytes[at] === 47 && isNamed(at + 1))
    if (closeStart < 0) fail('damaged', `${name} has no end`)
    return { ...place, closeStart, end: tagEnd(bytes, closeStart), isEmpty: false }
  }
}

/** Place of the first `<` in [from, to) after which `accept` holds; comments and CDATA are passed over. */
function findTag(bytes: Uint8Array, from: number, to: number, accept: (afterLt: number) => boolean): number {
  for (let at = from; at < to; at++) {
    if (bytes[at] !== 60) continue
    if (bytes[at + 1] === 33) at = skipDeclaration(bytes, at) - 1
    else if (accept(at + 1)) return at
  }
  return -1
}

/** Value of ` r="…"` in a start tag. */
function findReference(bytes: Uint8Array, from: number, to: number): { start: number; end: number } | undefined {
  let at = from
  while (at < to) {
    while (isSpace(bytes[at])) at++
    const nameStart = at
    while (at < to && bytes[at] !== 61 && bytes[at] !== 62) at++
    if (bytes[at] !== 61) return undefined
    let quote = at + 1
    while (isSpace(bytes[quote])) quote++
    const close = bytes.indexOf(bytes[quote] ?? 0, quote + 1)
    if (close < 0 || close >= to) return undefined
    if (bytes[nameStart] === 114 && (at === nameStart + 1 || isSpace(bytes[nameStart + 1]))) {
      return { start: quote + 1, end: close }
    }
    at = close + 1
  }
  return undefined
}

/** `12` of a row, the column of `E12` of a cell. */
function toNumber(bytes: Uint8Array, { start, end }: { readonly start: number; readonly end: number }): number {
  const text = ascii(bytes, start, end)
  if (/^[0-9]{1,7}$/.test(text)) return Number(text)
  const column = columnIndex(/^([A-Za-z]{1,3})[0-9]{1,7}$/.exec(text)?.[1]?.toUpperCase() ?? '')
  return column ?? fail('damaged', `reference ${text.slice(0, 20)}`)
}
