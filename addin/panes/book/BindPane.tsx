// 识别当前工作表: what was recognised, what each header means, for which unit and year; then one button.
import { Button, Link } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { UnitInfo } from '#shared/contract/resources.ts'
import { chooseTable, hintsOf, mapColumn, openGroups, type ImportState } from '../../session/importState.ts'
import { takenBy, useBinding, type Binding } from '../../session/book/useBinding.ts'
import { useBook, useBookDesk } from '../../session/book/useBook.ts'
import { goToPage, toPaneHash } from '../../session/book/usePaneRoute.ts'
import { useLoad } from '../../session/useLoad.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { splitCell } from '../../session/splitCell.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { ControlTotals } from '../import/ControlTotals.tsx'
import { FindingLines } from '../findings/FindingLines.tsx'
import { ImportPlace } from '../import/ImportPlace.tsx'
import { ImportSummary } from '../import/ImportSummary.tsx'
import { MappingTable } from '../import/MappingTable.tsx'
import { TableChoice } from '../import/TableChoice.tsx'
import { Done, Part, TaskStatus } from '../parts.tsx'

export function BindPane() {
  const { t } = useLanguage()
  const binding = useBinding()
  const units = useLoad('listUnits', t.problem.loadingPage)
  return (
    <div className="page">
      <p>
        <Link href={toPaneHash('sheets')}>{t.book.bind.back}</Link>
      </p>
      <h1>{t.book.bind.title}</h1>
      <TaskStatus task={units.task} onRetry={units.reload} />
      {units.value?.length === 0 && <p>{t.book.bind.noUnit}</p>}
      {units.value && units.value.length > 0 && <Steps binding={binding} units={units.value} />}
    </div>
  )
}

function Steps({ binding, units }: { readonly binding: Binding; readonly units: readonly UnitInfo[] }) {
  const { t } = useLanguage()
  const { task, binding: now, recognise } = binding
  // the page was opened to recognise: it begins by itself
  useEffect(() => {
    void recognise(units)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  const again = (
    <Button disabledFocusable={task.running !== null} onClick={() => void recognise(units)}>
      {t.book.bind.another}
    </Button>
  )
  switch (now.stage) {
    case 'start':
      return <TaskStatus task={task} onRetry={() => void recognise(units)} />
    case 'nothing':
    case 'bound':
      return (
        <>
          <p>{now.stage === 'nothing' ? t.book.bind.nothing(now.sheet) : t.book.bind.already(now.sheet)}</p>
          <TaskStatus task={task} />
          {again}
        </>
      )
    case 'plan':
      return <Plan binding={binding} state={now.state} again={again} />
    case 'done':
      return (
        <>
          <Done>{t.book.bind.done(now.sheet)}</Done>
          <div className="line-actions">
            {' '}
            <Button appearance="primary" onClick={() => goToPage('check')}>
              {t.book.nav.check}
            </Button>
          </div>{' '}
        </>
      )
  }
}

interface PlanProps {
  readonly binding: Binding
  readonly state: ImportState
  readonly again: React.ReactNode
}

function Plan({ binding, state, again }: PlanProps) {
  const { t } = useLanguage()
  const { sheets } = useServices()
  const desk = useBookDesk()
  const { session } = useBook()
  const { task, put, replan, bind } = binding
  const { plan, table, unitId } = state
  const sheet = plan ? findSheet(sheets, plan.kind) : undefined
  const groups = openGroups(state)
  const taken = takenBy(state, session)
  const goTo = (cell: string) => {
    const at = splitCell(cell)
    if (at) void desk.deps.workbook.goTo({ sheet: table.sheetName, ...at })
  }
  return (
    <>
      <TableChoice
        state={state}
        onChoose={(chosen) => {
          const next = chooseTable(state, chosen)
          if (next) put(next)
        }}
      />
      <ImportSummary state={state} decisions={groups.length} />
      <ImportPlace
        key={`${state.chosen}/${plan?.kind ?? ''}`}
        desk={{
          replan,
          put: (next) => {
            if (next.stage === 'import') put(next)
          },
        }}
        state={state}
        withoutMatch
      />
      {plan && sheet && (
        <>
          <Part title={t.file.totals.title}>
            <ControlTotals
              sheet={sheet}
              totals={table.preview?.totals ?? []}
              unitFen={plan.conventions.unitFen}
              onGoTo={goTo}
            />
          </Part>
          <Part title={t.file.mapping.title}>
            <MappingTable
              sheet={sheet}
              plan={plan}
              onMap={(index, target) => void replan(mapColumn(state, index, target))}
            />
          </Part>
          {groups.length > 0 && (
            <details>
              <summary>{t.file.findings.title(groups.length)}</summary>
              <FindingLines
                findings={[...groups.flatMap(({ findings }) => findings), ...hintsOf(state)].slice(0, 50)}
                sheet={sheet}
              />
            </details>
          )}
        </>
      )}
      <div className="action-bar">
        <TaskStatus task={task} />
        {taken !== undefined && <p>{t.book.bind.takenBy(taken)}</p>}
        {plan && <p className="quiet">{t.book.bind.what}</p>}
        <div className="line-actions">
          <Button
            appearance="primary"
            disabledFocusable={!plan || unitId === null || taken !== undefined || task.running !== null}
            onClick={() => void bind()}
          >
            {t.book.bind.submit}
          </Button>
          {again}
        </div>
      </div>
    </>
  )
}
