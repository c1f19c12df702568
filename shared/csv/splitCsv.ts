// CSV text split into rows in linear time; text stays text: no numbers, dates or formulas are guessed.
import type { RawRow, RawValue } from '../workbook/raw.ts'
import type { Delimiter } from './findDelimiter.ts'

export interface CsvLimits {
  readonly rows: number
  readonly columns: number
  readonly cells: number
  /** UTF-16 units of one field; also how far a quote may be from its partner. */
  readonly fieldText: number
  /** Faults of one kind after which the file is refused. */
  readonly faults: number
}

export const csvLimits: CsvLimits = {
  rows: 1_048_576,
  columns: 16_384,
  cells: 2_000_000,
  fieldText: 32_767,
  faults: 100,
}

/** `line`: 1-based, as a text editor counts. */
export interface CsvFault {
  readonly type: 'quote' | 'nul' | 'cut'
  readonly line: number
  readonly row: number
  readonly column: number
}

export interface SplitCsv {
  /** Only rows that hold something; index counts lines of fields, from 1. */
  readonly rows: readonly RawRow[]
  /** By position in `rows`: the line on which the row begins. */
  readonly lines: readonly number[]
  readonly faults: readonly CsvFault[]
  /** How many rows are so many cells wide. */
  readonly widths: readonly (number | undefined)[]
  /** First column that holds something, 0-based. */
  readonly left: number
  /** Set when reading stopped before the end. */
  readonly stopped?: 'rows' | 'columns' | 'cells' | 'faults'
}

const quote = 0x22
const lf = 10
const cr = 13

export function splitCsv(text: string, delimiter: Delimiter, limits: CsvLimits): SplitCsv {
  const separator = delimiter.charCodeAt(0)
  const rows: RawRow[] = []
  const lines: number[] = []
  const faults: CsvFault[] = []
  const length = text.length
  const hasNul = text.includes('\0')
  const widths: number[] = []
  let left: number = limits.columns
  let line = 1
  let index = 0
  let total = 0
  let at = 0
  const done = (stopped?: SplitCsv['stopped']): SplitCsv => ({
    rows,
    lines,
    faults,
    widths,
    left: Math.min(left, Math.max(0, widths.length - 2)),
    ...(stopped === undefined ? {} : { stopped }),
  })
  while (at < length) {
    if (++index > limits.rows) return done('rows')
    if (faults.length > limits.faults) return done('faults')
    const firstLine = line
    const cells: RawValue[] = []
    let column = 0
    for (;;) {
      const start = at
      let value: string | undefined
      const first = at < length ? text.charCodeAt(at) : lf
      if (first === quote || (first === 0x3d && text.charCodeAt(at + 1) === quote)) {
        const field = readQuoted(text, at, { separator, limit: limits.fieldText })
        if (field) {
          value = field.value
          at = field.end
          if (field.isDoubtful) faults.push({ type: 'quote', line, row: index, column })
          line += field.lines
        } else faults.push({ type: 'quote', line, row: index, column })
      }
      if (value === undefined) {
        while (at < length) {
          const c = text.charCodeAt(at)
          if (c === separator || c === lf || c === cr) break
          at++
        }
        value = at === start ? '' : text.slice(start, at)
      }
      if (value !== '') {
        if (column >= limits.columns) return done('columns')
        if (++total > limits.cells) return done('cells')
        if (hasNul && value.includes('\0')) {
          faults.push({ type: 'nul', line: firstLine, row: index, column })
          value = value.replaceAll('\0', '')
        }
        if (value.length > limits.fieldText) {
          faults.push({ type: 'cut', line: firstLine, row: index, column })
          value = value.slice(0, limits.fieldText)
        }
        if (column < left) left = column
        while (cells.length < column) cells.push(null)
        cells.push(value === '' ? null : value)
      }
      column++
      if (at >= length || text.charCodeAt(at) !== separator) break
      at++
    }
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop()
    if (cells.length > 0) {
      widths[cells.length] = (widths[cells.length] ?? 0) + 1
      rows.push({ index, cells })
      lines.push(firstLine)
    }
    if (text.charCodeAt(at) === cr && text.charCodeAt(at + 1) === lf) at++
    at++
    line++
  }
  return done()
}

/**
 * From an opening quote (or the `=` of `="…"`, a way to keep text text) to the end of the field.
 * undefined where the quote has no partner that ends a field: then it is an ordinary character.
 */
function readQuoted(text: string, start: number, options: { readonly separator: number; readonly limit: number }) {
  const open = text.charCodeAt(start) === quote ? start : start + 1
  const farthest = Math.min(text.length, open + options.limit * 2)
  let from = open + 1
  let value = ''
  for (;;) {
    const next = text.indexOf('"', from)
    if (next < 0 || next > farthest) return undefined
    if (text.charCodeAt(next + 1) === quote) {
      value += text.slice(from, next + 1)
      from = next + 2
      continue
    }
    value += text.slice(from, next)
    const spans = value.includes('\n') || value.includes('\r')
    let end = next + 1
    let c = text.charCodeAt(end)
    while (end < text.length && c !== options.separator && c !== lf && c !== cr) c = text.charCodeAt(++end)
    const rest = text.slice(next + 1, end)
    // Exports that put a TAB or text behind the quote mean it as part of the field; after lines it is a quote gone astray.
    const isBlank = rest.trim() === ''
    if (!isBlank && (spans || rest.includes('"'))) return undefined
    const lines = spans ? value.replace(/\r\n?/g, '\n') : value
    return {
      value: unwrapText(lines) + rest,
      end,
      lines: spans ? lines.split('\n').length - 1 : 0,
      isDoubtful: !isBlank,
    }
  }
}

/** `="001"` inside quotes (`"=""001"""`) is `001`, as Excel shows it. */
function unwrapText(value: string): string {
  return value.length > 3 && value.startsWith('="') && value.endsWith('"') && !value.slice(2, -1).includes('"')
    ? value.slice(2, -1)
    : value
}
