// Levels of rows: by codes that grow longer, outline numbers, indents, or the numbers in the first column.
import type { SeenColumn } from './columnTypes.ts'
import { textOf } from './grid.ts'
import { cellValue, type Region } from './region.ts'

/** 一、 0 · （一） 1 · 1. 2 · (1) 3 */
function outlineLevel(text: string): number | undefined {
  if (/^[一二三四五六七八九十]+[、.．]/.test(text)) return 0
  if (/^[（(][一二三四五六七八九十]+[)）]/.test(text)) return 1
  if (/^\d{1,2}[、.．](?!\d)/.test(text)) return 2
  return /^[（(]\d{1,2}[)）]/.test(text) ? 3 : undefined
}

function indentOf(region: Region, k: number, column: number): number {
  const value = cellValue(region, k, column)
  const text = typeof value === 'string' ? value : ''
  let spaces = 0
  for (const character of text) {
    if (character === '\u3000') spaces += 2
    else if (character === ' ' || character === '\u00a0') spaces++
    else if (character === '\t') spaces += 4
    else break
  }
  const style = region.grid.rows[region.position[k] ?? -1]?.styles?.[column]
  return spaces + 2 * (style === undefined ? 0 : (region.grid.styles[style]?.indent ?? 0))
}

export type Levels = readonly (number | undefined)[]

/** Codes of which the longer ones begin with the shorter: 501, 50101. */
export function codeLevels(region: Region, column: SeenColumn, rows: readonly number[]): Levels | undefined {
  const codes = rows.map((k) => textOf(cellValue(region, k, column.index)).trim())
  const stack: string[] = []
  let nested = 0
  const levels = codes.map((code) => {
    if (!/^[\dA-Za-z][\dA-Za-z.-]*$/.test(code)) return undefined
    while (stack.length > 0 && !(code.startsWith(stack[stack.length - 1] ?? ' ') && code !== stack[stack.length - 1]))
      stack.pop()
    if (stack.length > 0) nested++
    stack.push(code)
    return stack.length - 1
  })
  return nested * 4 >= rows.length && nested >= 2 ? levels : undefined
}

export function labelLevels(region: Region, column: SeenColumn, rows: readonly number[]): Levels | undefined {
  const texts = rows.map((k) =>
    textOf(cellValue(region, k, column.index))
      .trim()
      .slice(0, 20),
  )
  const outlines = texts.map(outlineLevel)
  if (new Set(outlines.filter((level) => level !== undefined)).size >= 2) {
    let last = 0
    return outlines.map((level) => {
      if (level !== undefined) last = level
      return level ?? last + 1
    })
  }
  const indents = rows.map((k) => indentOf(region, k, column.index))
  const steps = [...new Set(indents)].sort((a, b) => a - b)
  const deep = indents.filter((indent) => indent > (steps[0] ?? 0)).length
  return deep * 5 >= rows.length && steps.length >= 2 && steps.length <= 6
    ? indents.map((indent) => steps.indexOf(indent))
    : undefined
}

/** 一 above 1, 2; 1 above 1.1, 1.2: levels written in the first column. */
export function serialLevels(
  region: Region,
  column: SeenColumn | undefined,
  rows: readonly number[],
): Levels | undefined {
  if (!column) return undefined
  const levels = rows.map((k) => {
    const text = textOf(cellValue(region, k, column.index)).trim()
    if (text.length > 12 || text === '') return undefined
    if (/^[一二三四五六七八九十]+[、.．]?$/.test(text)) return 0
    if (/^[（(][一二三四五六七八九十]+[)）]$/.test(text)) return 1
    const dots = /^\d{1,3}((?:[.．-]\d{1,3})*)[、.．]?$/.exec(text)?.[1]
    return dots === undefined ? undefined : 2 + (dots.match(/[.．-]/g)?.length ?? 0)
  })
  const deep = new Set(levels.filter((level) => level !== undefined)).size
  return deep >= 2 && deep <= 6 && levels.filter((level) => level === undefined).length * 4 < rows.length
    ? levels
    : undefined
}
