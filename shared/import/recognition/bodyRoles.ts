// What each row below the header is, by what it says; sums are looked at later.
import { foldText } from '../../kernel/text.ts'
import type { RowRole } from '../plan.ts'
import { cellClass, isNumberClass } from './cellClass.ts'
import { isNumberRow } from './numberRow.ts'
import { isBold, mergeKey } from './grid.ts'
import { headerOverlap, isRepeatedHeader, type HeaderLabels } from './headerLabels.ts'
import { cellKind, cellText, gapBefore, rowNumber, type Region } from './region.ts'
import { isPlaceholderRow } from './placeholders.ts'
import { isNoteRow, isSignatureRow } from './tail.ts'
import { totalWord, type TotalWord } from './words.ts'

export interface BodyRow {
  role: RowRole
  /** What the label of a total row says of it. */
  total?: TotalWord
  /** k where it has one. */
  label?: string
  /** Section row found by its shape only. */
  guessed?: true
  /** Row of data that holds one word only. */
  lonely?: true
  /** Repeated header whose words stand in other columns. */
  moved?: true
}

export interface Body {
  readonly from: number
  /** First k after the body. */
  readonly end: number
  readonly labels: HeaderLabels
  readonly headerCells: number
  readonly typical: number
  readonly pageTitles: ReadonlySet<number>
  /** 序号 columns: a number there is no value. */
  readonly serials: ReadonlySet<number>
}

const data: BodyRow = Object.freeze({ role: 'data' })

/** A total word among the first cells of a row that has few other words. */
function totalOf(region: Region, k: number): { readonly word: TotalWord; readonly label: string } | undefined {
  const words = region.words[k] ?? 0
  const cells = region.count[k] ?? 0
  if (words === 0 || (words > 3 && words * 3 > cells)) return undefined
  let looked = 0
  for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1) && looked < 4; column++) {
    const kind = cellKind(region, k, column)
    if (kind === cellClass.blank) continue
    looked++
    if (kind !== cellClass.text) continue
    const label = cellText(region, k, column)
    const word = totalWord(label)
    if (word) return { word, label }
  }
  return undefined
}

const outline = /^(?:第?[一二三四五六七八九十]+[、.．章节部]|[（(][一二三四五六七八九十]+[)）]|[A-Z]{1,4}[.、．])/
const sectionEnd = /[:：]$|部分$|类$|類$|项目$|單元$/

type Lonely = 'section' | 'perhaps' | undefined

/** One word, perhaps with a 序号 beside it, and nothing else. */
function lonelyWord(region: Region, k: number, body: Body): Lonely {
  const cells = region.count[k] ?? 0
  if (cells > 3 || (region.words[k] ?? 0) !== 1) return undefined
  let at = -1
  for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++) {
    const kind = cellKind(region, k, column)
    if (kind === cellClass.blank) continue
    if (kind === cellClass.text) at = column
    else if (!(body.serials.has(column) && isNumberClass(kind))) return undefined
  }
  const text = cellText(region, k, at)
  const merge = region.grid.merges.get(mergeKey(rowNumber(region, k), at))
  const width = region.right - region.left + 1
  if (merge && merge.top === merge.bottom && (merge.right - merge.left + 1) * 2 > width && width > 2) return 'section'
  const leading = at <= region.left + 1
  if (leading && (sectionEnd.test(text) || (outline.test(text) && cells === 1))) return 'section'
  if (cells > 1 || !leading) return undefined
  const bold = isBold(region.grid, region.position[k] ?? 0, at)
  const next = k + 1 < body.end && isBold(region.grid, region.position[k + 1] ?? 0, region.first[k + 1] ?? 0)
  return bold && !next ? 'section' : 'perhaps'
}

/** Rows in which every cell is the same mark (`v`, `*`, `必填`) right under the header: which columns must be filled. */
function isMarkerRow(region: Region, k: number): boolean {
  const cells = region.count[k] ?? 0
  if (cells < 3 || (region.words[k] ?? 0) !== cells) return false
  const marks = new Set<string>()
  for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++)
    if (cellKind(region, k, column) !== cellClass.blank) marks.add(foldText(cellText(region, k, column).slice(0, 10)))
  return (
    marks.size <= 2 &&
    [...marks].every((mark) => /^(?:[v√✓*★x-]|必填|选填|必须|可选|required|optional|文本|数字)$/.test(mark))
  )
}

