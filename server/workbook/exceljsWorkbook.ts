// Builds new workbooks: a blueprint as .xlsx bytes. exceljs makes the shell; big tables are written by ourselves.
import ExcelJS from 'exceljs'
import { parsePlainDate, toSerial } from '#shared/kernel/plainDate.ts'
import { unreachable } from '#shared/kernel/unreachable.ts'
import { formatRange } from '#shared/ooxml/patch/rangeText.ts'
import { spellCellText } from '#shared/ooxml/patch/xmlText.ts'
import {
  listSheetName,
  type BlueprintRow,
  type DropDown,
  type SheetBlueprint,
  type WorkbookBlueprint,
} from '#shared/template/blueprint.ts'
import type { CellInput } from '#shared/workbook/port.ts'
import { cellName, columnName } from '#shared/workbook/raw.ts'
import { toExceljsStyle, toSeverityStyle } from './exceljsStyles.ts'
import { spliceRows } from './spliceRows.ts'

/** From so many rows on the rows are written by ourselves: same look, a fraction of time and memory. */
const bigTable = 5_000
const padding = 0.71

/** @param ownRowsFrom rows from which we write them ourselves; only tests give another */
export async function buildWorkbook(blueprint: WorkbookBlueprint, ownRowsFrom = bigTable): Promise<Uint8Array> {
  const { sheet } = blueprint
  if (sheet.body.bottom < ownRowsFrom) return buildShell(blueprint, allRows(sheet))
  const shell = await buildShell(blueprint, shellRows(sheet))
  return spliceRows(shell, sheet)
}

function* allRows({ head, rows, foot }: SheetBlueprint): Generator<BlueprintRow> {
  yield* head
  yield* rows
  yield* foot
}

/** Head and foot as they are, and in the body's first row one cell of each style in order. */
function shellRows({ head, foot, styles, body }: SheetBlueprint): readonly BlueprintRow[] {
  const cells = styles.map((_, style) => ({ column: style, value: null, style }))
  return [...head, { row: body.top, height: null, cells }, ...foot]
}

async function buildShell(blueprint: WorkbookBlueprint, rows: Iterable<BlueprintRow>): Promise<Uint8Array> {
  const { sheet: plan, properties } = blueprint
  const workbook = new ExcelJS.Workbook()
  workbook.creator = '同表'
  workbook.lastModifiedBy = '同表'
  workbook.title = properties.title
  workbook.subject = properties.subject
  workbook.created = workbook.modified = new Date(`${properties.createdOn}T00:00:00Z`)
  const { area, titles, orientation, footer, pagesWide } = plan.print
  const repeated = pagesWide > 1 ? plan.freeze.columns : 0
  const sheet = workbook.addWorksheet(plan.name, {
    properties: { defaultRowHeight: 20 },
    pageSetup: {
      paperSize: 9,
      orientation,
      fitToPage: true,
      fitToWidth: pagesWide,
      fitToHeight: 0,
      horizontalCentered: true,
      // exceljs puts a `$` before each corner and none before its row.
      printArea: `${columnName(area.left)}$${area.top}:${columnName(area.right)}$${area.bottom}`,
      printTitlesRow: `${titles.top}:${titles.bottom}`,
      ...(repeated === 0 ? {} : { printTitlesColumn: `A:${columnName(repeated - 1)}` }),
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 },
    },
    headerFooter: { oddFooter: `&C&"宋体"&10${footer}` },
    views: [freezeView(plan)],
  })
  plan.columns.forEach(({ width, hidden }, at) => {
    const column = sheet.getColumn(at + 1)
    // The file counts the cell's padding in; a width of exactly 9 exceljs would leave out.
    column.width = width + padding
    column.hidden = hidden
  })
  const styles: Partial<ExcelJS.Style>[] = []
  for (const { row, height, cells } of rows) {
    const line = sheet.getRow(row)
    if (height !== null) line.height = height
    for (const { column, value, style } of cells) {
      const cell = line.getCell(column + 1)
      cell.value = toExceljsValue(value)
      const look = plan.styles[style]
      if (look) cell.style = styles[style] ??= toExceljsStyle(look)
    }
  }
  for (const range of plan.merges)
    sheet.mergeCellsWithoutStyle(range.top, range.left + 1, range.bottom, range.right + 1)
  addRules(sheet, plan.dropDowns)
  addMarks(sheet, plan)
  if (plan.filter) sheet.autoFilter = formatRange(plan.filter)
  addLists(workbook, blueprint.lists)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function freezeView({ freeze }: SheetBlueprint): Partial<ExcelJS.WorksheetView> {
  const corner = cellName(freeze.rows + 1, freeze.columns)
  return {
    state: 'frozen',
    xSplit: freeze.columns,
    ySplit: freeze.rows,
    topLeftCell: corner,
    activeCell: corner,
    showGridLines: false,
  }
}

