// Small makers shared by the column types: problems, read values, texts as shown in messages.
import { err, ok, type Result } from '../kernel/result.ts'
import type { Value } from '../kernel/value.ts'
import type { Params } from '../kernel/words.ts'
import type { RawValue } from '../workbook/raw.ts'
import type { ReadValue, ValueProblem } from './valueType.ts'

/** A reading without or with notes. */
export function read(value: Value, notes: readonly string[] = []): Result<ReadValue, never> {
  return ok({ value, notes })
}

export function problem(code: string, params: Params, suggestion?: Value): Result<never, ValueProblem> {
  return err(suggestion === undefined ? { code, params } : { code, params, suggestion })
}

/** What stood in the cell, cut to 40 characters, for messages. */
export function showCell(cell: RawValue): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.kind === 'error' ? cell.code : cell.text
  return showText(typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell))
}

export function showText(text: string): string {
  const characters = Array.from(text.slice(0, 100))
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('')
}

/** null for a cell that shows nothing: blank or only white space. */
export function isBlank(cell: RawValue): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '')
}

/** What an Excel cell holds at most, in UTF-16 units; longer names and identifiers are refused unread. */
export const maxCellLength = 32_767

/** Names and identifiers that no cell could hold. */
export function tooLong(text: string): Result<never, ValueProblem> | undefined {
  return text.length > maxCellLength
    ? problem('text.length', { length: text.length, maximum: maxCellLength })
    : undefined
}

/** `#REF!` and the like are never a value of any type. */
export function cellError(cell: RawValue): Result<never, ValueProblem> | undefined {
  return typeof cell === 'object' && cell !== null && cell.kind === 'error'
    ? problem('cell.error', { text: cell.code })
    : undefined
}

/** A double as plain decimal digits, without exponent. */
export function plainNumber(value: number): string {
  const text = String(value)
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (match === null) return text
  const digits = `${match[2] ?? ''}${match[3] ?? ''}`
  const point = 1 + Number(match[4])
  if (point <= 0) return `${match[1] ?? ''}0.${'0'.repeat(-point)}${digits}`
  return `${match[1] ?? ''}${digits.padEnd(point, '0')}`
}

/** What came over the wire, cut; arrays and objects only as such. */
export function showWire(wire: unknown): string {
  if (typeof wire === 'string') return showText(wire)
  if (typeof wire === 'number' || typeof wire === 'boolean') return String(wire)
  return Array.isArray(wire) ? '[…]' : typeof wire === 'object' && wire !== null ? '{…}' : typeof wire
}
