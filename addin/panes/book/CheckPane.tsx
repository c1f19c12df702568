// 检查: findings grouped by the fix that clears most, one click to the cell and back, one click to mend.
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import { shortenFindings } from '#shared/contract/shortenFindings.ts'
import { checkBook, fixBook } from '../../session/book/bookJobs.ts'
import { isMarked, markBook, unmarkBook } from '../../session/book/markBook.ts'
import { firstColumn } from '../../session/book/placeOf.ts'
import type { SurveyedSheet } from '../../session/book/survey.ts'
import { useBook, useBookDesk } from '../../session/book/useBook.ts'
import { useBookTask } from '../../session/book/useBookTask.ts'
import { useRun } from '../../session/book/useRun.ts'
import { useServices } from '../../session/services.ts'
import { splitCell } from '../../session/splitCell.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { showWhen } from '../../strings/showWhen.ts'
import { FindingList } from '../findings/FindingList.tsx'
import { Done, Lamp, Part, TaskStatus } from '../parts.tsx'

/** Shown at once; beyond it nobody reads on before some are mended. */
const mostFindings = 1000

interface SheetFindingsProps {
  readonly sheet: SurveyedSheet
  readonly onGoTo: (sheet: SurveyedSheet, finding: Finding, from: string) => void
  readonly onFix: (sheet: SurveyedSheet, findings: readonly Finding[]) => void
}

function SheetFindings({ sheet, onGoTo, onFix }: SheetFindingsProps) {
  const { t, say } = useLanguage()
  const title = t.sheetName(say(sheet.definition.title), parsePartitionId(sheet.p)?.year ?? 0)
  const hints = sheet.findings.filter(({ severity }) => severity === 'hint')
  const short = shortenFindings(
    sheet.findings.filter(({ severity }) => severity !== 'hint'),
    mostFindings,
  )
  const groups = short.fixGroups.map((group) => ({
    ...group,
    findings: group.findings.flatMap((place) => short.findings[place] ?? []),
  }))
  return (
    <Part title={title}>
      <FindingList
        sheet={sheet.definition}
        groups={groups}
        moreGroups={short.groupCount - groups.length}
        hints={hints}
        hintsLabel={t.book.check.hints(hints.length)}
        onGoTo={(finding, from) => onGoTo(sheet, finding, from)}
        onFix={(findings) => onFix(sheet, findings)}
      />
    </Part>
  )
}

export function CheckPane({ run }: { readonly run: number }) {
  const { t, locale } = useLanguage()
  const { now } = useServices()
  const desk = useBookDesk()
  const { sheets, seenAt } = useBook()
  const task = useBookTask()
  const [said, setSaid] = useState('')
  const all = sheets.flatMap(({ findings }) => findings)
  const count = (severity: Finding['severity']) => all.filter((finding) => finding.severity === severity).length
  const isBusy = task.running !== null

  const check = async () => {
    setSaid('')
    await task.run(t.book.check.checking, (call) => checkBook(desk, call))
  }
  useRun(run, () => void check())
  const fix = async (sheet: SurveyedSheet, findings: readonly Finding[]) => {
    const fixed = await task.run(t.book.check.fixing, async () => {
      const done = await fixBook(desk, sheet, findings)
      return done.ok ? { ok: true, value: findings.length } : done
    })
    if (fixed !== undefined) setSaid(t.book.check.fixed(fixed))
  }
  const goTo = (sheet: SurveyedSheet, finding: Finding) => {
    const { cell, row } = finding.location
    const at = cell === undefined ? undefined : splitCell(cell)
    const line = at?.row ?? row
    if (line === undefined) return
    const column = at?.column ?? firstColumn(sheet)
    void desk.deps.workbook.goTo({ sheet: sheet.table.binding.sheetName, row: line, column })
  }
  const mark = async () => {
    const marked = await task.run(t.book.check.marking, (call) => markBook(desk, call, locale))
    if (marked) setSaid(t.book.check.marked)
  }
  const unmark = async () => {
    setSaid('')
    await task.run(t.book.check.unmarking, (call) => unmarkBook(desk, call))
  }
  return (
    <div className="page">
      <h1 className="visually-hidden">{t.book.check.title}</h1>
      {sheets.length === 0 ? (
        <p>{t.book.check.noSheets}</p>
      ) : (
        <output className="block summary">
          {all.length === 0 ? (
            <Lamp color="green">{t.book.check.none}</Lamp>
          ) : (
            t.book.check.summary(count('error'), count('warning'), count('hint'))
          )}
        </output>
      )}
      {seenAt && <p className="quiet">{t.book.check.seenAt(showWhen(seenAt.toISOString(), now(), t))}</p>}
      {said !== '' && <Done>{said}</Done>}
      {sheets
        .filter(({ findings }) => findings.length > 0)
        .map((sheet) => (
          <SheetFindings key={sheet.p} sheet={sheet} onGoTo={goTo} onFix={(of, findings) => void fix(of, findings)} />
        ))}
      <div className="action-bar">
        <TaskStatus task={task} />
        <div className="line-actions">
          <Button appearance="primary" disabledFocusable={isBusy || sheets.length === 0} onClick={() => void check()}>
            {t.book.check.again}
          </Button>
          {all.length > 0 && (
            <Button disabledFocusable={isBusy} onClick={() => void mark()}>
              {t.book.check.mark}
            </Button>
          )}
          {isMarked(sheets) && (
            <Button disabledFocusable={isBusy} onClick={() => void unmark()}>
              {t.book.check.unmark}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
