// What a cell is at a glance: one small number per cell, so that a million cells are looked at once only.
import type { RawValue } from '../../workbook/raw.ts'

/** Numbers written as text (`1,234.50`, `¥12`) and days written as text (`2024.1.5`) are told from words. */
export const cellClass = {
  blank: 0,
  text: 1,
  number: 2,
  date: 3,
  boolean: 4,
  error: 5,
  numberText: 6,
  dateText: 7,
} as const

export type CellClass = (typeof cellClass)[keyof typeof cellClass]

/** Longest text that is looked into; longer ones are plain text. */
const longest = 64

const numberText =
  /^[-+−－(（]?\s*[¥￥$€£]?\s*[-−]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)?(?:\.\d+)?(?:[eE]-\d{1,2})?\s*(?:元整?)?[)）]?%{0,2}$/
const dateText =
  /^(?:\d{4}|\d{2,3}(?=年|[./]\d{1,2}[./]))\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2}\s*日?|月)(?:[T\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/
const slashDate =
  /^(?:0[1-9]|1[0-2])\/(?:0[1-9]|[12]\d|3[01])$|^\d{1,2}\/\d{1,2}\/\d{4}(?:\s\d{1,2}:\d{2}(?::\d{2})?)?$/

function isSpace(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2060
  )
}

/** `="00123"` as broker exports write it → `00123`; every other text unchanged. */
export function unwrapText(text: string): string {
  return text.length > 2 && text.charCodeAt(0) === 61 && text.charCodeAt(1) === 34 && text.endsWith('"')
    ? text.slice(2, -1).replaceAll('""', '"')
    : text
}

/** Digits with at most one point among them, and nothing else. */
export function isPlainNumber(text: string, from: number): boolean {
  let points = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 46 && points === 0 && at > from && at < text.length - 1) points++
    else if (code < 48 || code > 57) return false
  }
  return text.length > from
}

function classOfText(text: string): CellClass {
  const length = text.length
  let start = 0
  while (start < length && isSpace(text.charCodeAt(start))) start++
  if (start === length) return cellClass.blank
  const code = text.charCodeAt(start)
  // Digits, + - . ( and currency signs, half and full width: all else is a word.
  const mayBeNumber =
    (code >= 40 && code <= 57) ||
    code === 36 ||
    code === 61 ||
    code === 0xa3 ||
    code === 0xa5 ||
    code === 0x20ac ||
    code === 0x2212 ||
    (code >= 0xff04 && code <= 0xff19) ||
    code === 0xffe5
  if (!mayBeNumber || length - start > longest) return cellClass.text
  if (code >= 49 && code <= 57 && isPlainNumber(text, start)) return cellClass.numberText
  const plain = unwrapText(text.slice(start)).trim()
  if (plain === '') return cellClass.blank
  const half = code >= 0xff04 ? plain.normalize('NFKC') : plain
  if (numberText.test(half) && /\d/.test(half)) return cellClass.numberText
  return dateText.test(half) || slashDate.test(half) ? cellClass.dateText : cellClass.text
}

export function classOf(value: RawValue | undefined): CellClass {
  if (value === null || value === undefined) return cellClass.blank
  if (typeof value === 'string') return classOfText(value)
  if (typeof value === 'number') return Number.isFinite(value) ? cellClass.number : cellClass.error
  if (typeof value === 'boolean') return cellClass.boolean
  return value.kind === 'date' ? cellClass.date : cellClass.error
}

/** A measure or a day, stored as such or as text: what stands under headers, not in them. */
export function isValueClass(kind: CellClass): boolean {
  return kind === cellClass.number || kind === cellClass.date || kind >= cellClass.numberText
}

export function isNumberClass(kind: CellClass): boolean {
  return kind === cellClass.number || kind === cellClass.numberText
}
