// A file understood: what was recognised, what needs a look, what would happen, and then the import.
import { Button } from '@fluentui/react-components'
import { useMemo, useRef, useState } from 'react'
import type { Finding } from '#shared/kernel/finding.ts'
import {
  acceptGroup,
  applyFixes,
  chooseTable,
  correctCells,
  correctRole,
  hintsOf,
  mapColumn,
  openGroups,
  type ImportState,
} from '../../session/importState.ts'
import { readValue } from '../../session/readValue.ts'
import { findSheet, useServices } from '../../session/services.ts'
import type { FileDesk } from '../../session/useFile.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { ControlTotals } from './ControlTotals.tsx'
import { FindingList } from '../findings/FindingList.tsx'
import { ImportActions } from './ImportActions.tsx'
import { ImportPlace } from './ImportPlace.tsx'
import { ImportSummary } from './ImportSummary.tsx'
import { MappingTable } from './MappingTable.tsx'
import { Part, TaskStatus } from '../parts.tsx'
import { SheetPicture, type PictureCell, type PictureHandle } from './SheetPicture.tsx'
import { TableChoice } from './TableChoice.tsx'
import { splitCell } from '../../session/splitCell.ts'

export function ImportPane({ desk, state }: { readonly desk: FileDesk; readonly state: ImportState }) {
  const { t } = useLanguage()
  const { sheets } = useServices()
  const picture = useRef<PictureHandle>(null)
  const [backTo, setBackTo] = useState<string | null>(null)
  const { table, plan } = state
  const sheet = plan ? findSheet(sheets, plan.kind) : undefined
  const groups = openGroups(state)

  const marks = useMemo(() => {
    const found = new Map<string, 'error' | 'warning'>()
    for (const { severity, location } of table.preview?.findings ?? []) {
      if (location.cell === undefined || severity === 'hint' || found.get(location.cell) === 'error') continue
      found.set(location.cell, severity)
    }
    return found
  }, [table])

  const goTo = (cell: string | undefined, row: number | undefined, from: string | null) => {
    const at = cell === undefined ? undefined : splitCell(cell)
    const line = at?.row ?? row
    if (line === undefined || !picture.current?.show(line, at?.column)) return
    setBackTo(from)
  }
  const goBack = () => {
    document.getElementById(backTo ?? '')?.focus()
    setBackTo(null)
  }
  const correct = (at: PictureCell, text: string): string | null => {
    const column = sheet?.columns[at.column]
    if (!column || !plan) return t.file.picture.notEditable
    const value = readValue(text, column, plan.conventions)
    if (!value.ok) return t.file.picture.badValue
    void desk.replan(correctCells(state, [{ ...at, value: value.value }]))
    return null
  }

  return (
    <div className="page wide">
      <div className="page-head">
        <h1>{state.analysis.file.name}</h1>
        <Button size="small" onClick={desk.clear}>
          {t.file.another}
        </Button>
      </div>
      <TableChoice
        state={state}
        onChoose={(chosen) => {
          const next = chooseTable(state, chosen)
          if (next) desk.put(next)
        }}
      />
      <ImportSummary state={state} decisions={groups.length} />
      <ImportPlace key={`${state.chosen}/${plan?.kind ?? ''}`} desk={desk} state={state} />
      <div className="import-layout">
        <Part title={t.file.picture.title}>
          <SheetPicture
            key={state.chosen}
            handle={picture}
            table={table}
            plan={plan}
            columns={sheet?.columns ?? {}}
            marks={marks}
            onCorrect={correct}
            onRole={(row, role) => void desk.replan(correctRole(state, row, role))}
            onBack={backTo === null ? null : goBack}
          />
        </Part>
        {plan && sheet && (
          <div className="import-side">
            <Part title={t.file.findings.title(groups.length)}>
              <FindingList
                sheet={sheet}
                groups={groups}
                moreGroups={(table.preview?.groupCount ?? 0) - (table.preview?.fixGroups.length ?? 0)}
                hints={hintsOf(state)}
                onGoTo={(finding: Finding, from) => goTo(finding.location.cell, finding.location.row, from)}
                onFix={(findings) => void desk.replan(applyFixes(state, findings))}
                onAccept={(group) => desk.put(acceptGroup(state, group))}
              />
            </Part>
            <Part title={t.file.totals.title}>
              <ControlTotals
                sheet={sheet}
                totals={table.preview?.totals ?? []}
                unitFen={plan.conventions.unitFen}
                onGoTo={(cell) => goTo(cell, undefined, null)}
              />
            </Part>
            <Part title={t.file.mapping.title}>
              <MappingTable
                sheet={sheet}
                plan={plan}
                onMap={(index, target) => void desk.replan(mapColumn(state, index, target))}
              />
            </Part>
            <ImportActions desk={desk} state={state} sheet={sheet} />
          </div>
        )}
      </div>
      {!plan && <TaskStatus task={desk.task} />}
    </div>
  )
}
