// The workbook part: which sheets there are, where they lie, how days are counted.
import { need, type Draft } from './draft.ts'
import { fail } from './failure.ts'
import { attributeText, readRelations } from './relations.ts'
import { childOf, childrenOf, parseXml, type XmlElement } from './xmlTree.ts'

export interface SheetEntry {
  readonly name: string
  readonly path: string
  readonly sheetId: number
  readonly state: string
  readonly element: XmlElement
}

export interface WorkbookPart {
  readonly path: string
  readonly bytes: Uint8Array
  readonly root: XmlElement
  readonly sheets: readonly SheetEntry[]
  readonly epoch: 1900 | 1904
}

export function readWorkbookPart(draft: Draft): WorkbookPart {
  const path = readRelations(draft, '').find((relation) => relation.type === 'officeDocument')?.target
  if (path === undefined) fail('damaged', 'no workbook part')
  const bytes = need(draft, path)
  const root = parseXml(bytes)
  if (root.local !== 'workbook') fail('unsupported', `root ${root.local}`)
  const relations = readRelations(draft, path)
  const sheetsElement = childOf(root, 'sheets')
  const sheets = (sheetsElement ? childrenOf(sheetsElement, 'sheet') : []).map((element) => {
    const value = (name: string): string => attributeText(draft, bytes, { element, name }) ?? ''
    const relation = relations.find((each) => each.id === value('id'))
    if (relation?.target === undefined) fail('damaged', `sheet ${value('name')} has no part`)
    const sheetId = Number(value('sheetId'))
    return { name: value('name'), path: relation.target, sheetId, state: value('state'), element }
  })
  const properties = childOf(root, 'workbookPr')
  const epochText = properties && attributeText(draft, bytes, { element: properties, name: 'date1904' })
  return { path, bytes, root, sheets, epoch: epochText === '1' || epochText === 'true' ? 1904 : 1900 }
}

/** By name, as spreadsheets compare names: without case. */
export function findSheet(workbook: WorkbookPart, name: string): SheetEntry {
  const wanted = name.toLowerCase()
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === wanted) ?? fail('missing-sheet', name)
}
