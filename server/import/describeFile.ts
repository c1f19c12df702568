// What was understood of a file as an answer of bounded size: what is left out is counted and said.
import type { ImportPreview, ImportTable } from '#shared/contract/importResources.ts'
import { joinTables } from '#shared/import/halves.ts'
import type { ImportResult, RecognisedTable } from '#shared/import/plan.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import { stateSheetName } from '#shared/workbook/port.ts'
import type { RawWorkbook } from '#shared/workbook/raw.ts'
import type { AnalysedTable, TableGroup } from './analyseFile.ts'
import type { FileTasks } from './fileReader.ts'
import { shortenFindings } from '#shared/contract/shortenFindings.ts'
import { sheetPicture } from './sheetPicture.ts'

/** What one answer has room for, over all its tables; each table takes what it needs from what is left. */
interface AnswerRoom {
  pictureCells: number
  rows: number
  findings: number
}

/** Of each table at most this much, so that the first one does not take it all. */
const most = { tables: 200, rows: 1000, findings: 1000, tableFindings: 200 }

const newRoom = (): AnswerRoom => ({ pictureCells: 60_000, rows: 5000, findings: 4000 })

export function describeFile(
  workbook: RawWorkbook,
  groups: readonly TableGroup[],
  analyse: (group: TableGroup) => AnalysedTable,
): FileTasks['analyse']['answer'] {
  const room = newRoom()
  const tables = groups.slice(0, most.tables).map((group) => describeTable(analyse(group), room))
  const params = { count: groups.length, shown: tables.length }
  const cut: Finding = { code: 'import/tables-cut', severity: 'warning', location: {}, params }
  return {
    container: workbook.container,
    carriesBase: carriesBase(workbook),
    tables,
    findings: [...(params.count > params.shown ? [cut] : []), ...workbook.findings.slice(0, most.findings)],
  }
}

export function carriesBase(workbook: RawWorkbook): boolean {
  return workbook.sheets.some((sheet) => sheet.name === stateSheetName)
}

export function describeTable(analysed: AnalysedTable, room: AnswerRoom = newRoom()): ImportTable {
  const { place, guess, plan, result } = analysed
  const { sheet, tableIndex } = place
  const table = joinTables([place.table, ...(place.beside ?? [])])
  const picture = sheetPicture(sheet, table.range, room.pictureCells)
  room.pictureCells -= picture.rows.reduce((sum, row) => sum + row.length, 0)
  const shown = shortenTable(table, picture.top + picture.rows.length)
  const preview = result && toPreview(result, table, room)
  return { sheetName: sheet.name, tableIndex, table: shown, guess, plan, preview, picture }
}

/** Roles are looked at beside the picture only: 100,000 of them would be most of the answer. @param end row below the picture */
function shortenTable(table: RecognisedTable, end: number): RecognisedTable {
  return {
    ...table,
    rowRoles: table.rowRoles.slice(0, Math.max(0, end - table.range.top)),
    findings: table.findings.slice(0, most.tableFindings),
  }
}

function toPreview(result: ImportResult, table: RecognisedTable, room: AnswerRoom): ImportPreview {
  const rows = result.rows.slice(0, Math.min(most.rows, room.rows)).map(({ row, values }) => ({ row, values }))
  room.rows -= rows.length
  const short = shortenFindings(result.findings, Math.min(most.findings, room.findings))
  room.findings -= short.findings.length
  return { counts: result.counts, totals: result.totals, sums: table.sums, rows, ...short }
}
