// Puts the rows of a big table into a workbook whose first body row holds one cell of each style, as text, piece by piece.
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { parsePlainDate, toSerial } from '#shared/kernel/plainDate.ts'
import { unreachable } from '#shared/kernel/unreachable.ts'
import { openPackage } from '#shared/ooxml/openPackage.ts'
import { cellStyle } from '#shared/ooxml/patch/cellStyle.ts'
import { cellsOf, readSheetPart, rowsOf } from '#shared/ooxml/patch/sheetPart.ts'
import { escapeCellText, escapeText } from '#shared/ooxml/patch/xmlText.ts'
import { packEntry, writeZip, type NewEntry } from '#shared/ooxml/writeZip.ts'
import type { PackageEntry } from '#shared/ooxml/zipEntries.ts'
import type { BlueprintRow, SheetBlueprint } from '#shared/template/blueprint.ts'
import type { CellInput } from '#shared/workbook/port.ts'
import { columnName } from '#shared/workbook/raw.ts'
import { nodeZipPorts } from './nodeZip.ts'
import { openSharedTexts, type SharedTexts } from './sharedTexts.ts'

const sheetPath = 'xl/worksheets/sheet1.xml'
const stringsPath = 'xl/sharedStrings.xml'
/** UTF-16 units per deflated piece: large enough to compress well, small enough to be forgotten soon. */
const pieceSize = 512 * 1024
/** Measured: 1 is a third faster than 2 but a tenth larger than is allowed. */
const level = 2

/** @param shell made by us a moment ago; throws when it is not as expected (a bug) */
export function spliceRows(shell: Uint8Array, sheet: SheetBlueprint): Uint8Array {
  const opened = openPackage(shell, nodeZipPorts)
  const entry = opened.ok ? opened.value.find(sheetPath) : undefined
  const content = opened.ok && entry ? opened.value.read(entry) : undefined
  if (!opened.ok || !entry || !content?.ok) throw new Error('spliceRows: no sheet')
  const part = readSheetPart(content.value)
  const row = [...rowsOf(part)].find((each) => each.number === sheet.body.top)
  if (!row) throw new Error('spliceRows: no row of styles')
  const styles = cellsOf(part, row).map((cell) => cellStyle(part, cell))
  if (styles.length !== sheet.styles.length) throw new Error('spliceRows: styles')
  const stringsEntry = opened.value.find(stringsPath)
  const before = stringsEntry && opened.value.read(stringsEntry)
  if (!stringsEntry || !before?.ok) throw new Error('spliceRows: no strings')
  const strings = openSharedTexts(before.value)
  const packed = packPieces(pieces(part.bytes, { start: row.start, end: row.end, rows: sheet.rows, styles, strings }))
  const replaced = new Map<PackageEntry, NewEntry>([
    [entry, { path: sheetPath, method: 8, ...packed, replaces: entry }],
    [stringsEntry, { ...packEntry(stringsPath, strings.toBytes(), nodeZipPorts), replaces: stringsEntry }],
  ])
  return writeZip(opened.value.entries.map((each) => replaced.get(each) ?? each))
}

function* pieces(
  bytes: Uint8Array,
  of: {
    readonly start: number
    readonly end: number
    readonly rows: Iterable<BlueprintRow>
    readonly styles: readonly number[]
    readonly strings: SharedTexts
  },
): Generator<Uint8Array> {
  yield bytes.subarray(0, of.start)
  const write = rowWriter(of.styles, of.strings)
  let text = ''
  for (const row of of.rows) {
    text += write(row)
    if (text.length < pieceSize) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
  yield bytes.subarray(of.end)
}

/** Each piece is deflated on its own and ends on a byte, so that one after the other they are one stream. */
function packPieces(all: Iterable<Uint8Array>): Pick<NewEntry, 'compressed' | 'crc32' | 'size'> {
  const packed: Uint8Array[] = []
  let crc = 0
  let size = 0
  for (const piece of all) {
    if (piece.length === 0) continue
    crc = crc32(piece, crc)
    size += piece.length
    packed.push(deflateRawSync(piece, { level, finishFlush: constants.Z_SYNC_FLUSH }))
  }
  packed.push(deflateRawSync(new Uint8Array(), { level }))
  return { compressed: Buffer.concat(packed), crc32: crc, size }
}

function rowWriter(styles: readonly number[], strings: SharedTexts): (row: BlueprintRow) => string {
  const letters = Array.from({ length: 64 }, (_, column) => columnName(column))
  return ({ row, height, cells }) => {
    let text = height === null ? `<row r="${row}">` : `<row r="${row}" ht="${height}" customHeight="1">`
    for (const { column, value, style } of cells) {
      text += `<c r="${letters[column] ?? columnName(column)}${row}" s="${styles[style] ?? 0}"${contents(value, column, strings)}`
    }
    return `${text}</row>`
  }
}

// oxlint-disable-next-line no-control-regex -- these characters are the subject
const needsCare = /[&<>\r_\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/
const isSpaced = /^\s|\s$|\n/

/** From after the style to the end of the cell. Text is always an inline string, never a formula. */
function contents(value: CellInput, column: number, strings: SharedTexts): string {
  if (value === null) return '/>'
  switch (value.kind) {
    case 'text': {
      const shared = strings.find(column, value.text)
      if (shared !== undefined) return ` t="s"><v>${shared}</v></c>`
      const text = needsCare.test(value.text) ? escapeCellText(value.text) : value.text
      return ` t="inlineStr"><is><t${isSpaced.test(text) ? ' xml:space="preserve"' : ''}>${text}</t></is></c>`
    }
    case 'number':
      return `><v>${value.decimal}</v></c>`
    case 'date':
      return `><v>${serialOf(value.day)}</v></c>`
    case 'boolean':
      return ` t="b"><v>${value.value ? 1 : 0}</v></c>`
    case 'formula': {
      const { cached } = value
      const formula = `<f>${escapeText(value.formula)}</f>`
      if (typeof cached === 'number') return `>${formula}<v>${cached}</v></c>`
      if (typeof cached === 'string') return ` t="str">${formula}<v>${escapeCellText(cached)}</v></c>`
      if (typeof cached === 'boolean') return ` t="b">${formula}<v>${cached ? 1 : 0}</v></c>`
      return `>${formula}</c>`
    }
    default:
      return unreachable(value)
  }
}

const serials = new Map<string, number>()

/** Days repeat; so many are remembered, which is all that people write. */
function serialOf(day: string): number {
  const known = serials.get(day)
  if (known !== undefined) return known
  const date = parsePlainDate(day)
  if (!date) throw new RangeError(`spliceRows: day ${day}`)
  const serial = toSerial(date, 1900)
  if (serials.size < 65_536) serials.set(day, serial)
  return serial
}
