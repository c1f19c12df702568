// Inserts or deletes rows of one sheet and keeps the whole package pointing at the same cells.
import { formatRange } from './rangeText.ts'
import { shiftFormula } from '../../workbook/rewriteFormula.ts'
import { lastRow, moveSpan, type RowShift } from '../../workbook/rowShift.ts'
import { need, type Draft } from './draft.ts'
import { fail } from './failure.ts'
import { formulasOf, spellSharedFormulas } from './formulas.ts'
import { likeMerges } from './likeMerges.ts'
import { moveAnchors, moveVml } from './moveDrawing.ts'
import { moveGrid } from './moveGrid.ts'
import { moveReferences, type Move } from './moveReferences.ts'
import { askForCalculation, dropCalculationChain } from './recalculate.ts'
import { attributeText, readRelations, setAttribute } from './relations.ts'
import { readSheetPart, type SheetPart } from './sheetPart.ts'
import { spellReferences } from './spellReferences.ts'
import { applySplices, type Splice } from './splice.ts'
import { tablesOf } from './tables.ts'
import { findSheet, readWorkbookPart, type SheetEntry } from './workbookPart.ts'
import { childOf, parseXml, type XmlElement } from './xmlTree.ts'
import { encodeUtf8, escapeText } from './xmlText.ts'

export function moveRows(draft: Draft, sheetName: string, shift: RowShift): void {
  const sheet = findSheet(readWorkbookPart(draft), sheetName)
  refuseImpossible(draft, sheet, shift)
  const move = { sheet: sheet.name, shift }
  moveOwnSheet(draft, sheet, move)
  const attached = moveAttachedParts(draft, sheet, move)
  for (const other of readWorkbookPart(draft).sheets) {
    if (other.path !== sheet.path) moveOtherSheet(draft, other, move)
  }
  moveElsewhere(draft, move, attached)
  dropCalculationChain(draft)
  askForCalculation(draft)
}

function refuseImpossible(draft: Draft, sheet: SheetEntry, shift: RowShift): void {
  const rows = shift.type === 'insert' ? [shift.before, shift.count, shift.like] : shift.rows
  if (rows.some((row) => !Number.isInteger(row) || row < 1 || row > lastRow)) fail('too-large', 'row number')
  for (const table of tablesOf(draft, sheet.path)) {
    const header = table.headerRange
    const moved = header && moveSpan(shift, header)
    if (header && moved?.bottom !== undefined && moved.bottom - moved.top === header.bottom - header.top) {
      if (moveSpan(shift, table.dataRows)) continue
    } else if (!header && moveSpan(shift, table.dataRows)) continue
    fail('unsupported', `table object ${formatRange(table.range)} would lose its header or all its rows`)
  }
  for (const { type, target } of readRelations(draft, sheet.path)) {
    if (type !== 'pivotTable' || target === undefined) continue
    const bytes = need(draft, target)
    const location = childOf(parseXml(bytes), 'location')
    const reference = location && attributeText(draft, bytes, { element: location, name: 'ref' })
    const [top, bottom] = (reference ?? '').split(':').map((cell) => Number(/\d+$/.exec(cell)?.[0]))
    if (top === undefined) continue
    const span = { top, bottom: bottom ?? top }
    const moved = moveSpan(shift, span)
    if (!moved || moved.bottom - moved.top !== span.bottom - span.top) fail('unsupported', `pivot table ${reference}`)
  }
}

function moveOwnSheet(draft: Draft, entry: SheetEntry, move: Move): void {
  const counted = spellReferences(readSheetPart(need(draft, entry.path)))
  const sheet = spellSharedFormulas(counted, draft.readText)
  const around = referencesIn(draft, sheet, { move, sheet: entry.name })
  const merges = likeMerges(sheet, move.shift, draft.readText)
  const { data } = sheet
  const grid = data.isEmpty
    ? []
    : [{ start: data.openEnd, end: data.closeStart, text: moveGrid(sheet, move, draft.readText) }]
  draft.write(entry.path, applySplices(sheet.bytes, [...around, ...grid, ...merges]))
}

function referencesIn(draft: Draft, part: SheetPart, of: { move: Move; sheet: string }): readonly Splice[] {
  return moveReferences({ draft, bytes: part.bytes, ...of }, part.root)
}

