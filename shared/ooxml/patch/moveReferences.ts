// References outside the grid (merges, formats, validations, filters, names, charts, pivots) after rows moved.
import { cellName } from '../../workbook/raw.ts'
import { parseRange } from '../ranges.ts'
import { formatRange, parseRanges } from './rangeText.ts'
import { offsetFormula, shiftFormula } from '../../workbook/rewriteFormula.ts'
import { growSpan, moveRow, moveSpan, type RowShift } from '../../workbook/rowShift.ts'
import type { Draft } from './draft.ts'
import { attributeText, cut, setAttribute } from './relations.ts'
import type { Splice } from './splice.ts'
import { childOf, findAttribute, readAttributes, type XmlElement } from './xmlTree.ts'
import { escapeAttribute, escapeText } from './xmlText.ts'

export interface Move {
  readonly sheet: string
  readonly shift: RowShift
}

/** Attributes that hold ranges of the element's own sheet. */
const rangeAttributes: ReadonlyMap<string, string> = new Map([
  ...['dimension', 'mergeCell', 'hyperlink', 'autoFilter', 'sortState', 'sortCondition', 'table', 'location'].map(
    (name) => [name, 'ref'] as const,
  ),
  ...['comment', 'threadedComment'].map((name) => [name, 'ref'] as const),
  ...['conditionalFormatting', 'dataValidation', 'protectedRange', 'ignoredError'].map(
    (name) => [name, 'sqref'] as const,
  ),
  ['cellWatch', 'r'],
  ['inputCells', 'r'],
])
/** Those that take in rows made like their last one. */
const growing = new Set([
  'conditionalFormatting',
  'dataValidation',
  'protectedRange',
  'ignoredError',
  'table',
  'autoFilter',
])
/** Their formulas are written relative to the first cell of their range. */
const relativeTo = new Set(['conditionalFormatting', 'dataValidation'])
const formulaElements = new Set([
  'formula',
  'formula1',
  'formula2',
  'f',
  'calculatedColumnFormula',
  'totalsRowFormula',
  'definedName',
  'FmlaLink',
  'FmlaRange',
  'FmlaGroup',
  'FmlaTxbx',
])
const formulaAttributes = new Set([
  'textlink',
  'fmlaLink',
  'fmlaRange',
  'fmlaGroup',
  'fmlaTxbx',
  'linkedCell',
  'listFillRange',
])

export interface References {
  readonly draft: Draft
  readonly bytes: Uint8Array
  readonly move: Move
  /** Sheet the part belongs to; undefined for workbook, charts, caches. */
  readonly sheet: string | undefined
  /** Inside conditional formats and validations: their formulas are written for the first cell of their range. */
  readonly base?: Rebase
}

/** Rows from the old first row to one that stays, and from where that one comes to the new first row. */
interface Rebase {
  readonly before: number
  readonly after: number
}

/** Splices for `root` and all below it; the grid is not looked into. */
export function moveReferences(context: References, root: XmlElement): readonly Splice[] {
  const splices: Splice[] = []
  visit(context, root, splices)
  return splices
}

/** @returns whether the element went away */
function visit(outer: References, element: XmlElement, splices: Splice[]): boolean {
  // Column breaks count columns.
  if (element.local === 'colBreaks') return false
  let context = outer
  if (context.sheet?.toLowerCase() === context.move.sheet.toLowerCase()) {
    const own = ownRanges(context, element)
    if (own === 'gone') {
      splices.push(cut(element))
      return true
    }
    splices.push(...own)
    const written = rangesOf(context, element)
    const base = written && relativeTo.has(element.local) ? rebase(context.move.shift, written) : undefined
    if (base) context = { ...context, base }
  }
  splices.push(...formulasIn(context, element))
  const before = splices.length
  const gone = element.children.filter((child) => visit(context, child, splices)).length
  if (gone === 0) return false
  if (gone === element.children.length && element.local !== 'commentList') {
    splices.splice(before)
    splices.push(cut(element))
    return true
  }
  if (findAttribute(context.bytes, element, 'count')) {
    const left = element.children.length - gone
    splices.push(setAttribute(context.bytes, element, { name: 'count', value: String(left) }))
  }
  return false
}

