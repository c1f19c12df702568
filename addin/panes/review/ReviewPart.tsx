// 流转: where the sheet or the row stands, the steps from here, what is on file, and the forms for what is missing.
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { Denial } from '#shared/definition/denial.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { movesAsSheet, type Transition } from '#shared/definition/workflow.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import type { Covers } from '#shared/review/evidence.ts'
import { filedNeeds, needKey, type FiledNeed } from '../../session/evidenceForm.ts'
import { sayFinding } from '../../session/showValue.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useReview, type ReviewPlace } from '../../session/useReview.ts'
import { TaskStatus } from '../parts.tsx'
import { EvidenceForm } from './EvidenceForm.tsx'
import { EventForms } from './EventForms.tsx'
import { OnFile } from './OnFile.tsx'
import { StateRoadStrip } from './StateRoadStrip.tsx'
import { StepList } from './StepList.tsx'
import { TextForm } from './TextForm.tsx'

export interface ReviewPartProps {
  readonly sheet: SheetDefinition
  readonly place: ReviewPlace
  /** How people call the row of `place`; '' for the sheet as a whole. */
  readonly rowName: string
  /** Rows have changed: the list is to be read again. */
  readonly onMoved: () => void
}

type Open =
  | { readonly form: 'evidence'; readonly need: FiledNeed }
  | { readonly form: 'ask'; readonly transition: Transition; readonly denial: Denial }

export function ReviewPart({ sheet, place, rowName, onMoved }: ReviewPartProps) {
  const { t, say, locale } = useLanguage()
  const review = useReview(place, onMoved)
  const [open, setOpen] = useState<Open | null>(null)
  const { info, done } = review
  const needs = filedNeeds(sheet)
  const state = sheet.workflow.states.find(({ name }) => name === info?.state)
  const close = () => setOpen(null)
  const covers: Covers =
    place.record === null ? { type: 'sheet' } : { type: 'records', ids: [place.record as RecordId] } // ids come from the server
  const openEvidence = (transition: Transition) => {
    const wanted = transition.needs?.find((need): need is FiledNeed => need.type !== 'objections-closed')
    const need = needs.find((each) => wanted && needKey(each) === needKey(wanted)) ?? needs[0]
    if (need) setOpen({ form: 'evidence', need })
  }
  return (
    <section className="part review" aria-label={t.review.title} tabIndex={-1}>
      <h2>{t.review.title}</h2>
      <TaskStatus task={review.reading} onRetry={review.reload} />
      <TaskStatus task={review.acting} />
      {info && (
        <>
          <p>
            {info.rows === 0
              ? null
              : state === undefined
                ? t.review.mixed
                : place.record === null
                  ? t.review.sheetState(say(state.label), info.rows)
                  : t.review.rowState(rowName, say(state.label))}
          </p>
          {info.rows > 0 && <StateRoadStrip sheet={sheet} info={info} />}
          <div aria-live="polite">
            {done?.ok && <p>{done.entered ? t.review.sent(done.receipt) : t.review.moved(done.receipt)}</p>}
            {done && !done.ok && (
              <ul>
                {done.findings.map((finding, index) => (
                  <li key={index}>{sayFinding(finding, sheet, locale)}</li>
                ))}
              </ul>
            )}
          </div>
          {place.record === null && !movesAsSheet(sheet.workflow) ? (
            <p className="quiet">{t.review.pick}</p>
          ) : (
            <StepList
              sheet={sheet}
              steps={info.steps}
              review={review}
              onFile={openEvidence}
              onAsk={(transition, denial) => setOpen({ form: 'ask', transition, denial })}
            />
          )}
          {open?.form === 'ask' && (
            <TextForm
              label={`${t.review.askText} · ${say(open.transition.label)}`}
              sends={[
                {
                  word: t.review.send,
                  onSend: (text) =>
                    void review
                      .enter({
                        type: 'request',
                        kind: 'ask',
                        record: place.record as RecordId | null, // from the server
                        transition: open.transition.name,
                        to: {
                          roles: open.denial.whose.length > 0 ? open.denial.whose : open.transition.by,
                          level: open.denial.level,
                        },
                        text,
                      })
                      .then((sent) => sent && close()),
                },
              ]}
              onCancel={close}
            />
          )}
          {open?.form === 'evidence' ? (
            <EvidenceForm
              needs={needs}
              first={open.need}
              onCancel={close}
              onFile={(content) =>
                void review
                  .enter({ type: 'evidence', covers, seen: info.seen, content })
                  .then((filed) => filed && close())
              }
            />
          ) : (
            needs[0] &&
            info.rows > 0 && (
              <Button size="small" onClick={() => needs[0] && setOpen({ form: 'evidence', need: needs[0] })}>
                {t.review.file}
              </Button>
            )
          )}
          {place.record !== null && (
            <EventForms sheet={sheet} record={place.record as RecordId} info={info} review={review} />
          )}
          <OnFile sheet={sheet} place={place} info={info} review={review} />
        </>
      )}
    </section>
  )
}
