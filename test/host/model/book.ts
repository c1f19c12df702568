// The workbook the host answers for.
import type { Area } from './area.ts'
import { createSheet, type Sheet } from './sheet.ts'
import { refuse } from '../officeFault.ts'
import type { Calculate } from './calculateBook.ts'

export interface DefinedName {
  readonly name: string
  /** With `=`. */
  formula: string
  visible: boolean
  comment: string
  /** undefined: of the workbook. */
  readonly scope: Sheet | undefined
}

export interface XmlPart {
  readonly id: string
  xml: string
}

export interface Book {
  readonly sheets: Sheet[]
  names: DefinedName[]
  active: Sheet
  selection: Area
  readonly settings: Map<string, unknown>
  readonly bag: Map<string, unknown>
  /** Of the document, made by people and add-ins. */
  readonly properties: Map<string, unknown>
  xmlParts: XmlPart[]
  /** What Ctrl+Z would take back, newest last: `user` or `pane`. */
  undo: ('user' | 'pane')[]
  calculate: Calculate | undefined
  /** Never the same number twice. */
  nextId(): number
}

/** With one sheet at least: the first is the active one. */
export function createBook(names: readonly string[]): Book {
  let id = 0
  const nextId = (): number => ++id
  const sheets = names.map((name) => createSheet(sheetId(nextId()), name))
  const [active] = sheets
  if (!active) throw new Error('a workbook has at least one sheet')
  return {
    sheets,
    names: [],
    active,
    selection: { sheet: active, box: { top: 0, left: 0, bottom: 0, right: 0 } },
    settings: new Map(),
    bag: new Map(),
    properties: new Map(),
    xmlParts: [],
    undo: [],
    calculate: undefined,
    nextId,
  }
}

export function sheetId(number: number): string {
  return `{00000000-${number.toString(16).padStart(4, '0').toUpperCase()}-0000-0000-000000000000}`
}

export function findSheet(book: Book, key: string): Sheet | undefined {
  return book.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase())
}

/** Refuses names that Excel refuses. */
export function checkSheetName(book: Book, name: string): string {
  if (name === '' || name.length > 31 || /[:\\/?*[\]]|^'|'$/.test(name)) refuse('InvalidArgument', `sheet name ${name}`)
  if (findSheet(book, name)) refuse('ItemAlreadyExists', `sheet ${name}`)
  return name
}

export function addSheet(book: Book, name: string): Sheet {
  const sheet = createSheet(sheetId(book.nextId()), checkSheetName(book, name))
  book.sheets.push(sheet)
  return sheet
}
