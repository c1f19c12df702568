// A blank form filled in by hand, in another program than ours: values typed into the ruled rows below the header.
import ExcelJS from 'exceljs'
import { meetsCondition } from '#shared/definition/condition.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Value, Values } from '#shared/kernel/value.ts'
import { valueTypes } from '#shared/values/index.ts'

export interface OpenForm {
  readonly book: ExcelJS.Workbook
  readonly sheet: ExcelJS.Worksheet
  /** Column key → column number. */
  readonly columns: ReadonlyMap<string, number>
  /** The last row of the header. */
  readonly headerRow: number
}

/** Finds the header by its words, as a person would. */
export async function openForm(bytes: Uint8Array, definition: SheetDefinition): Promise<OpenForm> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.slice().buffer)
  const sheet = book.worksheets.find((each) => each.state === 'visible')
  if (!sheet) throw new Error('the form has no sheet to see')
  for (let row = 1; row <= 12; row += 1) {
    const columns = new Map<string, number>()
    const texts = new Map<string, number>()
    sheet.getRow(row).eachCell((cell, column) => texts.set(cell.text.trim(), column))
    for (const key of definition.layout.columns) {
      const at = texts.get(definition.columns[key]!.label['zh-Hans'])
      if (at !== undefined) columns.set(key, at)
    }
    if (columns.size === definition.layout.columns.length) return { book, sheet, columns, headerRow: row }
  }
  throw new Error(`no header of ${definition.kind} in the form`)
}

export const formBytes = async ({ book }: OpenForm): Promise<Uint8Array> =>
  new Uint8Array(await book.xlsx.writeBuffer())

/** What a person types: amounts in 元, days as days, shares as shares, everything else as text. */
export function typed(definition: SheetDefinition, key: string, value: Value): ExcelJS.CellValue {
  const column = definition.columns[key]!
  if (value === null) return null
  if (typeof value === 'number') {
    if (column.type === 'money') return value / 100
    return column.type === 'percent' ? value / 10_000 : value
  }
  if (column.type === 'date') return new Date(`${String(value)}T00:00:00Z`)
  return valueTypes[column.type].format(value, column, 'zh-Hans')
}

/** Types the rows into ruled rows that hold nothing, each under the heading of its section. */
export async function fillTemplate(
  bytes: Uint8Array,
  definition: SheetDefinition,
  rows: readonly Values[],
): Promise<Uint8Array> {
  const form = await openForm(bytes, definition)
  const { sheet, columns, headerRow } = form
  const isTyped = (key: string): boolean => definition.columns[key]!.merge !== 'derived'
  const holds = (cell: ExcelJS.Cell): boolean => !cell.isMerged && cell.text.trim() === ''
  const isFree = (row: number): boolean =>
    [...columns].every(([key, at]) => !isTyped(key) || holds(sheet.getRow(row).getCell(at)))
  const headingOf = (values: Values): number => {
    const section = definition.layout.sections.find(({ where }) => meetsCondition(where, values))
    if (section === undefined) return headerRow
    for (let row = headerRow + 1; row <= sheet.rowCount; row += 1)
      if ([...columns.values()].some((at) => sheet.getRow(row).getCell(at).text === section.label['zh-Hans']))
        return row
    return headerRow
  }
  for (const values of rows) {
    let row = headingOf(values) + 1
    while (row <= sheet.rowCount && !isFree(row)) row += 1
    if (row > sheet.rowCount) throw new Error(`the form of ${definition.kind} has too few free rows`)
    for (const [key, value] of Object.entries(values)) {
      const at = columns.get(key)
      if (at !== undefined) sheet.getRow(row).getCell(at).value = typed(definition, key, value)
    }
  }
  return formBytes(form)
}

/** Writes one cell of the row in which `by` stands. */
export async function retype(
  bytes: Uint8Array,
  definition: SheetDefinition,
  edit: { readonly by: readonly [key: string, text: string]; readonly key: string; readonly value: Value },
): Promise<Uint8Array> {
  const form = await openForm(bytes, definition)
  const { sheet, columns, headerRow } = form
  const [byKey, byText] = edit.by
  for (let row = headerRow + 1; row <= sheet.rowCount; row += 1)
    if (
      sheet
        .getRow(row)
        .getCell(columns.get(byKey) ?? 1)
        .text.trim() === byText
    ) {
      sheet.getRow(row).getCell(columns.get(edit.key) ?? 1).value = typed(definition, edit.key, edit.value)
      return formBytes(form)
    }
  throw new Error(`no row with ${byText}`)
}
