// Partition → what people call the sheet; with its unit where several units are in sight.
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { findSheet, useServices } from './services.ts'
import { useLanguage } from './useLanguage.ts'
import { useLoad } from './useLoad.ts'

export interface SheetNames {
  /** `2026 年度经费收支预算表`; the partition itself where the kind is not known here. */
  readonly sheetOf: (p: string) => string
  /** undefined until units are here. */
  readonly unitOf: (p: string) => string | undefined
}

export function useSheetNames(): SheetNames {
  const { t, say } = useLanguage()
  const { sheets } = useServices()
  const units = useLoad('listUnits', t.problem.loadingPage)
  return {
    sheetOf(p) {
      const place = parsePartitionId(p)
      const sheet = place && findSheet(sheets, place.kind)
      return place && sheet ? t.sheetName(say(sheet.title), place.year) : p
    },
    unitOf(p) {
      const unitId = parsePartitionId(p)?.unitId
      return units.value?.find((unit) => unit.id === unitId)?.name
    },
  }
}