/** Text never becomes a formula and comes back exactly. */
function toExceljsValue(value: CellInput): ExcelJS.CellValue {
  if (value === null) return null
  switch (value.kind) {
    case 'text':
      // exceljs would write a CR as it is, and XML readers make it an LF.
      return spellCellText(value.text).replaceAll('\r', '_x000D_')
    case 'number':
      return Number(value.decimal)
    case 'date': {
      const day = parsePlainDate(value.day)
      return day ? toSerial(day, 1900) : value.day
    }
    case 'boolean':
      return value.value
    case 'formula': {
      const { cached } = value
      const result = cached === null || typeof cached === 'object' ? undefined : cached
      return { formula: value.formula, ...(result === undefined ? {} : { result }), date1904: false }
    }
    default:
      return unreachable(value)
  }
}

/** exceljs knows rules for whole ranges but does not say so in its types. */
interface WithRangeRules {
  readonly dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void }
}

function addRules(sheet: ExcelJS.Worksheet, dropDowns: readonly DropDown[]): void {
  const rules = (sheet as unknown as WithRangeRules).dataValidations
  for (const dropDown of dropDowns) rules.add(formatRange(dropDown.range), toRule(dropDown))
}

function toRule({ allow, isStrict, title, message }: DropDown): ExcelJS.DataValidation {
  const base = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: title,
    prompt: message,
    showErrorMessage: allow.type !== 'any',
    errorStyle: isStrict ? 'stop' : 'warning',
    errorTitle: title,
    error: message,
  }
  switch (allow.type) {
    case 'list': {
      const formula =
        allow.listColumn === null ? `"${allow.values.join(',')}"` : listRange(allow.listColumn, allow.values.length)
      return { ...base, type: 'list', formulae: [formula] }
    }
    case 'number':
      return { ...base, type: 'decimal', operator: 'between', formulae: [-1e13, 1e13] }
    case 'day': {
      return {
        ...base,
        type: 'date',
        operator: 'between',
        formulae: [toSerial(allow.earliest, 1900), toSerial(allow.latest, 1900)],
      }
    }
    case 'any':
      // The format's `none`: any value, only the message.
      return { ...base, type: 'any' as 'custom', formulae: [] }
    default:
      return unreachable(allow)
  }
}

function listRange(column: number, length: number): string {
  const letters = columnName(column)
  return `${listSheetName}!$${letters}$1:$${letters}$${length}`
}

function addMarks(sheet: ExcelJS.Worksheet, { marks }: SheetBlueprint): void {
  marks.forEach(({ range, startsWith, severity }, index) => {
    sheet.addConditionalFormatting({
      ref: formatRange(range),
      rules: [
        {
          type: 'expression',
          priority: index + 1,
          formulae: [`LEFT($${columnName(range.left)}${range.top},1)="${startsWith}"`],
          style: toSeverityStyle(severity),
        },
      ],
    })
  })
}

function addLists(workbook: ExcelJS.Workbook, lists: readonly (readonly string[])[]): void {
  if (lists.length === 0) return
  const sheet = workbook.addWorksheet(listSheetName, { state: 'hidden' })
  lists.forEach((values, column) => {
    values.forEach((value, row) => {
      const cell = sheet.getCell(row + 1, column + 1)
      cell.value = value
      cell.numFmt = '@'
    })
  })
}
