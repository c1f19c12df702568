// What may be entered into a built sheet, in Excel's words.
import { unreachable } from '#shared/kernel/unreachable.ts'
import { listSheetName, type DropDown } from '#shared/template/blueprint.ts'
import { columnName } from '#shared/workbook/raw.ts'
import { formatAddress } from './address.ts'

const most = 1e13

/** @param firstList column of the list sheet where this blueprint's lists begin, 0-based */
export function ruleRange(sheet: Excel.Worksheet, dropDown: DropDown, firstList: number): void {
  const { range, allow, isStrict, title, message } = dropDown
  const { dataValidation } = sheet.getRange(formatAddress(range))
  const rule = toRule(allow, firstList)
  if (rule) {
    dataValidation.rule = rule
    dataValidation.ignoreBlanks = true
    dataValidation.errorAlert = { showAlert: true, style: isStrict ? 'Stop' : 'Warning', title, message }
  }
  dataValidation.prompt = { showPrompt: true, title, message }
}

/** Undefined: anything, only the message is shown. */
function toRule(allow: DropDown['allow'], firstList: number): Excel.DataValidationRule | undefined {
  switch (allow.type) {
    case 'list':
      return { list: { inCellDropDown: true, source: toSource(allow, firstList) } }
    case 'number':
      return { decimal: { formula1: -most, formula2: most, operator: 'Between' } }
    case 'day':
      return { date: { formula1: allow.earliest, formula2: allow.latest, operator: 'Between' } }
    case 'any':
      return undefined
    default:
      return unreachable(allow)
  }
}

function toSource({ values, listColumn }: DropDown['allow'] & { readonly type: 'list' }, firstList: number): string {
  if (listColumn === null) return values.join(',')
  const letters = columnName(firstList + listColumn)
  return `=${listSheetName}!$${letters}$1:$${letters}$${values.length}`
}
