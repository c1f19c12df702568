// The findings in the sheet itself: sentences in the column 校验, coloured by kind, and gone again in one click.
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { Locale } from '#shared/kernel/words.ts'
import type { SessionFailure } from '#shared/sync/session/session.ts'
import { severityMarks, type MarkFormat } from '#shared/template/blueprint.ts'
import { clearMarks, markFindings } from '#shared/template/markFindings.ts'
import type { BoundTable } from '#shared/workbook/port.ts'
import { sayFinding } from '../showValue.ts'
import type { BookCall, BookDesk } from './bookDesk.ts'
import type { SurveyedSheet } from './survey.ts'

export interface Marked {
  /** Findings that belong to no row: they are shown in the pane only. */
  readonly unplaced: readonly Finding[]
}

export function markBook(desk: BookDesk, call: BookCall, locale: Locale): Promise<Result<Marked, SessionFailure>> {
  return desk.inTurn(call, async () => {
    const seen = await desk.survey()
    if (!seen.ok) return seen
    const unplaced: Finding[] = []
    for (const { table, findings, definition } of desk.view().sheets) {
      const sentence = (finding: Finding) => sayFinding(finding, definition, locale)
      const marks = markFindings(table, findings, { locale, sentence })
      unplaced.push(...marks.unplaced)
      const applied = await desk.port.apply(marks.edits)
      if (!applied.ok) return err({ code: 'workbook', failure: applied.error })
      const found = await desk.deps.workbook.readTable(table.binding)
      const formats = found.ok ? formatsOf(found.value) : []
      const shown =
        formats.length === 0 ? ok(undefined) : await desk.deps.workbook.showMarks(table.binding.sheetName, formats)
      if (!shown.ok) return err({ code: 'workbook', failure: shown.error })
    }
    const again = await desk.survey()
    return again.ok ? ok({ unplaced }) : again
  })
}

export function unmarkBook(desk: BookDesk, call: BookCall): Promise<Result<void, SessionFailure>> {
  return desk.inTurn(call, async () => {
    for (const { table } of desk.view().sheets) {
      const cleared = await desk.port.apply(clearMarks(table))
      if (!cleared.ok) return err({ code: 'workbook', failure: cleared.error })
      const hidden = await desk.deps.workbook.hideMarks(table.binding.sheetName)
      if (!hidden.ok) return err({ code: 'workbook', failure: hidden.error })
    }
    return desk.survey()
  })
}

/** Does any sheet show sentences of ours? */
export function isMarked(sheets: readonly SurveyedSheet[]): boolean {
  return sheets.some(({ table }) => clearMarks(table).length > 0)
}

/** One colour per kind of finding, over the rows of the table in our own column. */
function formatsOf({ findingsColumn: at, rows, binding }: BoundTable): readonly MarkFormat[] {
  const last = rows.at(-1)?.raw.index
  if (at === undefined || last === undefined) return []
  const range = { top: binding.headerRow + 1, bottom: last, left: at, right: at }
  return (['error', 'warning', 'hint'] as const).map((severity) => ({
    range,
    startsWith: severityMarks[severity],
    severity,
  }))
}
