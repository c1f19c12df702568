// A row of column numbers under a header: (1) (2), 甲 乙 1 2, 1 2 3=1+2.
import { cellClass, isNumberClass } from './cellClass.ts'
import { cellKind, gapBefore, rowTexts, type Region } from './region.ts'
import { foldLabel } from './words.ts'

const columnNumber = /^[(（[]?(\d{1,3})[)）\]]?(?:=.*)?$/
const columnFormula = /^\d{1,3}=[\d+\-*/×÷()（）%]+$|^[(（]\d{1,3}[)）]=/

/** `(1) (2) (3)`, `1 2 3=1+2`, `甲 乙 1 2`, `栏次 1 2`. */
export function isNumberRow(region: Region, k: number, headerCells: number): boolean {
  const texts = rowTexts(region, k).map((text) => foldLabel(text))
  if (texts.length < 3 || texts.length * 10 < headerCells * 6) return false
  let numbers = 0
  let steps = 0
  let others = 0
  let previous: number | undefined
  let marked = false
  for (const text of texts) {
    const number = columnNumber.exec(text)?.[1]
    if (number === undefined) {
      if (/^(?:栏次|列次|行次|序号|[甲乙丙丁戊己]|[a-f])$/.test(text)) marked = true
      else others++
      continue
    }
    if (/^[(（[]/.test(text) || columnFormula.test(text)) marked = true
    numbers++
    if (previous !== undefined && Number(number) === previous + 1) steps++
    previous = Number(number)
  }
  if (others > 0 || numbers < 2) return false
  const inOrder = steps >= numbers - 1
  if (inOrder && stems.includes(texts[0] ?? '') && isNextStem(region, k + 1, texts[0] ?? '')) return false
  return inOrder && (marked || (numbers >= 4 && numbers === texts.length && texts[0] === '1'))
}

const stems = '甲乙丙丁戊己庚辛'

/** Row k begins with the stem after `stem`: both are names of data (甲 | 1 | 2, 乙 | 3 | 4), no column numbers. */
function isNextStem(region: Region, k: number, stem: string): boolean {
  const next = stems[stems.indexOf(stem) + 1]
  return stem !== '' && next !== undefined && k < region.size && rowTexts(region, k, 1)[0] === next
}

/** A row of column numbers within ten rows, with only words between: all of it is header. */
export function findNumberRow(region: Region, bottom: number, end: number, headerCells: number): number | undefined {
  for (let k = bottom + 1; k < Math.min(end, bottom + 10); k++) {
    if (isNumberRow(region, k, headerCells)) return k
    for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++) {
      const kind = cellKind(region, k, column)
      if (isNumberClass(kind) || kind === cellClass.date) return undefined
    }
    if (gapBefore(region, k) > 1) return undefined
  }
  return undefined
}
