// Tables that are worked out from the sheets of a unit and year: as rows, and as a workbook for paper.
import type { ReportInfo, ReportTable } from '#shared/contract/resources.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import type { AppDeps } from '../deps.ts'
import { ruleContextFor } from '../import/analyseFile.ts'
import { readReport, type ReportRows } from '../report/readReport.ts'
import { json, refused } from '../request/answer.ts'
import type { Call, HandlersOf } from '../request/call.ts'
import { refuse } from '../request/refusal.ts'
import { spreadsheetType, workbookName } from '../workbook/fileNames.ts'

type Names = 'listReports' | 'report' | 'reportWorkbook'

export function reportHandlers(deps: AppDeps): HandlersOf<Names> {
  const find = async ({ params, principal }: Pick<Call, 'params' | 'principal'>) => {
    const report = deps.reports.find(({ report: name }) => name === params['report'])
    const year = params['year'] ?? ''
    if (report === undefined || !/^(19|20)\d{2}$/.test(year)) return undefined
    const place = { unitId: params['unit'] ?? '', year: Number(year) }
    const read: ReportRows | undefined = await readReport(deps, report, { place, principal })
    return read && { report, place, ...read }
  }
  return {
    listReports: async () =>
      json(
        deps.reports.map(({ report, sheet, sources }): ReportInfo => ({
          report,
          title: sheet.title,
          description: sheet.description,
          kinds: [...new Set(sources.map(({ kind }) => kind))],
        })),
      ),
    report: async (call) => {
      const found = await find(call)
      if (found === undefined) return refused(refuse('unknown'))
      const { report, place, unit, rows } = found
      const table: ReportTable = { report: report.report, unitId: unit.id, unitName: unit.name, year: place.year, rows }
      return json(table)
    },
    reportWorkbook: async (call) => {
      const found = await find(call)
      if (found === undefined) return refused(refuse('unknown'))
      const { report, place, unit, rows } = found
      const bytes = await deps.workbooks.print({
        definition: report.sheet,
        context: ruleContextFor(deps, place.year, unit.kind),
        unitName: unit.name,
        locale: call.locale,
        unitId: unit.id,
        rows: rows.map((values, index) => ({ id: String(index) as RecordId, values })),
      })
      const name = workbookName(report.sheet.title[call.locale], unit.name, place.year)
      return { type: 'file', bytes, name, contentType: spreadsheetType }
    },
  }
}
