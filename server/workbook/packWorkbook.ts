// A workbook packed flat to cross from a worker: cloning a million cells one by one costs more than reading them.
import type { RawDate, RawError, RawRow, RawSheet, RawValue, RawWorkbook } from '#shared/workbook/raw.ts'

export interface PackedWorkbook {
  readonly meta: Omit<RawWorkbook, 'sheets'>
  readonly sheets: readonly PackedSheet[]
}

interface PackedSheet {
  readonly meta: Omit<RawSheet, 'rows'>
  /** By row: index as shown, number of cells, 1 + place in `styles` or 0. */
  readonly indexes: Int32Array
  readonly lengths: Uint16Array
  readonly styleOf: Int32Array
  readonly styles: readonly ArrayLike<number>[]
  /** By cell, row after row: what `numbers` means. */
  readonly kinds: Uint8Array
  readonly numbers: Float64Array
  readonly texts: readonly string[]
  readonly objects: readonly (RawDate | RawError)[]
  readonly formulas: readonly string[]
  /** By formula: position in `indexes`, column. */
  readonly formulaPlaces: Int32Array
}

const kind = { blank: 0, number: 1, text: 2, object: 3, no: 4, yes: 5 } as const
/** Columns with more distinct texts than this are packed text by text. */
const fewTexts = 1_000

/** @returns the workbook and the buffers to be moved, not copied */
export function packWorkbook(workbook: RawWorkbook): {
  readonly packed: PackedWorkbook
  readonly buffers: readonly ArrayBuffer[]
} {
  const { sheets, ...meta } = workbook
  const packed = sheets.map(packSheet)
  const buffers = packed.flatMap((sheet) =>
    [sheet.indexes, sheet.lengths, sheet.styleOf, sheet.kinds, sheet.numbers, sheet.formulaPlaces].map(
      (array) => array.buffer as ArrayBuffer,
    ),
  )
  return { packed: { meta, sheets: packed }, buffers }
}

function packSheet(sheet: RawSheet): PackedSheet {
  const { rows, ...meta } = sheet
  const size = rows.reduce((sum, row) => sum + row.cells.length, 0)
  const kinds = new Uint8Array(size)
  const numbers = new Float64Array(size)
  const texts = createTextList()
  const objects: (RawDate | RawError)[] = []
  const objectIds = new Map<RawDate | RawError, number>()
  const styles: ArrayLike<number>[] = []
  const styleIds = new Map<ArrayLike<number>, number>()
  const styleOf = new Int32Array(rows.length)
  const formulas: string[] = []
  const places: number[] = []
  let at = 0
  rows.forEach((row, position) => {
    for (let column = 0; column < row.cells.length; column++, at++) {
      const value = row.cells[column] as RawValue
      if (value === null) continue
      if (typeof value === 'string') {
        kinds[at] = kind.text
        numbers[at] = texts.add(value, column)
      } else if (typeof value === 'number') {
        kinds[at] = kind.number
        numbers[at] = value
      } else if (typeof value === 'boolean') kinds[at] = value ? kind.yes : kind.no
      else {
        kinds[at] = kind.object
        numbers[at] = idOf(value, objects, objectIds)
      }
    }
    if (row.styles) styleOf[position] = 1 + idOf(row.styles, styles, styleIds)
    row.formulas?.forEach((formula, column) => {
      if (formula === undefined) return
      formulas.push(formula)
      places.push(position, column)
    })
  })
  return {
    meta,
    indexes: Int32Array.from(rows, (row) => row.index),
    lengths: Uint16Array.from(rows, (row) => row.cells.length),
    styleOf,
    styles,
    kinds,
    numbers,
    texts: texts.list,
    objects,
    formulas,
    formulaPlaces: Int32Array.from(places),
  }
}

function idOf<T>(value: T, list: T[], ids: Map<T, number>): number {
  let id = ids.get(value)
  if (id === undefined) {
    id = list.push(value) - 1
    ids.set(value, id)
  }
  return id
}

/** Equal texts of one column are sent once, as long as the column has few of them. */
function createTextList() {
  const list: string[] = []
  const known: (Map<string, number> | null)[] = []
  return {
    list,
    add(text: string, column: number): number {
      let ids = known[column]
      if (ids === undefined) ids = known[column] = new Map()
      const found = ids?.get(text)
      if (found !== undefined) return found
      const id = list.push(text) - 1
      if (ids) {
        if (ids.size >= fewTexts) known[column] = null
        else ids.set(text, id)
      }
      return id
    },
  }
}

/** Inverse of `packWorkbook`. */
export function unpackWorkbook(packed: PackedWorkbook): RawWorkbook {
  return { ...packed.meta, sheets: packed.sheets.map((sheet) => ({ ...sheet.meta, rows: unpackRows(sheet) })) }
}

function unpackRows(sheet: PackedSheet): readonly RawRow[] {
  const { kinds, numbers, texts, objects } = sheet
  const formulas = unpackFormulas(sheet)
  let at = 0
  return Array.from(sheet.indexes, (index, position) => {
    const length = sheet.lengths[position] as number
    const cells: RawValue[] = []
    for (const end = at + length; at < end; at++) {
      const number = numbers[at] as number
      switch (kinds[at]) {
        case kind.number:
          cells.push(number)
          break
        case kind.text:
          cells.push(texts[number] as string)
          break
        case kind.object:
          cells.push(objects[number] as RawDate | RawError)
          break
        case kind.no:
        case kind.yes:
          cells.push(kinds[at] === kind.yes)
          break
        default:
          cells.push(null)
      }
    }
    const style = sheet.styleOf[position] as number
    const own = formulas.get(position)
    const row = { index, cells, ...(own ? { formulas: own } : {}) }
    return style === 0 ? row : { ...row, styles: sheet.styles[style - 1] as ArrayLike<number> }
  })
}

function unpackFormulas(sheet: PackedSheet): ReadonlyMap<number, readonly (string | undefined)[]> {
  const byRow = new Map<number, (string | undefined)[]>()
  sheet.formulas.forEach((formula, i) => {
    const position = sheet.formulaPlaces[i * 2] as number
    const column = sheet.formulaPlaces[i * 2 + 1] as number
    let row = byRow.get(position)
    if (!row) byRow.set(position, (row = []))
    while (row.length < column) row.push(undefined)
    row.push(formula)
  })
  return byRow
}
