// Sheets of a workbook that the person may not see any more: what was never sent can be kept, then cleared.
import { Button, Checkbox } from '@fluentui/react-components'
import type { WorkbookPreview } from '#shared/contract/resources.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { exportChanges } from '../../session/exportChanges.ts'
import { findSheet, useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { Part } from '../parts.tsx'

export interface DroppedSheetsProps {
  readonly dropped: NonNullable<WorkbookPreview['dropped']>
  /** Partitions whose unsent changes shall leave the workbook, too. */
  readonly cleared: ReadonlySet<string>
  readonly onClear: (ps: ReadonlySet<string>) => void
}

export function DroppedSheets({ dropped, cleared, onClear }: DroppedSheetsProps) {
  const { t, locale } = useLanguage()
  const { sheets, saveFile } = useServices()
  const words = t.file.workbook.dropped
  const toggle = (p: string, on: boolean) => {
    const next = new Set(cleared)
    if (on) next.add(p)
    else next.delete(p)
    onClear(next)
  }
  return dropped
    .filter(({ unsent }) => unsent.length > 0)
    .map(({ p, sheetName, unsent }) => {
      const place = parsePartitionId(p)
      const sheet = place && findSheet(sheets, place.kind)
      return (
        <Part key={p} title={words.title(sheetName, unsent.length)}>
          {sheet && (
            <Button
              size="small"
              onClick={() =>
                saveFile(words.fileName(sheetName), exportChanges(unsent, sheet, { locale, rowLabel: words.row }))
              }
            >
              {words.save}
            </Button>
          )}
          <Checkbox
            label={words.clear}
            checked={cleared.has(p)}
            onChange={(_, data) => toggle(p, data.checked === true)}
          />
        </Part>
      )
    })
}
