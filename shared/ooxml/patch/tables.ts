// Table objects (ListObjects) of a sheet: where they lie, so that nothing is done to them that Excel would repair.
import type { CellRange } from '../../workbook/raw.ts'
import { parseRange } from '../ranges.ts'
import { need, type Draft } from './draft.ts'
import { fail } from './failure.ts'
import { attributeText, readRelations } from './relations.ts'
import { parseXml } from './xmlTree.ts'

export interface TableObject {
  readonly path: string
  readonly range: CellRange
  /** Rows of the header; undefined when the table shows none. */
  readonly headerRange: CellRange | undefined
  /** Between header and totals row, both excluded. */
  readonly dataRows: { readonly top: number; readonly bottom: number }
}

export function tablesOf(draft: Draft, sheetPath: string): readonly TableObject[] {
  const tables = readRelations(draft, sheetPath).filter((relation) => relation.type === 'table')
  return tables.map(({ target }) => {
    const path = target ?? fail('damaged', 'external table')
    const bytes = need(draft, path)
    const element = parseXml(bytes)
    const value = (name: string): string | undefined => attributeText(draft, bytes, { element, name })
    const range = parseRange(value('ref') ?? '') ?? fail('damaged', `${path}: ref`)
    const headers = Number(value('headerRowCount') ?? '1')
    const totals = Number(value('totalsRowCount') ?? '0')
    return {
      path,
      range,
      headerRange: headers > 0 ? { ...range, bottom: range.top + headers - 1 } : undefined,
      dataRows: { top: range.top + headers, bottom: range.bottom - totals },
    }
  })
}