function ownRanges(context: References, element: XmlElement): readonly Splice[] | 'gone' {
  const { bytes, draft, move } = context
  if (element.local === 'brk') return movedBreak(context, element)
  if (['selection', 'pane', 'sheetView'].includes(element.local)) {
    return readAttributes(bytes, element.start, element.openEnd)
      .filter((each) => ['activeCell', 'topLeftCell', 'sqref'].includes(each.name))
      .map(({ start, end }) => ({ start, end, text: clampRanges(move.shift, draft.readText(bytes, start, end)) }))
  }
  if (element.local === 'sqref') {
    const text = moveRanges(move.shift, draft.readText(bytes, element.openEnd, element.closeStart), true)
    return text === null ? [] : [{ start: element.openEnd, end: element.closeStart, text }]
  }
  const written = rangesOf(context, element)
  if (written === undefined) return []
  const text = moveRanges(move.shift, written, growing.has(element.local))
  if (text === null || (element.local === 'mergeCell' && !text.includes(':'))) return 'gone'
  const name = rangeAttributes.get(element.local) ?? ''
  const attribute = text === written ? undefined : findAttribute(bytes, element, name)
  return attribute ? [{ start: attribute.start, end: attribute.end, text }] : []
}

/** Where the element says it applies: its own attribute, or `xm:sqref` below it in the 2009 extensions. */
function rangesOf({ bytes, draft }: References, element: XmlElement): string | undefined {
  const name = rangeAttributes.get(element.local)
  if (name === undefined && element.local !== 'sparkline') return undefined
  const attribute = name === undefined ? undefined : findAttribute(bytes, element, name)
  if (attribute) return draft.readText(bytes, attribute.start, attribute.end)
  const below = childOf(element, 'sqref')
  return below && draft.readText(bytes, below.openEnd, below.closeStart)
}

/** A row break `id` stands below row `id`. */
function movedBreak({ bytes, draft, move }: References, element: XmlElement): readonly Splice[] {
  const id = Number(attributeText(draft, bytes, { element, name: 'id' }))
  const next = id > 0 ? moveRow(move.shift, id + 1) : undefined
  if (next === undefined || next === id + 1) return []
  return [setAttribute(bytes, element, { name: 'id', value: String(next - 1) })]
}

function formulasIn(context: References, element: XmlElement): readonly Splice[] {
  const { bytes, draft } = context
  const isFormulaScale =
    element.local === 'cfvo' && attributeText(draft, bytes, { element, name: 'type' }) === 'formula'
  const splices: Splice[] = []
  for (const { name, start, end } of readAttributes(bytes, element.start, element.openEnd)) {
    if (!formulaAttributes.has(name) && !(isFormulaScale && name === 'val')) continue
    const text = draft.readText(bytes, start, end)
    const moved = movedFormula(context, text)
    if (moved !== text) splices.push({ start, end, text: escapeAttribute(moved) })
  }
  if (!formulaElements.has(element.local) || element.children.length > 0) return splices
  const text = draft.readText(bytes, element.openEnd, element.closeStart)
  const moved = movedFormula(context, text)
  if (moved !== text) splices.push({ start: element.openEnd, end: element.closeStart, text: escapeText(moved) })
  return splices
}

function movedFormula({ move, sheet, base }: References, text: string): string {
  const based = base && base.before !== 0 ? offsetFormula(text, base.before, 0) : text
  const moved = shiftFormula(based, { sheet }, move)
  return base && base.after !== 0 ? offsetFormula(moved, base.after, 0) : moved
}

function rebase(shift: RowShift, written: string): Rebase | undefined {
  const ranges = parseRanges(written)?.toSorted((a, b) => a.top - b.top) ?? []
  const top = ranges[0]?.top
  const moved = ranges.map((range) => growSpan(shift, range)?.top).filter((row) => row !== undefined)
  if (top === undefined || moved.length === 0) return undefined
  for (const range of ranges) {
    for (let row = range.top; row <= range.bottom; row++) {
      const to = moveRow(shift, row)
      if (to !== undefined) return { before: row - top, after: Math.min(...moved) - to }
    }
  }
  return undefined
}

/** null when nothing is left; text that is no list of ranges stays. */
function moveRanges(shift: RowShift, written: string, isGrowing: boolean): string | null {
  const ranges = parseRanges(written)
  if (!ranges) return written
  const moved = ranges.flatMap((range) => {
    const span = isGrowing ? growSpan(shift, range) : moveSpan(shift, range)
    return span ? [{ range, span }] : []
  })
  if (moved.length === 0) return null
  const isSame =
    moved.length === ranges.length &&
    moved.every(({ range, span }) => range.top === span.top && range.bottom === span.bottom)
  return isSame ? written : moved.map(({ range, span }) => formatRange({ ...range, ...span })).join(' ')
}

/** For what a person had selected or scrolled to: what is gone goes to the row that took its place. */
function clampRanges(shift: RowShift, written: string): string {
  const moved = moveRanges(shift, written, false)
  if (moved !== null) return moved
  const range = parseRange(written.split(' ')[0] ?? '')
  for (let row = range?.top ?? 1; row > 1; row--) {
    const to = moveRow(shift, row)
    if (to !== undefined) return cellName(to, range?.left ?? 0)
  }
  return cellName(1, range?.left ?? 0)
}