/** Tables, comments, drawings, pivot tables and form controls of the sheet itself; returns their part names. */
function moveAttachedParts(draft: Draft, sheet: SheetEntry, move: Move): ReadonlySet<string> {
  const done = new Set<string>()
  for (const { type, target } of readRelations(draft, sheet.path)) {
    const bytes = target === undefined || !attachedTypes.has(type) ? undefined : draft.read(target)
    if (target === undefined || !bytes) continue
    done.add(target.toLowerCase())
    const root = parseXml(bytes)
    const drawing = { draft, bytes, shift: move.shift }
    // Drawings name the sheet in their formulas; their own elements are no ranges.
    const of = { draft, bytes, move, sheet: type === 'drawing' ? undefined : sheet.name }
    const splices = type === 'vmlDrawing' ? moveVml(drawing, root) : moveReferences(of, root)
    const anchors = type === 'drawing' ? moveAnchors(drawing, root) : []
    draft.write(target, applySplices(bytes, [...splices, ...anchors]))
  }
  return done
}

const attachedTypes = new Set([
  'table',
  'comments',
  'threadedComment',
  'drawing',
  'vmlDrawing',
  'pivotTable',
  'ctrlProp',
])

function moveOtherSheet(draft: Draft, entry: SheetEntry, move: Move): void {
  const bytes = need(draft, entry.path)
  if (!mentions(bytes, move.sheet) || parseXml(bytes, 'sheetData').local !== 'worksheet') return
  const original = readSheetPart(bytes)
  const groups = new Set<string>()
  for (const formula of formulasOf(original, draft.readText)) {
    if (formula.group !== undefined && moved(formula.text, entry, move) !== formula.text) groups.add(formula.group)
  }
  const sheet = groups.size === 0 ? original : spellSharedFormulas(original, draft.readText, groups)
  const splices: Splice[] = [...referencesIn(draft, sheet, { move, sheet: entry.name })]
  for (const { element, text } of formulasOf(sheet, draft.readText)) {
    const after = moved(text, entry, move)
    if (after !== text) splices.push({ start: element.openEnd, end: element.closeStart, text: escapeText(after) })
  }
  draft.write(entry.path, applySplices(sheet.bytes, splices))
}

function moved(formula: string, entry: SheetEntry, move: Move): string {
  return shiftFormula(formula, { sheet: entry.name }, move)
}

/** Names, charts, pivot sources, tables and controls of other sheets: all that speaks of the sheet by its name. */
function moveElsewhere(draft: Draft, move: Move, done: ReadonlySet<string>): void {
  const workbook = readWorkbookPart(draft)
  const names = childOf(workbook.root, 'definedNames')
  if (names) {
    const context = { draft, bytes: workbook.bytes, move, sheet: undefined }
    draft.write(workbook.path, applySplices(workbook.bytes, moveReferences(context, names)))
  }
  const folders = /(^|\/)(charts|pivotCache|tables|ctrlProps|drawings|chartsheets)\/[^/]+\.xml$/i
  for (const path of draft.paths().filter((each) => folders.test(each) && !done.has(each.toLowerCase()))) {
    const bytes = need(draft, path)
    if (!mentions(bytes, move.sheet)) continue
    const root = parseXml(bytes)
    const context = { draft, bytes, move, sheet: undefined }
    draft.write(
      path,
      applySplices(bytes, [...moveReferences(context, root), ...pivotSource(draft, bytes, { root, move })]),
    )
  }
}

/** `<worksheetSource ref="A4:G120" sheet="明细"/>`. */
function pivotSource(draft: Draft, bytes: Uint8Array, of: { root: XmlElement; move: Move }): readonly Splice[] {
  const source = childOf(of.root, 'cacheSource')
  const element = source && childOf(source, 'worksheetSource')
  if (!element) return []
  const value = (name: string): string => attributeText(draft, bytes, { element, name }) ?? ''
  if (value('sheet').toLowerCase() !== of.move.sheet.toLowerCase() || value('ref') === '') return []
  const reference = shiftFormula(value('ref'), { sheet: of.move.sheet }, of.move)
  if (reference === '#REF!') fail('unsupported', 'all rows of a pivot source')
  return [setAttribute(bytes, element, { name: 'ref', value: reference })]
}

/** Whether the part's bytes hold the sheet's name in any spelling; a part that does not cannot point at it. */
function mentions(bytes: Uint8Array, sheet: string): boolean {
  // A name with characters that can be written in several ways is looked for by reading everything.
  return /[&<>'"]/.test(sheet) || indexOfBytes(bytes, encodeUtf8(sheet)) >= 0
}

function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array): number {
  const first = wanted[0] ?? 0
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let i = 1
    while (i < wanted.length && bytes[at + i] === wanted[i]) i++
    if (i === wanted.length) return at
  }
  return -1
}
