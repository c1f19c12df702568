// Cells that need no thought: the common case of a well-kept column, read without a result object per cell.
import type { ColumnDefinition } from '../definition/column.ts'
import { fenFromNumber } from '../kernel/money.ts'
import type { Value } from '../kernel/value.ts'
import type { RawValue } from '../workbook/raw.ts'
import type { ReadingContext } from './valueType.ts'

/** undefined: the column's type has to look at it. Otherwise exactly what its `parse` gives, without notes (law). */
export type PlainReader = (cell: RawValue) => Value | undefined

/** Characters that NFC leaves alone, that show, and that no reading changes: 汉字 and these. */
const plainMarks = charactersOf(
  '，。、；：（）()×%.,;:/+-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
)
/** Not `1e10`: such a text is a number that lost its digits. */
const plainCode = /^(?!\d[eE]\d{2}$)[A-Za-z0-9-]{1,20}$/
const plainDigits = /^\d{1,20}$/

function charactersOf(text: string): Uint8Array {
  const known = new Uint8Array(0x10000)
  for (let at = 0; at < text.length; at++) known[text.charCodeAt(at)] = 1
  for (let code = 0x4e00; code <= 0x9fff; code++) known[code] = 1
  return known
}

/** A table is several times as quick as a pattern for texts of a few characters. */
function isPlainText(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (plainMarks[text.charCodeAt(at)] !== 1) return false
  return true
}

const undecided: PlainReader = () => undefined

function textReader(pattern: RegExp, maxLength: number): PlainReader {
  return (cell) => (typeof cell === 'string' && cell.length <= maxLength && pattern.test(cell) ? cell : undefined)
}

function readerOf(column: ColumnDefinition, context: ReadingContext): PlainReader {
  switch (column.type) {
    case 'text':
      return (cell) => (typeof cell === 'string' && cell.length <= 200 && isPlainText(cell) ? cell : undefined)
    case 'code': {
      const format = column.format ?? 'any'
      if (format !== 'any' && format !== 'digits') return undecided
      return textReader(format === 'any' ? plainCode : plainDigits, column.maxLength ?? 20)
    }
    case 'choice': {
      const values = new Set((column.choices ?? []).map((choice) => choice.value))
      return (cell) => (typeof cell === 'string' && values.has(cell) ? cell : undefined)
    }
    case 'money':
      return (cell) => {
        if (typeof cell !== 'number') return undefined
        const amount = fenFromNumber(cell, context.unitFen)
        return amount.ok ? amount.value : undefined
      }
    case 'integer':
      return (cell) => (Number.isSafeInteger(cell) && cell !== 0 ? (cell as number) : undefined)
    case 'date':
      return (cell) =>
        typeof cell === 'object' && cell !== null && cell.kind === 'date' && isDay(cell.text) ? cell.text : undefined
    case 'list':
    case 'percent':
    case 'deadline':
    case 'boolean':
      return undecided
  }
}

function isDay(text: string): boolean {
  return text.length === 10 && text >= '1900-01-01' && text <= '2099-12-31'
}

/** Compiled once per column of a table. */
export function compilePlainReader(column: ColumnDefinition, context: ReadingContext): PlainReader {
  const read = readerOf(column, context)
  return (cell) => (cell === null || cell === '' ? null : read(cell))
}
