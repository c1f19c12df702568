// The rows of the sheet in which rows are inserted or deleted: renumbered, their formulas kept right.
import { columnName } from '../../workbook/raw.ts'
import { formatRange } from './rangeText.ts'
import { shiftFormula } from '../../workbook/rewriteFormula.ts'
import { moveRow, moveSpan } from '../../workbook/rowShift.ts'
import { byteWriter, type ByteWriter } from './byteWriter.ts'
import { cellStyle } from './cellStyle.ts'
import { fail } from './failure.ts'
import { readFormula } from './formulas.ts'
import type { Move } from './moveReferences.ts'
import { setAttribute } from './relations.ts'
import { cellsOf, findFormula, rowsOf, type GridElement, type SheetPart } from './sheetPart.ts'
import { applySplices } from './splice.ts'
import { findAttribute } from './xmlTree.ts'
import { encodeUtf8, escapeText, type ReadText } from './xmlText.ts'

/**
 * New bytes between `<sheetData>` and `</sheetData>`.
 * @param sheet with every row and cell numbered and no shared formulas
 */
export function moveGrid(sheet: SheetPart, move: Move, readText: ReadText): Uint8Array {
  const { bytes, data } = sheet
  const { shift } = move
  const out = byteWriter(data.closeStart - data.openEnd + 4096)
  let fresh = shift.type === 'insert' ? likeRow(sheet, shift.like) : undefined
  let done = data.openEnd
  const insertFresh = (): void => {
    if (!fresh || shift.type !== 'insert') return
    for (let i = 0; i < shift.count; i++) writeLikeRow(out, fresh, shift.before + i)
    fresh = undefined
  }
  for (const row of rowsOf(sheet)) {
    const to = moveRow(shift, row.number)
    out.copy(bytes, done, row.start)
    done = row.end
    if (shift.type === 'insert' && row.number >= shift.before) insertFresh()
    if (to === undefined) {
      if (shift.type === 'insert') fail('too-large', 'rows would fall off the sheet')
      continue
    }
    const hasFormula = findFormula(sheet, row.openEnd, row.closeStart) !== undefined
    if (to === row.number && !hasFormula) out.copy(bytes, row.start, row.end)
    else writeRow({ out, sheet, move, readText }, row, to)
  }
  insertFresh()
  out.copy(bytes, done, data.closeStart)
  return out.toBytes()
}

interface Writing {
  readonly out: ByteWriter
  readonly sheet: SheetPart
  readonly move: Move
  readonly readText: ReadText
}

function writeRow({ out, sheet, move, readText }: Writing, row: GridElement, to: number): void {
  const { bytes } = sheet
  let done = row.start
  const put = (start: number, end: number, text: string): void => {
    out.copy(bytes, done, start)
    out.ascii(text)
    done = end
  }
  if (to !== row.number) put(row.referenceStart, row.referenceEnd, String(to))
  for (const cell of cellsOf(sheet, row)) {
    if (to !== row.number) put(cell.referenceStart, cell.referenceEnd, `${columnName(cell.number)}${to}`)
    const element = findFormula(sheet, cell.openEnd, cell.closeStart)
    if (!element) continue
    out.copy(bytes, done, element.start)
    done = element.end
    const moved = movedFormula({ sheet, move, readText }, element, row.number)
    out.copy(moved, 0, moved.length)
  }
  out.copy(bytes, done, row.end)
}

/** The `<f>` after the move, its bytes unchanged when it says the same. */
function movedFormula({ sheet, move, readText }: Omit<Writing, 'out'>, element: GridElement, row: number): Uint8Array {
  const bytes = sheet.bytes.slice(element.start, element.end)
  const formula = readFormula(sheet, element, readText)
  const text = shiftFormula(formula.text, { sheet: move.sheet, row }, move)
  const open = element.openEnd - element.start
  const splices =
    text === formula.text
      ? []
      : [{ start: open, end: element.closeStart - element.start, text: encodeUtf8(escapeText(text)) }]
  const { range } = formula
  if (formula.type === 'normal' || formula.type === 'shared' || !range) return applySplices(bytes, splices)
  const span = moveSpan(move.shift, range)
  const isWhole = span !== undefined && span.bottom - span.top === range.bottom - range.top
  if (!isWhole) fail('unsupported', `part of ${formatRange(range)}`)
  if (span.top === range.top) return applySplices(bytes, splices)
  if (formula.type === 'dataTable') fail('unsupported', `data table ${formatRange(range)}`)
  const tag = { name: `${sheet.prefix}f`, local: 'f', start: 0, openEnd: open, children: [] }
  const whole = { ...tag, closeStart: open, end: bytes.length, isEmpty: false }
  if (!findAttribute(bytes, whole, 'ref')) return applySplices(bytes, splices)
  const reference = setAttribute(bytes, whole, { name: 'ref', value: formatRange({ ...range, ...span }) })
  return applySplices(bytes, [...splices, reference])
}

interface LikeRow {
  /** `<row …` without `r` and without `>`. */
  readonly tag: Uint8Array
  readonly nameLength: number
  readonly prefix: string
  readonly cells: readonly (readonly [column: number, style: number])[]
}

/** Height and styles of the row that new rows are made like; undefined when that row is not in the file. */
function likeRow(sheet: SheetPart, number: number): LikeRow | undefined {
  for (const row of rowsOf(sheet)) {
    if (row.number > number) return undefined
    if (row.number < number) continue
    const end = row.openEnd - (row.isEmpty ? 2 : 1)
    const tag = sheet.bytes.slice(row.start, end)
    const element = { name: `${sheet.prefix}row`, local: 'row', start: 0, openEnd: tag.length, children: [] }
    const whole = { ...element, closeStart: tag.length, end: tag.length, isEmpty: false }
    const splices = ['r', 'hidden'].map((name) => setAttribute(tag, whole, { name, value: null }))
    const cells = cellsOf(sheet, row).map((cell) => [cell.number, cellStyle(sheet, cell)] as const)
    return { tag: applySplices(tag, splices), nameLength: element.name.length + 1, prefix: sheet.prefix, cells }
  }
  return undefined
}

function writeLikeRow(out: ByteWriter, like: LikeRow, row: number): void {
  out.copy(like.tag, 0, like.nameLength)
  out.ascii(` r="${row}"`)
  out.copy(like.tag, like.nameLength, like.tag.length)
  out.ascii('>')
  for (const [column, style] of like.cells) {
    out.ascii(`<${like.prefix}c r="${columnName(column)}${row}"${style > 0 ? ` s="${style}"` : ''}/>`)
  }
  out.ascii(`</${like.prefix}row>`)
}
