// The types of the API that the host knows, with what they do.
import type { Behaviours } from '../hostObject.ts'
import * as attached from './attached.ts'
import { bagType } from './bag.ts'
import { carried } from './carried.ts'
import { charts } from './chart.ts'
import { comments } from './comment.ts'
import { formatPart, rangeBorderCollection, rangeFormat } from './format.ts'
import { pageLayouts } from './pageLayout.ts'
import { range } from './range.ts'
import { rangeAreas, rangeCollection } from './rangeAreas.ts'
import * as tables from './table.ts'
import * as workbooks from './workbook.ts'
import * as worksheets from './worksheet.ts'

export const behaviours: Behaviours = {
  Workbook: workbooks.workbook,
  Application: workbooks.application,
  Runtime: workbooks.runtime,
  SettingCollection: workbooks.settingCollection,
  Setting: workbooks.setting,
  WorkbookProtection: workbooks.workbookProtection,
  DocumentProperties: workbooks.documentProperties,
  'service Microsoft.InternalService.AddinInternalService': workbooks.addinService,
  'service Microsoft.AppRuntime.AppRuntimeService': workbooks.runtimeService,
  WorksheetCollection: worksheets.worksheetCollection,
  Worksheet: worksheets.worksheet,
  WorksheetProtection: worksheets.worksheetProtection,
  WorksheetFreezePanes: worksheets.freezePanes,
  Range: range,
  RangeAreas: rangeAreas,
  RangeCollection: rangeCollection,
  RangeFormat: rangeFormat,
  RangeFill: formatPart,
  RangeFont: formatPart,
  RangeBorder: formatPart,
  FormatProtection: formatPart,
  RangeBorderCollection: rangeBorderCollection,
  RangeSort: tables.rangeSort,
  Table: tables.table,
  TableCollection: tables.tableCollection,
  TableScopedCollection: tables.tableScopedCollection,
  TableColumnCollection: tables.tableColumnCollection,
  TableColumn: tables.tableColumn,
  TableRowCollection: tables.tableRowCollection,
  TableRow: tables.tableRow,
  TableSort: tables.tableSort,
  Filter: tables.filter,
  AutoFilter: tables.autoFilter,
  NamedItemCollection: attached.namedItemCollection,
  NamedItem: attached.namedItem,
  DataValidation: attached.dataValidation,
  ConditionalFormatCollection: attached.conditionalFormatCollection,
  ConditionalFormat: attached.conditionalFormat,
  ...Object.fromEntries(attached.conditionalTypes.map((type) => [type, bagType(type)])),
  ...comments,
  ...charts,
  ...pageLayouts,
  ...carried,
}
