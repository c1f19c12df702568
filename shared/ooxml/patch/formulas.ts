// Formulas as they stand in a sheet part: found, read, and shared ones spelled out.
import { parseRange } from '../ranges.ts'
import { offsetFormula } from '../../workbook/rewriteFormula.ts'
import type { CellRange } from '../../workbook/raw.ts'
import { fail } from './failure.ts'
import { cellsOf, findFormula, readSheetPart, rowsOf, type GridElement, type SheetPart } from './sheetPart.ts'
import { applySplices, type Splice } from './splice.ts'
import { readAttributes } from './xmlTree.ts'
import { escapeText, type ReadText } from './xmlText.ts'

export interface CellFormula {
  readonly element: GridElement
  /** As in the file, entities resolved; '' for cells that take part in a shared formula. */
  readonly text: string
  readonly type: 'normal' | 'shared' | 'array' | 'dataTable'
  readonly group: string | undefined
  /** Of shared, array and data-table formulas. */
  readonly range: CellRange | undefined
}

export function readFormula(sheet: SheetPart, element: GridElement, readText: ReadText): CellFormula {
  const { bytes } = sheet
  const attributes = new Map(
    readAttributes(bytes, element.start, element.openEnd).map((each) => [
      each.name,
      readText(bytes, each.start, each.end),
    ]),
  )
  const type = attributes.get('t') ?? 'normal'
  if (type !== 'normal' && type !== 'shared' && type !== 'array' && type !== 'dataTable') {
    fail('unsupported', `formula type ${type}`)
  }
  const reference = attributes.get('ref')
  const range = reference === undefined ? undefined : parseRange(reference)
  const text = readText(bytes, element.openEnd, element.closeStart)
  return { element, text, type, group: attributes.get('si'), range }
}

/** Every formula of the sheet in file order, without the cells they stand in. */
export function* formulasOf(sheet: SheetPart, readText: ReadText): Generator<CellFormula> {
  for (let at = sheet.data.openEnd; ;) {
    const element = findFormula(sheet, at, sheet.data.closeStart)
    if (!element) return
    yield readFormula(sheet, element, readText)
    at = element.end
  }
}

/**
 * The sheet with shared formulas written out cell by cell.
 * @param groups only these; absent: all
 */
export function spellSharedFormulas(sheet: SheetPart, readText: ReadText, groups?: ReadonlySet<string>): SheetPart {
  const masters = new Map<string, { readonly text: string; readonly row: number; readonly column: number }>()
  const splices: Splice[] = []
  for (const row of rowsOf(sheet)) {
    if (!findFormula(sheet, row.openEnd, row.closeStart)) continue
    for (const cell of cellsOf(sheet, row)) {
      const element = findFormula(sheet, cell.openEnd, cell.closeStart)
      const formula = element && readFormula(sheet, element, readText)
      if (formula?.type !== 'shared' || formula.group === undefined) continue
      if (groups && !groups.has(formula.group)) continue
      if (formula.text !== '') masters.set(formula.group, { text: formula.text, row: row.number, column: cell.number })
      const master = masters.get(formula.group) ?? fail('unsupported', 'shared formula before its first cell')
      const text = offsetFormula(master.text, row.number - master.row, cell.number - master.column)
      const spelled = `<${sheet.prefix}f>${escapeText(text)}</${sheet.prefix}f>`
      splices.push({ start: formula.element.start, end: formula.element.end, text: spelled })
    }
  }
  return splices.length === 0 ? sheet : readSheetPart(applySplices(sheet.bytes, splices))
}
