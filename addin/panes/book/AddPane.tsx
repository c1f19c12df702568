// 从模板新建表: kind, unit, year; the sheet is built in the open workbook.
import { Button, Field, Input, Link, Select } from '@fluentui/react-components'
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
import { Done, TaskStatus } from '../parts.tsx'

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
  const { t, say, locale } = useLanguage()
  const { sheets, now } = useServices()
  const desk = useBookDesk()
  const { session } = useBook()
  const task = useBookTask()
  const [kind, setKind] = useState(sheets[0]?.kind ?? '')
  const [unitId, setUnitId] = useState(units[0]?.id ?? '')
  const [year, setYear] = useState(String(now().getFullYear()))
  const [added, setAdded] = useState('')
  const taken = findBound(session, toPartitionId({ kind, unitId, year: Number(year) }))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const definition = sheets.find((each) => each.kind === kind)
    const unit = units.find((each) => each.id === unitId)
    if (!definition || !unit || taken !== undefined || !/^20\d\d$/.test(year)) return
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
        <Button appearance="primary" onClick={() => goToPage('sheets')}>
          {t.book.nav.sheets}
        </Button>
      </>
    )
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <Field label={t.home.template.kind}>
        <Select value={kind} onChange={(_, data) => setKind(data.value)}>
          {sheets.map((each) => (
            <option key={each.kind} value={each.kind}>
              {say(each.title)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t.home.template.unit}>
        <Select value={unitId} onChange={(_, data) => setUnitId(data.value)}>
          {units.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t.home.template.year}>
        <Input type="number" min={2000} max={2099} value={year} onChange={(_, data) => setYear(data.value)} />
      </Field>
      {taken !== undefined && <p>{t.book.bind.takenBy(taken)}</p>}
      <p className="quiet">{t.book.add.hint}</p>
      <TaskStatus task={task} />
      <Button appearance="primary" type="submit" disabledFocusable={taken !== undefined || task.running !== null}>
        {t.book.add.submit}
      </Button>
    </form>
  )
}
