// Which rows of an issued sheet are headings and sums: never data (D8).
import type { SheetDefinition } from '../../definition/sheet.ts'
import { normalizeHeader } from '../../kernel/text.ts'
import type { Words } from '../../kernel/words.ts'
import type { BoundTable } from '../../workbook/port.ts'
import type { RawValue } from '../../workbook/raw.ts'

export interface RowLabels {
  /** Plain label → key of the section it heads. */
  readonly sections: ReadonlyMap<string, string>
  readonly totals: ReadonlySet<string>
  /** 0-based columns of the natural key, as far as the sheet shows them. */
  readonly keyColumns: readonly number[]
}

const genericTotal = /^(?:.{0,8}小计|合计|总计|共计|累计|本页合计|页计|total|grandtotal|subtotal)$/
/** Only where the row names no key: 支出合计 is a sum, a project of that name has a code. */
const namedTotal = /(?:合计|总计|小计|共计|累计)$/

export function toRowLabels({ layout, naturalKey }: SheetDefinition, table: BoundTable): RowLabels {
  const spellings = (label: Words, synonyms: readonly string[]): readonly string[] =>
    [...Object.values(label), ...synonyms].map(plain)
  return {
    sections: new Map(
      layout.sections.flatMap((section) =>
        spellings(section.label, section.synonyms).map((text) => [text, section.key] as const),
      ),
    ),
    keyColumns: naturalKey.flatMap((key) => table.columns.get(key) ?? []),
    totals: new Set(layout.totals.flatMap((total) => spellings(total.label, total.synonyms))),
  }
}

export type SheetRowRole =
  { readonly role: 'data' } | { readonly role: 'total' } | { readonly role: 'section'; readonly section: string }

/**
 * Only for rows without id: what carries an id is data whatever it says. A heading has no figures beside it, and no key: a
 * row of 支出 | 50405 | 送温暖支出 whose amount is a slip (66,00x) is data all the same.
 */
export function findRowRole(labels: RowLabels, cells: readonly RawValue[]): SheetRowRole {
  const isKeyless = (except?: number): boolean =>
    labels.keyColumns.every((column) => column === except || (cells[column] ?? null) === null)
  const keyless = isKeyless()
  let figures = false
  let section: string | undefined
  for (const [column, cell] of cells.entries()) {
    if (typeof cell === 'number') figures = true
    if (typeof cell !== 'string' || cell.length > 100) continue
    const text = plain(cell)
    if (labels.totals.has(text) || genericTotal.test(text) || (keyless && namedTotal.test(text)))
      return { role: 'total' }
    if (isKeyless(column)) section ??= labels.sections.get(text)
  }
  return section === undefined || figures ? { role: 'data' } : { role: 'section', section }
}

function plain(text: string): string {
  return normalizeHeader(text).text
}
