// Which sheet a comparison is of, and how much of it changed.
import type { SheetPreview } from '#shared/contract/resources.ts'
import { parsePartitionId, type SheetDefinition } from '#shared/definition/sheet.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'

/** @returns undefined definition: a kind that is not known here, named as the workbook names it */
export function useSheetOf(preview: SheetPreview): {
  readonly sheet: SheetDefinition | undefined
  readonly title: string
} {
  const { t, say } = useLanguage()
  const { sheets } = useServices()
  const place = parsePartitionId(preview.p)
  const sheet = place && findSheet(sheets, place.kind)
  return { sheet, title: place && sheet ? t.sheetName(say(sheet.title), place.year) : preview.sheetName }
}

export function SheetHead({ preview, title }: { readonly preview: SheetPreview; readonly title: string }) {
  const { t } = useLanguage()
  const { counts, conflicts, matches = [] } = preview
  return (
    <>
      <h2>{title}</h2>
      {/* While its rows are not recognised nothing can be counted. */}
      {matches.length === 0 && (
        <p className="summary">
          {t.file.workbook.summary(counts.added, counts.changed, counts.deleted, counts.unchanged)}
          {conflicts.length > 0 && t.file.workbook.andConflicts(conflicts.length)}
        </p>
      )}
    </>
  )
}
