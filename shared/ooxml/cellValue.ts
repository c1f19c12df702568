// What the content of one cell means, by its type and style.
import type { RawValue } from '../workbook/raw.ts'
import { cellName } from '../workbook/raw.ts'
import { cellType } from './cellTag.ts'
import { fromIsoDate } from './dateText.ts'
import type { FindingLog } from './findings.ts'
import type { TimeFormat } from './numberFormat.ts'
import { parseIndex, parseNumber } from './parseNumber.ts'
import type { createValueCache } from './rowBuilder.ts'
import type { CellStyles } from './stylesPart.ts'
import type { XmlCursor } from './xmlCursor.ts'
import { decodeEscapes, decodeText } from './xmlText.ts'

export interface CellContext {
  readonly sheet: string
  readonly strings: readonly string[]
  readonly styles: CellStyles
  readonly epoch: 1900 | 1904
  readonly log: FindingLog
  readonly cache: ReturnType<typeof createValueCache>
}

/** Where a cell stands and what its tag said; overwritten from cell to cell. */
export interface CellPlace {
  /** 1-based. */
  row: number
  /** 0-based. */
  column: number
  type: number
  time: TimeFormat | undefined
}

/** Bytes [start, end) are the plain content of `<v>`. */
export function valueOfBytes(
  cursor: XmlCursor,
  context: CellContext,
  place: CellPlace,
  start: number,
  end: number,
): RawValue {
  const { bytes } = cursor
  if (place.type === cellType.shared) {
    const index = parseIndex(bytes, start, end)
    const text = index < 0 ? undefined : context.strings[index]
    if (text !== undefined) return cutText(text, cursor, context, place)
  } else if (place.type === cellType.number) {
    const value = parseNumber(bytes, start, end)
    if (value === value) return numberValue(value, context, place)
  }
  return valueOfText(decodeText(cursor, start, end), cursor, context, place)
}

/** The same for content that is not plain bytes: CDATA, entities, comments inside. */
export function valueOfText(text: string, cursor: XmlCursor, context: CellContext, place: CellPlace): RawValue {
  switch (place.type) {
    case cellType.shared:
      return sharedValue(text.trim(), cursor, context, place)
    case cellType.number: {
      const clean = text.trim()
      if (clean === '') return null
      if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?$/.test(clean.slice(0, 400)) && Number.isFinite(Number(clean)))
        return numberValue(Number(clean), context, place)
      context.log.add({ code: 'cell.number-text', severity: 'warning', location: locate(context, place) })
      return cutText(clean, cursor, context, place)
    }
    case cellType.boolean:
      return booleanValue(text.trim())
    case cellType.error:
      return context.cache.errorOf(text.trim().slice(0, 40))
    case cellType.date:
      return text.trim() === ''
        ? null
        : (fromIsoDate(text.trim(), context.epoch) ?? cutText(text, cursor, context, place))
    default:
      return cutText(decodeEscapes(text), cursor, context, place)
  }
}

function numberValue(value: number, context: CellContext, place: CellPlace): RawValue {
  if (place.time !== undefined) return context.cache.dateOf(value, place.time)
  return value === 0 ? 0 : value
}

function booleanValue(text: string): RawValue {
  return text === '' ? null : text === '1' || text.toLowerCase() === 'true'
}

function sharedValue(text: string, cursor: XmlCursor, context: CellContext, place: CellPlace): RawValue {
  const found = /^\d{1,10}$/.test(text) ? context.strings[Number(text)] : undefined
  if (found !== undefined) return cutText(found, cursor, context, place)
  const params = { index: text.slice(0, 40) }
  context.log.add({ code: 'cell.string-index', severity: 'error', location: locate(context, place), params })
  return null
}

/** Blank text is no value; text longer than a cell holds is cut, and said so. */
export function cutText(text: string, cursor: XmlCursor, context: CellContext, place: CellPlace): RawValue {
  const limit = cursor.limits.cellText
  if (text.length <= limit) return text === '' ? null : text
  const params = { length: text.length, limit }
  context.log.add({ code: 'cell.text-cut', severity: 'error', location: locate(context, place), params })
  return text.slice(0, limit)
}

function locate(context: CellContext, place: CellPlace) {
  return { sheet: context.sheet, row: place.row, cell: cellName(place.row, place.column) }
}
