// One cell as XML, from what may be written into it.
import { columnName, type RawValue } from '../../workbook/raw.ts'
import type { CellInput } from '../../workbook/port.ts'
import { parsePlainDate, toSerial } from '../../kernel/plainDate.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { fail } from './failure.ts'
import { escapeAttribute, escapeCellText, escapeText } from './xmlText.ts'

export interface CellPlace {
  /** 1-based. */
  readonly row: number
  /** 0-based. */
  readonly column: number
  readonly style: number
  readonly prefix: string
  readonly epoch: 1900 | 1904
}

const maxTextLength = 32_767
const maxFormulaLength = 8_192

/** Text always as inline string, numbers digit for digit; a formula only from a `formula` input, never from text. */
export function cellText(value: CellInput, place: CellPlace): string {
  const { prefix } = place
  const [type, inner] = contentsOf(value, place)
  const style = place.style > 0 ? ` s="${place.style}"` : ''
  const start = `<${prefix}c r="${columnName(place.column)}${place.row}"${style}${type && ` t="${type}"`}`
  return inner === '' ? `${start}/>` : `${start}>${inner}</${prefix}c>`
}

function contentsOf(value: CellInput, { prefix, epoch }: CellPlace): readonly [type: string, inner: string] {
  const v = (text: string): string => `<${prefix}v>${text}</${prefix}v>`
  if (value === null) return ['', '']
  switch (value.kind) {
    case 'text':
      if (value.text.length > maxTextLength) fail('too-large', `text of ${value.text.length}`)
      return value.text === '' ? ['', ''] : ['inlineStr', inlineText(value.text, prefix)]
    case 'number':
      return ['', v(decimalText(value.decimal))]
    case 'date':
      return ['', v(String(serialOf(value.day, epoch)))]
    case 'boolean':
      return ['b', v(value.value ? '1' : '0')]
    case 'formula': {
      if (value.formula.length > maxFormulaLength) fail('too-large', `formula of ${value.formula.length}`)
      const [type, cached] = cachedText(value.cached)
      const formula = `<${prefix}f>${escapeText(value.formula.replace(/^=/, ''))}</${prefix}f>`
      return [type, cached === '' ? formula : formula + v(cached)]
    }
    default:
      return unreachable(value)
  }
}

/** `<is><t xml:space="preserve">…</t></is>`: spaces at the ends survive. */
export function inlineText(text: string, prefix: string): string {
  return `<${prefix}is><${prefix}t xml:space="preserve">${escapeCellText(text)}</${prefix}t></${prefix}is>`
}

function decimalText(decimal: string): string {
  if (!/^-?\d{1,30}(\.\d{1,30})?$/.test(decimal)) fail('unsupported', `number ${decimal.slice(0, 40)}`)
  return decimal
}

function serialOf(day: string, epoch: 1900 | 1904): number {
  const date = parsePlainDate(day)
  const serial = date && toSerial(date, epoch)
  return serial !== undefined && serial > 0 ? serial : fail('unsupported', `day ${day.slice(0, 20)}`)
}

function cachedText(cached: RawValue): readonly [type: string, text: string] {
  if (cached === null || cached === '') return ['', '']
  if (typeof cached === 'string') return ['str', escapeCellText(cached)]
  if (typeof cached === 'number') return ['', String(cached)]
  if (typeof cached === 'boolean') return ['b', cached ? '1' : '0']
  return cached.kind === 'date' ? ['', String(cached.serial)] : ['e', escapeAttribute(cached.code)]
}
