// Two or more tables side by side under one header row: the same columns again to the right.
import type { SeenColumn } from './columnTypes.ts'
import { foldLabel, isUnitHeader } from './words.ts'

export interface ColumnSpan {
  readonly left: number
  readonly right: number
}

function leaf(column: SeenColumn | undefined): string {
  return column ? foldLabel(column.header).replace(/[（(].*?[)）]/g, '') : ''
}

/** 收入项目 and 支出项目, 资产 and 负债: the heads of two halves. */
function areHalves(a: string, b: string): boolean {
  const pairs = [
    ['收入', '支出'],
    ['资产', '负债'],
    ['来源', '运用'],
    ['借方', '贷方'],
    ['收', '付'],
  ] as const
  return pairs.some(([one, two]) => (a.includes(one) && b.includes(two)) || (a.includes(two) && b.includes(one)))
}

function isPeriod(columns: readonly SeenColumn[], period: number): boolean {
  const copies = columns.length / period
  for (let place = 0; place < period; place++) {
    const first = leaf(columns[place])
    for (let copy = 1; copy < copies; copy++) {
      const other = leaf(columns[place + copy * period])
      if (first === other && first !== '') continue
      // Only the head of each half may have a name of its own, over words in both.
      const both = columns[place]?.type === columns[place + copy * period]?.type
      if (place === 0 && both && columns[0]?.type === 'text' && (period >= 3 || areHalves(first, other))) continue
      return false
    }
  }
  // Each half needs words of its own to stand alone.
  for (let copy = 0; copy < copies; copy++) {
    const half = columns.slice(copy * period, (copy + 1) * period)
    if (
      !half.some(
        (column) => column.type === 'text' && !column.remark && (column.facts.words > 0 || column.facts.codes > 0),
      )
    )
      return false
  }
  return true
}

/** Parents that stand over other groups of columns than the halves say that these are no halves. */
function crossesParents(columns: readonly SeenColumn[], period: number): boolean {
  return columns.some((column, i) => {
    const next = columns[i + 1]
    if (!next || column.path.length < 2 || next.path.length < 2) return false
    return (i + 1) % period === 0 && column.path[0] === next.path[0]
  })
}

/** 收入{项目, 预算数} 支出{项目, 合计, 基本支出}: halves of other widths, names first in each and numbers for the rest. */
function unequalHalves(columns: readonly SeenColumn[]): readonly ColumnSpan[] | undefined {
  const [first] = columns
  if (!first || first.type !== 'text' || first.facts.words === 0) return undefined
  const at = columns.findIndex(
    (column, i) =>
      i >= 2 &&
      column.type === 'text' &&
      column.facts.words > 0 &&
      !column.remark &&
      !isUnitHeader(foldLabel(column.header)) &&
      (leaf(column) === leaf(first) || areHalves(leaf(first), leaf(column))),
  )
  const names = columns[at]
  if (!names || at + 1 >= columns.length) return undefined
  const parents =
    first.path.length > 1 && names.path.length > 1 ? [first.path[0] ?? '', names.path[0] ?? ''] : undefined
  if (parents ? parents[0] === parents[1] : !areHalves(leaf(first), leaf(names))) return undefined
  const rest = columns.filter((column) => column !== first && column !== names)
  if (rest.some((column) => column.type === 'text' && column.facts.words > column.facts.nils && !column.remark))
    return undefined
  const last = columns[columns.length - 1]?.index ?? names.index
  return [
    { left: first.index, right: names.index - 1 },
    { left: names.index, right: last },
  ]
}

/** @returns the halves from left to right, or undefined when the columns are of one table */
export function findTwins(columns: readonly SeenColumn[]): readonly ColumnSpan[] | undefined {
  const named = columns.filter((column) => column.header !== '' || column.facts.filled > 0)
  if (named.length < 4 || named.some((column) => column.header === '')) return undefined
  for (let period = 2; period * 2 <= named.length; period++) {
    if (named.length % period !== 0 || !isPeriod(named, period) || crossesParents(named, period)) continue
    const spans: ColumnSpan[] = []
    for (let at = 0; at < named.length; at += period) {
      const left = named[at]?.index ?? 0
      const next = named[at + period]?.index
      spans.push({ left, right: next === undefined ? (named[named.length - 1]?.index ?? left) : next - 1 })
    }
    return spans
  }
  return unequalHalves(named)
}
