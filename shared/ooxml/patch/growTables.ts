// Filters and table objects that end beside a column of our own take it in: sorting them must take its cells along.
import { columnIndex, columnName } from '../../workbook/raw.ts'
import { parseRange } from '../ranges.ts'
import { need, type Draft } from './draft.ts'
import { attributeText, appendChild, setAttribute } from './relations.ts'
import { formatRange } from './rangeText.ts'
import { readSheetPart } from './sheetPart.ts'
import { applySplices, type Splice } from './splice.ts'
import { tablesOf } from './tables.ts'
import { readWorkbookPart, type SheetEntry } from './workbookPart.ts'
import { childOf, childrenOf, findAttribute, parseXml, prefixOf, type XmlElement } from './xmlTree.ts'
import { escapeText } from './xmlText.ts'

/** @param at 0-based column; of several table objects that end there none is grown, as it is not known which is meant */
export function growTables(draft: Draft, sheet: SheetEntry, at: number): void {
  const part = readSheetPart(need(draft, sheet.path))
  const filter = childOf(part.root, 'autoFilter')
  const grown = filter && growRange(draft, part.bytes, { element: filter, at })
  if (grown) {
    draft.write(sheet.path, applySplices(part.bytes, grown))
    growFilterName(draft, sheet, at)
  }
  const tables = tablesOf(draft, sheet.path).filter((table) => table.range.right === at - 1)
  const [table] = tables
  if (!table || tables.length > 1) return
  const bytes = need(draft, table.path)
  const root = parseXml(bytes)
  const columns = childOf(root, 'tableColumns')
  if (!columns) return
  const list = childrenOf(columns, 'tableColumn')
  const value = (element: XmlElement, name: string): string => attributeText(draft, bytes, { element, name }) ?? ''
  const id = Math.max(0, ...list.map((element) => Number(value(element, 'id')) || 0)) + 1
  const names = new Set(list.map((element) => value(element, 'name')))
  let number = list.length + 1
  while (names.has(`${autoName}${number}`)) number++
  const own = childOf(root, 'autoFilter')
  draft.write(
    table.path,
    applySplices(bytes, [
      ...(growRange(draft, bytes, { element: root, at }) ?? []),
      ...((own && growRange(draft, bytes, { element: own, at })) ?? []),
      setAttribute(bytes, columns, { name: 'count', value: String(list.length + 1) }),
      appendChild(columns, `<${prefixOf(root)}tableColumn id="${id}" name="${autoName}${number}"/>`),
    ]),
  )
}

/** Columns that growTables made are called so until their header is written. */
const autoName = '列'

/**
 * The table object's own name of a column follows its header cell. Only for columns we added; false when it is another's.
 * @param column 0-based
 */
export function renameTableColumn(
  draft: Draft,
  path: string,
  { column, text }: { readonly column: number; readonly text: string },
): boolean {
  const bytes = need(draft, path)
  const root = parseXml(bytes)
  const columns = childOf(root, 'tableColumns')
  const range = parseRange(attributeText(draft, bytes, { element: root, name: 'ref' }) ?? '')
  const element = columns && range ? childrenOf(columns, 'tableColumn')[column - range.left] : undefined
  if (!columns || !element) return false
  const name = attributeText(draft, bytes, { element, name: 'name' }) ?? ''
  if (name === text) return true
  const isTaken = childrenOf(columns, 'tableColumn').some(
    (each) => attributeText(draft, bytes, { element: each, name: 'name' })?.toLowerCase() === text.toLowerCase(),
  )
  if (!new RegExp(`^${autoName}\\d+$`).test(name) || isTaken || text === '') return false
  draft.write(path, applySplices(bytes, [setAttribute(bytes, element, { name: 'name', value: text })]))
  return true
}

function growRange(
  draft: Draft,
  bytes: Uint8Array,
  { element, at }: { readonly element: XmlElement; readonly at: number },
): readonly Splice[] | undefined {
  const range = parseRange(attributeText(draft, bytes, { element, name: 'ref' }) ?? '')
  if (range?.right !== at - 1) return undefined
  return [setAttribute(bytes, element, { name: 'ref', value: formatRange({ ...range, right: at }) })]
}

/** The hidden name that Excel keeps of a sheet's filter. */
function growFilterName(draft: Draft, sheet: SheetEntry, at: number): void {
  const { path, bytes, root, sheets } = readWorkbookPart(draft)
  const index = sheets.findIndex((each) => each.path === sheet.path)
  const names = childOf(root, 'definedNames')
  const element = (names ? childrenOf(names, 'definedName') : []).find((each) => {
    const value = (name: string): string | undefined => attributeText(draft, bytes, { element: each, name })
    return value('name') === '_xlnm._FilterDatabase' && value('localSheetId') === String(index)
  })
  if (!element || findAttribute(bytes, element, 'name') === undefined) return
  const text = draft.readText(bytes, element.openEnd, element.closeStart)
  const grown = text.replace(/\$([A-Z]{1,3})(\$\d+)$/, (whole, letters: string, row: string) =>
    columnIndex(letters) === at - 1 ? `$${columnName(at)}${row}` : whole,
  )
  draft.write(path, applySplices(bytes, [{ start: element.openEnd, end: element.closeStart, text: escapeText(grown) }]))
}