/** Rows from `body.from` to before `body.end`, in order. */
export function classifyBody(region: Region, body: Body): readonly BodyRow[] {
  const rows: BodyRow[] = []
  const perhaps: number[] = []
  for (let k = body.from; k < body.end; k++) rows.push(classifyRow(region, k, body, perhaps))
  decideLonely(region, rows, perhaps, body)
  keepBlankItems(region, rows, body)
  return rows
}

function classifyRow(region: Region, k: number, body: Body, perhaps: number[]): BodyRow {
  if (body.pageTitles.has(k)) return { role: 'title' }
  const cells = region.count[k] ?? 0
  const words = region.words[k] ?? 0
  if (words === 0) return data
  if (words === cells || words * 2 >= body.headerCells || cells >= 4) {
    const overlap = headerOverlap(region, k, body.labels)
    if (isRepeatedHeader(overlap))
      return overlap.inPlace < overlap.cells ? { role: 'repeated-header', moved: true } : { role: 'repeated-header' }
  }
  if (k === body.from && body.headerCells > 0 && isMarkerRow(region, k)) return { role: 'note' }
  const total = totalOf(region, k)
  if (total === undefined && isPlaceholderRow(region, k)) return { role: 'note' }
  if (total) return { role: total.word === 'subtotal' ? 'subtotal' : 'total', total: total.word, label: total.label }
  if (body.typical >= 2 && (cells <= 3 ? isNoteRow(region, k) : words === cells && isSignatureRow(region, k)))
    return { role: 'note' }
  if (words === cells && cells >= 3 && isNumberRow(region, k, body.headerCells)) return { role: 'repeated-header' }
  if (body.typical < 2) return data
  const lonely = lonelyWord(region, k, body)
  if (lonely === 'section') return { role: 'section' }
  if (lonely === 'perhaps') perhaps.push(k)
  return data
}

/** Lonely words without any mark are sections when they begin a group (first, or after a gap, a header, a sum) of data. */
function decideLonely(region: Region, rows: BodyRow[], perhaps: readonly number[], body: Body): void {
  if (body.typical < 3 || perhaps.length * 5 > rows.length) return
  const alone = new Set(perhaps)
  for (const k of perhaps) {
    const next = rows[k + 1 - body.from]
    const before = rows[k - 1 - body.from]
    const begins = before === undefined || before.role !== 'data' || gapBefore(region, k) > 0
    if (next?.role !== 'data' || alone.has(k + 1)) continue
    rows[k - body.from] = begins ? { role: 'section', guessed: true } : { role: 'data', lonely: true }
  }
}

/** 一、 | （一） | A.: how a label is numbered; undefined when it is not. */
function outlineOf(region: Region, k: number): string | undefined {
  const text = cellText(region, k, region.first[k] ?? 0).slice(0, 8)
  if (!outline.test(text)) return undefined
  return /^[（(]/.test(text) ? '(' : /^[A-Z]/.test(text) ? 'A' : '一'
}

/** A numbered item without an amount is no section when items numbered like it have amounts and no rows follow it. */
function keepBlankItems(region: Region, rows: BodyRow[], body: Body): void {
  let withAmounts: Set<string | undefined> | undefined
  rows.forEach((row, i) => {
    if (row.role !== 'section' || (region.count[body.from + i] ?? 0) !== 1) return
    const own = outlineOf(region, body.from + i)
    const next = rows[i + 1]
    if (own === undefined || (next?.role === 'data' && outlineOf(region, body.from + i + 1) !== own)) return
    withAmounts ??= new Set(
      rows.flatMap((other, at) => (other.role === 'data' ? [outlineOf(region, body.from + at)] : [])),
    )
    if (withAmounts.has(own)) rows[i] = { role: 'data', lonely: true }
  })
}
