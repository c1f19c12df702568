// Rows of a template that a program fills in: {{name}}, ${row.amount}, {.field}, <%= sum %>. They hold no record.
import { cellClass } from './cellClass.ts'
import { cellKind, cellText, type Region } from './region.ts'

const placeholder = /\{\{.{1,200}\}\}|[$#]\{.{1,200}\}|^\{[.\w\u4e00-\u9fff]{1,60}\}$|<%.{1,200}%>/s

/** Half of its words or more are places to be filled. */
export function isPlaceholderRow(region: Region, k: number): boolean {
  const words = region.words[k] ?? 0
  if (words === 0 || words * 2 < (region.count[k] ?? 0)) return false
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
