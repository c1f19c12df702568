// 这一格: where the figure in the selected cell came from, and what people say of its record.
import { useState } from 'react'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { cellName } from '#shared/workbook/raw.ts'
import { recordAt } from '../../session/book/placeOf.ts'
import type { SurveyedSheet } from '../../session/book/survey.ts'
import { useBook, useBookDesk } from '../../session/book/useBook.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import type { CellPlace } from '../../workbook/liveWorkbook.ts'
import { HistoryPanel } from '../records/HistoryPanel.tsx'
import { CommentsPart } from '../records/CommentsPart.tsx'
import { useEffect } from 'react'

interface RecordOfProps {
  readonly sheet: SurveyedSheet
  readonly id: RecordId
  readonly column: string | undefined
  readonly onBack: () => void
}

function RecordOf({ sheet, id, column, onBack }: RecordOfProps) {
  const { session } = useBook()
  const definition: SheetDefinition = sheet.definition
  const record = [...(session?.state.base.values() ?? [])].find((each) => each.id === id)
  const row = { id, rv: record?.rv ?? '', state: record?.state ?? '', values: record?.values ?? {} }
  return (
    <>
      <HistoryPanel
        key={`${id}/${column ?? ''}`}
        sheet={definition}
        p={sheet.p}
        row={row}
        column={column}
        findings={[]}
        onBack={onBack}
      />
      <CommentsPart key={id} p={sheet.p} record={id} />
    </>
  )
}

export function RecordPane({ isSignedIn }: { readonly isSignedIn: boolean }) {
  const { t } = useLanguage()
  const desk = useBookDesk()
  const { sheets, selected } = useBook()
  const [first, setFirst] = useState<CellPlace | null>(null)
  // before the first hint from Excel, the cell a person stands on is asked for
  useEffect(() => {
    let isCurrent = true
    void desk.deps.workbook.selectedCell().then((cell) => {
      if (isCurrent && cell.ok) setFirst(cell.value)
    })
    return () => {
      isCurrent = false
    }
  }, [desk])
  const place = selected ?? first
  const at = place && recordAt(sheets, place)
  return (
    <div className="page">
      <h1 className="visually-hidden">{t.book.record.title}</h1>
      {place && <p className="quiet number">{t.book.record.cell(place.sheet, cellName(place.row, place.column))}</p>}
      {!place && <p>{t.book.record.pick}</p>}
      {at?.found === 'nothing' && <p>{t.book.record.outside}</p>}
      {at?.found === 'unsent' && <p>{t.book.record.unsent}</p>}
      {at?.found === 'record' && !isSignedIn && <p>{t.book.record.offline}</p>}
      {at?.found === 'record' && isSignedIn && place && (
        <RecordOf sheet={at.sheet} id={at.id} column={at.column} onBack={() => void desk.deps.workbook.goTo(place)} />
      )}
    </div>
  )
}
