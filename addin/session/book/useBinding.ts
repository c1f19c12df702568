// 识别当前工作表: read the sheet in front, say what it is, let a person correct it, and bind it.
import { useCallback, useState } from 'react'
import type { TableReader } from './describeTable.ts'
import type { UnitInfo } from '#shared/contract/resources.ts'
import { applyImportPlan } from '#shared/import/applyImportPlan.ts'
import { ruleContext } from '#shared/definition/rule.ts'
import { err, ok } from '#shared/kernel/result.ts'
import { useServices } from '../services.ts'
import { startImport, takeTable, type ImportState } from '../importState.ts'
import { useLanguage } from '../useLanguage.ts'
import { bindSheet, findBound, placeOfDesk } from './bindSheet.ts'
import { findPlace, keepProfile, readProfiles, recogniseBook, replanTable, type Recognition } from './recognise.ts'
import { toDay } from './unitKinds.ts'
import { useBookDesk } from './useBook.ts'
import { useBookTask, type BookTask } from './useBookTask.ts'

export type BindingState =
  | { readonly stage: 'start' }
  /** The sheet in front holds no table, or is bound already. */
  | { readonly stage: 'nothing' | 'bound'; readonly sheet: string }
  | { readonly stage: 'plan'; readonly recognition: Recognition; readonly state: ImportState }
  | { readonly stage: 'done'; readonly sheet: string }

export interface Binding {
  readonly task: BookTask
  readonly binding: BindingState
  readonly recognise: (units: readonly UnitInfo[]) => Promise<void>
  /** Takes a change that needs no answer. */
  readonly put: (next: ImportState) => void
  readonly replan: (next: ImportState) => Promise<void>
  readonly bind: () => Promise<void>
}

export function useBinding(): Binding {
  const { t } = useLanguage()
  const { sheets, memory, now } = useServices()
  const desk = useBookDesk()
  const task = useBookTask()
  const [binding, setBinding] = useState<BindingState>({ stage: 'start' })

  const readerFor = useCallback(
    (units: readonly UnitInfo[], unitId: string | null): TableReader => {
      const unitKind = units.find(({ id }) => id === unitId)?.kind ?? units[0]?.kind ?? 'primary'
      return {
        definitions: sheets,
        profiles: readProfiles(memory),
        contextOf: (year) => ruleContext({ today: toDay(now()), year, unitKind }),
        year: now().getFullYear(),
      }
    },
    [memory, now, sheets],
  )

  const put = (next: ImportState) =>
    setBinding((before) => (before.stage === 'plan' ? { ...before, state: next } : before))

  const recognise = async (units: readonly UnitInfo[]) => {
    const found = await task.run(t.book.bind.reading, (call) =>
      desk.inTurn(call, async () => {
        const { workbook } = desk.deps
        const cell = await workbook.selectedCell()
        if (!cell.ok) return err({ code: 'workbook', failure: cell.error })
        const { sheet } = cell.value
        const isBound = desk.view().sheets.some(({ table }) => table.binding.sheetName === sheet)
        if (isBound) return ok<BindingState>({ stage: 'bound', sheet })
        const read = await workbook.readSheets([sheet])
        if (!read.ok) return err({ code: 'workbook', failure: read.error })
        const recognition = await recogniseBook(read.value, readerFor(units, null))
        const state = startImport(recognition.analysis, units)
        return ok<BindingState>(state ? { stage: 'plan', recognition, state } : { stage: 'nothing', sheet })
      }),
    )
    if (found) setBinding(found)
  }
  const replan = async (next: ImportState) => {
    put(next)
    if (binding.stage !== 'plan' || !next.plan) return
    const table = replanTable(binding.recognition, next.plan, readerFor(next.units, next.unitId))
    if (table) put(takeTable(next, table))
  }
  const bind = async () => {
    if (binding.stage !== 'plan') return
    const { plan, unitId, units } = binding.state
    const place = plan && findPlace(binding.recognition, plan)
    const definition = sheets.find(({ kind }) => kind === plan?.kind)
    if (!plan || !place || !definition || unitId === null) return
    const { contextOf } = readerFor(units, unitId)
    const applied = applyImportPlan(definition, plan, place, contextOf(plan.conventions.year))
    const rows = applied.ok ? [...applied.value.rows, ...applied.value.rejected] : []
    const done = await task.run(t.book.bind.binding, (call) =>
      desk.inTurn(call, async () => {
        const bound = await bindSheet(await placeOfDesk(desk), { place, plan, definition, rows, unitId })
        if (!bound.ok) return bound
        desk.change({ stage: 'open', session: bound.value, failure: null })
        const seen = await desk.survey()
        return seen.ok ? ok(place.sheet.name) : seen
      }),
    )
    if (done === undefined) return
    keepProfile(memory, plan)
    setBinding({ stage: 'done', sheet: done })
  }
  return { task, binding, recognise, put, replan, bind }
}

/** The sheet that holds this partition already, if any. */
export function takenBy(state: ImportState, session: Parameters<typeof findBound>[0]): string | undefined {
  const { plan, unitId } = state
  return plan && unitId !== null ? findBound(session, `${unitId}/${plan.kind}/${plan.conventions.year}`) : undefined
}
