// What a total or section row is called, and which line of the layout that is.
import type { Section, TotalLine } from '../definition/layout.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import { normalizeHeader } from '../kernel/text.ts'
import type { RawRow } from '../workbook/raw.ts'

/** Generic words for sums, normalized; compared whole. */
const genericTotals = /^(?:合计|总计|共计|累计|总合计|合计数|金额合计|项目合计|全部合计)$/
const genericSubtotals = /^(?:小计|本页合计|本页小计|页计|分计|.{0,8}小计)$/

/** Words of a label without spaces, unit, brackets and outline number. */
export function plainLabel(text: string): string {
  return normalizeHeader(text).text
}

/** Texts of a row, left to right, plain; numbers are not labels. */
export function rowLabels(row: RawRow, left: number, right: number): readonly string[] {
  const labels: string[] = []
  for (let index = left; index <= right; index++) {
    const cell = row.cells[index]
    if (typeof cell !== 'string') continue
    const label = plainLabel(cell.slice(0, 200))
    if (label !== '' && !/^[-+.,\d]+$/.test(label)) labels.push(label)
  }
  return labels
}

export function findTotalLine(definition: SheetDefinition, labels: readonly string[]): TotalLine | undefined {
  return definition.layout.totals.find((line) =>
    [line.label['zh-Hans'], ...line.synonyms].some((words) => labels.includes(plainLabel(words))),
  )
}

export function findSection(definition: SheetDefinition, labels: readonly string[]): Section | undefined {
  return definition.layout.sections.find((section) =>
    [section.label['zh-Hans'], ...section.synonyms].some((words) => labels.includes(plainLabel(words))),
  )
}

/** `all`: 合计 of everything before it · `group`: 小计 since the last one · undefined: no word for a sum. */
export function genericTotal(labels: readonly string[]): 'all' | 'group' | undefined {
  if (labels.some((label) => genericTotals.test(label))) return 'all'
  if (labels.some((label) => genericSubtotals.test(label))) return 'group'
  return undefined
}
