// Which sheet somebody wishes for: kind, unit and year, begun with the first of each and this year.
import { useState } from 'react'
import type { UnitInfo } from '#shared/contract/resources.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { findSheet, useServices } from './services.ts'

export interface SheetChoice {
  readonly kind: string
  readonly unitId: string
  /** As typed. */
  readonly year: string
  /** It is a year that a sheet may be of. */
  readonly isYear: boolean
  readonly definition: SheetDefinition | undefined
  readonly unit: UnitInfo | undefined
  readonly units: readonly UnitInfo[]
  readonly chooseKind: (kind: string) => void
  readonly chooseUnit: (unitId: string) => void
  readonly chooseYear: (year: string) => void
}

export function useSheetChoice(units: readonly UnitInfo[]): SheetChoice {
  const { sheets, now } = useServices()
  const [kind, chooseKind] = useState(sheets[0]?.kind ?? '')
  const [unitId, chooseUnit] = useState(units[0]?.id ?? '')
  const [year, chooseYear] = useState(String(now().getFullYear()))
  const definition = findSheet(sheets, kind)
  const unit = units.find((each) => each.id === unitId)
  return {
    kind,
    unitId,
    year,
    isYear: /^20\d\d$/.test(year),
    definition,
    unit,
    units,
    chooseKind,
    chooseUnit,
    chooseYear,
  }
}
