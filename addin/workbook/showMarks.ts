// Colours of the column 校验 as conditional formats: over our own cells only, known again by their formula, gone in one go.
import { severityMarks, type MarkFormat } from '#shared/template/blueprint.ts'
import { severityColors } from '#shared/template/looks.ts'
import { columnName } from '#shared/workbook/raw.ts'
import { formatAddress } from './address.ts'
import type { Exchange } from './exchange.ts'
import { OfficeRefusal } from './officeFailure.ts'

const ownFormula = new RegExp(`^=LEFT\\(\\$?[A-Z]{1,3}\\$?\\d+,1\\)="[${Object.values(severityMarks).join('')}]"$`)

export async function showMarks(exchange: Exchange, name: string, marks: readonly MarkFormat[]): Promise<void> {
  const sheet = await clearOwn(exchange, name)
  for (const mark of marks) addMark(sheet, mark)
  exchange.hush()
  await exchange.sync()
}

export async function hideMarks(exchange: Exchange, name: string): Promise<void> {
  await clearOwn(exchange, name)
  await exchange.sync()
}

/** The order in which they are added does not matter: a sentence begins with one mark. */
export function addMark(sheet: Excel.Worksheet, { range, startsWith, severity }: MarkFormat): void {
  const format = sheet.getRange(formatAddress(range)).conditionalFormats.add('Custom')
  format.custom.rule.formula = `=LEFT($${columnName(range.left)}${range.top},1)="${startsWith}"`
  const { font, fill } = severityColors[severity]
  format.custom.format.font.color = font
  format.custom.format.fill.color = fill
}

async function clearOwn({ context, sync, hush }: Exchange, name: string): Promise<Excel.Worksheet> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name)
  const formats = sheet.getRange().conditionalFormats
  formats.load('items/type')
  await sync()
  if (sheet.isNullObject) throw new OfficeRefusal('missing-sheet', name)
  const custom = formats.items.filter(({ type }) => type === 'Custom')
  for (const format of custom) format.custom.rule.load('formula')
  if (custom.length > 0) await sync()
  const own = custom.filter((format) => ownFormula.test(format.custom.rule.formula))
  if (own.length > 0) hush()
  for (const format of own) format.delete()
  return sheet
}
