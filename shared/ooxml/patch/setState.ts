// The very-hidden sheet `_tongbiao`: replaced whole, or added so that every spreadsheet program takes it as its own.
import { cellName } from '../../workbook/raw.ts'
import { stateSheetName } from '../../workbook/port.ts'
import { inlineText } from './cellText.ts'
import { need, type Draft } from './draft.ts'
import { fail } from './failure.ts'
import {
  addContentType,
  addRelation,
  appendChild,
  newPart,
  readRelations,
  relationsPath,
  setAttribute,
} from './relations.ts'
import { applySplices } from './splice.ts'
import { readWorkbookPart, type WorkbookPart } from './workbookPart.ts'
import { childOf, prefixOf, readAttributes } from './xmlTree.ts'

const worksheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
const maxTextLength = 32_767

/** @param rows text of the cells, '' for blank ones */
export function setState(draft: Draft, rows: readonly (readonly string[])[]): void {
  const workbook = readWorkbookPart(draft)
  const present = workbook.sheets.find((sheet) => sheet.name.toLowerCase() === stateSheetName)
  const part = newPart(sheetText(rows, mainNamespace(draft, workbook)))
  if (!present) return addStateSheet(draft, workbook, part)
  draft.write(present.path, part)
  if (draft.read(relationsPath(present.path))) draft.write(relationsPath(present.path), noRelations)
  if (present.state === 'veryHidden') return
  const state = setAttribute(workbook.bytes, present.element, { name: 'state', value: 'veryHidden' })
  draft.write(workbook.path, applySplices(workbook.bytes, [state]))
}

const noRelations = newPart('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>')

function addStateSheet(draft: Draft, workbook: WorkbookPart, part: Uint8Array): void {
  const folder = workbook.path.slice(0, workbook.path.lastIndexOf('/') + 1)
  const taken = new Set(draft.paths().map((path) => path.toLowerCase()))
  let number = workbook.sheets.length + 1
  while (taken.has(`${folder}worksheets/sheet${number}.xml`.toLowerCase())) number++
  const path = `${folder}worksheets/sheet${number}.xml`
  const sibling = readRelations(draft, workbook.path).find((relation) => relation.type === 'worksheet')
  if (!sibling) fail('unsupported', 'no worksheet')
  draft.write(path, part)
  addContentType(draft, path, worksheetType)
  const id = addRelation(draft, workbook.path, { typeAddress: sibling.typeAddress, target: path })
  const sheets = childOf(workbook.root, 'sheets') ?? fail('damaged', 'no sheets')
  const sheetId = Math.max(0, ...workbook.sheets.map((sheet) => sheet.sheetId)) + 1
  const prefix = relationPrefix(draft, workbook)
  const attributes = `name="${stateSheetName}" sheetId="${sheetId}" state="veryHidden" ${prefix}:id="${id}"`
  const text = `<${prefixOf(workbook.root)}sheet ${attributes}/>`
  const bytes = need(draft, workbook.path)
  draft.write(workbook.path, applySplices(bytes, [appendChild(sheets, text)]))
}

/** The prefix that the sheets' own `r:id` has. */
function relationPrefix(draft: Draft, workbook: WorkbookPart): string {
  const element = workbook.sheets[0]?.element ?? fail('unsupported', 'no sheets')
  for (const { name } of readAttributes(workbook.bytes, element.start, element.openEnd)) {
    if (name.endsWith(':id')) return name.slice(0, -3)
  }
  return fail('damaged', `sheet in ${draft.paths().length} parts has no id`)
}

/** Transitional or strict, as the workbook's own root says. */
function mainNamespace(draft: Draft, { bytes, root }: WorkbookPart): string {
  const wanted = prefixOf(root) === '' ? 'xmlns' : `xmlns:${prefixOf(root).slice(0, -1)}`
  const attribute = readAttributes(bytes, root.start, root.openEnd).find((each) => each.name === wanted)
  return attribute ? draft.readText(bytes, attribute.start, attribute.end) : fail('unsupported', 'namespace')
}

function sheetText(rows: readonly (readonly string[])[], namespace: string): string {
  const lines = rows.map((texts, index) => {
    const cells = texts.map((text, column) => {
      if (text.length > maxTextLength) fail('too-large', `state text of ${text.length}`)
      return text === '' ? '' : `<c r="${cellName(index + 1, column)}" t="inlineStr">${inlineText(text, '')}</c>`
    })
    return `<row r="${index + 1}">${cells.join('')}</row>`
  })
  return `<worksheet xmlns="${namespace}"><sheetData>${lines.join('')}</sheetData></worksheet>`
}
