// What is to be said of a whole sheet, and how many records its tables hold.
import type { Finding } from '../kernel/finding.ts'
import { stateSheetName } from '../workbook/port.ts'
import type { RawSheet } from '../workbook/raw.ts'
import type { RecognisedTable } from './plan.ts'

/** Rows of data that somebody filled in, each tall record once: what would be imported. */
export function countRecords(table: Pick<RecognisedTable, 'rowRoles'>): number {
  let records = 0
  for (const row of table.rowRoles)
    if (row.role === 'data' && row.empty === undefined && row.partOf === undefined) records++
  return records
}

/** Content without a table, and content that nobody sees, are said: nothing is dropped in silence. Our own base is no content. */
export function sheetFindings(sheet: RawSheet, tables: readonly RecognisedTable[]): readonly Finding[] {
  if (sheet.rows.length === 0 || sheet.name === stateSheetName) return []
  const location = { sheet: sheet.name }
  const params = { sheet: sheet.name }
  const findings: Finding[] = []
  if (tables.length === 0) findings.push({ code: 'import/no-table', severity: 'warning', location, params })
  if (sheet.visibility !== 'visible' && tables.length > 0)
    findings.push({ code: 'import/hidden-sheet', severity: 'warning', location, params })
  return findings
}
