// Evaluates the formulas of a book with IronCalc (MIT/Apache-2.0): the cells they refer to are handed over, values come back.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { initSync, Model } from '@ironcalc/wasm'
import { isInside, type Box } from './model/area.ts'
import { findSheet, type Book } from './model/book.ts'
import type { Calculate, FormulaCell } from './model/calculateBook.ts'
import type { CellValue } from './model/parseInput.ts'
import { rewriteReferences } from './model/rewriteReferences.ts'
import type { Sheet } from './model/sheet.ts'

/** Fifteen digits, as Excel shows them. */
const numberFormat = '0.00000000000000E+00'

/** Functions that reach cells they do not name. */
const reachesAnywhere = /\b(?:INDIRECT|OFFSET)\(/i

interface Engine {
  readonly model: Model
  /** Sheets in the model's order, with the names they have there. */
  readonly sheets: readonly { readonly sheet: Sheet; readonly name: string; readonly given: Map<string, string> }[]
}

const engines = new WeakMap<Book, Engine>()
let isReady = false

export const ironCalculate: Calculate = (book, written) => {
  if (!isReady) initSync({ module: readFileSync(fileURLToPath(import.meta.resolve('@ironcalc/wasm/wasm_bg.wasm'))) })
  isReady = true
  let engine = engines.get(book)
  if (!engine || !isSameShape(engine, book)) engines.set(book, (engine = createEngine(book)))
  const spell = withoutNames(book)
  const formulas = written.map((each) => ({ ...each, formula: spell(each.formula) }))
  const { model, sheets } = engine
  const own = new Map(book.sheets.map((sheet, at) => [sheet, at]))
  const needed = findNeeded(book, formulas)
  model.pauseEvaluation()
  let isChanged = false
  for (const [at, each] of sheets.entries()) {
    const inputs = toInputs(each.sheet, needed.get(each.sheet) ?? [])
    for (const { sheet, row, column, formula } of formulas)
      if (sheet === each.sheet) inputs.set(`${row},${column}`, formula)
    if (give(model, at, { given: each.given, inputs })) isChanged = true
  }
  model.resumeEvaluation()
  if (isChanged) model.evaluate()
  return formulas.map(({ sheet, row, column }) => readValue(model, own.get(sheet) ?? 0, { row, column }))
}

function createEngine({ sheets }: Book): Engine {
  const model = new Model('book', 'en', 'UTC', 'en')
  sheets.forEach(({ name }, at) => {
    if (at > 0) model.newSheet()
    model.renameSheet(at, name)
  })
  return { model, sheets: sheets.map((sheet) => ({ sheet, name: sheet.name, given: new Map() })) }
}

/** Sheets that come, go, move or change their names are another model. */
function isSameShape({ sheets }: Engine, book: Book): boolean {
  return (
    sheets.length === book.sheets.length &&
    sheets.every(({ sheet, name }, at) => sheet === book.sheets[at] && name === sheet.name)
  )
}

/** IronCalc takes no names of 汉字: they are written out. */
function withoutNames({ names }: Book): (formula: string) => string {
  if (names.length === 0) return (formula) => formula
  const known = new Map(names.map(({ name, formula }) => [name.toLowerCase(), `(${formula.replace(/^=/, '')})`]))
  return (formula) => formula.replace(word, (text: string) => known.get(text.toLowerCase()) ?? text)
}

/** Texts and quoted sheets, and words that are neither function nor sheet. */
const word = /"(?:[^"]|"")*"|'(?:[^']|'')+'|[\p{L}_\\][\p{L}\p{N}_.\\]*(?![\p{L}\p{N}_.\\(!])/gu

/** The cells that formulas refer to. */
function findNeeded(book: Book, formulas: readonly FormulaCell[]): ReadonlyMap<Sheet, readonly Box[]> {
  const boxes = new Map<Sheet, Map<string, Box>>()
  const add = (sheet: Sheet | undefined, box: Box): void => {
    if (!sheet) return
    const known = boxes.get(sheet) ?? new Map<string, Box>()
    boxes.set(sheet, known.set(JSON.stringify(box), box))
  }
  for (const { sheet, formula } of formulas) {
    if (/[\p{L}\p{N}_]\[/u.test(formula)) throw new Error(`${formula}: structured references are not in the test host`)
    if (reachesAnywhere.test(formula)) for (const each of book.sheets) add(each, everything)
    rewriteReferences(formula, (reference) => {
      add(reference.sheet === undefined ? sheet : findSheet(book, reference.sheet), reference.box)
      return undefined
    })
  }
  return new Map([...boxes].map(([sheet, known]) => [sheet, [...known.values()]]))
}

const everything: Box = { top: 0, left: 0, bottom: Infinity, right: Infinity }

function toInputs({ cells }: Sheet, boxes: readonly Box[]): Map<string, string> {
  const inputs = new Map<string, string>()
  const wide = boxes.filter((box) => box.bottom > box.top || box.right > box.left)
  const single = new Set(boxes.filter((box) => !wide.includes(box)).map(({ top, left }) => `${top},${left}`))
  for (const [row, line] of cells) {
    for (const [column, { value, formula }] of line) {
      if (formula !== undefined || value === '') continue
      const key = `${row},${column}`
      if (single.has(key) || wide.some((box) => isInside(box, row, column))) inputs.set(key, toInput(value))
    }
  }
  return inputs
}

function toInput(value: CellValue): string {
  switch (typeof value) {
    case 'string':
      return `'${value}`
    case 'boolean':
      return value ? 'TRUE' : 'FALSE'
    case 'object':
      return value.error
    default:
      return String(value)
  }
}

/** Only what is other than before. @returns whether anything was */
function give(
  model: Model,
  at: number,
  { given, inputs }: { readonly given: Map<string, string>; readonly inputs: ReadonlyMap<string, string> },
): boolean {
  let isChanged = false
  const placeOf = (key: string): readonly [row: number, column: number] => {
    const [row = 0, column = 0] = key.split(',').map(Number)
    return [row + 1, column + 1]
  }
  for (const key of given.keys()) {
    if (inputs.has(key)) continue
    const [row, column] = placeOf(key)
    model.rangeClearAll(at, row, column, row, column)
    given.delete(key)
    isChanged = true
  }
  for (const [key, input] of inputs) {
    if (given.get(key) === input) continue
    const [row, column] = placeOf(key)
    model.setUserInput(at, row, column, input)
    if (input.startsWith('='))
      model.updateRangeStyle({ sheet: at, row, column, width: 1, height: 1 }, 'num_fmt', numberFormat)
    given.set(key, input)
    isChanged = true
  }
  return isChanged
}

/** As `TYPE()` of a spreadsheet numbers them. */
const [numberType, booleanType, errorType] = [1, 4, 16]

function readValue(model: Model, sheet: number, { row, column }: { row: number; column: number }): CellValue {
  const text = model.getFormattedCellValue(sheet, row + 1, column + 1)
  switch (model.getCellType(sheet, row + 1, column + 1)) {
    case numberType:
      return Number(text)
    case booleanType:
      return text === 'TRUE'
    case errorType:
      return { error: text }
    default:
      return text
  }
}
