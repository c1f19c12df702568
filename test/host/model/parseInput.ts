// What Excel (Chinese locale) makes of something typed or written into a cell.
import { plainDate, toSerial } from '#shared/kernel/plainDate.ts'

export interface ErrorValue {
  readonly error: string
}

export type CellValue = string | number | boolean | ErrorValue

export interface ParsedInput {
  readonly value: CellValue
  /** With `=`; its value is to be calculated. */
  readonly formula?: string
  readonly isQuoted?: true
  /** Given to a cell of General format. */
  readonly numberFormat?: string
}

const errors = new Set(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!'])

/** @param numberFormat of the cell; in cells of text everything is text */
export function parseInput(input: string | number | boolean, numberFormat: string): ParsedInput {
  const isText = numberFormat === '@'
  if (typeof input !== 'string') {
    if (isText) return { value: typeof input === 'number' ? String(input) : input ? 'TRUE' : 'FALSE' }
    return { value: input }
  }
  if (input.startsWith("'")) return { value: input.slice(1), isQuoted: true }
  if (isText || input === '') return { value: input }
  // In East Asian Excel full-width signs and digits count as the narrow ones.
  const text = input.normalize('NFKC').trim()
  if (/^=./s.test(text)) return { value: 0, formula: `=${text.slice(1)}` }
  if (/^@[A-Za-z]+\(/.test(text)) return { value: 0, formula: `=${text.slice(1)}` }
  const upper = text.toUpperCase()
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' }
  if (errors.has(upper)) return { value: { error: upper } }
  const number = parseNumber(text) ?? parseDay(text) ?? parseClock(text)
  if (number) return number
  if (/^[+-][A-Za-z$(]/.test(text)) return { value: 0, formula: `=${text}` }
  return { value: input }
}

function parseNumber(text: string): ParsedInput | undefined {
  const match =
    /^(\()?([+-])?\s?([¥$€])?((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?)(e[+-]?\d{1,3})?(%)?(\))?$/i.exec(text) ?? undefined
  const [, open, sign, currency, digits = '', exponent, percent, close] = match ?? []
  if (!match || !/\d/.test(digits) || (open === undefined) !== (close === undefined)) return undefined
  const plain = keepDigits(digits.replaceAll(',', ''))
  const size = Number(plain + (exponent ?? '')) / (percent ? 100 : 1)
  const value = open !== undefined || sign === '-' ? -size : size
  if (exponent) return { value, numberFormat: '0.00E+00' }
  if (percent) return { value, numberFormat: digits.includes('.') ? '0.00%' : '0%' }
  if (currency) return { value, numberFormat: `${currency}#,##0${digits.includes('.') ? '.00' : ''}` }
  if (digits.includes(',')) return { value, numberFormat: digits.includes('.') ? '#,##0.00' : '#,##0' }
  return { value }
}

/** Excel keeps fifteen digits; the rest becomes zeros. */
function keepDigits(digits: string): string {
  let kept = 0
  let isLeading = true
  return Array.from(digits)
    .map((c) => {
      if (c === '.' || (isLeading && c === '0')) return c
      isLeading = false
      return ++kept > 15 ? '0' : c
    })
    .join('')
}

function parseDay(text: string): ParsedInput | undefined {
  const full =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/.exec(text) ?? undefined
  if (full?.[2] === '.') return undefined
  if (full) {
    const numberFormat = full[2] === '年' ? 'yyyy"年"m"月"d"日"' : 'yyyy/m/d'
    return toDay([Number(full[1]), Number(full[3]), Number(full[4])], numberFormat)
  }
  const month = /^(\d{4})[-/年](\d{1,2})月?$/.exec(text)
  if (month) return toDay([Number(month[1]), Number(month[2]), 1], text.includes('年') ? 'yyyy"年"m"月"' : 'mmm-yy')
  // The year would be this one; the host's year stands still.
  const short = /^(\d{1,2})[-/月](\d{1,2})日?$/.exec(text)
  return short ? toDay([2026, Number(short[1]), Number(short[2])], 'm"月"d"日"') : undefined
}

function toDay([year, month, day]: readonly [number, number, number], numberFormat: string): ParsedInput | undefined {
  const date = plainDate(year, month, day)
  return date && year >= 1900 ? { value: toSerial(date, 1900), numberFormat } : undefined
}

function parseClock(text: string): ParsedInput | undefined {
  const [, hours, minutes, seconds = '0'] = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? []
  if (hours === undefined) return undefined
  const value = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400
  return { value, numberFormat: seconds === '0' ? 'h:mm' : 'h:mm:ss' }
}
