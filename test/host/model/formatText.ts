// The text a cell shows: General, fixed decimals, thousands, percent, days and times. Other formats show the plain value.
import { fromSerial } from '#shared/kernel/plainDate.ts'
import type { CellValue } from './parseInput.ts'
import { numberFormatOf, type Cell } from './sheet.ts'

export function formatText(cell: Pick<Cell, 'value' | 'format'>): string {
  const { value } = cell
  if (typeof value === 'object') return value.error
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'string') return value
  return formatNumber(value, numberFormatOf(cell.format))
}

/** As Office.js gives it: errors as their text. */
export function plainValue(value: CellValue): string | number | boolean {
  return typeof value === 'object' ? value.error : value
}

function formatNumber(value: number, format: string): string {
  const [positive = 'General', negative] = format.split(';')
  const section = value < 0 && negative !== undefined ? negative : positive
  const size = value < 0 && negative !== undefined ? -value : value
  const plain = section.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
  if (/[ymdhs]/i.test(plain) && !/[0#]/.test(plain)) return formatDay(value, section)
  const digits = /[0#][0#,]*(?:\.([0#]+))?/.exec(plain)
  if (!digits) return section === 'General' || section === '@' ? String(value) : section
  const number = plain.includes('%') ? size * 100 : size
  const decimals = digits[1]?.length ?? 0
  const fixed = Math.abs(number).toFixed(decimals)
  const [whole = '', rest] = fixed.split('.')
  const grouped = digits[0].includes(',') ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  const text = rest === undefined ? grouped : `${grouped}.${rest}`
  const sign = number < 0 ? '-' : ''
  return section
    .replace(/[0#][0#,]*(?:\.[0#]+)?/, () => sign + text)
    .replace(/"([^"]*)"/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/_./g, ' ')
}

function formatDay(serial: number, format: string): string {
  const day = fromSerial(Math.floor(serial), 1900)
  const [year = '1900', month = '01', date = '00'] = day?.split('-') ?? []
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (value: number | string): string => String(value).padStart(2, '0')
  let isClock = false
  return format.replace(
    /"([^"]*)"|\\(.)|\[[^\]]*\]|y+|m+|d+|h+|s+/gi,
    (part: string, quoted?: string, one?: string) => {
      if (quoted !== undefined || one !== undefined) return quoted ?? one ?? ''
      if (part.startsWith('[')) return ''
      const letter = part.charAt(0).toLowerCase()
      if (letter === 'h' || letter === 's') isClock = true
      if (letter === 'y') return part.length > 2 ? year : year.slice(2)
      if (letter === 'd') return part.length > 1 ? date : String(Number(date))
      if (letter === 'h') return part.length > 1 ? two(clock[0] ?? 0) : String(clock[0])
      if (letter === 's') return part.length > 1 ? two(clock[2] ?? 0) : String(clock[2])
      if (isClock) return part.length > 1 ? two(clock[1] ?? 0) : String(clock[1])
      return part.length > 1 ? month : String(Number(month))
    },
  )
}
