// 从模板新建表: kind, unit, year; the sheet is built in the open workbook.
import { Button, Link } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import type { UnitInfo } from '#shared/contract/resources.ts'
import { toPartitionId } from '#shared/definition/sheet.ts'
import { ok } from '#shared/kernel/result.ts'
import { addSheet } from '../../session/book/addSheet.ts'
import { findBound, placeOfDesk } from '../../session/book/bindSheet.ts'
import { toDay } from '../../session/book/unitKinds.ts'
import { useBook, useBookDesk } from '../../session/book/useBook.ts'
import { useBookTask } from '../../session/book/useBookTask.ts'
import { goToPage, toPaneHash } from '../../session/book/usePaneRoute.ts'
import { usePaneHost } from '../../session/book/paneHost.ts'
import { useLoad } from '../../session/useLoad.ts'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useSheetChoice } from '../../session/useSheetChoice.ts'
import { Done, TaskStatus } from '../parts.tsx'
import { SheetChoiceFields } from '../SheetChoiceFields.tsx'

export function AddPane() {
  const { t } = useLanguage()
  const host = usePaneHost()
  const units = useLoad('listUnits', t.problem.loadingPage)
  return (
    <div className="page">
      <p>
        <Link href={toPaneHash('sheets')}>{t.book.bind.back}</Link>
      </p>
      <h1>{t.book.add.title}</h1>
      <TaskStatus task={units.task} onRetry={units.reload} />
      {host.facts === null && <p>{t.book.file.noTemplate}</p>}
      {host.facts !== null && units.value?.length === 0 && <p>{t.book.bind.noUnit}</p>}
      {host.facts !== null && units.value && units.value.length > 0 && <AddForm units={units.value} />}
    </div>
  )
}

function AddForm({ units }: { readonly units: readonly UnitInfo[] }) {
  const { t, locale } = useLanguage()
  const { now } = useServices()
  const desk = useBookDesk()
  const { session } = useBook()
  const task = useBookTask()
  const choice = useSheetChoice(units)
  const { definition, kind, unit, unitId, year } = choice
  const [added, setAdded] = useState('')
  const taken = findBound(session, toPartitionId({ kind, unitId, year: Number(year) }))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!definition || !unit || taken !== undefined || !choice.isYear) return
    const name = await task.run(t.book.add.adding, (call) =>
      desk.inTurn(call, async () => {
        const done = await addSheet(
          { ...(await placeOfDesk(desk)), workbook: desk.deps.workbook },
          { definition, unit, year: Number(year), locale, today: toDay(now()) },
        )
        if (!done.ok) return done
        desk.change({ stage: 'open', session: done.value, failure: null })
        const seen = await desk.survey()
        return seen.ok ? ok(done.value.state.bindings.at(-1)?.sheetName ?? '') : seen
      }),
    )
    if (name !== undefined) setAdded(name)
  }
  if (added !== '')
    return (
      <>
        <Done>{t.book.add.done(added)}</Done>
        <div className="line-actions">
          {' '}
          <Button appearance="primary" onClick={() => goToPage('check')}>
            {t.book.nav.check}
          </Button>
          <Button onClick={() => goToPage('sheets')}>{t.book.nav.sheets}</Button>
        </div>{' '}
      </>
    )
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <SheetChoiceFields choice={choice} />
      {taken !== undefined && <p>{t.book.bind.takenBy(taken)}</p>}
      <p className="quiet">{t.book.add.hint}</p>
      <TaskStatus task={task} />
      <Button appearance="primary" type="submit" disabledFocusable={taken !== undefined || task.running !== null}>
        {t.book.add.submit}
      </Button>
    </form>
  )
}
