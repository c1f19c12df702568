// Rows of a template that hold no record: filled in by a program ({{name}}, ${row.amount}, {.field}, <%= sum %>), or an example.
import { cellClass } from './cellClass.ts'
import { cellKind, cellText, type Region } from './region.ts'

const placeholder = /\{\{.{1,200}\}\}|[$#]\{.{1,200}\}|^\{[.\w\u4e00-\u9fff]{1,60}\}$|<%.{1,200}%>/s

const example = /^(?:示例|样例|范例|例如|例)\s*(?:[:：]|$)/

/** Half of its words or more are places to be filled, or it begins with 示例. */
export function isPlaceholderRow(region: Region, k: number): boolean {
  const words = region.words[k] ?? 0
  if (words === 0) return false
  if (example.test(cellText(region, k, region.first[k] ?? 0).slice(0, 8))) return true
  if (words * 2 < (region.count[k] ?? 0)) return false
  let found = 0
  let looked = 0
  for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++) {
    if (cellKind(region, k, column) !== cellClass.text) continue
    const text = cellText(region, k, column)
    if (text.length <= 400 && /[{<]/.test(text) && placeholder.test(text)) found++
    // Two words without any are enough to know a row of data.
    else if (++looked === 2 && found === 0) return false
  }
  return found * 2 >= words
}
